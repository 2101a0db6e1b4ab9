"""The columns and the bar of a report, drawn in the room that a terminal has for them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from rich.text import Text

from graphmodel.reports.cells import cut, width_of
from graphmodel.reports.columns import write_cells
from graphmodel.reports.layout import Wish, widths
from graphmodel.reports.report import Bar, Report
from graphmodel.reports.rows import Row

Justify = Literal["left", "right"]

_LONGEST_BAR = 32
_SOLID, _LIGHT = "█", "░"
_OUTSTANDING = "bold red"
_ORDINARY = "cyan"


@dataclass(frozen=True, slots=True)
class Strip:
    """A column as it is printed."""

    head: str
    width: int
    justify: Justify
    cells: Sequence[Text]
    """A cell for each row."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A column that asks for room."""

    head: str
    justify: Justify
    wish: Wish
    draw: Callable[[int], list[Text]]
    """Its cells, in the room given."""


def strips(report: Report, rows: Sequence[Row], width: int) -> list[Strip]:
    """The columns that `width` cells have room for; columns without content are left out."""
    outstanding = [bool(report.flag and row[report.flag]) for row in rows]
    candidates = list(_columns(report, rows, outstanding, width))
    if report.bar:
        candidates.append(_bar(report.bar, report, rows, outstanding))
    given = widths([candidate.wish for candidate in candidates], width)
    return [
        Strip(cut(candidate.head, room), room, candidate.justify, candidate.draw(room))
        for candidate, room in zip(candidates, given, strict=True)
        if room
    ]


def _columns(
    report: Report, rows: Sequence[Row], outstanding: Sequence[bool], width: int
) -> Iterator[_Candidate]:
    styles = [_OUTSTANDING if stands_out else "" for stands_out in outstanding]
    for column in report.columns:
        cells = write_cells(column, rows, report.language)
        if column.importance is not None and any(cells):
            head = column.head(report.language)
            widest = max(map(width_of, [head, *cells]))
            least = min(widest, max(column.least, width // 4))
            wish = Wish(column.importance, widest if column.is_number else least, widest)
            justify: Justify = "right" if column.is_number else "left"
            yield _Candidate(head, justify, wish, partial(_texts, cells, styles))


def _texts(cells: Sequence[str], styles: Sequence[str], room: int) -> list[Text]:
    return [Text(cut(cell, room), style) for cell, style in zip(cells, styles, strict=True)]


def _bar(bar: Bar, report: Report, rows: Sequence[Row], outstanding: Sequence[bool]) -> _Candidate:
    head = bar.head(report.language)
    draw = partial(_bars, [bar.parts(row) for row in rows], outstanding)
    return _Candidate(head, "left", Wish(bar.importance, width_of(head), _LONGEST_BAR), draw)


def _bars(
    parts: Sequence[tuple[float, float]], outstanding: Sequence[bool], room: int
) -> list[Text]:
    longest = max((sum(pair) for pair in parts), default=0)
    return [
        _draw(pair, longest, room, _OUTSTANDING if stands_out else _ORDINARY)
        for pair, stands_out in zip(parts, outstanding, strict=True)
    ]


def _draw(parts: tuple[float, float], longest: float, room: int, style: str) -> Text:
    """The two parts as cells; what is more than nothing has one cell at least."""
    total = sum(parts)
    if not total:
        return Text()
    cells = max(round(room * total / longest), 1)
    solid = round(cells * parts[0] / total)
    return Text.assemble((_SOLID * solid, style), (_LIGHT * (cells - solid), style))
