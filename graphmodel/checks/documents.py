"""D003 to D006: annexes and attributions that contradict the body, or lack their other half."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from graphmodel.analysis.tasks import leaders
from graphmodel.checks.finding import Hit, Message
from graphmodel.checks.view import PlanView
from graphmodel.model.records import Indicator, Responsibility
from graphmodel.model.vocabulary import LinkBasis, Role


def missing_annexes(plan: PlanView) -> Iterator[Hit]:
    """D003: an annex that is announced and not there."""
    for span, words, _ in plan.diagnosed("annex-missing"):
        yield Hit(
            span,
            Message(f"文中列有“{words}”，文件里没有", f"announced, but not in the file: “{words}”"),
        )


def annex_against_body(plan: PlanView) -> Iterator[Hit]:
    """D004: an annex that names other leads than the body does.

    Rows of a breakdown table are compared with the tasks that they state again, indicators that
    a list assigns to bodies with the tasks whose titles are about them: one of these has to be
    led by one of those bodies.
    """
    yield from _rows_against_tasks(plan)
    yield from _indicators_against_tasks(plan)


def _rows_against_tasks(plan: PlanView) -> Iterator[Hit]:
    spans = [span for span, _, _ in plan.diagnosed("annex-disagrees")]
    rows = {(task.start, task.end): task for task in plan.facts.tasks}
    led, names = leaders(plan.facts), {key: unit.name for key, unit in plan.units.items()}
    tasks = {task.id: task for task in plan.tasks}
    for span in spans:
        row = rows[span]
        body = tasks[row.same_as or ""]
        there, here = (
            "、".join(names[unit] for unit in led.get(key, ())) or "–" for key in (row.id, body.id)
        )
        yield Hit(
            plan.heading(*span),
            _disagreement(there, here),
            also=(plan.heading(body.start, body.end),),
        )


def _indicators_against_tasks(plan: PlanView) -> Iterator[Hit]:
    owners = _owners(plan)
    told = _tasks_by_title(plan)
    for indicator in plan.facts.indicators:
        parts, others = owners.get(indicator.id, []), told.get(indicator.id, [])
        if parts and others and {p.unit for p in parts}.isdisjoint(o.unit for o in others):
            there, here = (
                "、".join(dict.fromkeys(part.mention for part in some)) for some in (parts, others)
            )
            first, *more = parts
            yield Hit(
                (first.start, first.end),
                _disagreement(there, here, indicator),
                also=tuple((other.start, other.end) for other in (*more, *others)),
            )


def _owners(plan: PlanView) -> Mapping[str, list[Responsibility]]:
    """Who answers for each indicator, or for one below it.

    A table whose cells are merged has an indicator below itself.
    """
    parents = {row.id: row.parent for row in plan.facts.indicators}
    found: defaultdict[str, list[Responsibility]] = defaultdict(list)
    for part in plan.facts.responsibilities:
        if part.indicator is not None:
            found[part.indicator].append(part)
            found[parents[part.indicator] or ""].append(part)
    return found


def _tasks_by_title(plan: PlanView) -> Mapping[str, list[Responsibility]]:
    """Who leads the tasks whose titles are about each indicator."""
    found: defaultdict[str, list[Responsibility]] = defaultdict(list)
    for measure in plan.facts.measures:
        if measure.basis is LinkBasis.TITLE:
            for attribution in plan.attributions.get(measure.task, ()):
                found[measure.indicator] += attribution.of(Role.LEAD)
    return found


def _disagreement(there: str, here: str, indicator: Indicator | None = None) -> Message:
    if indicator is None:
        return Message(
            f"附件写 {there}，正文由 {here} 牵头",
            f"the annex says {there}, the body is led by {here}",
        )
    return Message(
        f"“{indicator.name}”：指标分工写 {there}，任务由 {here} 牵头",
        f"“{indicator.name}”: assigned to {there}, the tasks are led by {here}",
    )


def unbalanced_brackets(plan: PlanView) -> Iterator[Hit]:
    """D005: an attribution of whose brackets one is missing."""
    for span, _, _ in plan.diagnosed("bracket-unbalanced"):
        yield Hit(
            span, Message("分工的括号不成对", "a bracket of the attribution lacks its other half")
        )


def not_understood(plan: PlanView) -> Iterator[Hit]:
    """D006: words that look like an attribution and give nobody a role."""
    for span, _, _ in plan.diagnosed("attribution-not-understood"):
        yield Hit(
            span,
            Message(
                "像是责任分工，但看不出谁做什么",
                "looks like an attribution, but does not tell who does what",
            ),
        )
