"""Places side by side: who leads what where, how load and networks differ, what some lack."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graphmodel.analysis.concentration import concentration_of
from graphmodel.analysis.frames import BOOLEAN, FLOAT, INTEGER, frame
from graphmodel.analysis.load import DEFAULT_WEIGHTS, Weights, load
from graphmodel.analysis.networks.ties import Linking, Links, degrees
from graphmodel.model.claims import facts_of_plans
from graphmodel.model.facts import Facts, merge
from graphmodel.model.vocabulary import Role

if TYPE_CHECKING:
    import pandas as pd

FUNCTION, INDICATOR = "function", "indicator"
_NO_FUNCTION = "other"


@dataclass(frozen=True, slots=True)
class Subject:
    """One of the things that are compared: a place with all its plans, or a plan."""

    key: str
    """Id of the jurisdiction, or of the plan."""
    name: str
    facts: Facts
    _loads: dict[Weights, pd.DataFrame] = field(default_factory=dict, repr=False, compare=False)

    def loads(self, weights: Weights) -> pd.DataFrame:
        """`load.load` of the facts, worked out once."""
        if weights not in self._loads:
            self._loads[weights] = load(self.facts, weights=weights)
        return self._loads[weights]


def subjects(facts: Facts) -> list[Subject]:
    """The places of some plans (`places_of`); of one place alone its plans."""
    places = places_of(facts)
    if len(places) > 1:
        return places
    sources = {plan.id: plan.source for plan in facts.plans}
    return [Subject(key, sources[key], own) for key, own in facts_of_plans(facts)]


def places_of(facts: Facts) -> list[Subject]:
    """The places of some plans, each with all of its plans, in the order of their first."""
    plans = {plan.id: plan for plan in facts.plans}
    by_place: defaultdict[str, list[Facts]] = defaultdict(list)
    names: dict[str, str] = {}
    for key, own in facts_of_plans(facts):
        plan = plans[key]
        place = plan.jurisdiction_id or plan.jurisdiction or key
        names.setdefault(place, plan.jurisdiction or plan.title)
        by_place[place].append(own)
    often = Counter(names.values())
    return [
        Subject(place, names[place] if often[names[place]] == 1 else place, merge(several))
        for place, several in by_place.items()
    ]


def functions_of(some: Iterable[Subject], weights: Weights = DEFAULT_WEIGHTS) -> pd.DataFrame:
    """Who is there for what, and how much of the load that is.

    Args:
        some: What is compared.
        weights: What an attribution weighs.

    Returns:
        A row for each subject and main function of a unit that has a part in a task: `function`,
        `subject` (key), `units` (names, the heaviest first, a tuple), `leads` (attributions),
        `leading` (names of those of the units that lead), `load`, `share` of the subject's load,
        0 to 1.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    rows: list[tuple[object, ...]] = []
    for subject in some:
        functions = {unit.id: unit.function for unit in subject.facts.units}
        loads = subject.loads(weights)
        total = float(loads["load"].sum())
        for function, units in loads.groupby(loads["unit"].map(functions), sort=True):
            carried = float(units["load"].sum())
            leading = units[units["leads"] > 0]["name"]
            said = (tuple(units["name"]), int(units["leads"].sum()), tuple(leading))
            rows.append((function, subject.key, *said, carried, carried / total if total else 0.0))
    columns = "function subject units leads leading load share"
    return frame(rows, columns, leads=INTEGER, load=FLOAT, share=FLOAT)


def indicators_of(some: Iterable[Subject]) -> pd.DataFrame:
    """Who leads what is evaluated.

    Returns:
        A row for each subject and indicator of the vocabulary that it lists or has a task for:
        `code`, `subject` (key), `listed` (whether a plan lists it), `tasks` (that it measures,
        rows of annexes that state a task again aside), `leads`: names of the bodies that lead
        these tasks or the indicator, those with most first, a tuple.
    """
    rows: list[tuple[object, ...]] = []
    for subject in some:
        facts = subject.facts
        own = {task.id for task in facts.tasks if task.same_as is None}
        tasks: defaultdict[str, set[str]] = defaultdict(set)
        for measure in facts.measures:
            if measure.task in own:
                tasks[measure.code].add(measure.task)
        listed = {row.id: row.code for row in facts.indicators if row.plan and row.code}
        led = _leads(facts)
        for code in sorted({*tasks, *listed.values()}):
            items = [*sorted(tasks[code]), *(key for key, other in listed.items() if other == code)]
            counts = Counter(name for item in items for name in led[item])
            names = tuple(sorted(counts, key=lambda name: (-counts[name], name)))
            rows.append((code, subject.key, code in listed.values(), len(tasks[code]), names))
    columns = "code subject listed tasks leads"
    return frame(rows, columns, listed=BOOLEAN, tasks=INTEGER)


