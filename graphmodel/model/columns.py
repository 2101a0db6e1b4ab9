"""Columns of the facts tables: their types, their documentation, their text form.

A record class declares each field once, with `column(...)`. From that declaration come the
codecs of CSV and Parquet, the JSON Schema, the foreign-key checks and the schema page.
"""

from __future__ import annotations

import math
import types
from collections.abc import Callable, Iterable
from dataclasses import MISSING, Field, dataclass, field, fields
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

PathPart = int | str
Path = tuple[PathPart, ...]
"""Printed numbers of an outline: (3, 1, 2); rows of the table in annex 1: ("annex", 1, 4)."""
Strings = tuple[str, ...]

LIST_SEPARATOR = "|"

_PLAIN = {"str": str, "int": int, "bool": bool}
"""The types of which a value needs no further look; a float may be no number, a list mixed."""


def column(doc: str, *, references: str | None = None, default: Any = MISSING) -> Any:
    """Declare a field of a record.

    Args:
        doc: What the column holds, with its unit.
        references: The table whose `id` the value must be found in.
        default: The value where nothing is known.
    """
    return field(default=default, metadata={"doc": doc, "references": references})


@dataclass(frozen=True, slots=True)
class Column:
    """What is known of one column of a table."""

    name: str
    doc: str
    type: str
    """One of str, int, float, bool, path, strings."""
    optional: bool
    references: str | None
    values: Strings | None
    """The values allowed, where they are few."""
    decode: Callable[[str], Any]
    """From the text form to the value; not called for an absent value."""
    convert: Callable[[Any], Any]
    """From the JSON form to the value; not called for null."""
    default: Any
    """The value where the column is missing; `dataclasses.MISSING` where it has to be there."""

    @property
    def is_required(self) -> bool:
        """Whether facts without the column are malformed."""
        return not self.optional and self.default is MISSING

    def are_plain(self, values: Iterable[Any]) -> bool:
        """Whether all values have the column's type, where that type says all about them."""
        plain = _PLAIN.get(self.type)
        if plain is None or self.values is not None:
            return False
        return {*map(type, values)} <= ({plain, type(None)} if self.optional else {plain})


@cache
def columns_of(record: type) -> tuple[Column, ...]:
    """The columns of a record class, in the order of declaration."""
    hints = get_type_hints(record)
    return tuple(_column(f, hints[f.name]) for f in fields(record))


def encode(value: Any) -> str:
    """The text form of a value: lists become one cell (`3.1.1`, `a|b`), None the empty text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        if all(_is_path_part(part) for part in value) and any(
            isinstance(part, int) for part in value
        ):
            return ".".join(str(part) for part in value)
        return LIST_SEPARATOR.join(
            str(part).replace("\\", "\\\\").replace(LIST_SEPARATOR, "\\" + LIST_SEPARATOR)
            for part in value
        )
    return str(value)


def _is_path_part(part: object) -> bool:
    return isinstance(part, int) or part == "annex"


def decode_path(text: str) -> Path:
    """`annex.1.4` → ("annex", 1, 4)."""
    return (
        tuple(int(part) if part.isdecimal() else part for part in text.split(".")) if text else ()
    )


def decode_strings(text: str) -> Strings:
    r"""`a|b\|c` → ("a", "b|c")."""
    if not text:
        return ()
    parts, current, escaped = [], [], False
    for char in text:
        if escaped:
            current.append(char)
            escaped = False
        elif char == "\\":
            escaped = True
        elif char == LIST_SEPARATOR:
            parts.append("".join(current))
            current = []
        else:
            current.append(char)
    return (*parts, "".join(current))


def _decode_bool(text: str) -> bool:
    return {"true": True, "false": False}[text.lower()]


def _convert_path(value: Any) -> Path:
    if not isinstance(value, list | tuple) or not all(isinstance(p, int | str) for p in value):
        raise ValueError(value)
    return tuple(value)


def _convert_strings(value: Any) -> Strings:
    if not isinstance(value, list | tuple) or not all(isinstance(p, str) for p in value):
        raise ValueError(value)
    return tuple(value)


def _finite(value: Any) -> float:
    if type(value) not in (float, int) or not math.isfinite(value):
        raise ValueError(value)
    return float(value)


def _exactly(kind: type) -> Callable[[Any], Any]:
    def convert(value: Any) -> Any:
        if type(value) is not kind:
            raise ValueError(value)
        return value

    return convert


_CODECS: dict[Any, tuple[str, Callable[[str], Any], Callable[[Any], Any]]] = {
    str: ("str", str, _exactly(str)),
    int: ("int", int, _exactly(int)),
    float: ("float", float, _finite),
    bool: ("bool", _decode_bool, _exactly(bool)),
    Path: ("path", decode_path, _convert_path),
    Strings: ("strings", decode_strings, _convert_strings),
}


def _column(f: Field[Any], hint: Any) -> Column:
    optional = get_origin(hint) in (Union, types.UnionType) and type(None) in get_args(hint)
    base = next(a for a in get_args(hint) if a is not type(None)) if optional else hint
    values: Strings | None = None
    decode: Callable[[str], Any]
    convert: Callable[[Any], Any]
    if isinstance(base, type) and issubclass(base, StrEnum):
        values = tuple(member.value for member in base)
        kind, decode, convert = "str", base, base
    else:
        kind, decode, convert = _CODECS[base]
    return Column(
        name=f.name,
        doc=f.metadata["doc"],
        type=kind,
        optional=optional,
        references=f.metadata["references"],
        values=values,
        decode=decode,
        convert=convert,
        default=f.default,
    )
