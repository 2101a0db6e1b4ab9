"""Ledgers as workbooks of Excel, ready to be filled in and printed."""

from __future__ import annotations

import datetime
import io
import re
from collections.abc import Sequence
from typing import Any

from graphmodel.ledgers.changes import CHANGED, GONE, NEW
from graphmodel.ledgers.fields import CHANGE, NAME, STATUS, STATUS_WORDS, Field, Origin
from graphmodel.ledgers.ledger import Ledger, Part
from graphmodel.ledgers.sheet_names import sheet_names
from graphmodel.ledgers.widths import lines_of, widths
from graphmodel.ledgers.xlsx_formats import Formats
from graphmodel.reports.wording import Language, Wording

_PAGES = Wording("&C第 &P 页，共 &N 页", "&CPage &P of &N")
_A4 = 9
_SPARE = 200
"""Rows below the last one that have the drop-down list and the colours, for rows that are added."""
_LINE_HEIGHT, _TITLE_HEIGHT = 14.5, 30
"""Points of a line of text, and of the title."""
_HIGHEST = 409
"""Points that a row may have."""
_CREATED = datetime.datetime(1980, 1, 1)
"""The same input has to give the same bytes; the archive bears the same date."""
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,14})(?:\.\d{0,9}[1-9])?")
_DAY = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日")
_ODD = re.compile("[\ud800-\udfff\r]|<r>")
"""Rare in texts: what neither XML nor a sheet knows, and what the library takes for its markup."""
_SURROGATE = re.compile("[\ud800-\udfff]")


def to_xlsx(ledger: Ledger) -> bytes:
    """The workbook: a sheet for each table.

    Texts are never formulas, whatever they begin with. Numbers and days that people wrote are
    numbers and days again.
    """
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"constant_memory": True}) as book:
        book.set_properties({"created": _CREATED})
        formats = Formats(book, ledger.language)
        names = sheet_names(part.name for part in ledger.parts)
        by_body = {part.body: name for part, name in zip(ledger.parts, names, strict=True)}
        for part, name in zip(ledger.parts, names, strict=True):
            links = [by_body[other.body] if other else None for other in ledger.links(part)]
            _Sheet(book.add_worksheet(name), formats, ledger.language).write(part, links)
    return buffer.getvalue()


