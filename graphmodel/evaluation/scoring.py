"""Facts against an annotation: a tally of each kind of fact. Nothing counts in part."""

from __future__ import annotations

import re

from graphmodel.evaluation.annotation import (
    PLAN_LISTS,
    PLAN_TEXTS,
    AnnotatedAssignment,
    AnnotatedTask,
    Annotation,
)
from graphmodel.evaluation.tally import Tally, Where
from graphmodel.evaluation.tasks import Attribution, Found, found_tasks, paired
from graphmodel.model.facts import Facts
from graphmodel.model.ids import squeeze
from graphmodel.model.vocabulary import Role

KINDS = (
    *("lead", "support", "engaged", "basis", "open_ended", "title", "target", "target_unit"),
    *("deadline", "measures", "indicator", "indicator_lead", "unit", "same_unit", "plan", "span"),
)
_SPAN_ROOM = 20
"""Characters that a quote may have beyond twice its mention: a carried ending, a repaired slip."""
_LAYOUT = re.compile(r"[\s\d—–-]")
"""White space and page numbers, which may stand inside a quote."""

Tallies = dict[str, Tally]


def score(annotation: Annotation, facts: Facts) -> Tallies:
    """The tally of each kind of fact of one plan; words are compared without white space.

    Args:
        annotation: What a careful reader takes from the plan.
        facts: The facts of this plan and no other; with its text, spans are judged, too.
    """
    tallies = {kind: Tally() for kind in KINDS}
    found = found_tasks(facts, without_standing=annotation.has_standing_rule)
    for task, partner in paired(annotation, found):
        _score_task(annotation.id, task, partner, tallies)
    if annotation.indicators:
        _score_indicators(annotation, facts, tallies)
    if annotation.units:
        _score_units(annotation, facts, tallies)
    _score_plan(annotation, facts, tallies["plan"])
    _score_spans(annotation.id, facts, tallies["span"])
    return tallies


def _score_task(
    plan: str, task: AnnotatedTask | None, found: Found | None, tallies: Tallies
) -> None:
    path = task.path if task else found.path if found else ()
    where = Where(plan, ".".join(path), found.id if found else None)
    _score_attributions(where, task, found, tallies)
    if task is None:
        return
    if found is not None:
        tallies["title"].compare(where, [task.title], [found.title])
    if task.targets is not None:
        targets = found.targets if found else []
        tallies["target"].compare(where, (t[:2] for t in task.targets), (t[:2] for t in targets))
        tallies["target_unit"].compare(where, task.targets, targets)
    tallies["deadline"].compare(where, task.deadlines, found.deadlines if found else ())
    if task.codes is not None:
        codes = found.codes if found else []
        tallies["measures"].compare(where, task.codes, codes, task.optional_codes)


def _score_attributions(
    where: Where, task: AnnotatedTask | None, found: Found | None, tallies: Tallies
) -> None:
    wanted = [*map(_annotated, task.assignments)] if task else []
    given = list(found.attributions.values()) if found else []
    for number in range(max(len(wanted), len(given))):
        want, got = (
            attributions[number] if number < len(attributions) else Attribution()
            for attributions in (wanted, given)
        )
        for role in Role:
            tallies[role].compare(where, want.bodies[role], got.bodies[role])
        if want.basis and want.bodies[Role.LEAD]:
            tallies["basis"].compare(where, [want.basis], [got.basis] if got.basis else [])
        tallies["open_ended"].compare(where, ["等"] * want.open_ended, ["等"] * got.open_ended)


def _annotated(assignment: AnnotatedAssignment) -> Attribution:
    bodies = {
        Role.LEAD: list(assignment.leads),
        Role.SUPPORT: list(assignment.supports),
        Role.ENGAGED: list(assignment.engaged),
    }
    return Attribution(bodies, assignment.basis, assignment.open_ended)


def _score_indicators(annotation: Annotation, facts: Facts, tallies: Tallies) -> None:
    names = {row.id: squeeze(row.name) for row in facts.indicators}
    tallies["indicator"].compare(
        Where(annotation.id, "indicators"),
        [(row.name, row.level, row.parent) for row in annotation.indicators],
        [
            (names[row.id], row.level, names.get(row.parent or "", ""))
            for row in facts.indicators
            if row.plan is not None
        ],
    )
    tallies["indicator_lead"].compare(
        Where(annotation.id, "indicators"),
        [(row.name, lead) for row in annotation.indicators for lead in row.leads],
        [
            (names.get(row.indicator, ""), squeeze(row.mention))
            for row in facts.responsibilities
            if row.indicator is not None and row.role is Role.LEAD
        ],
    )


def _score_units(annotation: Annotation, facts: Facts, tallies: Tallies) -> None:
    units = {unit.id: unit for unit in facts.units}
    named = {squeeze(row.mention): units[row.unit] for row in facts.responsibilities}
    tallies["unit"].compare(
        Where(annotation.id, "units"),
        [(unit.mention, unit.kind, unit.function) for unit in annotation.units],
        [(mention, str(unit.kind), unit.function) for mention, unit in named.items()],
    )
    for unit in annotation.units:
        if unit.same_as:
            one, other = named.get(unit.mention), named.get(unit.same_as)
            pair = (unit.mention, unit.same_as)
            joined = one is not None and other is not None and one.id == other.id
            tallies["same_unit"].compare(
                Where(annotation.id, "units"), [pair] if other else [], [pair] if joined else []
            )


def _score_plan(annotation: Annotation, facts: Facts, tally: Tally) -> None:
    plan = facts.plans[0] if facts.plans else None
    for key in (*PLAN_TEXTS, *PLAN_LISTS):
        if key in annotation.plan:
            want, got = _squeezed(annotation.plan[key]), _squeezed(getattr(plan, key, None))
            tally.compare(Where(annotation.id, key), want, got)


def _squeezed(value: str | tuple[str, ...] | None) -> list[str]:
    """One text or several, as a list without white space."""
    values = value if isinstance(value, tuple) else (value,) if value else ()
    return [squeeze(each) for each in values]


def _score_spans(plan: str, facts: Facts, tally: Tally) -> None:
    """Whether each mention stands where it is said to, with little else."""
    texts = {row.plan: row.text for row in facts.texts}
    for row in facts.responsibilities:
        if row.plan in texts:
            mention = _LAYOUT.sub("", row.mention)
            quote = _LAYOUT.sub("", texts[row.plan][row.start : row.end])
            room = 2 * len(mention) + _SPAN_ROOM
            right = bool(mention) and mention in quote and len(quote) <= room
            where = Where(plan, f"[{row.start}:{row.end}]", row.task)
            tally.compare(where, [row.mention], [row.mention] if right else [])
