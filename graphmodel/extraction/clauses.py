"""One clause by itself: a bracket, labels, a sentence, a row of a table, a heading."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from graphmodel.extraction.assignments import find_attributions
from graphmodel.extraction.attribution import parse_squeezed
from graphmodel.extraction.brackets import OPENING
from graphmodel.extraction.claims import read_claims
from graphmodel.extraction.clause import TIME_PHRASE
from graphmodel.extraction.headings import heading_attribution
from graphmodel.extraction.lines import squeezed_lines
from graphmodel.extraction.names import Name, has_ending, is_body, split_names
from graphmodel.extraction.outline import outline
from graphmodel.extraction.roles import Assignment, Attribution
from graphmodel.extraction.squeezed import squeezed
from graphmodel.extraction.tables.head import COLUMN_ROLES, head_columns, kind_of
from graphmodel.extraction.words import (
    LABEL_NOUN,
    POST_LABEL,
    alternation,
    attribution_words,
    personal_name,
)
from graphmodel.model.ids import squeeze
from graphmodel.model.vocabulary import Basis, Role

_NO_BODY = Attribution()
_CELL_BREAK = re.compile(r"[|│｜\t]")
_EMPTY_CELLS = ("", "/", "无", "—", "-")


def parse_attribution(text: str) -> Attribution:
    """Who leads, supports and is engaged by the words of one clause.

    The same grammar that extraction uses on whole plans.

    Args:
        text: The clause, with its line breaks and damage.

    Returns:
        The attribution; without assignments where the clause gives nobody a role. Its `leads`,
        `supports`, `engaged` and `persons` are as written, white space left out.
    """
    return _of_row(text) or _of_heading(text) or _of_brackets(text) or _of_words(text) or _NO_BODY


def _of_row(text: str) -> Attribution | None:
    """A row of a table.

    A head row decides what its cells are; without one the first cell of bodies leads and the next
    supports.
    """
    lines = [_cells(line) for line in text.splitlines() if _CELL_BREAK.search(line)]
    if not lines:
        return None
    columns = head_columns(lines[0]) if len(lines) > 1 else {}
    return _of_cells(lines[-1], columns)


def _cells(line: str) -> list[str]:
    return [squeeze(cell) for cell in _CELL_BREAK.split(line.strip("|│｜ "))]


def _of_cells(cells: list[str], columns: dict[str, int]) -> Attribution | None:
    roles = {
        columns[kind]: Role.SUPPORT if kind == "responsible" and "lead" in columns else role
        for kind, role in COLUMN_ROLES.items()
        if kind in columns and columns[kind] < len(cells)  # rows can be shorter than their head
    }
    bodies = roles or dict(zip(_cells_of_bodies(cells), (Role.LEAD, Role.SUPPORT), strict=False))
    assignments = tuple(
        Assignment(name.words, role, 0, 0)
        for column, role in bodies.items()
        for name in split_names(cells[column]).names
        if name.words not in _EMPTY_CELLS
    )
    if not assignments:
        return None
    times = [
        cell
        for cell in cells
        if re.fullmatch(rf"{TIME_PHRASE}|长期|全年|常年|持续|汛期|[\u4e00-\u9fff]{{2,4}}前", cell)
    ]
    return Attribution(
        assignments,
        _officials(cells, columns),
        _basis(columns, sum(a.role is Role.LEAD for a in assignments)),
        deadline=times[0] if times else None,
        rule="row",
    )


def _basis(columns: dict[str, int], leads: int) -> Basis | None:
    """How a row tells who leads: by its head, or without one by the place of the cell."""
    if not leads:
        return None
    if "lead" in columns:
        return Basis.DESIGNATED
    if not columns:
        return Basis.HEADING
    return Basis.JOINT if leads > 1 else Basis.SOLE


def _officials(cells: list[str], columns: dict[str, int]) -> tuple[Name, ...]:
    """The officials of a row: in their column, or in cells that hold a name of a person."""
    place = columns.get("post")
    if place is not None:
        return split_names(cells[place]).names if place < len(cells) else ()
    named = () if columns else cells
    return tuple(
        Name(c, 0, len(c))
        for c in named
        if personal_name().fullmatch(c) and not is_body(c) and not re.fullmatch(TIME_PHRASE, c)
    )


def _cells_of_bodies(cells: list[str]) -> list[int]:
    """The cells that hold bodies and nothing else, or stand empty behind one that does."""
    found: list[int] = []
    for column, cell in enumerate(cells):
        names = split_names(cell).names
        listed = bool(names) and all(_is_named(n.words) for n in names)
        if listed or (found and cell in _EMPTY_CELLS):
            found.append(column)
    return found[:2]


def _is_named(words: str) -> bool:
    return is_body(words) and has_ending(words) and kind_of(words) is None


def _of_heading(text: str) -> Attribution | None:
    """（三）县水务局 on one line, 负责供水… on the next."""
    for item in outline(text + "\n").items:
        found = heading_attribution(text, item)
        if found is not None:
            return found[0].attribution
    return None


def _of_brackets(text: str) -> Attribution | None:
    """The attributions in brackets, behind labels or in whole sentences, put together."""
    if _label_first().match(text) and text[0] not in OPENING:
        return None
    found, _ = find_attributions(text, 0, len(text))
    whole = squeezed(text, (0, len(text))).text
    if not found or _labels_in_brackets().search(whole):
        return None
    first, *others = (f.attribution for f in found)
    first = replace(first, deadline=first.deadline or read_claims(whole).deadline)
    for other in others:
        first = replace(
            first,
            assignments=first.assignments + other.assignments,
            officials=first.officials + other.officials,
            basis=first.basis or other.basis,
            open_ended=first.open_ended or other.open_ended,
        )
    return first


def _of_words(text: str) -> Attribution | None:
    """Words without a bracket around them: labels that run together, a list, a sentence."""
    words = squeezed_lines(text, 0, len(text)).text
    return parse_squeezed(words, prose=not _label_first().match(words))


@cache
def _labels_in_brackets() -> re.Pattern[str]:
    """【牵头单位：甲】【配合单位：乙】, 【责任部门】甲【协办单位】乙: one in several brackets."""
    return re.compile(
        rf"[】〕）)\]］][【〔（(\[［](?:{_stems()}){LABEL_NOUN}|(?:{_stems()}){LABEL_NOUN}】"
    )


@cache
def _label_first() -> re.Pattern[str]:
    return re.compile(rf"[【〔（(\[［]?(?:(?:{_stems()}){LABEL_NOUN}|{POST_LABEL}[:：])")


def _stems() -> str:
    return alternation(list(attribution_words().labels))