def _leads(facts: Facts) -> Mapping[str, list[str]]:
    """Names of the bodies that lead each task and indicator."""
    names = {unit.id: unit.name for unit in facts.units}
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for part in facts.responsibilities:
        item = part.task or part.indicator
        if item is not None and part.role is Role.LEAD:
            found[item][part.unit] = names[part.unit]
    return defaultdict(list, {item: list(bodies.values()) for item, bodies in found.items()})


def figures_of(some: Iterable[Subject], weights: Weights = DEFAULT_WEIGHTS) -> pd.DataFrame:
    """How the plans, the load and the network of each subject are as a whole.

    Args:
        some: What is compared.
        weights: What an attribution weighs.

    Returns:
        A row for each subject and measure: `subject` (key), `measure`, `value`. The measures:
        `plans`; `tasks` (rows of annexes that state a task again aside); `units` with a part in
        a task; `overloaded`; `gini`, `hhi`, `top3_share` of the load (`concentration`); `bodies`
        and `ties` of the network of shared tasks (`networks.measures.network`, boilerplate and
        groups aside); `density`: share of all pairs that is tied; `centralisation` of degrees
        (`centralisation`).

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    rows = []
    for subject in some:
        facts = subject.facts
        loads = subject.loads(weights)
        uneven = concentration_of(loads.assign(jurisdiction="", jurisdiction_id=""))
        values = {
            "plans": len(facts.plans),
            "tasks": sum(task.same_as is None for task in facts.tasks),
            "units": len(loads),
            "overloaded": int(loads["overloaded"].sum()),
            **{name: float(uneven[name].sum()) for name in ("gini", "hhi", "top3_share")},
            **_network(facts),
        }
        rows += [(subject.key, measure, value) for measure, value in values.items()]
    return frame(rows, "subject measure value")


def _network(facts: Facts) -> dict[str, float]:
    ties = Links(facts).network(Linking()).ties
    size, pairs = ties.shape[0], ties.nnz // 2
    possible = size * (size - 1) // 2
    return {
        "bodies": size,
        "ties": pairs,
        "density": pairs / possible if possible else 0.0,
        "centralisation": centralisation(degrees(ties).tolist()),
    }


def centralisation(of_bodies: Sequence[int]) -> float:
    """How far a network hangs on one body, by degrees: 0 where all are equal, 1 for a star.

    C = Σ (max − dᵢ) / ((n − 1)(n − 2)) (Freeman 1979, Centrality in social networks: conceptual
    clarification); 0 for fewer than three bodies.

    Args:
        of_bodies: How many others each body is tied to.
    """
    size = len(of_bodies)
    if size < 3:
        return 0.0
    most = max(of_bodies)
    return sum(most - degree for degree in of_bodies) / ((size - 1) * (size - 2))


def lacks_of(
    some: Sequence[Subject], functions: pd.DataFrame, indicators: pd.DataFrame
) -> pd.DataFrame:
    """What some subjects have and others lack, what the fewest lack first.

    A subject has a function where a unit with it leads a task, and an indicator where a task is
    for it.

    Args:
        some: What is compared.
        functions: `functions_of(...)`.
        indicators: `indicators_of(...)`.

    Returns:
        `kind` (`function` or `indicator`), `code`, `having`, `lacking` (keys, tuples in the order
        of the subjects).
    """
    keys = [subject.key for subject in some]
    led = functions[(functions["leads"] > 0) & (functions["function"] != _NO_FUNCTION)]
    tasked = indicators[indicators["tasks"] > 0]
    rows: list[tuple[object, ...]] = []
    for kind, table, column in ((FUNCTION, led, "function"), (INDICATOR, tasked, "code")):
        for code, own in table.groupby(column, sort=True):
            having = tuple(key for key in keys if key in set(own["subject"]))
            lacking = tuple(key for key in keys if key not in having)
            if lacking:
                rows.append((kind, code, having, lacking))
    found = frame(rows, "kind code having lacking")
    order = found["lacking"].map(len).argsort(kind="stable")
    return found.iloc[order].reset_index(drop=True)
