"""`graphmodel ledger`: who has to do what by when, as tables to be filled in."""

from __future__ import annotations

from typing import Annotated

import typer

from graphmodel.cli.errors import WrongUsage
from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang, Out
from graphmodel.cli.output import give, say
from graphmodel.ledgers.kinds import BINARY, LedgerFormat, LedgerKind
from graphmodel.model.facts import Facts
from graphmodel.reports.wording import Language, Wording

_DONE = Wording("{tables} 张表，{rows} 行。", "Tables: {tables}, rows: {rows}.")


def ledger(
    inputs: Inputs,
    kind: Annotated[
        LedgerKind,
        typer.Option(
            "--kind",
            help="tasks 任务分解表, units 各单位责任清单, collaboration 协作清单 | what a row is",
        ),
    ] = LedgerKind.TASKS,
    output_format: Annotated[
        LedgerFormat, typer.Option("--format", help="输出格式 | format")
    ] = LedgerFormat.XLSX,
    out: Out = None,
    lang: Lang = Language.ZH,
) -> None:
    """编制任务分解表和责任清单。 | Task breakdown table and duty lists, to be filled in."""
    if output_format in BINARY and out is None:
        raise WrongUsage(output_format, "file_needed")
    with facts_of(inputs, lang) as facts:
        _give(facts, kind, output_format, out, lang)


def _give(
    facts: Facts, kind: LedgerKind, form: LedgerFormat, out: str | None, lang: Language
) -> None:
    from graphmodel.ledgers.building import build
    from graphmodel.ledgers.writing import written

    made = build(facts, kind, lang)
    file = written(made, form)
    give(file if isinstance(file, str) else [file], out, lang)
    rows = sum(len(part.rows) for part in made.parts)
    say(_DONE(lang, tables=len(made.parts), rows=rows))
