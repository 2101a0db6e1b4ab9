"""What people wrote on the tasks of a plan: how far each is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphmodel.ledgers.building import build
from graphmodel.ledgers.fields import DONE, ID, PART, PATH, REMARK, STATUS, TITLE
from graphmodel.ledgers.filled import Filled, FilledPart, FilledRow, read_ledger
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.ledgers.matching import matches
from graphmodel.model.errors import LedgerError
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import Role
from graphmodel.reports.explanation_words import value_word

_FINISHED = frozenset({
    "已完成", "完成", "全部完成", "已办结", "办结", "已完结", "完结", "已销号", "销号",
    "√", "✓", "☑", "✔", "100%", "finished", "done", "completed", "complete", "closed",
})  # fmt: skip
"""Words of the status column that say that a task is done; no others do, such as 基本完成."""
_DAY = re.compile(r"(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?")


@dataclass(frozen=True, slots=True)
class Status:
    """How far a task is."""

    word: str
    """As written."""
    is_finished: bool
    date: str | None
    """The day that it was finished on, ISO 8601, or as written where it is no day."""
    remark: str


@dataclass(frozen=True, slots=True)
class Statuses:
    """What a ledger says on the tasks of facts."""

    by_task: Mapping[str, Status]
    """By the ids of the facts, of tasks that have a status."""
    unplaced: Sequence[str]
    """The titles of rows that have a status and are about none of these tasks."""

    @property
    def finished(self) -> frozenset[str]:
        """The ids of the tasks that are done."""
        return frozenset(task for task, one in self.by_task.items() if one.is_finished)


def statuses(path: Path | str, facts: Facts) -> Statuses:
    """The status of each task, of a ledger of tasks or of the lists of bodies.

    Rows are found again by what they are about, so that an older ledger will do. In lists of
    bodies the rows of those that lead count; a task is done when all of these say so.

    Args:
        path: The ledger.
        facts: The plans as they are now.

    Raises:
        InputError, LedgerError: As `filled.read_ledger`; `no_ledger` also where the rows of the
            ledger are about no tasks.
    """
    filled = read_ledger(path)
    if filled.kind is LedgerKind.COLLABORATION:
        raise LedgerError(str(path), "no_ledger")
    [table] = build(facts, LedgerKind.TASKS, filled.language).parts
    keys = [field.key for field in table.fields]
    tasks = [dict(zip(keys, row, strict=True)) for row in table.rows]
    rows = [row for part in filled.parts for row in _of_leads(part, filled)]
    about = {_about(row): row for row in reversed(rows)}
    olds = [*about.values()]
    found = {_about(olds[old]): tasks[new][ID.key] for new, old in matches(olds, tasks).items()}
    by_task: dict[str, Status] = {}
    unplaced: dict[str, None] = {}
    for row in rows:
        if not row.get(STATUS.key):
            continue
        if task := found.get(_about(row)):
            _add(by_task, task, _status(row))
        else:
            unplaced[row.get(TITLE.key, "")] = None
    return Statuses(by_task, [*unplaced])


def _about(row: FilledRow) -> tuple[str | None, ...]:
    """What several lists of bodies say of one task alike."""
    return row.get(ID.key), row.get(PATH.key), row.get(TITLE.key)


def _of_leads(part: FilledPart, filled: Filled) -> Iterator[FilledRow]:
    """The rows of a table; of the list of a body those of what it leads."""
    lead = value_word("role", Role.LEAD, filled.language)
    for row in part.rows:
        if filled.kind is LedgerKind.TASKS or row.get(PART.key) == lead:
            yield row


def _status(row: FilledRow) -> Status:
    word = row.get(STATUS.key, "").strip()
    done = row.get(DONE.key, "").strip()
    is_finished = word.rstrip("。.!！").casefold() in _FINISHED
    return Status(word, is_finished, _day(done) if done else None, row.get(REMARK.key, ""))


def _day(text: str) -> str:
    found = _DAY.fullmatch(text)
    return f"{found[1]}-{int(found[2]):02}-{int(found[3]):02}" if found else text


def _add(by_task: dict[str, Status], task: str, status: Status) -> None:
    """Of several that lead a task, who is not done is heard."""
    if task not in by_task or by_task[task].is_finished:
        by_task[task] = status
