"""What is missing or doubtful in plans: tasks and indicators that nobody leads, or too many."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from graphmodel.analysis.frames import INTEGER, frame
from graphmodel.analysis.parts import parts
from graphmodel.analysis.roles import LEAD
from graphmodel.analysis.tasks import about, in_order, leaders
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import UnitKind

if TYPE_CHECKING:
    import pandas as pd

_SPAN = {"start": INTEGER, "end": INTEGER}


def tasks_without_lead(facts: Facts, plan: str = "") -> pd.DataFrame:
    """The tasks that nobody leads, by plan and place in the plan.

    Args:
        facts: The facts.
        plan: Id of the plan that is looked at; empty: all.

    Returns:
        `plan`, `task`, `path`, `title`, `start`, `end`.
    """
    led = leaders(facts)
    bare = in_order(t for t in facts.tasks if t.id not in led and plan in ("", t.plan))
    rows = ((*about(t), t.start, t.end) for t in bare)
    return frame(rows, "plan task path title start end", **_SPAN)


def tasks_led_by_collectives(facts: Facts, plan: str = "") -> pd.DataFrame:
    """The tasks that groups lead and no single body does, by plan and place in the plan.

    Args:
        facts: The facts.
        plan: Id of the plan that is looked at; empty: all.

    Returns:
        A row for each task and group: `plan`, `task`, `path`, `title`, `group_id`, `group_name`,
        `start`, `end` of the task.
    """
    groups = {u.id: u.name for u in facts.units if u.kind is UnitKind.COLLECTIVE}
    led = {task: bodies for task, bodies in leaders(facts).items() if groups.keys() >= {*bodies}}
    chosen = in_order(t for t in facts.tasks if t.id in led and plan in ("", t.plan))
    rows = ((*about(t), g, groups[g], t.start, t.end) for t in chosen for g in led[t.id])
    return frame(rows, "plan task path title group_id group_name start end", **_SPAN)


def tasks_with_many_leads(facts: Facts, most: int = 3, plan: str = "") -> pd.DataFrame:
    """The tasks that more bodies lead than one can hold to account, the most first.

    What a row of an annex states again counts once: with the task of the body.

    Args:
        facts: The facts.
        most: How many bodies are not too many.
        plan: Id of the plan that is looked at; empty: all.

    Returns:
        `plan`, `task`, `path`, `title`, `leads` (distinct bodies), `start`, `end` of the task.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    table = parts(facts)
    led = table[table["role"] == LEAD].drop_duplicates(["task", "unit"])
    counts = led.groupby("task").size()
    counts = counts[counts > most]
    many = zip(counts.index.tolist(), counts.tolist(), strict=True)
    found = [(facts.tasks[row], n) for row, n in many if plan in ("", facts.tasks[row].plan)]
    found.sort(key=lambda one: (-one[1], one[0].plan, one[0].start, one[0].id))
    rows = ((*about(t), n, t.start, t.end) for t, n in found)
    return frame(rows, "plan task path title leads start end", leads=INTEGER, **_SPAN)


def indicators_without_lead(facts: Facts, plan: str = "") -> pd.DataFrame:
    """The indicators of plans that nobody answers for, by plan and place in the plan.

    An indicator is answered for where it is led, or the one above it, or all below it.

    Args:
        facts: The facts.
        plan: Id of the plan that is looked at; empty: all.

    Returns:
        `plan`, `indicator` (id), `indicator_name`, `level`, `code`, `start`, `end` (or None).
    """
    led = {r.indicator for r in facts.responsibilities}
    below: defaultdict[str | None, list[str]] = defaultdict(list)
    for row in facts.indicators:
        below[row.parent].append(row.id)
    bare = {
        row.id
        for row in facts.indicators
        if led.isdisjoint((row.id, row.parent or row.id))
        and not (row.id in below and led.issuperset(below[row.id]))
    }
    return _indicators(facts, bare, plan)


