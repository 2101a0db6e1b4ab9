"""`graphmodel explain`: the words behind a fact."""

from __future__ import annotations

from typing import Annotated

import typer

from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang, Out
from graphmodel.cli.output import give, line_width
from graphmodel.reports.wording import Language


def explain(
    inputs: Inputs,
    fact_id: Annotated[str, typer.Option("--id", metavar="ID", help="事实的编号 | id of the fact")],
    out: Out = None,
    lang: Lang = Language.ZH,
) -> None:
    """一条事实的原文、规则和单位判定。 | The words behind a fact, the rule, the unit decision.

    编号见 extract 的结果：责任、任务、单位、指标、目标、期限、义务等。
    Ids are those of extract: of responsibilities, tasks, units, indicators, targets and so on.
    """
    from graphmodel.reports import explanation, explanation_text

    with facts_of(inputs, lang) as facts:
        found = explanation.explain(facts, fact_id)
        give(explanation_text.to_text(found, lang, width=line_width(out)), out, lang)
