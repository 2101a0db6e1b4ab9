"""Reports as text for a terminal of a given width."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from graphmodel.reports.cells import NARROWEST, visible, wrap
from graphmodel.reports.report import Report
from graphmodel.reports.strips import Strip, strips
from graphmodel.reports.wording import Wording

_INDENT = "  "
_MORE = Wording(
    "以上是前 {shown} 行，共 {total} 行；要全部，请用 --format csv 或 json。",
    "The first {shown} of {total} rows; --format csv or json gives all.",
)
_NOTHING = Wording("（没有符合的行）", "(no rows)")


def to_text(report: Report, *, width: int, color: bool = False) -> str:
    """The report as lines of at most `width` cells, in colour if asked for.

    A narrow terminal is given fewer columns, the most important ones. What stands out is marked
    with a sign and a word, whether there is colour or not.
    """
    width = max(width, NARROWEST)
    file = io.StringIO()
    console = Console(
        file=file,
        width=width,
        force_terminal=color,
        color_system="standard" if color else None,
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    for part in _parts(report, width):
        console.print(part, soft_wrap=isinstance(part, Text))
    return "".join(f"{line.rstrip()}\n" for line in file.getvalue().splitlines())


def _parts(report: Report, width: int) -> Iterator[RenderableType]:
    """Title, tables, what stands out, how it was counted."""
    yield Text(report.title, "bold")
    yield from _tables(report, width)
    for lines, style in ((report.findings, ""), (report.rules, "dim")):
        if lines:
            yield Text()
        for line in lines:
            yield from _wrapped(line, width, style)


def _tables(report: Report, width: int) -> Iterator[RenderableType]:
    groups = report.groups(report.rows[: report.most])
    rows = [row for group in groups.values() for row in group]
    columns = strips(report, rows, width)
    start = 0
    for key, group in groups.items():
        yield Text()
        yield from _wrapped(report.headings.get(key, ""), width, "bold")
        yield _table(columns, range(start, start + len(group)))
        start += len(group)
    if not rows:
        yield Text()
        yield Text(_NOTHING(report.language))
    elif len(rows) < len(report.rows):
        more = _MORE(report.language, shown=len(rows), total=len(report.rows))
        yield from _wrapped(more, width, "")


def _wrapped(line: str, width: int, style: str) -> Iterator[Text]:
    return (Text(part, style) for part in wrap(visible(line), width, _INDENT))


def _table(columns: Sequence[Strip], numbers: range) -> Table:
    table = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0))
    for column in columns:
        table.add_column(column.head, width=column.width, justify=column.justify, no_wrap=True)
    for number in numbers:
        table.add_row(*(column.cells[number] for column in columns))
    return table
