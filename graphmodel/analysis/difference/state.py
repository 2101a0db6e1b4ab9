"""One state of a plan, by what can be compared with another state."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graphmodel.analysis.difference.likeness import words_of
from graphmodel.model.facts import Facts
from graphmodel.model.records import Deadline, Indicator, Target, Task
from graphmodel.model.vocabulary import Operator, Role

Names = Mapping[str, str]
"""Bodies by key, with their names, in printed order."""

SIGNS = {
    Operator.AT_MOST: "≤",
    Operator.AT_LEAST: "≥",
    Operator.EQUAL: "=",
    Operator.UP_BY: "+",
    Operator.DOWN_BY: "−",
}


@dataclass(frozen=True, slots=True)
class State:
    """The tasks and indicators of one state, with what belongs to each."""

    tasks: list[Task]
    """Without rows of annexes that state a task of the body again."""
    texts: list[str]
    """Of each task, without attributions."""
    indicators: list[Indicator]
    """Those that a plan lists."""
    bodies: Mapping[tuple[str, Role], Names]
    """By id of task or indicator, and role."""
    targets: Mapping[str | None, list[Target]]
    """By id of the task; those of the whole plan under None."""
    deadlines: Mapping[str, list[Deadline]]

    def names(self, item: str, role: Role) -> Names:
        """The bodies with a role in a task or an indicator."""
        return self.bodies.get((item, role), {})


def state_of(facts: Facts, like: Mapping[str, str] | None = None) -> State:
    """What can be compared.

    Args:
        facts: The facts of one state.
        like: The keys of bodies that the other state knows by other ids (`keys`).
    """
    tasks = [task for task in facts.tasks if task.same_as is None]
    targets: defaultdict[str | None, list[Target]] = defaultdict(list)
    for target in facts.targets:
        targets[target.task].append(target)
    deadlines: defaultdict[str, list[Deadline]] = defaultdict(list)
    for deadline in facts.deadlines:
        deadlines[deadline.task].append(deadline)
    return State(
        tasks,
        words_of(facts, tasks),
        [row for row in facts.indicators if row.plan is not None],
        _bodies(facts, like or {}),
        targets,
        deadlines,
    )


def _bodies(facts: Facts, like: Mapping[str, str]) -> Mapping[tuple[str, Role], Names]:
    names = {unit.id: unit.name for unit in facts.units}
    found: defaultdict[tuple[str, Role], dict[str, str]] = defaultdict(dict)
    for part in facts.responsibilities:
        item = part.task or part.indicator
        if item is not None:
            found[item, part.role].setdefault(like.get(part.unit, part.unit), names[part.unit])
    return found


def keys(old: Facts, new: Facts) -> dict[str, str]:
    """The bodies of the new state that the old one knows by another id, but by the same name.

    A draft without a head has no jurisdiction, so that its bodies have other ids.
    """
    known = {unit.id for unit in old.units}
    by_name: defaultdict[str, list[str]] = defaultdict(list)
    for unit in old.units:
        by_name[unit.name].append(unit.id)
    return {
        unit.id: by_name[unit.name][0]
        for unit in new.units
        if unit.id not in known and len(by_name[unit.name]) == 1
    }


def said_of_targets(targets: Iterable[Target]) -> dict[str, Target]:
    """Targets by what they say: `审批时限 ≤ 5工作日`."""
    return {f"{t.metric} {SIGNS[t.op]} {t.value:g}{t.unit}": t for t in targets}


def said_of_deadlines(deadlines: Iterable[Deadline]) -> list[str]:
    """What deadlines say: a day, how often, or the event; each once, in order."""
    said = (d.date or (str(d.recurrence) if d.recurrence else d.event) for d in deadlines)
    return list(dict.fromkeys(filter(None, said)))
