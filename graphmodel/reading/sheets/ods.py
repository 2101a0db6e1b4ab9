"""Workbooks in OpenDocument format (ODF 1.3, part 3, chapter 9)."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping

from graphmodel.model.errors import InputError
from graphmodel.reading.archive import Archive
from graphmodel.reading.markup import Events, feed_xml, local_name
from graphmodel.reading.sheets.formats import shown_moment
from graphmodel.reading.sheets.sheet import Budget, Merged, Sheet

_MANIFEST = "META-INF/manifest.xml"
_MAX_NUMBER = 1 << 24
"""Most rows or columns that a number in the file may mean."""
_WRITTEN = re.compile("[年月日]")
_BREAKS = {"line-break": "\n", "tab": " ", "s": " "}


def read_ods(archive: Archive, source: str) -> Iterator[tuple[str, Sheet | None]]:
    """Give the name and content of each worksheet; no content of a hidden one.

    The format keeps what a cell shows beside its value, so that is taken.

    Raises:
        InputError: `damaged`, `encrypted`, `too_large`.
    """
    if b"encryption-data" in (archive.read(_MANIFEST) or b""):
        raise InputError(source, "encrypted")
    reader = _Reader(Budget(source))
    feed_xml(archive.read("content.xml") or b"", source, reader)
    for sheet in reader.sheets:
        yield sheet.name, None if reader.styles.get(sheet.name) in reader.hidden else sheet


class _Reader(Events):
    """Takes the events of `content.xml` and gathers the sheets.

    Attributes:
        sheets: The sheets in order.
        styles: The name of each sheet's style.
        hidden: The names of styles of sheets that are not displayed.
    """

    def __init__(self, budget: Budget) -> None:
        self.sheets: list[Sheet] = []
        self.styles: dict[str, str] = {}
        self.hidden: set[str] = set()
        self._budget = budget
        self._style = ""
        self._row = self._column = 0
        self._rows = self._columns = 1
        self._spans = (1, 1)
        self._date = ""
        self._is_error = False
        self._words: list[str] | None = None
        self._skipped = 0
        self._in_paragraph = 0

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        name = local_name(tag)
        if self._skipped or name in ("annotation", "tracked-changes"):
            self._skipped += 1
            return
        attributes = {local_name(key): str(value) for key, value in attrib.items()}
        if name == "table":
            self.sheets.append(Sheet(attributes.get("name", "")))
            self.styles[self.sheets[-1].name] = attributes.get("style-name", "")
            self._row = 0
        elif name == "table-row":
            self._column = 0
            self._rows = _number(attributes, "number-rows-repeated")
        elif name in ("table-cell", "covered-table-cell"):
            self._columns = _number(attributes, "number-columns-repeated")
            self._date = attributes.get("date-value", "")
            self._is_error = "error" in attributes.values()
            self._spans = (
                _number(attributes, "number-rows-spanned"),
                _number(attributes, "number-columns-spanned"),
            )
            self._words = [] if name == "table-cell" else None
        else:
            self._start_text(name, attributes)

    def _start_text(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            self._style = attributes.get("name", "")
        elif name == "table-properties" and attributes.get("display") == "false":
            self.hidden.add(self._style)
        elif self._words is not None and name in ("p", "h"):
            self._in_paragraph += 1
        elif self._in_paragraph and self._words is not None and name in _BREAKS:
            self._words.append(_BREAKS[name])

    def end(self, tag: str | bytes) -> None:
        name = local_name(tag)
        if self._skipped:
            self._skipped -= 1
        elif name == "table-row":
            self._row += self._rows
        elif name in ("table-cell", "covered-table-cell"):
            self._end_cell()
        elif self._in_paragraph and self._words is not None and name in ("p", "h"):
            self._in_paragraph -= 1
            self._words.append("\n")

    def data(self, data: str | bytes) -> None:
        if self._in_paragraph and self._words is not None and not self._skipped:
            self._words.append(str(data))

    def _end_cell(self) -> None:
        text = _dated("".join(self._words or ()), self._date)
        if self._is_error and self.sheets:
            self.sheets[-1].note("cell-error", (self._row, self._column))
        elif text.strip() and self.sheets:
            self._budget.take(text, self._rows * self._columns)
            self._fill(text)
        self._column += self._columns
        self._words = None
        self._in_paragraph = 0

    def _fill(self, text: str) -> None:
        sheet = self.sheets[-1]
        for row in range(self._row, self._row + self._rows):
            for column in range(self._column, self._column + self._columns):
                sheet.cells[row, column] = text
        rows, columns = self._spans
        if rows * columns > 1:
            last_row, last_column = self._row + rows - 1, self._column + columns - 1
            sheet.merged.append(Merged(self._row, self._column, last_row, last_column))


def _dated(text: str, value: str) -> str:
    """Give the date of a cell where it is not written in words: 6/30/2025 may mean anything."""
    if not value or _WRITTEN.search(text):
        return text
    try:
        moment = datetime.datetime.fromisoformat(value)
    except ValueError:
        return text
    return shown_moment(moment, "yyyy/m/d h:mm" if "T" in value else "yyyy/m/d")


def _number(attributes: Mapping[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    return max(min(int(text), _MAX_NUMBER), 1) if text.isdecimal() and len(text) < 10 else 1
