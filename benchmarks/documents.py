"""How much sooner two processes are done with many documents than one."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from itertools import cycle, islice
from pathlib import Path

from benchmarks.corpus import Corpus
from benchmarks.measuring import Figure, Floor
from tools.make_data import ROOT

REFERENCE = "the same command with --jobs 1, by the clock"
DOCUMENTS = 10_000
SPEED_UP = Floor(1.8, at_least=True)


def documents(corpus: Corpus, folder: Path) -> list[Figure]:
    """Documents a second by the clock, of one process and of two; nothing else may run then."""
    _write(corpus.texts(), folder / "documents")
    one, two = (_seconds(folder, jobs) for jobs in (1, 2))
    floor = SPEED_UP if corpus.has_floors and (os.cpu_count() or 1) > 1 else None
    return [
        Figure(f"{DOCUMENTS} documents, --jobs 1", DOCUMENTS / one, "documents/s"),
        Figure(f"{DOCUMENTS} documents, --jobs 2", DOCUMENTS / two, "documents/s"),
        Figure("speed-up", one / two, "×", floor=floor),
    ]


def _write(texts: list[str], folder: Path) -> None:
    """Plans under document numbers of their own, so that each is another one."""
    folder.mkdir()
    for number, text in enumerate(islice(cycle(texts), DOCUMENTS)):
        head = f"霁政办发〔2024〕{number}号\n"
        (folder / f"{number}.txt").write_text(head + text, encoding="utf-8")


def _seconds(folder: Path, jobs: int) -> float:
    """How long the command takes by the clock.

    Raises:
        CalledProcessError: It failed, so that there is nothing to measure.
    """
    start = time.monotonic()
    subprocess.run(
        [
            *(sys.executable, "-m", "graphmodel", "extract", str(folder / "documents")),
            *("--jobs", str(jobs), "--out", str(folder / f"facts {jobs}.json")),
        ],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return time.monotonic() - start
