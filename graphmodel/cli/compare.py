"""`graphmodel compare`: places side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang, Out, WeightsText, parse_weights
from graphmodel.cli.output import line_width
from graphmodel.cli.tables import Named, TableFormat, give_tables, needs_file
from graphmodel.reports.wording import Language, Wording

_SHEETS = {
    "figures": Wording("概况", "Figures"),
    "functions": Wording("按职能", "Functions"),
    "indicators": Wording("按指标", "Indicators"),
    "lacks": Wording("有与没有", "Lacks"),
}


def compare(
    inputs: Inputs,
    output_format: Annotated[
        TableFormat, typer.Option("--format", help="输出格式 | format")
    ] = TableFormat.TABLE,
    out: Out = None,
    weights: WeightsText = None,
    lang: Lang = Language.ZH,
) -> None:
    """各地并列比较：谁牵头什么、负荷与网络、有与没有。 | Places side by side.

    同一地方的几份方案合在一起；只有一个地方时，逐份比较。
    The plans of a place are taken together; of one place alone they are compared with each other.
    """
    needs_file(output_format, out)
    counting = parse_weights(weights)
    with facts_of(inputs, lang) as facts:
        from graphmodel.reports.place_comparison import for_terminal, place_reports

        reports = place_reports(facts, counting, lang)
        if output_format is TableFormat.TABLE:
            reports = for_terminal(reports, line_width(out))
        tables = [Named(key, _SHEETS[key](lang), report) for key, report in reports.items()]
        give_tables(tables, output_format, out)
