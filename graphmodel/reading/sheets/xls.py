"""Workbooks of Excel 5.0 to 2003, and of WPS (.et) ([MS-XLS]).

Read here: the library that reads them tells neither number formats nor errors, and a damaged
file can end the whole process there.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from graphmodel.model.errors import InputError
from graphmodel.reading.compound import Compound
from graphmodel.reading.sheets.biff import BOF, CONTINUE, Records, Strings
from graphmodel.reading.sheets.formats import DAYS_BEFORE_1904, GENERAL, built_in, shown
from graphmodel.reading.sheets.sheet import Budget, Merged, Position, Sheet

_FILEPASS, _DATEMODE, _BOUNDSHEET = 0x002F, 0x0022, 0x0085
_FORMAT, _XF, _SST, _MERGED = 0x041E, 0x00E0, 0x00FC, 0x00E5
_LABELSST, _LABEL, _RSTRING, _STRING = 0x00FD, 0x0204, 0x00D6, 0x0207
_NUMBER, _RK, _MULRK, _FORMULA, _BOOLERR = 0x0203, 0x027E, 0x00BD, 0x0006, 0x0205
_CELLS = frozenset({_LABELSST, _LABEL, _RSTRING, _NUMBER, _RK, _FORMULA, _BOOLERR})
_BIFF8 = 0x0600
_WORKSHEET = 0
_OLD_CODEC = "gb18030"
"""Of Excel 5.0 and 95, which wrote in the code page of the machine."""


@dataclass(slots=True)
class _Globals:
    """What holds for all sheets.

    Attributes:
        is_biff8: Whether strings are Unicode (Excel 97 and later).
        sheets: Name, start in the stream, and whether a person sees it as a worksheet.
        strings: The shared strings.
        formats: The number format of each cell style.
        days_before: Days to add to a date.
    """

    is_biff8: bool = True
    sheets: list[tuple[str, int, bool]] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    formats: list[str] = field(default_factory=list)
    days_before: int = 0


def read_xls(data: bytes, source: str) -> Iterator[tuple[str, Sheet | None]]:
    """Give the name and content of each worksheet; no content of a hidden one.

    Raises:
        InputError: `damaged`, `encrypted`, `too_large`.
    """
    compound = Compound(data)
    records = Records(compound.stream("Workbook") or compound.stream("Book"), source)
    budget = Budget(source)
    try:
        book = _globals(records, source)
        if not book.sheets:
            raise InputError(source, "damaged", reason="BoundSheet8")
        for name, start, is_visible in book.sheets:
            sheet = _SheetReader(name, book, budget).read(records, start) if is_visible else None
            yield name, sheet
    except (struct.error, IndexError) as error:
        raise InputError(source, "damaged", reason=str(error)) from error


def _globals(records: Records, source: str) -> _Globals:
    book = _Globals()
    custom: dict[int, str] = {}
    styles: list[int] = []
    shared: list[bytes] = []
    last = 0
    for kind, body in records.part(0):
        if kind == _FILEPASS:
            raise InputError(source, "encrypted")
        if kind == BOF:
            book.is_biff8 = _numbers("<H", body)[0] == _BIFF8
        elif kind == _FORMAT:
            custom[_numbers("<H", body)[0]] = _text(
                body[2:], book.is_biff8, 2 if book.is_biff8 else 1
            )
        elif kind == _XF:
            styles.append(_numbers("<H", body, 2)[0])
        elif kind == _DATEMODE and body[:1] == b"\1":
            book.days_before = DAYS_BEFORE_1904
        elif kind == _BOUNDSHEET:
            start, state, sheet_type = _numbers("<IBB", body)
            is_visible = state & 3 == 0 and sheet_type == _WORKSHEET
            book.sheets.append((_text(body[6:], book.is_biff8, 1), start, is_visible))
        elif kind == _SST or (kind == CONTINUE and last == _SST):
            shared.append(body)
            kind = _SST
        last = kind
    book.strings = list(_shared_strings(Strings(shared)))
    book.formats = [custom.get(number) or built_in(number) for number in styles]
    return book


def _shared_strings(strings: Strings) -> Iterator[str]:
    strings.integer(4)
    for _ in range(strings.integer(4)):
        if strings.at_end():
            return
        yield strings.string()


def _text(body: bytes, is_biff8: bool, length_size: int = 2) -> str:
    if is_biff8:
        return Strings([body]).string(length_size)
    length = int.from_bytes(body[:length_size], "little")
    return body[length_size : length_size + length].decode(_OLD_CODEC, "replace")


def _numbers(layout: str, body: bytes, offset: int = 0) -> tuple[int, ...]:
    return struct.unpack_from(layout, body, offset)


class _SheetReader:
    """Reads the cells and merged ranges of one sheet."""

    def __init__(self, name: str, book: _Globals, budget: Budget) -> None:
        self._sheet = Sheet(name)
        self._book = book
        self._budget = budget
        self._waiting: Position | None = None

    def read(self, records: Records, start: int) -> Sheet:
        """Read the records of the sheet that begin at `start`."""
        for kind, body in records.part(start):
            if kind in _CELLS:
                row, column, style = _numbers("<3H", body)
                self._take(row, column, self._words(kind, body, (row, column), style))
            elif kind == _MULRK:
                self._take_row(body)
            elif kind == _STRING and self._waiting:
                self._take(*self._waiting, _text(body, self._book.is_biff8))
                self._waiting = None
            elif kind == _MERGED:
                self._sheet.merged += _merged(body)
        return self._sheet

    def _take(self, row: int, column: int, text: str) -> None:
        if text.strip():
            self._budget.take(text)
            self._sheet.cells[row, column] = text

    def _take_row(self, body: bytes) -> None:
        """Take a run of numbers of one row: each has a style and a value of 6 bytes together."""
        row, first = _numbers("<2H", body)
        for number, offset in enumerate(range(4, len(body) - 7, 6)):
            style, value = _numbers("<HI", body, offset)
            self._take(row, first + number, self._shown(_rk(value), style))

    def _words(self, kind: int, body: bytes, position: Position, style: int) -> str:
        """Give what a cell shows."""
        if kind == _LABELSST:
            number = _numbers("<I", body, 6)[0]
            return self._book.strings[number] if number < len(self._book.strings) else ""
        if kind in (_LABEL, _RSTRING):
            return _text(body[6:], self._book.is_biff8)
        if kind == _RK:
            return self._shown(_rk(_numbers("<I", body, 6)[0]), style)
        if kind == _BOOLERR:
            return self._truth(body[6], position, is_error=body[7:8] == b"\1")
        if kind == _FORMULA and body[12:14] == b"\xff\xff":
            return self._result(body, position)
        return self._shown(struct.unpack_from("<d", body, 6)[0], style)

    def _result(self, body: bytes, position: Position) -> str:
        """Give the value of a formula that is no number ([MS-XLS] 2.5.133)."""
        kind = body[6]
        if kind == 0:
            self._waiting = position
        return self._truth(body[8], position, is_error=kind == 2) if kind in (1, 2) else ""

    def _truth(self, value: int, position: Position, is_error: bool) -> str:
        if is_error:
            self._sheet.note("cell-error", position)
            return ""
        return "TRUE" if value else "FALSE"

    def _shown(self, value: float, style: int) -> str:
        formats = self._book.formats
        code = formats[style] if style < len(formats) else GENERAL
        return shown(value, code, self._book.days_before)


def _rk(value: int) -> float:
    """Give the number of 30 bits that an RK value packs ([MS-XLS] 2.5.217)."""
    number: float
    if value & 2:
        number = (value >> 2) - (1 << 30 if value & 0x80000000 else 0)
    else:
        number = struct.unpack("<d", b"\0\0\0\0" + struct.pack("<I", value & 0xFFFFFFFC))[0]
    return number / 100 if value & 1 else number


def _merged(body: bytes) -> Iterator[Merged]:
    for offset in range(2, len(body) - 7, 8):
        row, last_row, column, last_column = _numbers("<4H", body, offset)
        yield Merged(row, column, last_row, last_column)
