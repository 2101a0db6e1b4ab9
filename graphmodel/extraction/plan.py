"""One document → the draft of its facts."""

from __future__ import annotations

import datetime
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from graphmodel.extraction.conventions import stated_once
from graphmodel.extraction.draft import DraftSection, PlanDraft
from graphmodel.extraction.front_matter import front_matter
from graphmodel.extraction.goals import goals_of
from graphmodel.extraction.items import ItemReader
from graphmodel.extraction.numerals import with_plain_digits
from graphmodel.extraction.outline import Item, Outline, Part, outline
from graphmodel.extraction.paragraphs import duty_items, paragraph_items
from graphmodel.extraction.promised import missing_annexes
from graphmodel.extraction.tables.found import FoundTable, find_tables, without_tables
from graphmodel.extraction.tables.indicators import read_indicators
from graphmodel.extraction.tables.rows import TableFacts, read_tasks
from graphmodel.model.columns import Path
from graphmodel.reading.document import Document

_Place = TypeVar("_Place", Item, Part)


def extract_plan(document: Document) -> PlanDraft:
    """Everything that a document says, in the order of its text."""
    tables = find_tables(document)
    whole = with_plain_digits(document.text)
    text = without_tables(document.text, tables)
    outlined = outline(text)
    first = outlined.items[0].start if outlined.items else 0
    draft = PlanDraft(front_matter(document, without_tables(whole, tables), first))
    issued = datetime.date.fromisoformat(draft.front.issued) if draft.front.issued else None
    plain = without_tables(whole, tables)
    reader = ItemReader(text, plain, issued, draft, stated_once(text))
    for item in _with_paragraphs(text, outlined):
        reader.read(item)
    _read_tables(document.text, whole, tables, outlined, reader)
    draft.doubts += missing_annexes(document.text, outlined.parts)
    draft.goals += goals_of(reader.plain, outlined.items, draft)
    draft.tasks.sort(key=lambda task: task.start)
    draft.sections.sort(key=lambda section: section.start)
    return draft


def _with_paragraphs(text: str, outlined: Outline) -> list[Item]:
    """The items of the outline and the unnumbered paragraphs that assign something."""
    everything = [*outlined.items]
    for item in outlined.items:
        everything += duty_items(text, item)
    starts = [item.start for item in outlined.items]
    for part in outlined.parts:
        first = bisect_left(starts, part.start)
        has_items = first < len(starts) and starts[first] < part.end
        everything += paragraph_items(text, part, starts[first] if has_items else part.end)
    return sorted(everything, key=lambda item: item.start)


def _read_tables(
    text: str, plain: str, tables: list[FoundTable], outlined: Outline, reader: ItemReader
) -> None:
    """Add what the tables say, under the annex or the item that they stand in."""
    draft = reader.draft
    taken = {task.path for task in draft.tasks}
    for number, table in enumerate(tables, start=1):
        draft.indicators += read_indicators(text, table)
        said = read_tasks(text, plain, table, reader.issued, reader.convention)
        prefix = _prefix(table, outlined)
        if any((*prefix, *task.path) in taken for task in said.tasks):
            prefix = (*prefix, number)
        taken.update((*prefix, *task.path) for task in said.tasks)
        _add(draft, said, prefix)


def _prefix(table: FoundTable, outlined: Outline) -> Path:
    """The path of the annex, or of the numbered item of the body, that a table stands in."""
    part = _last(outlined.parts, table.start)
    if part is not None and part.prefix:
        return part.prefix if part.prefix[0] == "annex" else ("annex", 1)
    item = _last(outlined.items, table.start)
    return item.path if item is not None else ()


def _last(places: Sequence[_Place], position: int) -> _Place | None:
    """The last of some places, in order, that begins before a position."""
    behind = bisect_right(places, position, key=lambda place: place.start)
    return places[behind - 1] if behind else None


def _add(draft: PlanDraft, said: TableFacts, prefix: Path) -> None:
    draft.tasks += [replace(task, path=(*prefix, *task.path)) for task in said.tasks]
    draft.sections += [
        DraftSection((*prefix, *section.path), section.title, section.start, section.end)
        for section in said.sections
    ]
    draft.private += said.private
