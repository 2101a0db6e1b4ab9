"""What people see of a result table: which columns, under which heads, in which form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from graphmodel.model.columns import encode
from graphmodel.reports.cells import visible
from graphmodel.reports.rows import Row
from graphmodel.reports.wording import Language, Wording


class Kind(Enum):
    """How a column's values are written."""

    TEXT = auto()
    COUNT = auto()
    AMOUNT = auto()
    """A sum of weights: one decimal, or two where the column needs them."""
    RATIO = auto()
    """A number between 0 and 1, with three decimals."""
    SHARE = auto()
    """A number between 0 and 1, as per cent."""
    SCORE = auto()
    """A number with one decimal."""
    FLAG = auto()
    """A sign and a word where it is true, nothing where it is not."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column for people."""

    key: str
    head: Wording
    kind: Kind = Kind.COUNT
    importance: int | None = None
    """Rank among the columns that a narrow terminal keeps, 1 the last to go; None: never there."""
    mark: Wording | None = None
    """Of a flag: its sign and word."""
    least: int = 20
    """Cells that a text is cut to before a less important column is left out; where a quarter of
    the line is more, that."""

    @property
    def is_number(self) -> bool:
        """Whether the values stand to the right."""
        return self.kind not in (Kind.TEXT, Kind.FLAG)


_DECIMALS = {Kind.RATIO: 3, Kind.SHARE: 1, Kind.SCORE: 1}


def write_cells(column: Column, rows: Sequence[Row], language: Language) -> list[str]:
    """The cells of a column, as people read them; the points of amounts stand in line."""
    values = [row[column.key] for row in rows]
    if column.kind is Kind.FLAG:
        return [column.mark(language) if value and column.mark else "" for value in values]
    fine = column.kind is Kind.AMOUNT and not all(map(_has_one_decimal, values))
    return [write_value(value, column.kind, fine=fine) for value in values]


def write_value(value: object, kind: Kind, *, fine: bool = False) -> str:
    """One value, as people read it; what is not known is a dash.

    Args:
        value: The value.
        kind: How it is written.
        fine: Whether an amount is given with two decimals.
    """
    if value is None:
        return "–"
    if not isinstance(value, float) or kind is Kind.TEXT:
        return visible(encode(value))
    if kind is Kind.SHARE:
        return f"{value:z.{_DECIMALS[kind]}%}"
    return f"{value:z.{_DECIMALS.get(kind, 2 if fine else 1)}f}"


def _has_one_decimal(value: object) -> bool:
    return not isinstance(value, float) or value == round(value, 1)
