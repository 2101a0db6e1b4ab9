"""What stands on pages but is no part of the text: page numbers, running heads and feet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from graphmodel.reading.pages.page import Line, Page

_MARGIN = 0.2
"""Share of the height of a page, above and below, in which furniture stands."""
_MOST_ROWS = 3
"""Rows of furniture above the text, and below it."""
_PAGES = 3
_SHARE = 0.2
"""A running head stands on so many pages, and on such a share of all."""
_SAME_HEIGHT = 12.0
"""Points within which it stands at the same height."""
_DASHES = r"[-—–―－_·•~～∙.一|]{0,4}"
_PAGE_NUMBER = re.compile(
    rf"{_DASHES}第?(?:\d{{1,4}}|[ivxⅰ-ⅻⅠ-Ⅻ]{{1,5}}|(?<=第)[一二三四五六七八九十百]{{1,5}}(?=页))页?"
    rf"(?:[,，、]?(?:[/／]|共|of)\d{{1,4}}页?)?{_DASHES}|共\d{{1,4}}页|Page\d{{1,4}}(?:of\d{{1,4}})?",
    re.IGNORECASE,
)
_DRAWN = re.compile(r"(\D)\1{7,}")
"""A rule that is drawn with characters."""
_DIGITS = re.compile(r"\d+")

_Repeat = tuple[str, int]


def without_furniture(pages: Sequence[Page]) -> list[Page]:
    """Give the pages without their numbers, and without lines that most of them repeat."""
    counts = Counter(repeat for page in pages for repeat in {*_repeats(page)})
    least = max(min(_PAGES, len(pages)), _SHARE * len(pages))
    running = {repeat for repeat, count in counts.items() if count > 1 and count >= least}
    return [_stripped(page, running) for page in pages]


def _repeats(page: Page) -> Iterable[_Repeat]:
    return (_repeat(line) for line in page.lines if _is_in_margin(line, page))


def _repeat(line: Line) -> _Repeat:
    """Give what is the same on all pages of a running head: its words and its height."""
    return _DIGITS.sub("0", "".join(line.text.split())), round(line.top / _SAME_HEIGHT)


def _is_in_margin(line: Line, page: Page) -> bool:
    return line.bottom < _MARGIN * page.height or line.top > (1 - _MARGIN) * page.height


def _stripped(page: Page, running: set[_Repeat]) -> Page:
    lines = [line for line in page.lines if line.text.strip() and not _is_drawn(line)]
    upper = min((table.top for table in page.tables), default=page.height)
    lower = max((table.bottom for table in page.tables), default=0.0)
    for is_above in (True, False):
        for _ in range(_MOST_ROWS):
            row = _outer_row(lines, is_above)
            gone = {
                line
                for line in row
                if _is_in_margin(line, page)
                and (line.bottom <= upper if is_above else line.top >= lower)
                and (_repeat(line) in running or _is_page_number(line))
            }
            lines = [line for line in lines if line not in gone]
            if len(gone) < len(row):
                break
    return page._replace(lines=tuple(lines))


def _outer_row(lines: list[Line], is_above: bool) -> list[Line]:
    """Give the lines of the uppermost or the lowest row."""
    if not lines:
        return []
    outer = min(lines, key=_middle) if is_above else max(lines, key=_middle)
    return [line for line in lines if line.top < _middle(outer) < line.bottom]


def _middle(line: Line) -> float:
    return (line.top + line.bottom) / 2


def _is_drawn(line: Line) -> bool:
    return _DRAWN.fullmatch("".join(line.text.split())) is not None


def _is_page_number(line: Line) -> bool:
    return _PAGE_NUMBER.fullmatch("".join(line.text.split())) is not None
