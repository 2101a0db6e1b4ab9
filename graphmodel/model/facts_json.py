"""Facts as the JSON of `graphmodel.facts/1`, and its JSON Schema."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from json.encoder import encode_basestring
from typing import Any, AnyStr

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
    tables = {table: [json_rows(table, facts.rows(table))] for table in TABLES}
    return "".join(json_pieces(tables, str))


def json_pieces(
    tables: Mapping[str, Iterable[AnyStr]], write: Callable[[str], AnyStr]
) -> Iterator[AnyStr]:
    """The JSON of facts whose rows are written already, piece by piece.

    Args:
        tables: Of each table the pieces of its rows as `json_rows` gives them, with `ROW_JOINT`
            between two rows.
        write: What makes a piece of the marks around them: `str`, or `str.encode`.
    """
    yield write(f'{{\n "schema": "{SCHEMA}"')
    for table in TABLES:
        yield write(f',\n "{table}": [')
        is_empty = True
        for piece in filter(None, tables[table]):
            if is_empty:
                yield write("\n")
            is_empty = False
            yield piece
        yield write("]" if is_empty else "\n ]")
    yield write("\n}\n")


ROW_JOINT = ",\n"
"""What stands between two rows of a table."""


def json_rows(table: str, rows: Iterable[Any]) -> str:
    """The rows of a table, as they stand in the JSON of facts; empty without any.

    Written out here, since `json` needs twice the time where it has to indent.

    Raises:
        ValueError: A number is not finite.
    """
    names = [column.name for column in columns_of(TABLES[table])]
    return ROW_JOINT.join(
        "  {\n   "
        + ",\n   ".join(f'"{name}": {_json_value(getattr(row, name))}' for name in names)
        + "\n  }"
        for row in rows
    )


def _json_value(value: Any) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, tuple):
        parts = ",\n    ".join(map(_json_value, value))
        return f"[\n    {parts}\n   ]" if value else "[]"
    return json.dumps(value, allow_nan=False)


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
    if r"\ud" not in text and r"\uD" not in text:
        return text  # The search of a large text takes longer than all else.
    return _PAIR_OR_HALF.sub(lambda match: match["whole"] or r"\ufffd", text)


def _rows_from(rows: Any, table: str, record: type, source: str) -> list[Any]:
    if not isinstance(rows, list):
        raise FactsError(source, "malformed", place=table)
    for number, row in enumerate(rows):
        if not isinstance(row, dict):
            raise FactsError(source, "malformed", place=f"{table}[{number}]")
    return list(
        map(record, *(_cells(rows, column, table, source) for column in columns_of(record)))
    )


def _cells(
    rows: Sequence[dict[str, Any]], column: Column, table: str, source: str
) -> Iterable[Any]:
    """The values of a column, at once where JSON gives all of them as the facts have them."""
    values = [row.get(column.name) for row in rows]
    return values if column.are_plain(values) else _converted(rows, column, table, source)


def _converted(
    rows: Sequence[dict[str, Any]], column: Column, table: str, source: str
) -> Iterator[Any]:
    for number, row in enumerate(rows):
        try:
            yield _cell(row, column)
        except (ValueError, TypeError, OverflowError) as error:
            place = f"{table}[{number}].{column.name}"
            raise FactsError(source, "malformed", place=place) from error


def _cell(row: dict[str, Any], column: Column) -> Any:
    value = row.get(column.name)
    if value is None:
        if column.optional:
            return None
        if column.name not in row and not column.is_required:
            return column.default
    return column.convert(value)


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