class _Sheet:
    """The sheet of one table; rows have to be written one after the other."""

    def __init__(self, sheet: Any, formats: Formats, language: Language) -> None:
        self._sheet = sheet
        self._formats = formats
        self._language = language

    def write(self, part: Part, links: Sequence[str | None]) -> None:
        """Write all of it."""
        if not part.fields:
            self._write_plain(part)
            return
        sizes = widths(part, self._language)
        for number, size in enumerate(sizes):
            look = self._formats["text"]
            self._sheet.set_column(number, number, size or None, look, {"hidden": not size})
        head = self._write_top(part, sum(sizes))
        for number, field in enumerate(part.fields):
            self._text(head, number, field.head(self._language), self._formats.head(field))
        for row, (cells, link) in enumerate(zip(part.rows, links, strict=True), start=head + 1):
            self._sheet.set_row(row, _height(lines_of(cells, sizes)))
            self._write_row(part, row, cells, link)
        self._color(part, head + 1, head + len(part.rows) + _SPARE)
        self._draw_lines(part, head + 1, head + len(part.rows))
        self._set_up(head, head + len(part.rows), len(part.fields) - 1)

    def _write_plain(self, part: Part) -> None:
        """A sheet of people's own."""
        for row, cells in enumerate(part.rows):
            for column, text in enumerate(cells):
                if text:
                    self._own(row, column, text, self._formats["text"], self._formats["date"])

    def _write_top(self, part: Part, width: int) -> int:
        """Write the title and the lines below it, as wide as the table; the row of the head."""
        looks = [(part.title, "title"), *((line, "line") for line in part.lines)]
        last = max(part.shown)
        for row, (text, look) in enumerate(looks):
            height = _TITLE_HEIGHT if look == "title" else _height(lines_of([text], [width]))
            self._sheet.set_row(row, height)
            # The library takes what is merged for a formula where it begins like one.
            self._sheet.merge_range(row, 0, row, last, "", self._formats[look])
            self._text(row, 0, text, self._formats[look])
        return len(looks)

    def _write_row(self, part: Part, row: int, cells: Sequence[str], link: str | None) -> None:
        text, number, date = (self._formats[look] for look in ("text", "number", "date"))
        for column, (field, value) in enumerate(zip(part.fields, cells, strict=True)):
            if not value:
                continue
            if field.origin is Origin.HIDDEN:
                self._text(row, column, value, None)
            elif field.is_number and _NUMBER.fullmatch(value):
                self._sheet.write_number(row, column, float(value), number)
            elif field.origin is Origin.PEOPLE:
                self._own(row, column, value, text, date)
            elif link and field.key == NAME.key:
                self._link(row, column, link, value)
            else:
                self._text(row, column, value, text)

    def _text(self, row: int, column: int, text: str, look: Any) -> None:
        """Write a text, whatever it looks like."""
        if _ODD.search(text):
            text = _plain(text)
        self._sheet.write_string(row, column, text, look)

    def _own(self, row: int, column: int, text: str, look: Any, date: Any) -> None:
        """Write what people wrote: a day or a number where it was one."""
        if _NUMBER.fullmatch(text):
            self._sheet.write_number(row, column, float(text), look)
        elif (found := _DAY.fullmatch(text)) and (day := _day(found)):
            self._sheet.write_datetime(row, column, day, date)
        else:
            self._text(row, column, text, look)

    def _link(self, row: int, column: int, name: str, text: str) -> None:
        quoted = name.replace("'", "''")
        look = self._formats["link"]
        self._sheet.write_url(row, column, f"internal:'{quoted}'!A1", look)
        self._text(row, column, text, look)

    def _draw_lines(self, part: Part, first: int, last: int) -> None:
        """Lines around every cell of the table, by the last rule: LibreOffice takes the first."""
        if part.rows:
            lines = {"type": "formula", "criteria": "=TRUE", "format": self._formats.lines}
            self._sheet.conditional_format(first, 0, last, len(part.fields) - 1, lines)

    def _color(self, part: Part, first: int, last: int) -> None:
        """The drop-down list of statuses, and the colours of statuses and changes."""
        status, change = part.column(STATUS.key), part.column(CHANGE.key)
        if status is not None:
            words = [word(self._language) for word in STATUS_WORDS]
            offer = {"validate": "list", "source": words, "error_type": "warning"}
            self._sheet.data_validation(first, status, last, status, offer)
            for word, look in self._formats.statuses.items():
                rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": look}
                self._sheet.conditional_format(first, status, last, status, rule)
        if change is not None:
            self._color_changes(part.fields, first, last, change)

    def _color_changes(self, fields: Sequence[Field], first: int, last: int, change: int) -> None:
        from xlsxwriter.utility import xl_rowcol_to_cell

        cell = xl_rowcol_to_cell(first, change, col_abs=True)
        for wording, look, column in (
            (GONE, "gone", 0), (NEW, "new", change), (CHANGED, "changed", change),
        ):  # fmt: skip
            word = wording(self._language)
            begins = f'=LEFT({cell},{len(word)})="{word}"'
            rule = {"type": "formula", "criteria": begins, "format": self._formats[look]}
            until = column or len(fields) - 1
            self._sheet.conditional_format(first, column, last, until, rule)

    def _set_up(self, head: int, last: int, last_column: int) -> None:
        """Filters, the head that stays in sight, and A4 pages across."""
        self._sheet.autofilter(head, 0, max(last, head + 1), last_column)
        self._sheet.freeze_panes(head + 1, 0)
        self._sheet.set_landscape()
        self._sheet.set_paper(_A4)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        self._sheet.center_horizontally()
        self._sheet.fit_to_pages(1, 0)
        self._sheet.repeat_rows(head)
        self._sheet.set_footer(_PAGES(self._language))


def _plain(text: str) -> str:
    text = _SURROGATE.sub("\ufffd", text).replace("\r\n", "\n").replace("\r", "\n")
    return f" {text}" if text.startswith("<r>") else text


def _height(lines: int) -> float:
    return min(lines * _LINE_HEIGHT + 2, _HIGHEST)


def _day(found: re.Match[str]) -> datetime.date | None:
    try:
        return datetime.date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
