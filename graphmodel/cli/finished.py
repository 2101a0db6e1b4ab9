"""What a ledger that was filled in says is done."""

from __future__ import annotations

from typing import Annotated

import typer

from graphmodel.cli.errors import WrongUsage
from graphmodel.cli.output import say
from graphmodel.model.facts import Facts
from graphmodel.reports.wording import Language, Wording

StatusOf = Annotated[
    str | None,
    typer.Option(
        "--status",
        metavar="LEDGER",
        help="deadlines、summary：已填写的台账，其中已完成的任务不再算逾期"
        " | deadlines, summary: a ledger that was filled in; what is finished in it is not overdue",
    ),
]
_REPORTS = ("deadlines", "summary")
_UNPLACED = Wording(
    "{source} 中有 {count} 行在方案里找不到对应的任务，其状态未计入：{titles}。",
    "{source}: rows that are about no task of the plans do not count ({count}): {titles}.",
)
_TOLD = 3
"""Rows that are named of those that do not count."""


def refuse_status(report: str, ledger: str | None) -> None:
    """Say that only some reports know what is finished.

    Raises:
        WrongUsage: `option_elsewhere`.
    """
    if ledger is not None and report not in _REPORTS:
        raise WrongUsage("--status", "option_elsewhere", part=", ".join(_REPORTS))


def finished_in(ledger: str | None, facts: Facts, language: Language) -> frozenset[str]:
    """The ids of the tasks that are finished; rows that are about none are a line on stderr.

    Raises:
        InputError, LedgerError: As `graphmodel.ledgers.statuses.statuses`.
    """
    from graphmodel.ledgers.statuses import statuses

    if ledger is None:
        return frozenset()
    found = statuses(ledger, facts)
    if count := len(found.unplaced):
        titles = [*found.unplaced[:_TOLD], *(["…"] if count > _TOLD else [])]
        joined = ("、" if language is Language.ZH else ", ").join(titles)
        say(_UNPLACED(language, source=ledger, count=count, titles=joined))
    return found.finished
