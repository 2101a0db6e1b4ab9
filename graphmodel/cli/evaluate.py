"""`graphmodel evaluate`: facts against annotations."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang, Out
from graphmodel.cli.output import give, say
from graphmodel.cli.report import ReportFormat, write_report
from graphmodel.reports.wording import Language


def evaluate(
    gold: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="人工标注（JSON 文件或文件夹，格式见 docs/annotating.md）"
            " | annotations: a JSON file or a folder of them, see docs/annotating.md",
            show_default=False,
        ),
    ],
    inputs: Inputs,
    details: Annotated[
        bool, typer.Option("--details", help="逐条列出遗漏与多出 | list what is missed and extra")
    ] = False,
    output_format: Annotated[
        ReportFormat, typer.Option("--format", help="输出格式 | format")
    ] = ReportFormat.TABLE,
    out: Out = None,
    lang: Lang = Language.ZH,
) -> None:
    """与人工标注比较：精确率、召回率、F1。 | Precision, recall and F1 against annotations.

    多份标注按方案编号或文件名（不含后缀）对应。
    Of several annotations each belongs to the plan of its id, or to the file of that name.
    """
    from graphmodel.evaluation import read_annotations
    from graphmodel.evaluation.plans import score_all
    from graphmodel.reports.evaluations import figures_report, mistakes_report

    annotations = read_annotations(gold)
    with facts_of(inputs, lang) as facts:
        tallies = score_all(annotations, facts)
        report = mistakes_report(tallies, facts, lang) if details else figures_report(tallies, lang)
        give(write_report(report, output_format, out), out, lang)
        if report.rules and output_format in (ReportFormat.JSON, ReportFormat.CSV):
            say("\n".join(report.rules))
