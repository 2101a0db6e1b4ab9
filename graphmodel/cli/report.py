"""`graphmodel report`: measures of plans."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from graphmodel.cli.choosing import By, Collectives, Groups, Least, Pairs, parameters_of
from graphmodel.cli.errors import WrongUsage
from graphmodel.cli.finished import StatusOf, finished_in, refuse_status
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
    refuse_timing,
    timing_of,
)
from graphmodel.reports.wording import Language

if TYPE_CHECKING:
    from graphmodel.analysis.schedule import Timing
    from graphmodel.model.facts import Facts
    from graphmodel.reports.loads import Counting
    from graphmodel.reports.report import Report


class ReportName(StrEnum):
    """The measures."""

    LOAD = "load"
    OVERLOAD = "overload"
    CONCENTRATION = "concentration"
    COLLABORATION = "collaboration"
    NETWORK = "network"
    DEADLINES = "deadlines"
    COVERAGE = "coverage"
    SUMMARY = "summary"


class ReportFormat(StrEnum):
    """How a report is given."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"


class AnyFormat(StrEnum):
    """How a report is given, or the summary as a document to hand on."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"
    DOCX = "docx"
    HTML = "html"


_NAMES = (
    "load 单位负荷, overload 超载单位, concentration 负荷集中度, "
    "collaboration 单位协作, network 协作网络, deadlines 期限与报送, "
    "coverage 覆盖情况, summary 概况"
)


def report(  # noqa: PLR0913  # each is an option of the command line
    name: Annotated[ReportName, typer.Argument(metavar="REPORT", help=_NAMES)],
    inputs: Inputs,
    output_format: Annotated[
        AnyFormat,
        typer.Option(
            "--format",
            help="输出格式；summary 的 md、docx、html 是两页的摘要"
            " | format; md, docx, html of summary are the two-page summary",
        ),
    ] = AnyFormat.TABLE,
    out: Out = None,
    weights: WeightsText = None,
    split_leads: SplitLeads = False,
    by: By = None,
    collectives: Collectives = False,
    pairs: Pairs = None,
    least: Least = None,
    groups: Groups = None,
    today: Today = None,
    within: Within = None,
    red: Red = RED,
    yellow: Yellow = YELLOW,
    horizon: Horizon = HORIZON,
    working_days: WorkingDays = False,
    status: StatusOf = None,
    lang: Lang = Language.ZH,
) -> None:
    """统计谁负担多重、谁与谁协作。 | Who carries how much, and who works with whom."""
    from graphmodel.reports.catalogue import REPORTS
    from graphmodel.reports.deadlines import deadlines_report
    from graphmodel.reports.loads import Counting

    is_document = _is_document(name, output_format, out)
    counting = Counting(parse_weights(weights), split_leads, collectives)
    parameters = parameters_of(name, counting, by, pairs, least, groups)
    refuse_timing(name, today, within, red, yellow, horizon, working_days)
    timing = timing_of(today, red, yellow, horizon, working_days)
    refuse_status(name, status)
    with facts_of(inputs, lang) as facts:
        finished = finished_in(status, facts, lang)
        if is_document:
            give(_document(facts, counting, timing, finished, output_format, lang), out, lang)
            return
        if name is ReportName.DEADLINES:
            result = deadlines_report(facts, timing, lang, within=within, finished=finished)
        else:
            result = REPORTS[name](facts, parameters, lang)
        _give(result, ReportFormat(output_format), out, lang)


def _give(result: Report, form: ReportFormat, out: str | None, language: Language) -> None:
    give(write_report(result, form, out), out, language)
    if form in (ReportFormat.JSON, ReportFormat.CSV):
        say("\n".join(result.rules))


def _is_document(name: ReportName, form: AnyFormat, out: str | None) -> bool:
    """Whether the two-page summary is asked for.

    Raises:
        WrongUsage: `summary_only`, where another report is; `file_needed`.
    """
    if form in (AnyFormat.DOCX, AnyFormat.HTML) and name is not ReportName.SUMMARY:
        raise WrongUsage(form, "summary_only")
    if form is AnyFormat.DOCX and out is None:
        raise WrongUsage(form, "file_needed")
    documents = (AnyFormat.MD, AnyFormat.DOCX, AnyFormat.HTML)
    return name is ReportName.SUMMARY and form in documents


def _document(
    facts: Facts,
    counting: Counting,
    timing: Timing,
    finished: frozenset[str],
    form: AnyFormat,
    language: Language,
) -> str | list[bytes]:
    """The two-page summary."""
    from graphmodel.reports.briefs.compose import brief
    from graphmodel.reports.briefs.writing import BriefFormat, written

    made = brief(facts, counting, timing, language, finished=finished)
    file = written(made, BriefFormat(form))
    return file if isinstance(file, str) else [file]


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
