"""The words of a paragraph as Word prints them (ECMA-376 17.3.3)."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from graphmodel.reading.docx.elements import below, boxes, integer, pieces, value
from graphmodel.reading.docx.numerals import circled
from graphmodel.reading.docx.styles import Style, Styles
from graphmodel.reading.markup import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_PRINTED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_DRAWN = frozenset({"drawing", "pict", "object"})
_FORMULAS = frozenset({"oMath", "oMathPara"})
_CIRCLE = re.compile(r"\s*eq\s*\\o\s*(?:\\a[clr]\s*)?\([○〇]\s*[,;，；]\s*(\d{1,2})\s*\)\s*", re.I)
"""The field that the command for a character in a circle makes of a number."""
_PRIVATE = range(0xF000, 0xF100)
"""Where the characters of symbol fonts stand; what they show depends on the font."""
_WINGDINGS_CIRCLED = range(0xF081, 0xF08B)
_LONGEST_INSTRUCTION = 100


class Words:
    """The words of a paragraph, and what hangs on it.

    Attributes:
        boxes: Contents of the text boxes that are anchored in it.
        notes: Footnotes and endnotes by kind and number.
    """

    def __init__(self, styles: Styles) -> None:
        """Begin without words."""
        self.boxes: list[_Element] = []
        self.notes: list[tuple[str, int]] = []
        self._styles = styles
        self._parts: list[str] = []
        self._instructions: list[str | None] = []
        self._unfinished = 0

    def add(self, paragraph: _Element, style: Style) -> None:
        """Add the words of a paragraph. Fields that it leaves open end with it."""
        self._add_runs(paragraph, style)
        self._instructions.clear()
        self._unfinished = 0

    def text(self) -> str:
        """Give the words so far; a line feed stands where a line is broken by hand."""
        return "".join(self._parts)

    def _add_runs(self, parent: _Element, style: Style) -> None:
        for element in pieces(parent):
            name = local_name(element.tag)
            if name == "r":
                if not self._styles.is_hidden(below(element, "rPr"), style):
                    self._add_run(element, style)
            elif name in _FORMULAS:
                self._write("".join(node.text or "" for node in element.iter("{*}t")))

    def _add_run(self, run: _Element, style: Style) -> None:
        for element in pieces(run):
            name = local_name(element.tag)
            if name == "t":
                self._write(_characters(element))
            elif name in _PRINTED:
                self._write(_PRINTED[name])
            elif name in _DRAWN:
                self.boxes += boxes(element)
            elif name in _ACTIONS:
                _ACTIONS[name](self, element)
            elif name == "r":
                self._add_run(element, style)

    def _write(self, text: str) -> None:
        if not self._unfinished:
            self._parts.append(text)

    def _field(self, mark: _Element) -> None:
        """Take a mark of a field: its instruction is not printed, the result behind it is."""
        kind = value(mark, "fldCharType")
        if kind == "begin":
            self._instructions.append("")
            self._unfinished += 1
        elif self._instructions and kind == "separate":
            self._end_instruction()
            self._instructions.append(None)
        elif self._instructions and kind == "end":
            circle = _CIRCLE.fullmatch(self._end_instruction())
            if circle:
                self._write(circled(int(circle[1])))

    def _end_instruction(self) -> str:
        instruction = self._instructions.pop()
        self._unfinished -= instruction is not None
        return instruction or ""

    def _instruct(self, element: _Element) -> None:
        last = self._instructions[-1] if self._instructions else None
        if last is not None and len(last) < _LONGEST_INSTRUCTION:
            self._instructions[-1] = last + (element.text or "")

    def _symbol(self, element: _Element) -> None:
        try:
            code = int(value(element, "char") or "", 16)
        except ValueError:
            return
        if code in _WINGDINGS_CIRCLED and value(element, "font") == "Wingdings":
            self._write(circled(code - _WINGDINGS_CIRCLED.start + 1))
        elif code not in _PRIVATE and 0x20 <= code < 0xD800:
            self._write(chr(code))

    def _note(self, element: _Element) -> None:
        number = integer(element, "id")
        if number is not None:
            self.notes.append((local_name(element.tag).removesuffix("Reference"), number))


_ACTIONS: Mapping[str, Callable[[Words, _Element], None]] = {
    "fldChar": Words._field,
    "instrText": Words._instruct,
    "sym": Words._symbol,
    "footnoteReference": Words._note,
    "endnoteReference": Words._note,
}


def _characters(element: _Element) -> str:
    """Give the text of `w:t`, in which a line end is a space like any other."""
    return (element.text or "").replace("\n", " ").replace("\r", " ")
