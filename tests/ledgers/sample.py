"""Ledgers of one small plan, and facts of it with other words."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from graphmodel.ledgers.building import build
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.ledgers.ledger import Ledger, Part
from graphmodel.model.facts import Facts
from graphmodel.reports.wording import Language
from tests.reports.sample import FACTS

FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("x")', "{=1}", "http://a.b/")
"""Words of a plan that a spreadsheet would carry out, or make something else of."""


def ledger(kind: LedgerKind, language: Language = Language.ZH, facts: Facts = FACTS) -> Ledger:
    return build(facts, kind, language)


def texts(part: Part) -> list[dict[str, str]]:
    """The rows of a table by the keys of its columns, hidden checksums left out."""
    keys = [field.key for field in part.fields]
    return [
        {key: cell for key, cell in zip(keys, row, strict=True) if cell and key != "sums"}
        for row in part.rows
    ]


def titled(*titles: str, facts: Facts = FACTS) -> Facts:
    """The facts with other titles of tasks; those that have none stay."""
    tasks = [replace(task, title=title) for task, title in zip(facts.tasks, titles, strict=False)]
    return replace(facts, tasks=(*tasks, *facts.tasks[len(tasks) :]))


def named(*names: str) -> Facts:
    """The facts with other names of bodies."""
    units = [replace(unit, name=name) for unit, name in zip(FACTS.units, names, strict=True)]
    return replace(FACTS, units=tuple(units))


def sheets(data: bytes) -> dict[str, list[list[Any]]]:
    """The cells of a workbook, by sheet, as another program reads them."""
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}
