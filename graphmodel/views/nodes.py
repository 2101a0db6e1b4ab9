"""The nodes of the page: bodies, tasks, indicators."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from graphmodel.model.columns import encode
from graphmodel.model.facts import Facts
from graphmodel.model.records import Indicator, Section, Task, Unit
from graphmodel.model.vocabulary import UnitKind
from graphmodel.views.index import Index, Row, compact

_COUNTS = {
    "leads": "leads",
    "sole_leads": "sole",
    "co_leads": "shared",
    "supports": "supports",
    "boilerplate_supports": "boilerplate",
    "standing_supports": "standing",
    "engaged": "engaged",
    "indicator_leads": "indicators",
    "rank": "rank",
}


def node_rows(index: Index) -> list[Row]:
    """All nodes, numbered from 1 as `id`: bodies, tasks, indicators.

    Each has `group` (its kind), `label`, `key` (its id in the facts), `place` and `plans`
    (numbers), and what its kind has. Bodies without any part in a task or indicator are left
    out. An indicator that several places share is a node in each of them, so that each place
    can be looked at for itself.
    """
    rows = [*_bodies(index), *_tasks(index), *_indicators(index)]
    return [{"id": number, **row} for number, row in enumerate(rows, start=1)]


def _bodies(index: Index) -> Iterator[Row]:
    plans: defaultdict[str, dict[int, None]] = defaultdict(dict)
    words: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for part in index.facts.responsibilities:
        plans[part.unit][index.plan[part.plan]] = None
        words[part.unit][part.mention] = None
    loads = _loads(index)
    for unit in index.facts.units:
        if unit.id in plans:
            node = _body(unit, list(plans[unit.id]), words[unit.id], loads.get(unit.id))
            yield node | {"place": index.place[node["plans"][0]]} | _without_load(unit, index)


def _body(unit: Unit, plans: list[int], words: Iterable[str], load: Row | None) -> Row:
    return compact(
        group=str(unit.kind),
        label=unit.name,
        key=unit.id,
        plans=plans,
        functions=list(unit.functions),
        names=[word for word in words if word != unit.name],
        load=load,
    )


def _without_load(unit: Unit, index: Index) -> Row:
    """The population that a unit without a load would belong to if it had one."""
    is_unit = unit.kind is UnitKind.UNIT and unit.id not in index.loads
    return compact(among=index.among.get(unit.id)) if is_unit else {}


def _loads(index: Index) -> dict[str, Row]:
    """The measures of each unit by short names; `among` is the number of its population."""
    loads = {}
    for among, units in enumerate(index.populations):
        for unit in units:
            row = index.loads[unit]
            counts = {short: int(row[name]) for name, short in _COUNTS.items()}
            measures = {name: round(float(row[name]), 4) for name in ("load", "z")}
            marks = {"overloaded": bool(row["overloaded"]), "among": among}
            loads[unit] = counts | measures | marks
    return loads


def _tasks(index: Index) -> Iterator[Row]:
    headings = {section.id: section for section in index.facts.sections}
    belongings = _belongings(index.facts)
    for task in index.facts.tasks:
        path = encode(task.path)
        yield compact(
            group="task",
            label=task.title or path,
            key=task.id,
            place=index.place_of(task.plan),
            plans=[index.plan[task.plan]],
            path=path,
            same=task.same_as,
            at=[task.start, task.end],
            above=_above(task, headings),
            **belongings[task.id],
        )


def _above(task: Task, headings: dict[str, Section]) -> list[str]:
    """The headings above a task, the uppermost first."""
    titles = []
    section = task.section
    while section is not None:
        titles.append(headings[section].title)
        section = headings[section].parent
    return titles[::-1]


def _belongings(facts: Facts) -> defaultdict[str, dict[str, list[Row]]]:
    """The deadlines, targets and posts of each task."""
    of_task: defaultdict[str, dict[str, list[Row]]] = defaultdict(
        lambda: {"deadlines": [], "targets": [], "posts": []}
    )
    for due in facts.deadlines:
        row = compact(date=due.date, recurrence=due.recurrence, event=due.event)
        of_task[due.task]["deadlines"].append(row | {"at": [due.start, due.end]})
    for target in facts.targets:
        if target.task is not None:
            row = {"metric": target.metric, "op": str(target.op), "value": target.value}
            row |= {"unit": target.unit, "at": [target.start, target.end]}
            of_task[target.task]["targets"].append(row)
    for post in facts.posts:
        of_task[post.task]["posts"].append({"post": post.post, "at": [post.start, post.end]})
    return of_task


def _indicators(index: Index) -> Iterator[Row]:
    plans: defaultdict[tuple[str, int], dict[int, None]] = defaultdict(dict)
    for key, plan in _indicator_plans(index.facts):
        plans[key, index.place_of(plan)][index.plan[plan]] = None
    for indicator in index.facts.indicators:
        for place in range(len(index.places)):
            if (indicator.id, place) in plans:
                yield _indicator(indicator, place, list(plans[indicator.id, place]))


def _indicator_plans(facts: Facts) -> Iterator[tuple[str, str]]:
    """The indicators, each with the plans that list, assign or work on it."""
    yield from ((row.id, row.plan) for row in facts.indicators if row.plan is not None)
    yield from ((row.indicator, row.plan) for row in facts.measures)
    yield from ((row.indicator, row.plan) for row in facts.responsibilities if row.indicator)


def _indicator(indicator: Indicator, place: int, plans: list[int]) -> Row:
    return compact(
        group="indicator",
        label=indicator.name,
        key=indicator.id,
        place=place,
        plans=plans,
        level=indicator.level,
        code=indicator.code,
    )
