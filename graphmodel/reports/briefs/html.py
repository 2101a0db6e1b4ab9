"""The summary as one web page that needs nothing else: to read, light or dark, and to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphmodel.reports.briefs.brief import Bar, Brief, Chart, Section, Table
from graphmodel.reports.markup import page, safe

_LENGTH = 1000
"""Units of the longest bar."""


def to_html(brief: Brief) -> str:
    """The page."""
    sections = (_section(title, section) for title, section in brief.chapters())
    body = (_paragraph(brief.subtitle, "subtitle"), *sections)
    return page(brief.title, body, style="summary.css", language=brief.language)


def _paragraph(text: str, name: str = "") -> str:
    attribute = f' class="{name}"' if name else ""
    return f"<p{attribute}>{safe(text)}</p>"


def _section(title: str, section: Section) -> str:
    return "\n".join([f"<section>\n<h2>{safe(title)}</h2>", *_body(section), "</section>"])


def _body(section: Section) -> Iterator[str]:
    yield from map(_paragraph, section.said)
    if isinstance(section.block, Table):
        yield _table(section.block)
    elif section.block:
        yield _chart(section.block)
    if section.points:
        yield f"<ol>\n{_lines(f'<li>{safe(point)}</li>' for point in section.points)}\n</ol>"
    if section.rules:
        yield _paragraph(" ".join(section.rules), "rules")


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(parts)


def _table(table: Table) -> str:
    head = _row((("th", text) for text in table.head), table.numbers)
    rows = _lines(_row((("td", text) for text in row), table.numbers) for row in table.rows)
    return (
        f'<div class="wide"><table>\n{_columns(table)}\n<thead>\n{head}\n</thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


def _columns(table: Table) -> str:
    shares = (round(100 * share / sum(table.shares)) for share in table.shares)
    columns = "".join(f'<col width="{share}%">' for share in shares)
    return f"<colgroup>{columns}</colgroup>"


def _row(cells: Iterable[tuple[str, str]], numbers: frozenset[int]) -> str:
    written = []
    for number, (tag, text) in enumerate(cells):
        name = ' class="number"' if number in numbers else ""
        written.append(f"<{tag}{name}>{safe(text)}</{tag}>")
    return f"<tr>{''.join(written)}</tr>"


def _chart(chart: Chart) -> str:
    rows = _lines(_bar(bar, _LENGTH / chart.longest) for bar in chart.bars)
    key = "".join(
        f'<span><svg viewBox="0 0 1 1" aria-hidden="true"><rect class="{name}" width="1" '
        f'height="1"/></svg>{safe(words)}</span>'
        for name, words in (("solid", chart.solid), ("light", chart.light))
    )
    return (
        f'<div class="wide"><table class="chart">\n<caption>{safe(chart.caption)} '
        f'<span class="key">{key}</span></caption>\n<tbody>\n{rows}\n</tbody>\n</table></div>'
    )


def _bar(bar: Bar, scale: float) -> str:
    """A row: name, bar, number. The bar tells people who cannot see it nothing new."""
    solid, light = round(bar.solid * scale), round(bar.light * scale)
    name = ' class="outstanding"' if bar.stands_out else ""
    return (
        f'<tr{name}><th scope="row">{safe(bar.label)}</th><td class="bar">'
        f'<svg viewBox="0 0 {_LENGTH} 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect class="solid" width="{solid}" height="10"/>'
        f'<rect class="light" x="{solid}" width="{light}" height="10"/></svg></td>'
        f"<td>{safe(bar.said)}</td></tr>"
    )
