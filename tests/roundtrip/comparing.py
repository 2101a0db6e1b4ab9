"""What two readings of a plan disagree on."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import Role


class Part(NamedTuple):
    """A task with a body's part in it; of a task without one the last four are empty."""

    path: str
    title: str
    role: str = ""
    mention: str = ""
    basis: str = ""
    open_ended: bool = False


def parts(facts: Facts) -> Counter[Part]:
    """The tasks of a plan, and the responsibilities of its tasks and indicators."""
    tasks = {task.id: (".".join(map(str, task.path)), task.title) for task in facts.tasks}
    indicators = {indicator.id: ("", indicator.name) for indicator in facts.indicators}
    found = Counter(Part(*task) for task in tasks.values())
    for row in facts.responsibilities:
        about = tasks[row.task] if row.task else indicators[row.indicator or ""]
        found[Part(*about, row.role, row.mention, row.basis or "", row.open_ended)] += 1
    return found


def differences(expected: Facts, found: Facts) -> list[str]:
    """One line a part that only one of the two has; none where they agree."""
    wanted, got = parts(expected), parts(found)
    return sorted(
        f"{sign} {' '.join(str(value) for value in part if value)}"
        for sign, only in (("-", wanted - got), ("+", got - wanted))
        for part in only.elements()
    )


def f1(expected: Facts, found: Facts) -> float:
    """F1 of the responsibilities by task, role and mention, as accuracy on gold is counted."""
    wanted, got = _roles(expected), _roles(found)
    both = (wanted & got).total()
    return 2 * both / (wanted.total() + got.total())


def _roles(facts: Facts) -> Counter[tuple[str, str, str]]:
    return Counter(
        {(part.path, part.role, part.mention): n for part, n in parts(facts).items() if part.role}
    )


def breakdown_differences(expected: Facts, found: Facts) -> list[str]:
    """As `differences`, of what a table of tasks holds: who leads and who supports which."""
    wanted, got = _shares(expected), _shares(found)
    lines = [("-", share) for share in wanted - got] + [("+", share) for share in got - wanted]
    return sorted(f"{sign} {' '.join(share)}" for sign, share in lines)


def _shares(facts: Facts) -> set[tuple[str, str, str]]:
    titles = {task.id: task.title for task in facts.tasks}
    return {
        (titles[row.task], row.role, row.mention)
        for row in facts.responsibilities
        if row.task and row.role in (Role.LEAD, Role.SUPPORT)
    }
