"""How long relief, difference and comparison take, on one county and on a large one."""

from __future__ import annotations

from statistics import median

from benchmarks.invented import Size, invented
from benchmarks.measuring import Figure, Floor, Work, cpu_seconds, median_ratio
from graphmodel.analysis.difference.changes import difference
from graphmodel.analysis.load import load
from graphmodel.analysis.place_comparison import functions_of, subjects
from graphmodel.analysis.relief.relieving import relieve
from graphmodel.model.facts import merge
from graphmodel.model.facts_folder import read_folder
from graphmodel.model.resources import resource

REFERENCE = "the load of the units of one county"
COUNTY = "weibin-2023"
LARGE = Size(1, 10, 500, leads_a_task=1, supports_a_task=2, collectives_a_task=0, units_a_place=500)
RUNS = 3
FLOORS = {"relieve, 30 units, 80 tasks": Floor(1.0), "relieve, 500 units, 5,000 tasks": Floor(60.0)}


def decisions() -> list[Figure]:
    """Processor time; the large county is measured once, since one run takes seconds."""
    folder = resource("data", "plans")
    plans = [read_folder(path) for path in sorted(folder.iterdir()) if path.is_dir()]
    county, together = read_folder(folder / COUNTY), merge(plans)
    works: dict[str, Work] = {
        "reference": lambda: load(county),
        "relieve, 30 units, 80 tasks": lambda: relieve(county),
        "diff, 80 tasks": lambda: difference(county, county),
        f"compare, {len(plans)} counties": lambda: functions_of(subjects(together)),
    }
    seconds = cpu_seconds(works, RUNS)
    large = invented(LARGE)
    name = "relieve, 500 units, 5,000 tasks"
    seconds[name] = cpu_seconds({name: lambda: relieve(large)}, 1)[name]
    return [
        Figure(
            what,
            median(took),
            "s",
            median_ratio(took, seconds["reference"][: len(took)]),
            FLOORS.get(what),
        )
        for what, took in seconds.items()
        if what != "reference"
    ]
