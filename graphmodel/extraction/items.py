"""One item of the outline → its task or section, with all that its text says."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from graphmodel.extraction.assignments import (
    Found,
    NotUnderstood,
    find_attributions,
    is_balanced,
)
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
    drafted,
    led_by,
)
from graphmodel.extraction.duties import duties_of, reports_to_nobody
from graphmodel.extraction.headings import Title, heading_attribution, title_of
from graphmodel.extraction.indicators import defined_in_paragraphs, links_of, listed_in_prose
from graphmodel.extraction.outline import Item
from graphmodel.extraction.quantities import Quantity, find_quantities
from graphmodel.extraction.stages import stage_of
from graphmodel.model.vocabulary import Basis, Role, Severity

_LINE_END = re.compile(r"[\n\r\f]")
_CLOSING_WORDS = re.compile(
    r"[\n\r\f][ \t\u3000]*+(?:附件|抄送|特此|[（(]此件|本(?:方案|意见|办法|措施|通知|计划)"
    r"|各(?:地区?|级|部门|有关部门|单位|县|市|区|乡镇)[^。\n]{0,12}(?:要|于|应|须|每年)"
    r"|[^。，；\n]{0,30}20\d\d年\d{1,2}月\d{1,2}日[ \t]*(?=[\n\r\f]|\Z))"
)
"""How the text of the whole document goes on behind its last item: closing words, a signature."""
_GUIDED = re.compile(r"[（(〔［\[【][^（()）〕］\]】\n]{2,80}(?:指导|监督|督导)[)）〕］\]】]")
"""A bracket that gives nobody a role."""


@dataclass(slots=True)
class ItemReader:
    """Reads items in the order of the text, and keeps what the document said once for all.

    Attributes:
        text: The document's text, tables blanked out.
        plain: The same with all digits of plain width.
        issued: The day of issue.
        draft: What it adds to.
        convention: How many of the first listed lead, as said so far; 0 if nothing was said.
        standing: Bodies that a standing rule said so far gives a part in every later task.
    """

    text: str
    plain: str
    issued: datetime.date | None
    draft: PlanDraft
    convention: int = 0
    standing: tuple[Mention, ...] = ()

    def read(self, item: Item) -> None:
        """Add what one item says."""
        found = self._attributions(item)
        heading = None if found else heading_attribution(self.text, item)
        if heading is not None:
            self._read_task(item, heading[1], [heading[0]], by_heading=True)
        elif found:
            self._read_task(item, title_of(self.text, item, found[0].start), found)
        elif self.standing and (guided := _GUIDED.search(self.text, item.body, item.end)):
            title = title_of(self.text, item, guided.start())
            task = self._task(item, guided.end(), title, [])
            self.draft.tasks.append(self._with_standing(task))
        else:
            self._read_section(item)

    def _attributions(self, item: Item) -> list[Found]:
        """The attributions of an item, by the conventions that hold in it."""
        found, doubts = find_attributions(self.text, item.body, item.end)
        self.draft.doubts += [_doubt(doubt) for doubt in doubts]
        self.draft.doubts += [_unbalanced(f) for f in found if not is_balanced(self.text, f)]
        stated = (f.attribution.convention for f in found if f.attribution.convention)
        self.convention = next(stated, self.convention)
        return [
            replace(f, attribution=by_convention(f.attribution, self.convention)) for f in found
        ]

    def _read_task(
        self, item: Item, title: Title, found: list[Found], *, by_heading: bool = False
    ) -> None:
        end = _own_end(self.text, item, title, found)
        task = self._task(item, end, title, found)
        leads = tuple(lead for a in task.attributions for lead in a.leads)
        self.draft.tasks.append(self._with_standing(task))
        self._state_standing(found)
        self.draft.duties += duties_of(self.plain, item.body, found[0].start, leads)
        self._read_defined(item, leads if by_heading else ())
        self.draft.duties += duties_of(self.plain, end, item.end, ())
        self.draft.doubts += reports_to_nobody(self.plain, item.body, item.end)

    def _read_section(self, item: Item) -> None:
        title = title_of(self.text, item, None)
        is_line = _LINE_END.match(self.text, title.end) is not None
        behind = title.end if is_line else item.body
        self.draft.doubts += reports_to_nobody(self.plain, behind, item.end)
        if not title.words:
            self.draft.duties += duties_of(self.plain, item.body, item.end, ())
            return
        self.draft.sections.append(DraftSection(item.path, title.words, item.start, title.end))
        self.draft.indicators += listed_in_prose(self.text, item.body, item.end)
        stage = stage_of(self.plain, item)
        self.draft.stages += [stage] if stage else []
        self.draft.duties += duties_of(self.plain, title.end, item.end, ())

    def _task(self, item: Item, end: int, title: Title, found: list[Found]) -> DraftTask:
        targets, deadlines = self._quantities_and_times((item.body, end), title, found)
        return DraftTask(
            path=item.path,
            title=title.words,
            start=item.start,
            end=_stripped_end(self.text, item.start, end),
            attributions=tuple(drafted(f.attribution, f.words) for f in found),
            links=links_of(self.text, title.start, title.end, found[0].start if found else end),
            targets=tuple(targets),
            deadlines=tuple(deadlines),
        )

    def _quantities_and_times(
        self, span: tuple[int, int], title: Title, found: list[Found]
    ) -> tuple[list[Quantity], list[When]]:
        """Targets and deadlines; of the words inside attributions only the deadlines."""
        spans = sorted((f.start, f.end) for f in found)
        starts = [start for start, _ in spans]

        def outside(position: int) -> bool:
            i = bisect_right(starts, position) - 1
            return i < 0 or position >= spans[i][1]

        targets = [q for q in find_quantities(self.plain, *span, title.end) if outside(q.start)]
        return targets, find_times(self.plain, *span, self.issued)

    def _state_standing(self, found: list[Found]) -> None:
        """Keep the bodies that the item says have a part in every later one."""
        self.standing += tuple(
            Mention(name.words, *f.words.span(name.start, name.end))
            for f in found
            for name in f.attribution.standing
        )

    def _with_standing(self, task: DraftTask) -> DraftTask:
        if not self.standing:
            return task
        parts = tuple(DraftAssignment(mention, Role.SUPPORT) for mention in self.standing)
        rule = DraftAttribution(parts, None, False, "standing-rule", standing=True)
        return replace(task, attributions=(*task.attributions, rule))

    def _read_defined(self, item: Item, leads: tuple[Mention, ...]) -> None:
        """Indicators that an item defines; the bodies of its heading answer for them."""
        attribution = led_by(leads, Basis.HEADING, "heading")
        for indicator, children in defined_in_paragraphs(self.text, item.body, item.end):
            self.draft.indicators += [replace(indicator, attribution=attribution), *children]


def _doubt(doubt: NotUnderstood) -> Doubt:
    return Doubt("attribution-not-understood", Severity.WARNING, doubt.start, doubt.end)


def _unbalanced(found: Found) -> Doubt:
    return Doubt("bracket-unbalanced", Severity.WARNING, found.start, found.end)


def _own_end(text: str, item: Item, title: Title, found: list[Found]) -> int:
    """Where the task ends: with the paragraph of its last attribution.

    What follows is of the section, unless the attribution stands in the heading, before the text.
    """
    line_end = _LINE_END.search(text, found[-1].end, item.end)
    if line_end is None:
        return item.end
    if text[title.end : found[0].start].strip(" \t\n\r。"):
        return line_end.start()
    closing = _CLOSING_WORDS.search(text, line_end.start(), item.end)
    return closing.start() if closing else item.end


def _stripped_end(text: str, start: int, end: int) -> int:
    while end > start and (text[end - 1].isspace() or text[end - 1] == "#"):
        end -= 1
    return end
