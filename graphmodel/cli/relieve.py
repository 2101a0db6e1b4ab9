"""`graphmodel relieve`: the fewest changes of lead that relieve whoever carries too much."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang, Out, WeightsText, parse_weights
from graphmodel.cli.output import give, has_color, line_width, say
from graphmodel.reports.wording import Language

if TYPE_CHECKING:
    from graphmodel.reports.reliefs import ReliefReport


class ReliefFormat(StrEnum):
    """How relief is given."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"
    TOML = "toml"


def relieve(
    inputs: Inputs,
    output_format: Annotated[
        ReliefFormat | None,
        typer.Option(
            "--format",
            help="输出格式（默认 table；--out 以 .toml 结尾时为 toml，即 whatif 的方案文件）"
            " | format; toml, the default where --out ends with .toml, is a scenario for whatif",
            show_default=False,
        ),
    ] = None,
    out: Out = None,
    weights: WeightsText = None,
    lang: Lang = Language.ZH,
) -> None:
    """最少调整哪些牵头可以减负。 | The fewest changes of lead that relieve who is overloaded.

    超载线取调整前的；每项牵头只交给已在该任务中配合的单位。
    The line is that of the state before; leads go only to units that support the task already.
    """
    from graphmodel.reports.reliefs import relief_report

    is_scenario = out is not None and out.endswith(".toml")
    chosen = output_format or (ReliefFormat.TOML if is_scenario else ReliefFormat.TABLE)
    counting = parse_weights(weights)
    with facts_of(inputs, lang) as facts:
        report = relief_report(facts, counting, lang)
        give(_written(report, chosen, out), out, lang)
        if chosen not in (ReliefFormat.TABLE, ReliefFormat.MD):
            say("\n".join([*report.changes.findings, *report.changes.rules]))


def _written(report: ReliefReport, chosen: ReliefFormat, out: str | None) -> str:
    from graphmodel.reports import answers, relief_text

    match chosen:
        case ReliefFormat.JSON:
            return relief_text.to_json(report)
        case ReliefFormat.CSV:
            return answers.to_csv(report.changes)
        case ReliefFormat.MD:
            return relief_text.to_markdown(report)
        case ReliefFormat.TOML:
            return relief_text.to_scenario(report)
        case ReliefFormat.TABLE:
            return relief_text.to_text(report, width=line_width(out), color=has_color(out))
