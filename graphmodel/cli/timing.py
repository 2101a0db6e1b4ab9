"""The day that a report judges by, and the thresholds of its states."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from graphmodel.cli.errors import WrongUsage
from graphmodel.cli.parameters import day

if TYPE_CHECKING:
    from graphmodel.analysis.schedule import Timing

_LONGEST = 3660
"""Days of the longest period: ten years."""

Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="YYYY-MM-DD",
        help="deadlines、summary：当作今天的日期（默认取时钟）"
        " | deadlines, summary: the day to take for today (default: the clock)",
    ),
]
Within = Annotated[
    int | None,
    typer.Option(
        "--within",
        metavar="DAYS",
        min=0,
        max=_LONGEST,
        help="deadlines：只列多少天内到期的和逾期的"
        " | deadlines: only what is past or due within so many days",
    ),
]
Red = Annotated[
    int,
    typer.Option(
        "--red", metavar="DAYS", min=0, max=_LONGEST, help="剩余几天起为红 | days left from red on"
    ),
]
Yellow = Annotated[
    int,
    typer.Option(
        "--yellow",
        metavar="DAYS",
        min=0,
        max=_LONGEST,
        help="剩余几天起为黄 | days left from yellow on",
    ),
]
Horizon = Annotated[
    int,
    typer.Option(
        "--horizon",
        metavar="DAYS",
        min=0,
        max=_LONGEST,
        help="定期事项列到几天后 | days ahead for which what recurs is listed",
    ),
]
WorkingDays = Annotated[
    bool,
    typer.Option(
        "--working-days",
        help="逢周末顺延至周一（不计法定节假日）"
        " | move weekends to Monday (public holidays are not known)",
    ),
]
RED, YELLOW, HORIZON = 7, 30, 90


def refuse_timing(
    report: str,
    today: str | None,
    within: int | None,
    red: int,
    yellow: int,
    horizon: int,
    working_days: bool,
) -> None:
    """Say that only some reports are about days.

    Raises:
        WrongUsage: `option_elsewhere`.
    """
    given = {
        "--within": within is not None,
        "--today": today is not None,
        "--red": red != RED,
        "--yellow": yellow != YELLOW,
        "--horizon": horizon != HORIZON,
        "--working-days": working_days,
    }
    for option, is_given in given.items():
        reports = ("deadlines",) if option == "--within" else ("deadlines", "summary")
        if is_given and report not in reports:
            raise WrongUsage(option, "option_elsewhere", part=", ".join(reports))


def timing_of(today: str | None, red: int, yellow: int, horizon: int, working_days: bool) -> Timing:
    """The options as the analysis takes them.

    Raises:
        WrongUsage: `bad_day`, or `bad_thresholds`, where red would begin before yellow.
    """
    from graphmodel.analysis.schedule import Timing

    if red > yellow:
        raise WrongUsage("--red", "bad_thresholds", red=red, yellow=yellow)
    return Timing(day(today) or date.today(), red, yellow, horizon, working_days)
