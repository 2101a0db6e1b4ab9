"""How the cells of a workbook look."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from graphmodel.ledgers.fields import STATUS_WORDS, Field, Origin
from graphmodel.reports.wording import Language

_BORDER = {"border": 1, "border_color": "#A6A6A6"}
_HEAD = {**_BORDER, "bold": True, "text_wrap": True, "align": "center", "valign": "vcenter"}
_CELL = {"text_wrap": True, "valign": "top"}
_LOOKS: Mapping[str, Mapping[str, Any]] = {
    "title": {"bold": True, "font_size": 16, "align": "center", "valign": "vcenter"},
    "line": {"text_wrap": True, "valign": "vcenter", "font_color": "#595959"},
    "head": {**_HEAD, "bg_color": "#D9E2F3"},
    "head of people": {**_HEAD, "bg_color": "#FFF2CC"},
    "text": _CELL,
    "number": {**_CELL, "align": "center"},
    "date": {**_CELL, "num_format": "yyyy-mm-dd"},
    "link": {**_CELL, "font_color": "#0563C1", "underline": 1},
    "gone": {**_BORDER, "font_color": "#808080", "font_strikeout": True},
    "new": {**_BORDER, "bg_color": "#DDEBF7"},
    "changed": {**_BORDER, "bg_color": "#FFEB9C"},
}
_STATUS_COLORS = (("#EDEDED", "#404040"), ("#FFEB9C", "#7F6000"), ("#FFC7CE", "#9C0006"),
                  ("#C6EFCE", "#006100"))  # fmt: skip
"""Ground and text of each of `STATUS_WORDS`."""
_FONTS = {Language.ZH: "宋体", Language.EN: "Calibri"}


class Formats:
    """The formats of one workbook, by what they are for.

    Lines around cells are of a conditional format, so that a blank cell need not be written.
    """

    def __init__(self, book: Any, language: Language) -> None:
        """Add them to the workbook."""
        font = {"font_name": _FONTS[language], "font_size": 10}
        self._of = {name: book.add_format({**font, **look}) for name, look in _LOOKS.items()}
        self.lines = book.add_format(_BORDER)
        self.statuses = {
            word(language): book.add_format({**_BORDER, "bg_color": ground, "font_color": text})
            for word, (ground, text) in zip(STATUS_WORDS, _STATUS_COLORS, strict=True)
        }

    def __getitem__(self, name: str) -> Any:
        """The format of a name."""
        return self._of[name]

    def head(self, field: Field) -> Any:
        """The format of a column's head; those that people fill in stand out."""
        return self["head of people" if field.origin is Origin.PEOPLE else "head"]
