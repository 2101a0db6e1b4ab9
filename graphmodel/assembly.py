"""The draft of a plan and the resolution of its mentions, put together as facts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from graphmodel.confidence import Judge
from graphmodel.extraction.annexes import restated
from graphmodel.extraction.draft import (
    Doubt,
    DraftAttribution,
    DraftDuty,
    DraftIndicator,
    DraftSection,
    DraftTask,
    FrontMatter,
    PlanDraft,
)
from graphmodel.extraction.indicators import indicator_words
from graphmodel.extraction.masking import without_private
from graphmodel.extraction.quantities import Quantity
from graphmodel.model import records
from graphmodel.model.columns import Path
from graphmodel.model.facts import Facts
from graphmodel.model.ids import Uniquifier, item_id, part_id, plan_id
from graphmodel.model.vocabulary import PlaceUnit, Role, Severity
from graphmodel.reading.document import Document
from graphmodel.resolution import Correction, Resolution, accepted, jurisdiction_chain, resolve

_CONTEXT = 3000
"""Characters of the head that may name the places above the plan's own."""
_MESSAGES = {
    "attribution-not-understood": "像是责任分工，但没有读懂：{detail}",
    "no-attribution": "全文没有找到责任分工",
    "bracket-unbalanced": "分工的括号不成对：{detail}",
    "report-to-nobody": "要求定期报送，但没有写报给谁：{detail}",
    "annex-missing": "文件中没有所列的附件“{detail}”",
    "annex-disagrees": "附件与正文的牵头单位不一致：{detail}",
    "page-without-text": "第{detail}页没有文字层，其内容没有读出",
    "formula-without-value": "单元格 {detail} 的公式没有保存结果，其内容没有读出",
    "hidden-sheet": "工作表“{detail}”是隐藏的，其内容没有读取",
    "cell-error": "单元格 {detail} 的公式出错，其内容没有读出",
}
_POST = re.compile(
    r"(?:分管|主管|常务|县级|市级|区级|省级)*(?:党委|县委|市委|区委|省委|政府)?"
    r"(?:常委|副?书记|副?[省市县区州镇乡]长|副?部长|副?主任|副?局长|副?秘书长|领导|主要负责人)"
)


def assemble(
    document: Document,
    draft: PlanDraft,
    override: str | None = None,
    corrections: Iterable[Correction] = (),
) -> Facts:
    """The facts of one document.

    Args:
        document: The document, for its name, checksum and text.
        draft: What extraction took from it.
        override: The plan's id, where the one made of its front matter will not do.
        corrections: What people said about names of bodies, in this plan or others.
    """
    front = draft.front
    places = jurisdiction_chain(front.jurisdiction, _context(document, front))
    own = places[-1].id if places else None
    plan = override or plan_id(front.jurisdiction, front.doc_number, front.title, front.issued)
    entries = [entry for entry in corrections if entry.is_for(plan, document.name)]
    resolution = resolve(plan, _mentions(draft), places, entries, document.text)
    text = without_private(document.text, draft.private)
    facts = _Assembly(plan, document, resolution, text, Judge(resolution)).facts(
        records.Plan(
            id=plan,
            title=front.title,
            doc_number=front.doc_number,
            issuers=front.issuers,
            issuer_ids=tuple(key for name in front.issuers for key in resolution.units_of(name)),
            jurisdiction=front.jurisdiction,
            jurisdiction_id=own,
            issued=front.issued,
            status=front.status,
            references=front.references,
            source=document.name,
            sha256=document.sha256,
            format=document.format,
            encoding=document.encoding,
            ocr=bool(document.certainties),
        ),
        draft,
    )
    return replace(facts, diagnostics=tuple(accepted(facts.diagnostics, entries)))


def _context(document: Document, front: FrontMatter) -> str:
    return "\n".join((front.title, *front.issuers, document.text[:_CONTEXT]))


def _mentions(draft: PlanDraft) -> Counter[str]:
    """How often each mention stands in the plan, in the order of first appearance."""
    return Counter([*_words(draft), *draft.front.addressees])


def _words(draft: PlanDraft) -> Iterator[str]:
    yield from draft.front.issuers
    for attribution in draft.attributions():
        yield from (mention.words for mention in attribution.mentions)
    for duty in draft.duties:
        yield from (mention.words for mention in duty.bodies)
        yield from (duty.to.words,) if duty.to else ()


