"""The summary in Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graphmodel.reports.briefs.brief import Brief, Chart, Section, Table
from graphmodel.reports.markdown import escape, table_line

_CELLS = 24
"""Characters of the longest bar."""


def to_markdown(brief: Brief) -> str:
    """The summary, headings and all, bars as characters."""
    parts = [f"# {escape(brief.title)}", escape(brief.subtitle)]
    for title, section in brief.chapters():
        parts += [f"## {escape(title)}", *_body(section)]
    return "\n\n".join(parts) + "\n"


def _body(section: Section) -> Iterator[str]:
    yield from map(escape, section.said)
    if isinstance(section.block, Table):
        yield _table(section.block)
    elif section.block:
        yield _chart(section.block)
    if section.points:
        yield "\n".join(f"{n}. {escape(point)}" for n, point in enumerate(section.points, start=1))
    if section.rules:
        yield f"> {' '.join(map(escape, section.rules))}"


def _table(table: Table) -> str:
    marks = ("---:" if n in table.numbers else "---" for n in range(len(table.head)))
    return _lines(table.head, marks, table.rows)


def _chart(chart: Chart) -> str:
    rows = []
    for bar in chart.bars:
        cells = round(_CELLS * bar.length / chart.longest)
        solid = round(_CELLS * bar.solid / chart.longest)
        rows.append((bar.label, "█" * solid + "░" * (cells - solid), bar.said))
    head = (chart.caption, f"█ {chart.solid} ░ {chart.light}", "")
    return _lines(head, ("---", "---", "---"), rows)


def _lines(
    head: Sequence[str], marks: Iterator[str] | Sequence[str], rows: Sequence[Sequence[str]]
) -> str:
    return "\n".join(
        [
            table_line(map(escape, head)),
            table_line(marks),
            *(table_line(map(escape, row)) for row in rows),
        ]
    )
