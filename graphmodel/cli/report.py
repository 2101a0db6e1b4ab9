"""`graphmodel report`: measures of plans."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang, Out, SplitLeads, WeightsText, parse_weights
from graphmodel.cli.output import give, has_color, line_width, say
from graphmodel.cli.timing import (
    HORIZON,
    RED,
    YELLOW,
    Horizon,
    Red,
    Today,
    Within,
    WorkingDays,
    Yellow,
    timing_of,
)
from graphmodel.reports.wording import Language

if TYPE_CHECKING:
    from graphmodel.reports.report import Report


class ReportName(StrEnum):
    """The measures."""

    LOAD = "load"
    OVERLOAD = "overload"
    CONCENTRATION = "concentration"
    COLLABORATION = "collaboration"
    DEADLINES = "deadlines"
    COVERAGE = "coverage"
    SUMMARY = "summary"


class ReportFormat(StrEnum):
    """How a report is given."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


_NAMES = (
    "load 单位负荷, overload 超载单位, concentration 负荷集中度, "
    "collaboration 单位协作, deadlines 期限与报送, coverage 覆盖情况, summary 概况"
)


def report(  # noqa: PLR0913  # each is an option of the command line
    name: Annotated[ReportName, typer.Argument(metavar="REPORT", help=_NAMES)],
    inputs: Inputs,
    output_format: Annotated[
        ReportFormat, typer.Option("--format", help="输出格式 | format")
    ] = ReportFormat.TABLE,
    out: Out = None,
    weights: WeightsText = None,
    split_leads: SplitLeads = False,
    today: Today = None,
    within: Within = None,
    red: Red = RED,
    yellow: Yellow = YELLOW,
    horizon: Horizon = HORIZON,
    working_days: WorkingDays = False,
    lang: Lang = Language.ZH,
) -> None:
    """统计谁负担多重、谁与谁协作。 | Who carries how much, and who works with whom."""
    from graphmodel.reports.catalogue import REPORTS
    from graphmodel.reports.deadlines import deadlines_report
    from graphmodel.reports.loads import Counting

    counting = Counting(parse_weights(weights), split_leads)
    timing = timing_of(today, red, yellow, horizon, working_days)
    with facts_of(inputs, lang) as facts:
        if name is ReportName.DEADLINES:
            result = deadlines_report(facts, timing, lang, within=within)
        else:
            result = REPORTS[name](facts, counting, lang)
        give(write_report(result, output_format, out), out, lang)
        if output_format in (ReportFormat.JSON, ReportFormat.CSV):
            say("\n".join(result.rules))


def write_report(report: Report, output_format: ReportFormat, out: str | None) -> str:
    """The report as text; a table for a terminal as wide as its lines may be."""
    from graphmodel.reports import formats, markdown, terminal

    match output_format:
        case ReportFormat.JSON:
            return formats.to_json(report)
        case ReportFormat.CSV:
            return formats.to_csv(report)
        case ReportFormat.MD:
            return markdown.to_markdown(report)
        case ReportFormat.TABLE:
            return terminal.to_text(report, width=line_width(out), color=has_color(out))