@dataclass(slots=True)
class _Assembly:
    """The tables of one plan while they grow."""

    plan: str
    document: Document
    resolution: Resolution
    text: str
    judge: Judge
    unique: Uniquifier = field(default_factory=Uniquifier)
    sections: dict[Path, str] = field(default_factory=dict)
    """The id of the last section of each path."""
    responsibilities: list[records.Responsibility] = field(default_factory=list)

    def facts(self, plan: records.Plan, draft: PlanDraft) -> Facts:
        """All tables; the order of the calls is the order of the text."""
        section_rows, task_rows = self._outline(draft)
        draft.doubts += self._disagreements(task_rows)
        task_ids = [task.id for task in task_rows]
        indicators = [*self._indicators(draft.indicators)]
        own = {row.code: row.id for row in reversed(indicators) if row.code}
        measures = [*self._measures(draft.tasks, task_ids, own)]
        listed = {row.id for row in indicators}
        national = {m.code: m.indicator for m in measures if m.indicator not in listed}
        indicators += [_national(code, row_id) for code, row_id in national.items()]
        return Facts(
            plans=(plan,),
            sections=tuple(section_rows),
            tasks=tuple(task_rows),
            jurisdictions=self.resolution.jurisdictions,
            units=self.resolution.units,
            mentions=self.resolution.mentions,
            responsibilities=tuple(self.responsibilities),
            posts=tuple(self._posts(draft.tasks, task_ids)),
            indicators=tuple(indicators),
            measures=tuple(measures),
            targets=(*self._targets(draft.tasks, task_ids), *self._goals(draft.goals)),
            deadlines=tuple(self._deadlines(draft.tasks, task_ids)),
            duties=tuple(self._duties(draft.duties)),
            stages=tuple(
                records.Stage(
                    part_id(plan.id, "stage", n), plan.id, s.name, s.first, s.last, s.start, s.end
                )
                for n, s in enumerate(draft.stages, start=1)
            ),
            diagnostics=(*self._notes(), *self._diagnostics(draft)),
            places=tuple(self._places()),
            texts=(records.Text(plan.id, self.text),),
        )

    def _outline(self, draft: PlanDraft) -> tuple[list[records.Section], list[records.Task]]:
        """Sections and tasks, each under the nearest heading before it."""
        sections: list[records.Section] = []
        tasks: list[records.Task] = []
        items: list[DraftSection | DraftTask] = [*draft.sections, *draft.tasks]
        for item in sorted(items, key=lambda item: item.start):
            row_id = self.unique(item_id(self.plan, item.path))
            above = self._above(item.path)
            if isinstance(item, DraftTask):
                tasks.append(
                    records.Task(
                        row_id, self.plan, item.path, item.title, above, item.start, item.end
                    )
                )
                self._attributions(row_id, item.attributions)
            else:
                self.sections[item.path] = row_id
                sections.append(
                    records.Section(
                        row_id, self.plan, item.path, item.title, above, item.start, item.end
                    )
                )
        for annex, body in restated(draft.tasks).items():
            tasks[annex] = replace(tasks[annex], same_as=tasks[body].id)
        return sections, tasks

    def _above(self, path: Path) -> str | None:
        for length in range(len(path) - 1, 0, -1):
            if path[:length] in self.sections:
                return self.sections[path[:length]]
        return None

    def _attributions(self, task: str, attributions: tuple[DraftAttribution, ...]) -> None:
        for group, attribution in enumerate(attributions):
            self.responsibilities += self._parts(attribution, group, task, None)

    def _parts(
        self, attribution: DraftAttribution, group: int, task: str | None, indicator: str | None
    ) -> Iterator[records.Responsibility]:
        """The responsibilities of one attribution, of a task or of an indicator."""
        numbers: Counter[Role] = Counter()
        for mention, role in attribution.assignments:
            certainty = self.document.certainty(mention.start, mention.end)
            confidence, reasons = self.judge(attribution, mention.words, certainty)
            for unit in self.resolution.units_of(mention.words):
                yield records.Responsibility(
                    id=part_id(task or indicator or "", group, role, numbers[role]),
                    plan=self.plan,
                    task=task,
                    indicator=indicator,
                    unit=unit,
                    mention=mention.words,
                    role=role,
                    group=group,
                    basis=attribution.basis if role is Role.LEAD else None,
                    open_ended=attribution.open_ended,
                    standing=attribution.standing,
                    rule=attribution.rule,
                    start=mention.start,
                    end=mention.end,
                    confidence=confidence,
                    reasons=reasons,
                    certainty=certainty,
                )
                numbers[role] += 1

    def _posts(self, tasks: Iterable[DraftTask], ids: list[str]) -> Iterator[records.Post]:
        """Posts in charge; a name beside the post never enters."""
        for task, task_id in zip(tasks, ids, strict=True):
            found = [
                (post.group(), person)
                for attribution in task.attributions
                for person in attribution.posts
                if (post := _POST.search(person.words))
            ]
            for n, (words, person) in enumerate(found):
                row_id = part_id(task_id, "post", n)
                yield records.Post(row_id, self.plan, task_id, words, person.start, person.end)

    def _indicators(self, drafts: Iterable[DraftIndicator]) -> Iterator[records.Indicator]:
        first_level: dict[str, str] = {}
        for draft in drafts:
            name = f"{draft.parent}/{draft.name}" if draft.parent else draft.name
            row_id = self.unique(f"{self.plan}!{name}")
            if draft.level == 1:
                first_level[draft.name] = row_id
            yield records.Indicator(
                row_id,
                self.plan,
                draft.name,
                draft.level,
                first_level.get(draft.parent) if draft.parent else None,
                draft.code,
                draft.start,
                draft.end,
            )
            if draft.attribution:
                self.responsibilities += self._parts(draft.attribution, 0, None, row_id)

    def _measures(
        self, tasks: Iterable[DraftTask], ids: list[str], own: dict[str, str]
    ) -> Iterator[records.Measure]:
        """Links of tasks to the plan's own indicators, or to national ones it does not list."""
        for task, task_id in zip(tasks, ids, strict=True):
            for link in task.links:
                indicator = own.get(link.code, f"indicator:{link.code}")
                yield records.Measure(
                    part_id(task_id, link.code),
                    self.plan,
                    indicator,
                    link.code,
                    task_id,
                    link.basis,
                    link.words,
                    link.start,
                    link.end,
                )

    def _targets(self, tasks: Iterable[DraftTask], ids: list[str]) -> Iterator[records.Target]:
        for task, task_id in zip(tasks, ids, strict=True):
            for n, q in enumerate(task.targets):
                yield records.Target(
                    part_id(task_id, "target", n),
                    self.plan,
                    task_id,
                    q.metric,
                    q.op,
                    q.value,
                    q.unit,
                    q.start,
                    q.end,
                )

    def _goals(self, goals: Iterable[Quantity]) -> Iterator[records.Target]:
        """Targets of the whole plan."""
        for n, q in enumerate(goals):
            row_id = part_id(self.plan, "goal", n)
            yield records.Target(
                row_id, self.plan, None, q.metric, q.op, q.value, q.unit, q.start, q.end
            )

    def _deadlines(self, tasks: Iterable[DraftTask], ids: list[str]) -> Iterator[records.Deadline]:
        for task, task_id in zip(tasks, ids, strict=True):
            for n, when in enumerate(task.deadlines):
                yield records.Deadline(
                    part_id(task_id, "deadline", n),
                    self.plan,
                    task_id,
                    when.date,
                    when.recurrence,
                    when.event,
                    when.start,
                    when.end,
                )

    def _duties(self, duties: Iterable[DraftDuty]) -> Iterator[records.Duty]:
        for n, duty in enumerate(duties, start=1):
            bodies = dict.fromkeys(
                key for m in duty.bodies for key in self.resolution.units_of(m.words)
            )
            to = self.resolution.units_of(duty.to.words) if duty.to else ()
            yield records.Duty(
                part_id(self.plan, "duty", n),
                self.plan,
                duty.kind,
                tuple(bodies),
                next(iter(to), None),
                duty.recurrence,
                duty.dates,
                duty.start,
                duty.end,
            )

    def _places(self) -> Iterator[records.Place]:
        """The pages, sheets or paragraphs; lines are found in the text itself."""
        document = self.document
        if document.unit is PlaceUnit.LINE:
            return
        for start, end in pairwise((*document.starts, len(document.text))):
            place = document.place(start)
            yield records.Place(self.plan, place.unit, place.number, place.name, start, end)

    def _notes(self) -> Iterator[records.Diagnostic]:
        """What the reader of the format could not give."""
        for note in self.document.notes:
            message = _MESSAGES[note.code].format(detail=note.detail)
            yield records.Diagnostic(
                note.code,
                Severity.WARNING,
                message,
                self.plan,
                note.start,
                note.end,
                note.detail,
            )

    def _disagreements(self, tasks: Iterable[records.Task]) -> Iterator[Doubt]:
        """Annex tasks whose leads are others than those of the same task in the body."""
        leads: dict[str | None, set[str]] = defaultdict(set)
        for part in self.responsibilities:
            if part.role is Role.LEAD:
                leads[part.task].add(part.unit)
        for task in tasks:
            if task.same_as is not None and leads[task.id] != leads[task.same_as]:
                yield Doubt("annex-disagrees", Severity.WARNING, task.start, task.end)

    def _diagnostics(self, draft: PlanDraft) -> Iterator[records.Diagnostic]:
        for doubt in draft.doubts:
            yield self._diagnostic(doubt)
        mentions = [m for attribution in draft.attributions() for m in attribution.mentions]
        places = {m.words: m for m in reversed(mentions)}  # the first place of each
        for row in (*self.resolution.doubts, *self.resolution.applied):
            place = places.get(row.mention)
            yield records.Diagnostic(
                row.code,
                row.severity,
                row.message,
                self.plan,
                place.start if place else None,
                place.end if place else None,
                row.entry or row.mention,
                row.candidates,
            )

    def _diagnostic(self, doubt: Doubt) -> records.Diagnostic:
        detail = re.sub(r"\s+", "", self.text[doubt.start : doubt.end])[:60]
        message = _MESSAGES[doubt.code].format(detail=detail)
        return records.Diagnostic(
            doubt.code, doubt.severity, message, self.plan, doubt.start, doubt.end, detail
        )


def _national(code: str, row_id: str) -> records.Indicator:
    name = indicator_words().names[code]
    return records.Indicator(row_id, None, name, 1, None, code, None, None)
