"""How fast text becomes facts, and whether the time is linear in its length."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.corpus import Corpus, write_apart, write_as_one
from benchmarks.measuring import Figure, Floor, Work, cpu_seconds, median_ratio
from benchmarks.prose import prose
from graphmodel.model.facts import Facts, merge
from graphmodel.pipeline import facts_of
from graphmodel.reading import read_document

REFERENCE = "reading, decoding and splitting the same text into lines"
SIZE = 2_000_000
"""Bytes of the repeated text."""
SPEED = Floor(4.0, at_least=True)
PROSE_SPEED = Floor(20.0, at_least=True)
RUNS = 5
SMALLEST = 5_000_000
TIMES = (1, 4, 20)
TOLERANCE = 1.2
"""How much more than n times as long n times the text may take, and still be called linear."""


def speed(corpus: Corpus, folder: Path) -> list[Figure]:
    """MB a second and core, as one text, as separate documents and of prose; of it the reading."""
    one = write_as_one(corpus.texts(), SIZE, folder / "one.txt")
    many = write_apart(corpus.texts(), SIZE, folder / "many")
    official = write_as_one([prose(SIZE)], SIZE, folder / "prose.txt")
    floor = SPEED if corpus.has_floors else None
    return [
        *_speed("one text", one, floor),
        *_speed(f"{len(many)} documents", many, floor),
        *_speed("official prose", official, PROSE_SPEED),
    ]


def _speed(name: str, paths: Sequence[Path], floor: Floor | None) -> list[Figure]:
    megabytes = sum(path.stat().st_size for path in paths) / 1e6
    works: dict[str, Work] = {
        "reference": lambda: split(paths),
        "reading": lambda: [read_document(path) for path in paths],
        "facts": lambda: extracted(paths),
    }
    seconds = cpu_seconds(works, RUNS)

    def figure(what: str, work: str, floor: Floor | None = None) -> Figure:
        ratio = median_ratio(seconds[work], seconds["reference"])
        value = megabytes / median(seconds[work])
        return Figure(f"{name}, {megabytes:.1f} MB: {what}", value, "MB/s", ratio, floor)

    return [figure("text to facts", "facts", floor), figure("reading alone", "reading")]


def split(paths: Sequence[Path]) -> list[list[str]]:
    """The lines of each file: the least that anything which reads a text has to do."""
    return [path.read_bytes().decode().splitlines() for path in paths]


def extracted(paths: Sequence[Path]) -> Facts:
    """The facts of the files, each a plan of its own, in one bundle."""
    return merge(
        facts_of(read_document(path), f"plan {number}") for number, path in enumerate(paths)
    )


def linearity(corpus: Corpus, folder: Path) -> list[Figure]:
    """How many times as long four and twenty times the text take; once, since that is long."""
    texts = corpus.texts()
    works: dict[str, Work] = {
        str(n): partial(extracted, write_as_one(texts, n * SMALLEST, folder / f"{n}.txt"))
        for n in TIMES
    }
    seconds = {name: median(took) for name, took in cpu_seconds(works, runs=1).items()}
    return [_longer(n, seconds[str(n)] / seconds["1"]) for n in TIMES[1:]]


def _longer(n: int, ratio: float) -> Figure:
    return Figure(f"{n} × {SMALLEST / 1e6:g} MB", ratio, "× as long", floor=Floor(n * TOLERANCE))