def indicators_without_task(facts: Facts, plan: str = "") -> pd.DataFrame:
    """The first-level indicators of plans that no task of the plan is about.

    A task is about an indicator where it is about one below it, or about the one of the
    vocabulary that has its code.

    Args:
        facts: The facts.
        plan: Id of the plan that is looked at; empty: all.

    Returns:
        As `indicators_without_lead`.
    """
    known = {row.id: row for row in facts.indicators}
    linked: set[tuple[str | None, str | None]] = set()
    for m in facts.measures:
        row = known.get(m.indicator)
        keys = (row.id, row.parent, row.code) if row else (m.indicator, m.code)
        linked |= {(m.plan, key) for key in keys}
    bare = {
        row.id
        for row in facts.indicators
        if row.level == 1
        and linked.isdisjoint({(row.plan, row.id), (row.plan, row.code or row.id)})
    }
    return _indicators(facts, bare, plan)


def _indicators(facts: Facts, chosen: set[str], plan: str) -> pd.DataFrame:
    """Those of the chosen indicators that a plan lists."""
    rows = [
        (row.plan, row.id, row.name, row.level, row.code, row.start, row.end)
        for row in facts.indicators
        if row.id in chosen and row.plan is not None and plan in ("", row.plan)
    ]
    rows.sort(key=lambda row: (row[0], row[5] is None, row[5], row[1]))
    return frame(rows, "plan indicator indicator_name level code start end", level=INTEGER)


def indicator_owners(facts: Facts, plan: str = "", unit: str = "") -> pd.DataFrame:
    """Who answers for each indicator, by plan and place in the plan.

    Args:
        facts: The facts.
        plan: Id of the plan that is looked at; empty: all.
        unit: Id or name of the body that is looked at; empty: all.

    Returns:
        `plan` that says it, `indicator`, `indicator_name`, `level`, `code`; `unit`, `name`,
        `kind` of the body; `basis`, `mention`, `start`, `end` of the mention.
    """
    indicators = {row.id: row for row in facts.indicators}
    units = {row.id: row for row in facts.units}
    rows = []
    for r in facts.responsibilities:
        if r.indicator is None or plan not in ("", r.plan):
            continue
        body, row = units[r.unit], indicators[r.indicator]
        if unit in ("", body.id, body.name):
            about_it = (r.plan, row.id, row.name, row.level, row.code)
            by = (body.id, body.name, str(body.kind), str(r.basis) if r.basis else None)
            rows.append((*about_it, *by, r.mention, r.start, r.end, r.id))
    rows.sort(key=lambda row: (row[0], row[10], row[1], row[-1]))
    columns = "plan indicator indicator_name level code unit name kind basis mention start end"
    return frame((row[:-1] for row in rows), columns, level=INTEGER, **_SPAN)


def tasks_by_indicator(facts: Facts, indicator: str = "", plan: str = "") -> pd.DataFrame:
    """The tasks that are about an indicator or one below it, by indicator and plan.

    Args:
        facts: The facts.
        indicator: Id, code or name of the indicator; empty: all.
        plan: Id of the plan that is looked at; empty: all.

    Returns:
        `indicator`, `indicator_name`, `level`, `code`; `plan`, `task`, `path`, `title`; `basis`
        and `words` of the link, `start`, `end` of the words.
    """
    known = {row.id: row for row in facts.indicators}
    tasks = {task.id: task for task in facts.tasks}
    called = {r.id for r in known.values() if indicator in ("", r.id, r.code, r.name)}
    rows = []
    for m in facts.measures:
        row, task = known[m.indicator], tasks[m.task]
        if plan in ("", m.plan) and not called.isdisjoint((row.id, row.parent)):
            link = (str(m.basis), m.words, m.start, m.end)
            about_it = (row.id, row.name, row.level, row.code, *about(task))
            rows.append((*about_it, *link, task.start, m.id))
    rows.sort(key=lambda row: (row[0], row[4], row[-2], row[5], row[-1]))
    columns = "indicator indicator_name level code plan task path title basis words start end"
    return frame((row[:-2] for row in rows), columns, level=INTEGER, **_SPAN)
