"""Facts as the JSON of `graphmodel.facts/1`, and its JSON Schema."""

from __future__ import annotations

import json
import re
from typing import Any

from graphmodel.model.columns import Column, columns_of
from graphmodel.model.errors import FactsError
from graphmodel.model.facts import TABLES, Facts

SCHEMA = "graphmodel.facts/1"

_HEX = "[0-9a-fA-F]"
_PAIR_OR_HALF = re.compile(
    rf"(?P<whole>\\\\|\\u[dD][89abAB]{_HEX}{{2}}\\u[dD][c-fC-F]{_HEX}{{2}})"
    rf"|\\u[dD][89a-fA-F]{_HEX}{{2}}"
)
"""An escaped backslash, the two halves of one character, or half a character alone."""


def to_json(facts: Facts) -> str:
    """The facts as one JSON object, ending in a line end. Equal facts give equal bytes."""
    return json.dumps(to_object(facts), ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def to_object(facts: Facts) -> dict[str, Any]:
    """The facts as plain dictionaries and lists, as `json` takes them."""
    tables = {
        table: [_row_object(row, columns_of(record)) for row in facts.rows(table)]
        for table, record in TABLES.items()
    }
    return {"schema": SCHEMA, **tables}


def _row_object(row: Any, columns: tuple[Column, ...]) -> dict[str, Any]:
    return {column.name: getattr(row, column.name) for column in columns}


def from_json(text: str, source: str) -> Facts:
    """Facts from the JSON that `to_json` writes. Keys that are not known are passed over.

    Args:
        text: The JSON.
        source: The file it came from, for messages.

    Raises:
        FactsError: `malformed`, with the place, where it is no JSON of this schema.
    """
    try:
        data = json.loads(_whole_characters(text))
    except (ValueError, RecursionError) as error:
        raise FactsError(source, "malformed", place=str(error)) from error
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        raise FactsError(source, "malformed", place=f'"schema": "{SCHEMA}"')
    return Facts(
        **{
            table: tuple(_rows_from(data.get(table, []), table, record, source))
            for table, record in TABLES.items()
        }
    )


def _whole_characters(text: str) -> str:
    r"""JSON in which no escape stands for half a character: `\ud800` alone becomes U+FFFD."""
    return _PAIR_OR_HALF.sub(lambda match: match["whole"] or r"\ufffd", text)


def _rows_from(rows: Any, table: str, record: type, source: str) -> list[Any]:
    if not isinstance(rows, list):
        raise FactsError(source, "malformed", place=table)
    columns = columns_of(record)
    return [
        record(**{c.name: _cell(row, c, f"{table}[{number}]", source) for c in columns})
        for number, row in enumerate(rows)
    ]


def _cell(row: Any, column: Column, place: str, source: str) -> Any:
    try:
        value = row.get(column.name)
        return None if value is None and column.optional else column.convert(value)
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        raise FactsError(source, "malformed", place=f"{place}.{column.name}") from error


_JSON_TYPES: dict[str, dict[str, Any]] = {
    "str": {"type": "string"},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "path": {"type": "array", "items": {"type": ["integer", "string"]}},
    "strings": {"type": "array", "items": {"type": "string"}},
}


def json_schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of `graphmodel.facts/1`, made from the record classes."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": SCHEMA,
        "type": "object",
        "required": ["schema", *TABLES],
        "properties": {
            "schema": {"const": SCHEMA},
            **{table: _table_schema(record) for table, record in TABLES.items()},
        },
    }


def _table_schema(record: type) -> dict[str, Any]:
    columns = columns_of(record)
    return {
        "description": (record.__doc__ or "").strip().splitlines()[0],
        "type": "array",
        "items": {
            "type": "object",
            "required": [column.name for column in columns],
            "properties": {column.name: _column_schema(column) for column in columns},
        },
    }


def _column_schema(column: Column) -> dict[str, Any]:
    schema = dict(_JSON_TYPES[column.type])
    if column.values is not None:
        schema = {"enum": [*column.values, None] if column.optional else [*column.values]}
    elif column.optional:
        schema["type"] = [schema["type"], "null"]
    note = f"; an id of `{column.references}`" if column.references else ""
    return {"description": column.doc + note, **schema}
