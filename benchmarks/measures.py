"""How long the measures take on a million responsibilities of invented plans."""

from __future__ import annotations

from collections import Counter
from statistics import median

from benchmarks.invented import Size, invented
from benchmarks.measuring import Figure, Work, cpu_seconds, median_ratio
from graphmodel.analysis.collaboration import collaboration
from graphmodel.analysis.load import load

REFERENCE = "one pass over the same records that counts them by unit"
SIZE = Size(200, 5, 100, leads_a_task=1, supports_a_task=9, collectives_a_task=0, units_a_place=60)
RUNS = 3


def measures() -> list[Figure]:
    """Processor time of load and collaboration."""
    facts = invented(SIZE)
    works: dict[str, Work] = {
        "reference": lambda: Counter(row.unit for row in facts.responsibilities),
        "load": lambda: load(facts),
        "collaboration": lambda: collaboration(facts),
    }
    seconds = cpu_seconds(works, RUNS)
    return [
        Figure(
            f"{name}, {len(facts.responsibilities) / 1e6:g} M responsibilities",
            median(seconds[name]),
            "s",
            median_ratio(seconds[name], seconds["reference"]),
        )
        for name in ("load", "collaboration")
    ]
