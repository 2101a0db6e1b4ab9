"""Tasks in the shape that annotations and facts share, and which of them are the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from graphmodel.evaluation.annotation import AnnotatedTask, Annotation, Target
from graphmodel.model.facts import Facts
from graphmodel.model.ids import squeeze
from graphmodel.model.records import Responsibility
from graphmodel.model.vocabulary import LinkBasis, Role

_SURE_START, _LIKELY_START = 6, 8
"""Characters that two titles have in common where the path is the same, and where it is not."""


@dataclass(slots=True)
class Attribution:
    """The bodies of one attribution by role."""

    bodies: dict[Role, list[str]] = field(default_factory=lambda: {role: [] for role in Role})
    basis: str | None = None
    open_ended: bool = False


@dataclass(slots=True)
class Found:
    """A task of the facts."""

    id: str
    path: tuple[str, ...]
    title: str
    attributions: dict[int, Attribution] = field(default_factory=dict)
    targets: list[Target] = field(default_factory=list)
    deadlines: set[str] = field(default_factory=set)
    codes: list[str] = field(default_factory=list)

    def bodies(self) -> set[str]:
        """Everybody who leads or supports."""
        return {
            body
            for attribution in self.attributions.values()
            for role in (Role.LEAD, Role.SUPPORT)
            for body in attribution.bodies[role]
        }


Pair = tuple[AnnotatedTask | None, Found | None]


def found_tasks(facts: Facts, *, without_standing: bool) -> list[Found]:
    """The tasks of the facts, in order.

    Args:
        facts: Facts of one plan.
        without_standing: Leave out what comes from a rule stated once.
    """
    tasks = {t.id: Found(t.id, tuple(map(str, t.path)), squeeze(t.title)) for t in facts.tasks}
    for row in facts.responsibilities:
        if row.task in tasks and not (without_standing and row.standing):
            _add(row, tasks[row.task].attributions)
    for target in facts.targets:
        if target.task in tasks:
            tasks[target.task].targets.append((target.op, target.value, target.unit))
    for deadline in facts.deadlines:
        if when := deadline.date or deadline.recurrence:
            tasks[deadline.task].deadlines.add(when)
    for measure in facts.measures:
        if measure.basis is LinkBasis.TITLE:
            tasks[measure.task].codes.append(measure.code)
    return list(tasks.values())


def _add(row: Responsibility, attributions: dict[int, Attribution]) -> None:
    attribution = attributions.setdefault(row.group, Attribution())
    attribution.bodies[row.role].append(squeeze(row.mention))
    attribution.open_ended |= row.open_ended
    if row.role is Role.LEAD:
        attribution.basis = row.basis


def paired(annotation: Annotation, found: list[Found]) -> list[Pair]:
    """Annotated tasks with those found; what has no partner stands alone.

    A task that was found and not annotated counts if it assigns something, and not at all where
    the annotation covers one part of its document only.
    """
    left = list(found)
    todo = list(annotation.tasks)
    pairs: list[Pair] = []
    for is_same in _TESTS:
        rest = []
        for task in todo:
            partner = next((other for other in left if is_same(task, other)), None)
            if partner is None:
                rest.append(task)
            else:
                left = [other for other in left if other is not partner]
                pairs.append((task, partner))
        todo = rest
    pairs += [(task, None) for task in todo]
    if not annotation.is_partial:
        pairs += [(None, task) for task in left if task.attributions]
    return pairs


def _bodies(task: AnnotatedTask) -> set[str]:
    return {body for a in task.assignments for body in (*a.leads, *a.supports)}


def _at_the_same_place(task: AnnotatedTask, found: Found) -> bool:
    if found.path != task.path:
        return False
    same_start = found.title[:_SURE_START] == task.title[:_SURE_START]
    return same_start or not found.bodies().isdisjoint(_bodies(task))


def _of_the_same_title(task: AnnotatedTask, found: Found) -> bool:
    return found.title == task.title


def _of_a_like_title(task: AnnotatedTask, found: Found) -> bool:
    same_start = found.title[:_LIKELY_START] == task.title[:_LIKELY_START]
    return same_start and bool(found.attributions)


def _of_the_same_bodies(task: AnnotatedTask, found: Found) -> bool:
    return bool(found.bodies()) and found.bodies() == _bodies(task)


_TESTS: tuple[Callable[[AnnotatedTask, Found], bool], ...] = (
    _at_the_same_place,
    _of_the_same_title,
    _of_a_like_title,
    _of_the_same_bodies,
)
"""How an annotated task is recognized among those found, the surest way first."""
