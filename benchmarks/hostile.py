"""Texts that are damaged on purpose, beside plans of the same length."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from statistics import median

from benchmarks.corpus import Corpus, write_as_one
from benchmarks.extraction import extracted
from benchmarks.measuring import Figure, Floor, Work, cpu_seconds

REFERENCE = "the plans, repeated to the same length"
SIZE = 1_000_000
RUNS = 3
LONGEST = Floor(3.0)
DAMAGED = {
    "unclosed brackets": "（",
    "closing brackets": "）",
    "unclosed labels": "（牵头单位：",
    "enumeration marks": "、",
    "names": "县住建局、",
    "role words": "牵头",
    "digits": "1",
    "line feeds": "\n",
    "spaces": " ",
    "tabs": "甲\t",
    "book titles": "《",
}
"""What each of them is full of, inside a task of a plan."""
NESTED = "nested brackets"
_FRAME = "一、任务\n（一）推进工作。{}（县公安局牵头）\n二、保障\n1. 推进。（县住建局牵头）"
DENSE = {
    "labels": "\n牵头单位：县住建局",
    "numbers of items": "\n1.",
    "annexes": "\n附件：",
    "percentages": "10%",
    "dates": "2024年1月1日\n",
}
"""Full of what becomes a fact each, which no plan is: the cost a byte is higher, and linear."""


def hostile(corpus: Corpus, folder: Path) -> list[Figure]:
    """How many times as long as for plans of the same length it takes to get their facts."""
    paths = {
        name: write_as_one([text], SIZE, folder / f"{name}.txt") for name, text in _texts().items()
    }
    usual = write_as_one(corpus.texts(), SIZE, folder / "usual.txt")
    works: dict[str, Work] = {name: partial(extracted, path) for name, path in paths.items()}
    seconds = cpu_seconds({"": partial(extracted, usual), **works}, RUNS)
    usual_pace = _pace(seconds[""], usual)
    return [
        Figure(
            f"full of {name}",
            _pace(seconds[name], path) / usual_pace,
            "× as long",
            floor=None if name in DENSE else LONGEST,
        )
        for name, path in paths.items()
    ]


def _pace(seconds: list[float], paths: list[Path]) -> float:
    """Seconds a byte."""
    return median(seconds) / sum(path.stat().st_size for path in paths)


def _texts() -> dict[str, str]:
    fillers = {
        name: unit * (SIZE // len(unit.encode())) for name, unit in (DAMAGED | DENSE).items()
    }
    half = SIZE // 2 // len("（".encode())
    fillers[NESTED] = "（" * half + "）" * half
    return {name: _FRAME.format(filler) for name, filler in fillers.items()}
