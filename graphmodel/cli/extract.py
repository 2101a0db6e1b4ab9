"""`graphmodel extract`: plans to facts."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from graphmodel.cli.errors import WrongUsage
from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang, Out
from graphmodel.cli.output import give, say, say_written
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import Severity
from graphmodel.reports.wording import Language, Wording


class FactsFormat(StrEnum):
    """How facts are given."""

    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"


_DONE = Wording(
    "{plans} 份方案：{tasks} 项任务，{units} 个单位，{responsibilities} 条责任"
    "[；存疑 {doubts} 处，见 diagnostics 表]。",
    "{plans} plans: {tasks} tasks, {units} units, {responsibilities} responsibilities"
    "[; {doubts} doubts, see the table diagnostics].",
)


def extract(
    inputs: Inputs,
    output_format: Annotated[
        FactsFormat, typer.Option("--format", help="输出格式 | format")
    ] = FactsFormat.JSON,
    out: Out = None,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="不含原文 | leave the plans' texts out")
    ] = False,
    plan_id: Annotated[
        str | None, typer.Option("--plan-id", metavar="ID", help="方案编号 | id of the plan")
    ] = None,
    lang: Lang = Language.ZH,
) -> None:
    """从方案中提取事实。 | Take the facts from plans.

    json 写到标准输出或文件；csv、parquet 写到文件夹。
    json goes to standard output or a file; csv and parquet into a folder.
    """
    if output_format is not FactsFormat.JSON and out is None:
        raise WrongUsage(output_format, "folder_needed")
    with facts_of(inputs, lang, plan_id=plan_id) as facts:
        _give(facts.without_texts() if no_text else facts, output_format, out, lang)
        say(_closing(facts, lang))


def _give(facts: Facts, output_format: FactsFormat, out: str | None, lang: Language) -> None:
    from graphmodel.model.facts_folder import FolderFormat, write_folder
    from graphmodel.model.facts_json import to_json

    if output_format is FactsFormat.JSON or out is None:
        give(to_json(facts), out, lang)
    else:
        write_folder(facts, Path(out), FolderFormat(output_format))
        say_written(out, lang)


def _closing(facts: Facts, lang: Language) -> str:
    doubts = Counter(diagnostic.severity for diagnostic in facts.diagnostics)
    return _DONE(
        lang,
        plans=len(facts.plans),
        tasks=len(facts.tasks),
        units=len(facts.units),
        responsibilities=len(facts.responsibilities),
        doubts=(doubts[Severity.ERROR] + doubts[Severity.WARNING]) or None,
    )
