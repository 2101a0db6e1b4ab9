"""What queries give, as plain values: the same from every engine."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

_PLAIN = (str, bool, int, float)


def plain_value(value: Any) -> Any:
    """A value of an answer as text, number, truth value, None, tuple or dictionary of these.

    A day is ISO 8601. A node or relationship is a dictionary of its properties.
    """
    if value is None or isinstance(value, _PLAIN):
        return value
    if isinstance(value, list | tuple):
        return tuple(map(plain_value, value))
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, Mapping):
        return _plain_mapping(value)
    if hasattr(value, "iso_format"):
        return value.iso_format()
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if hasattr(value, "items"):  # a node or relationship of the Neo4j driver
        return {key: plain_value(part) for key, part in value.items()}
    if hasattr(value, "relationships"):  # a path
        return tuple(plain_value(part) for part in (*value.nodes, *value.relationships))
    return str(value)


def _plain_mapping(value: Mapping[Any, Any]) -> Any:
    """A dictionary; of Ladybug a node, a relationship or a path, which are dictionaries there."""
    if "_NODES" in value:
        return tuple(map(plain_value, (*value["_NODES"], *value["_RELS"])))
    if "_LABEL" in value:  # with all that no node of this label has, as None
        own = {key: part for key, part in value.items() if key not in _OF_LADYBUG}
        return {key: plain_value(part) for key, part in own.items() if part is not None}
    return {str(key): plain_value(part) for key, part in value.items()}


_OF_LADYBUG = ("_ID", "_LABEL", "_SRC", "_DST")
