"""Workbooks of Excel since 2007 and of WPS (ECMA-376, SpreadsheetML).

Read here and not by a library, as none gives values as the cells show them: 2025年6月 would come
as the first of that month, 95% as 0.95, and a lone cell in the last row as gigabytes of blanks.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from graphmodel.model.errors import InputError
from graphmodel.reading.archive import Archive
from graphmodel.reading.markup import Events, feed_xml, local_name, parse_xml
from graphmodel.reading.sheets.formats import DAYS_BEFORE_1904, GENERAL, built_in, shown
from graphmodel.reading.sheets.sheet import Budget, Merged, Position, Sheet

if TYPE_CHECKING:
    from lxml.etree import _Element

_WORKBOOK = "xl/workbook.xml"
_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})", re.IGNORECASE)
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")
"""A character that XML cannot hold (ECMA-376 22.9.2.19)."""


def read_xlsx(archive: Archive, source: str) -> Iterator[tuple[str, Sheet | None]]:
    """Give the name and content of each worksheet; no content of a hidden one.

    Raises:
        InputError: `damaged`, `too_large`.
    """
    book = _part(archive, _workbook_name(archive), source)
    targets = _targets(archive, source)
    strings = _strings(archive, source)
    formats = _formats(archive, source)
    date1904 = any(node.get("date1904") in ("1", "true") for node in book.iter("{*}workbookPr"))
    budget = Budget(source)
    for node in book.iter("{*}sheet"):
        name = node.get("name") or ""
        relation = next((str(v) for k, v in node.items() if local_name(k) == "id"), "")
        data = archive.read(targets.get(relation, ""))
        if node.get("state", "visible") != "visible":
            yield name, None
        elif data is not None:
            reader = _SheetReader(name, strings, formats, budget)
            reader.days_before = DAYS_BEFORE_1904 if date1904 else 0
            feed_xml(data, source, reader)
            yield name, reader.sheet


def _workbook_name(archive: Archive) -> str:
    names = (name for name in archive.names() if name.lower().startswith("xl/workbook"))
    return next((name for name in names if name.lower().endswith(".xml")), _WORKBOOK)


def _part(archive: Archive, name: str, source: str) -> _Element:
    data = archive.read(name)
    if data is None:
        raise InputError(source, "damaged", reason=name)
    return parse_xml(data, source)


def _targets(archive: Archive, source: str) -> Mapping[str, str]:
    """Give the part of each worksheet by the identifier of its relationship."""
    folder, name = posixpath.split(_workbook_name(archive))
    relations = _part(archive, f"{folder}/_rels/{name}.rels", source)
    return {
        node.get("Id", ""): posixpath.normpath(posixpath.join("/", folder, node.get("Target", "")))
        for node in relations.iter("{*}Relationship")
        if node.get("Type", "").endswith("/worksheet")
    }


def _strings(archive: Archive, source: str) -> Sequence[str]:
    name = next((n for n in archive.names() if n.lower() == "xl/sharedstrings.xml"), "")
    data = archive.read(name)
    if data is None:
        return ()
    reader = _StringReader()
    feed_xml(data, source, reader)
    return reader.strings


def _formats(archive: Archive, source: str) -> Sequence[str]:
    """Give the number format of each cell style."""
    name = next((n for n in archive.names() if n.lower() == "xl/styles.xml"), "")
    data = archive.read(name)
    if data is None:
        return ()
    styles = parse_xml(data, source)
    codes = {
        node.get("numFmtId"): node.get("formatCode", GENERAL) for node in styles.iter("{*}numFmt")
    }
    ids = [node.get("numFmtId", "0") for node in styles.iterfind("{*}cellXfs/{*}xf")]
    return [codes.get(number) or built_in(_integer(number)) for number in ids]


def _integer(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) <= 9 else 0


class _TextReader(Events):
    """Gathers the text of `t` elements; what tells how to say it (`rPh`) is left out."""

    def __init__(self) -> None:
        self._words: list[str] = []
        self._open = False
        self._phonetic = False

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        name = local_name(tag)
        self._phonetic = self._phonetic or name == "rPh"
        self._open = name == "t" and not self._phonetic

    def end(self, tag: str | bytes) -> None:
        self._open = False
        self._phonetic = self._phonetic and local_name(tag) != "rPh"

    def data(self, data: str | bytes) -> None:
        if self._open:
            self._words.append(str(data))

    def words(self) -> str:
        text = _ESCAPE.sub(_unescaped, "".join(self._words))
        self._words.clear()
        return text


class _StringReader(_TextReader):
    """Reads the shared strings: one `si` each."""

    def __init__(self) -> None:
        super().__init__()
        self.strings: list[str] = []

    def end(self, tag: str | bytes) -> None:
        super().end(tag)
        if local_name(tag) == "si":
            self.strings.append(self.words())


class _SheetReader(_TextReader):
    """Reads the cells and merged ranges of a worksheet."""

    def __init__(
        self, name: str, strings: Sequence[str], formats: Sequence[str], budget: Budget
    ) -> None:
        super().__init__()
        self.sheet = Sheet(name)
        self.days_before = 0
        self._strings = strings
        self._formats = formats
        self._budget = budget
        self._row = self._column = -1
        self._type = ""
        self._style = 0
        self._has_formula = False

    def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
        super().start(tag, attrib)
        name = local_name(tag)
        if name == "c":
            self._start_cell({str(key): str(value) for key, value in attrib.items()})
        elif name == "v":
            self._open = True
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            number = _integer(str(attrib.get("r", "")))
            self._row, self._column = number - 1 if number else self._row + 1, -1
        elif name == "mergeCell" and (merged := _merged(str(attrib.get("ref", "")))):
            self.sheet.merged.append(merged)

    def end(self, tag: str | bytes) -> None:
        super().end(tag)
        if local_name(tag) == "c":
            self._end_cell()

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        position = _position(attributes.get("r", "")) or (self._row, self._column + 1)
        self._row, self._column = position
        self._type = attributes.get("t", "n")
        self._style = _integer(attributes.get("s"))
        self._has_formula = False
        self._words.clear()

    def _end_cell(self) -> None:
        text = self._shown(self.words())
        if text.strip():
            self._budget.take(text)
            self.sheet.cells[self._row, self._column] = text

    def _shown(self, value: str) -> str:
        """Give what a cell shows, by its type (ECMA-376 18.18.11)."""
        if self._type == "e":
            self.sheet.note("cell-error", (self._row, self._column))
            return ""
        if self._type in ("str", "inlineStr", "d"):
            return value
        if not value and self._has_formula:
            self.sheet.note("formula-without-value", (self._row, self._column))
        if self._type == "s":
            number = _integer(value) if value else len(self._strings)
            return self._strings[number] if number < len(self._strings) else ""
        if self._type == "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value, "")
        return self._number(value)

    def _number(self, value: str) -> str:
        try:
            number = float(value)
        except ValueError:
            return value
        code = self._formats[self._style] if self._style < len(self._formats) else GENERAL
        return shown(number, code, self.days_before)


def _unescaped(match: re.Match[str]) -> str:
    character = chr(int(match[1], 16))
    return character if character.isprintable() or character == "\n" else ""


def _position(reference: str) -> Position | None:
    match = _REFERENCE.fullmatch(reference)
    if match is None:
        return None
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1


def _merged(reference: str) -> Merged | None:
    first, _, last = reference.partition(":")
    top_left, bottom_right = _position(first), _position(last or first)
    return Merged(*top_left, *bottom_right) if top_left and bottom_right else None
