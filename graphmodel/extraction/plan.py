"""One document → the draft of its facts."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left, bisect_right
from dataclasses import replace

from graphmodel.extraction.assignments import Found, NotUnderstood, find_attributions
from graphmodel.extraction.conventions import by_convention
from graphmodel.extraction.dates import When, find_times
from graphmodel.extraction.draft import (
    Doubt,
    DraftAssignment,
    DraftAttribution,
    DraftSection,
    DraftTask,
    Mention,
    PlanDraft,
    led_by,
)
from graphmodel.extraction.duties import duties_of
from graphmodel.extraction.front_matter import front_matter
from graphmodel.extraction.headings import Title, heading_attribution, title_of
from graphmodel.extraction.indicators import (
    defined_in_paragraphs,
    links_of,
    listed_in_prose,
)
from graphmodel.extraction.numerals import with_plain_digits
from graphmodel.extraction.outline import Item, Part, outline
from graphmodel.extraction.paragraphs import paragraph_items
from graphmodel.extraction.quantities import Quantity, find_quantities
from graphmodel.extraction.stages import stage_of
from graphmodel.extraction.tables import read_table, tables_of
from graphmodel.model.vocabulary import Basis, Severity
from graphmodel.reading.document import Document

_LINE_END = re.compile(r"[\n\r\f]")


def extract_plan(document: Document) -> PlanDraft:
    """Everything that a document says, in the order of its text."""
    text, plain = document.text, with_plain_digits(document.text)
    items, parts = outline(text)
    first = items[0].start if items else 0
    draft = PlanDraft(front_matter(document, first))
    issued = datetime.date.fromisoformat(draft.front.issued) if draft.front.issued else None
    convention = 0
    for item in _with_paragraphs(text, items, parts):
        found, doubts = find_attributions(text, item.body, item.end)
        draft.doubts += [_doubt(doubt) for doubt in doubts]
        convention = next(
            (f.attribution.convention for f in found if f.attribution.convention), convention
        )
        if convention:
            found = [
                replace(f, attribution=by_convention(f.attribution, convention)) for f in found
            ]
        _read_item(text, plain, item, found, issued, draft)
    _read_tables(document, parts, draft)
    draft.tasks.sort(key=lambda task: task.start)
    return draft


def _with_paragraphs(text: str, items: list[Item], parts: list[Part]) -> list[Item]:
    """The items of the outline and the unnumbered paragraphs that assign something."""
    everything = list(items)
    starts = [item.start for item in items]
    for part in parts:
        first = bisect_left(starts, part.start)
        has_items = first < len(starts) and starts[first] < part.end
        everything += paragraph_items(text, part, starts[first] if has_items else part.end)
    return sorted(everything, key=lambda item: item.start)


def _read_item(
    text: str,
    plain: str,
    item: Item,
    found: list[Found],
    issued: datetime.date | None,
    draft: PlanDraft,
) -> None:
    """Add what one item says; `plain` is the text with all digits of plain width."""
    heading = heading_attribution(text, item) if not found else None
    if heading:
        found, title = [heading[0]], heading[1]
    else:
        title = title_of(text, item, found[0].start if found else None)
    end = item.body
    if found:
        end = _own_end(text, item, title, found)
        task = _task(text, plain, item, end, title, found, issued)
        leads = tuple(lead for a in task.attributions for lead in a.leads)
        draft.tasks.append(task)
        draft.duties += duties_of(plain, item.body, found[0].start, leads)
        _read_defined(text, item, leads, bool(heading), draft)
    elif title.words:
        end = title.end
        draft.sections.append(DraftSection(item.path, title.words, item.start, title.end))
        draft.indicators += listed_in_prose(text, item.body, item.end)
        stage = stage_of(plain, item)
        draft.stages += [stage] if stage else []
    draft.duties += duties_of(plain, end, item.end, ())


def _doubt(doubt: NotUnderstood) -> Doubt:
    return Doubt("attribution-not-understood", Severity.WARNING, doubt.start, doubt.end)


def _own_end(text: str, item: Item, title: Title, found: list[Found]) -> int:
    """Where the task ends: with the paragraph of its last attribution.

    What follows is of the section, unless the attribution stands in the heading, before the text.
    """
    line_end = _LINE_END.search(text, found[-1].end, item.end)
    if line_end is None or not text[title.end : found[0].start].strip(" \t\n\r。"):
        return item.end
    return line_end.start()


def _task(
    text: str,
    plain: str,
    item: Item,
    end: int,
    title: Title,
    found: list[Found],
    issued: datetime.date | None,
) -> DraftTask:
    targets, deadlines = _quantities_and_times(plain, (item.body, end), title, found, issued)
    return DraftTask(
        path=item.path,
        title=title.words,
        start=item.start,
        end=_stripped_end(text, item.start, end),
        attributions=tuple(_attribution(f) for f in found),
        links=links_of(text, title.start, title.end, found[0].start),
        targets=tuple(targets),
        deadlines=tuple(deadlines),
    )


def _stripped_end(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] == "#"):
        end -= 1
    return end


def _quantities_and_times(
    text: str,
    span: tuple[int, int],
    title: Title,
    found: list[Found],
    issued: datetime.date | None,
) -> tuple[list[Quantity], list[When]]:
    """Targets and deadlines of an item; of the words inside its attributions only the deadlines."""
    spans = sorted((f.start, f.end) for f in found)
    starts = [start for start, _ in spans]

    def outside(position: int) -> bool:
        i = bisect_right(starts, position) - 1
        return i < 0 or position >= spans[i][1]

    targets = [q for q in find_quantities(text, *span, title.end) if outside(q.start)]
    return targets, find_times(text, *span, issued)


def _attribution(found: Found) -> DraftAttribution:
    said, words = found.attribution, found.words
    return DraftAttribution(
        assignments=tuple(
            DraftAssignment(Mention(a.words, *words.span(a.start, a.end)), a.role)
            for a in said.assignments
        ),
        basis=said.basis,
        open_ended=said.open_ended,
        rule=said.rule,
        posts=tuple(Mention(p.words, *words.span(p.start, p.end)) for p in said.officials),
    )


def _read_defined(
    text: str, item: Item, leads: tuple[Mention, ...], by_heading: bool, draft: PlanDraft
) -> None:
    """Indicators that an item defines; the bodies of its heading answer for them."""
    attribution = led_by(leads, Basis.HEADING, "heading") if by_heading else None
    for indicator, children in defined_in_paragraphs(text, item.body, item.end):
        draft.indicators += [replace(indicator, attribution=attribution), *children]


def _read_tables(document: Document, parts: list[Part], draft: PlanDraft) -> None:
    for part in parts:
        for grid in tables_of(document, part):
            indicators, tasks = read_table(document.text, grid, part.prefix)
            draft.indicators += indicators
            draft.tasks += tasks
