"""Facts whose every string is an attack, of all columns that the records declare."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from graphmodel.model.columns import Column, columns_of
from graphmodel.model.facts import TABLES, Facts
from graphmodel.model.records import Diagnostic, Duty, Place, Stage
from graphmodel.model.vocabulary import Confidence, DutyKind, PlaceUnit, Recurrence, Severity
from tests.views.sample import PLACE, PLAN, TEXT, two_plans

ATTACKS = {
    "script": "</script><img src=x onerror=alert(1)>",
    "markup": "<b onclick=alert(2)>粗</b><style>*{display:none}</style>",
    "attribute": "\"'`><svg onload=alert(3)>",
    "template": "{{ 7 * 7 }}{% raw %}${alert(4)}{name}",
    "comment": "<!--<script>alert(5)",
    "separators": "a\u2028b\u2029c\n\r\t\x0b",
    "address": "javascript:alert(6)//#view=load&unit=%3Cscript%3E",
    "prototype": "__proto__",
    "constructor": "constructor",
    "bidi": "\u2069\u202e\u2066\u200f(ab) c",
    "invisible": "\u200b\u200d\ufeff\u00ad\u0301",
    "nul": "\x00\x01\x1b[31m\x7f",
    "spreadsheet": '=HYPERLINK("https://host.example/","x")',
    "10,000 letters": "W" * 10_000,
    "10,000 characters": "长" * 10_000,
}
_DAYS = {"issued", "date", "dates", "first", "last"}
"""Facts with anything but days in these columns are refused."""


def hostile(attack: str) -> Facts:
    """The sample with the attack in front of every string; all stay linked, for ids get it too."""
    facts = _full()
    tables = {
        table: tuple(
            replace(row, **{c.name: _poisoned(c, getattr(row, c.name), attack) for c in columns})
            for row in facts.rows(table)
        )
        for table, columns in attacked().items()
    }
    return replace(facts, **tables)


def attacked() -> dict[str, list[Column]]:
    """The columns of each table that hold any text."""
    return {
        table: [
            column
            for column in columns_of(record)
            if column.type in ("str", "strings", "path")
            and column.values is None
            and column.name not in _DAYS
        ]
        for table, record in TABLES.items()
    }


def _poisoned(column: Column, value: Any, attack: str) -> Any:
    if column.references and not value:
        return value
    if column.type == "path":
        return (attack, *value)
    if column.type == "strings":
        return tuple(attack + text for text in value or ("",))
    return attack + (value or "")


def _full() -> Facts:
    """The sample with a row in the tables that it leaves empty, and a doubt that has a reason."""
    facts = two_plans()
    unit = f"{PLACE}:审批局"
    every = Recurrence.QUARTERLY
    doubtful = replace(facts.responsibilities[0], confidence=Confidence.DOUBTFUL, certainty=0.5)
    return replace(
        facts,
        responsibilities=(doubtful, *facts.responsibilities[1:]),
        duties=(Duty(f"{PLAN}!1", PLAN, DutyKind.REPORT, (unit,), unit, every, (), 0, 4),),
        stages=(Stage(f"{PLAN}!2", PLAN, "启动", "2024-01-01", None, 0, 4),),
        diagnostics=(Diagnostic("doubt", Severity.WARNING, "存疑", PLAN, 0, 4),),
        places=(Place(PLAN, PlaceUnit.SHEET, 1, "表", 0, len(TEXT)),),
    )
