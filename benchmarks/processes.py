"""What whole commands cost, from the start of the interpreter to its end."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median

from benchmarks.corpus import Corpus
from benchmarks.measuring import Figure, Floor
from tools.make_data import ROOT

REFERENCE = "the interpreter alone (python -c pass)"
RUNS = 5
LOAD_CPU, LOAD_PEAK, HELP_CPU = Floor(1.2), Floor(150), Floor(0.3)

_RSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""Bytes in the unit of ru_maxrss: getrusage(2) differs between the systems."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What one process took."""

    cpu: float
    """Seconds, of user and system."""
    clock: float
    """Seconds from its start to its end."""
    peak: float
    """Largest resident set, in MB."""


def commands(corpus: Corpus, folder: Path) -> list[Figure]:
    """Processor time and peak memory of `--help`, `report load` and `view`.

    Measure before anything large is loaded: the peak of a process begins with that of its parent.
    """
    documents = [str(path.resolve()) for path in corpus.documents]
    page = folder / "page.html"
    bare = median_usage("-c", "pass")

    def figures(arguments: list[str], cpu: Floor | None, peak: Floor | None) -> list[Figure]:
        name = " ".join(arguments[:2] if arguments[0] == "report" else arguments[:1])
        usage = median_usage("-m", "graphmodel", *arguments)
        return [
            Figure(f"{name}: CPU", usage.cpu, "s", usage.cpu / bare.cpu, cpu),
            Figure(f"{name}: peak memory", usage.peak, "MB", floor=peak),
        ]

    cpu, peak = (LOAD_CPU, LOAD_PEAK) if corpus.has_floors else (None, None)
    return [
        *figures(["--help"], HELP_CPU, None),
        *figures(["report", "load", *documents], cpu, peak),
        *figures(["view", *documents, "--out", str(page)], None, None),
        Figure("view: page", page.stat().st_size / 1e6, "MB"),
    ]


def median_usage(*arguments: str) -> Usage:
    """What Python takes with these arguments; each figure is the median of several runs.

    Raises:
        RuntimeError: It failed, so that there is nothing to measure.
    """
    _run(arguments)  # leaves compiled bytecode behind, as an installation has it
    usages = [_run(arguments) for _ in range(RUNS)]
    return Usage(*map(median, zip(*map(astuple, usages), strict=True)))


def _run(arguments: Sequence[str]) -> Usage:
    start = time.monotonic()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    clock = time.monotonic() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise RuntimeError(f"{arguments[:4]} ended with {process.returncode}")
    return Usage(usage.ru_utime + usage.ru_stime, clock, usage.ru_maxrss * _RSS_UNIT / 1e6)
