"""Makes what is generated: docs/ from the model, data/plans/ from the five plans in ../shared.

`data/plans/` holds facts and no text: who leads what, paths, targets, dates, spans. Titles, names
and phrases are cut to 30 characters, so that no sentence of a document travels with the project.
Where there is no ../shared, or no folder that GRAPHMODEL_SHARED names, data/plans stays as it is.
"""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import graphmodel
from graphmodel.model.columns import Column, Strings, columns_of
from graphmodel.model.facts import TABLES, Facts
from graphmodel.model.facts_folder import write_folder
from graphmodel.model.facts_json import json_schema
from graphmodel.model.files import write_text_atomically
from graphmodel.model.schema import schema_page

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("GRAPHMODEL_SHARED", ROOT.parent / "shared"))
DOCS = ROOT / "docs"
FACTS = ROOT / "data" / "plans"
PLANS = ("yijun-2021", "huining-2022", "weibin-2023", "jingle-2020", "xiangyuan-2023")
LONGEST = 30
"""Most characters of a title, name or phrase in data/plans."""

_QUOTED = {"message": "detail", "reason": "mention"}
"""Columns that hold a sentence of ours, and the column whose words it may quote."""
_WHOLE = frozenset({"id", "sha256", *_QUOTED})
"""Columns of text that are not cut; in a sentence of ours the quote is."""


def pages() -> dict[str, str]:
    """The generated files of docs/, by name."""
    schema = json.dumps(json_schema(), ensure_ascii=False, indent=2)
    return {"schema.md": schema_page(), "facts.schema.json": f"{schema}\n"}


def plan_facts(plan: str, shared: Path) -> Facts:
    """The facts of one of the five plans, as data/plans holds them.

    Args:
        plan: The name of the document without suffix, which becomes the plan's id.
        shared: The folder that holds `documents/`.

    Raises:
        GraphmodelError: The document cannot be read.
    """
    document = shared / "documents" / f"{plan}.txt"
    return without_sentences(graphmodel.extract(document, plan_id=plan))


def without_sentences(facts: Facts) -> Facts:
    """The facts without texts, and with no more than 30 characters of a document in a cell."""
    tables = {
        table: tuple(_cut_row(row, free_columns(record)) for row in facts.rows(table))
        for table, record in TABLES.items()
    }
    return Facts(**tables).without_texts()


def free_columns(record: type) -> tuple[Column, ...]:
    """The columns of a table that may hold any words: no ids, no values of a fixed set."""
    return tuple(
        column
        for column in columns_of(record)
        if column.type in ("str", "strings")
        and column.references is None
        and column.values is None
        and column.name not in _WHOLE
    )


def _cut_row(row: Any, columns: tuple[Column, ...]) -> Any:
    short = replace(row, **{column.name: _cut(getattr(row, column.name)) for column in columns})
    ours = {
        ours: said.replace(getattr(row, quoted), getattr(short, quoted))
        for ours, quoted in _QUOTED.items()
        if (said := getattr(row, ours, None))
    }
    return replace(short, **ours)


def _cut(value: str | Strings | None) -> str | Strings | None:
    if isinstance(value, tuple):
        return tuple(part[:LONGEST] for part in value)
    return value[:LONGEST] if value else value


def main() -> None:
    """Write the pages of docs/, and the facts where the documents are there."""
    for name, text in pages().items():
        write_text_atomically(DOCS / name, text)
        print(f"docs/{name}")
    if not (SHARED / "documents").is_dir():
        print(f"data/plans stays as it is: there is no {SHARED.name}/documents beside the clone")
        return
    for plan in PLANS:
        write_folder(plan_facts(plan, SHARED), FACTS / plan)
        print(f"data/plans/{plan}")


if __name__ == "__main__":
    main()
