"""`graphmodel calendar`: deadlines and duties for calendar programs."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang, Out
from graphmodel.cli.output import give, say
from graphmodel.cli.parameters import day
from graphmodel.reports.wording import Language, Wording

_DONE = Wording(
    "{events} 个日程[；{undated} 项没有日期也没有周期，未列入]。",
    "{events} events[; {undated} items without day or recurrence are left out].",
)
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="YYYY-MM-DD",
        help="方案未写任何日期时，定期事项从哪天起（默认今天）"
        " | from when on things recur where a plan names no day (default: today)",
    ),
]


def calendar(
    inputs: Inputs, out: Out = None, today: Today = None, lang: Lang = Language.ZH
) -> None:
    """把期限和定期义务写成日历（.ics）。 | Deadlines and duties as a calendar (.ics).

    可导入 Outlook、WPS 日历、手机日历等；同一方案再次导入，原有日程会更新而不会重复。
    For Outlook, calendars of telephones and others; a second import of the same plan renews events.
    """
    from graphmodel.ledgers.calendar import calendar_of

    with facts_of(inputs, lang) as facts:
        made = calendar_of(facts, day(today) or date.today(), lang)
        give([made.data], out, lang)
        say(_DONE(lang, events=made.events, undated=made.undated or None))
