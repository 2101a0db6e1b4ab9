"""`graphmodel ledger`: who has to do what by when, as tables to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphmodel.cli.errors import WrongUsage
from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang, Out
from graphmodel.cli.output import give, say
from graphmodel.ledgers.kinds import BINARY, LedgerFormat, LedgerKind
from graphmodel.model.errors import LedgerError
from graphmodel.model.facts import Facts
from graphmodel.reports.wording import Language, Wording

if TYPE_CHECKING:
    from graphmodel.ledgers.ledger import Ledger
    from graphmodel.ledgers.updating import Update

_DONE = Wording("{tables} 张表，{rows} 行。", "Tables: {tables}, rows: {rows}.")
_UPDATED = Wording(
    "沿用 {old} 所填内容：不变 {same} 行，变更 {changed} 行，新增 {new} 行，删除 {gone} 行"
    "[，自行添加 {own} 行]。",
    "What {old} was filled with is kept: {same} rows unchanged, {changed} changed, {new} new, "
    "{gone} gone[, {own} added by hand].",
)


def ledger(
    inputs: Inputs,
    kind: Annotated[
        LedgerKind | None,
        typer.Option(
            "--kind",
            help="tasks 任务分解表（默认）, units 各单位责任清单, collaboration 协作清单"
            " | what a row is (default: tasks)",
        ),
    ] = None,
    output_format: Annotated[
        LedgerFormat, typer.Option("--format", help="输出格式 | format")
    ] = LedgerFormat.XLSX,
    out: Out = None,
    old: Annotated[
        str | None,
        typer.Option(
            "--update",
            metavar="OLD",
            help="已填写的台账，所填内容会保留 | a ledger that was filled in; that is kept",
        ),
    ] = None,
    lang: Lang = Language.ZH,
) -> None:
    """编制任务分解表和责任清单。 | Task breakdown table and duty lists, to be filled in.

    --update 沿用已填写的台账：状态、备注、自行添加的列、行和工作表都会保留，并标出新增、变更、
    删除的行；单元格批注和自设格式不保留，原文件不改动。
    --update carries over a ledger that was filled in: status, remarks, and columns, rows and sheets
    that were added stay; rows that are new, changed or gone are marked. Comments on cells and own
    formats are not carried over; the old file stays as it is.
    """
    if output_format in BINARY and out is None:
        raise WrongUsage(output_format, "file_needed")
    if old is not None and out is not None and Path(out).resolve() == Path(old).resolve():
        raise WrongUsage(old, "same_file")
    with facts_of(inputs, lang) as facts:
        made = _updated(facts, kind, old, lang) if old else _made(facts, kind, lang)
        give(_file(made.ledger, output_format), out, lang)
        say(_told(made, old, lang))


def _made(facts: Facts, kind: LedgerKind | None, lang: Language) -> Update:
    from graphmodel.ledgers.building import build
    from graphmodel.ledgers.updating import Update

    return Update(build(facts, kind or LedgerKind.TASKS, lang))


def _updated(facts: Facts, kind: LedgerKind | None, old: str, lang: Language) -> Update:
    from graphmodel.ledgers.building import build
    from graphmodel.ledgers.filled import read_ledger
    from graphmodel.ledgers.updating import update

    filled = read_ledger(old)
    if kind not in (None, filled.kind):
        raise LedgerError(old, "other_kind", kind=filled.kind)
    return update(filled, build(facts, filled.kind, filled.language))


def _file(made: Ledger, form: LedgerFormat) -> str | list[bytes]:
    from graphmodel.ledgers.writing import written

    file = written(made, form)
    return file if isinstance(file, str) else [file]


def _told(made: Update, old: str | None, lang: Language) -> str:
    if old is not None:
        counts = {name: made.rows[name] for name in ("same", "changed", "new", "gone")}
        return _UPDATED(lang, old=old, own=made.rows["own"] or None, **counts)
    parts = made.ledger.parts
    return _DONE(lang, tables=len(parts), rows=sum(len(part.rows) for part in parts))
