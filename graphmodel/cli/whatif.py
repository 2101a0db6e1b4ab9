"""`graphmodel whatif`: a scenario, tried out."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang, Out, WeightsText, parse_weights
from graphmodel.cli.tables import Named, TableFormat, give_tables, needs_file
from graphmodel.reports.wording import Language, Wording

_SHEETS = {
    "figures": Wording("概况", "Figures"),
    "units": Wording("单位", "Units"),
    "pairs": Wording("协作", "Collaboration"),
}


def whatif(
    scenario: Annotated[
        Path,
        typer.Argument(
            metavar="SCENARIO",
            help="方案设想（TOML，见 docs/scenarios.md） | a scenario, see docs/scenarios.md",
            show_default=False,
        ),
    ],
    inputs: Inputs,
    output_format: Annotated[
        TableFormat, typer.Option("--format", help="输出格式 | format")
    ] = TableFormat.TABLE,
    out: Out = None,
    weights: WeightsText = None,
    lang: Lang = Language.ZH,
) -> None:
    """试算：调整牵头、增减配合、合并或撤销单位后的负荷与协作。 | Try out a scenario.

    步骤写在 TOML 文件里，按次序执行；relieve --out 方案.toml 写出的文件可直接使用。
    Steps stand in a TOML file, carried out in their order; relieve --out writes such a file.
    """
    from graphmodel.analysis.scenario.steps import read_scenario

    needs_file(output_format, out)
    counting = parse_weights(weights)
    steps = read_scenario(scenario)
    with facts_of(inputs, lang) as facts:
        from graphmodel.analysis.scenario.applying import after_scenario
        from graphmodel.reports.scenarios import scenario_reports

        after = after_scenario(facts, steps, str(scenario))
        reports = scenario_reports(facts, after, len(steps), counting, lang)
        tables = [Named(key, _SHEETS[key](lang), report) for key, report in reports.items()]
        give_tables(tables, output_format, out)
