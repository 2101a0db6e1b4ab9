"""A result table with what its reader needs to know of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from graphmodel.reports.columns import Column
from graphmodel.reports.rows import Row
from graphmodel.reports.wording import Language, Wording

Parts = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar beside each row, in two parts, as long as their sum is in proportion."""

    head: Wording
    importance: int
    parts: Callable[[Row], Parts]


@dataclass(frozen=True, slots=True)
class Report:
    """A result table: all of it for machines, and how people are shown it."""

    title: str
    language: Language
    names: Sequence[str]
    """All columns, as machines know them."""
    rows: Sequence[Row]
    columns: Sequence[Column]
    """What people see of it."""
    bar: Bar | None = None
    flag: str | None = None
    """The column that is true in the rows to stand out."""
    group: str | None = None
    """The column whose values the rows are put together by, each value under a heading."""
    headings: Mapping[str | None, str] = field(default_factory=dict)
    """The heading of each value of `group`."""
    most: int | None = None
    """How many rows a terminal is given."""
    findings: Sequence[str] = ()
    """What stands out, and why."""
    rules: Sequence[str] = ()
    """How it was counted: rule, weights."""

    def groups(self, rows: Sequence[Row]) -> dict[str | None, list[Row]]:
        """Rows of the report by group, groups in the order in which they come first."""
        groups: dict[str | None, list[Row]] = {}
        for row in rows:
            groups.setdefault(row[self.group] if self.group else None, []).append(row)
        return groups
