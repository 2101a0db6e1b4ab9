"""I: indicators and their targets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Any

from graphmodel.analysis.coverage import indicators_without_lead, indicators_without_task
from graphmodel.analysis.tasks import due_of_tasks, leaders
from graphmodel.checks.finding import Hit, Message, Span
from graphmodel.checks.view import PlanView
from graphmodel.model.records import Target

_SHORTEST = 5
"""Characters of a metric that tell what is counted; 审批时限 is that of anything."""
_AROUND = re.compile(r"^(?:前|其中|实现|力争|确保|全[县市省区]|使|将)+|(?:分别|达|约|共|均|再)+$")
_MEASURED = re.compile("[%‰％日天]|小时|分钟|环节|元")
"""Units of what is measured; others count things."""
_WHOLE = re.compile("全[省市县区州国]")
_YEAR = re.compile(r"20\d\d")
_BEFORE = 60
"""Characters before a target in which its year is named."""
_SENTENCE_END = re.compile("[。；;\n]")


def without_task(plan: PlanView) -> Iterator[Hit]:
    """I001: a first-level indicator that no task is about."""
    for row in indicators_without_task(plan.facts).to_dict("records"):
        yield Hit(
            _span(row),
            Message(
                f"没有任务提到指标“{row['indicator_name']}”",
                f"no task mentions the indicator “{row['indicator_name']}”",
            ),
        )


def without_lead(plan: PlanView) -> Iterator[Hit]:
    """I002: an indicator that nobody answers for, neither itself nor by a task that is led.

    Where a plan assigns no indicator to anybody, one without a task is told by I001 alone.
    """
    led, assigns = _led_indicators(plan), any(r.indicator for r in plan.facts.responsibilities)
    bare = {*indicators_without_task(plan.facts)["indicator"]}
    parents = {row.id: row.parent for row in plan.facts.indicators}
    for row in indicators_without_lead(plan.facts).to_dict("records"):
        keys = (row["indicator"], parents[row["indicator"]])
        if led.isdisjoint(keys) and (assigns or bare.isdisjoint(keys)):
            yield Hit(
                _span(row),
                Message(
                    f"指标“{row['indicator_name']}”没有责任单位",
                    f"nobody answers for the indicator “{row['indicator_name']}”",
                ),
            )


def _span(row: Mapping[Hashable, Any]) -> Span:
    """Where an indicator is listed; the plan's beginning, where the facts do not say it."""
    return (0, 0) if row["start"] is None else (row["start"], row["end"])


def _led_indicators(plan: PlanView) -> set[str]:
    """The indicators that a task is about which somebody leads, and those above them."""
    led = leaders(plan.facts)
    found = {measure.indicator for measure in plan.facts.measures if measure.task in led}
    return found | {row.parent for row in plan.facts.indicators if row.parent and row.id in found}


def contradicting_targets(plan: PlanView) -> Iterator[Hit]:
    """I003: two tasks, or a task and a goal of the plan, that set one metric different values.

    Numbers of things are left out, since those of several tasks may be parts of one sum; but not
    those of the whole place.
    """
    groups: defaultdict[tuple[str, str, str], list[Target]] = defaultdict(list)
    for target in sorted(plan.facts.targets, key=lambda target: target.start):
        metric = _AROUND.sub("", target.metric)
        measured = _MEASURED.search(target.unit) or _WHOLE.match(target.metric)
        if len(metric) >= _SHORTEST and measured:
            groups[metric, target.unit, target.op].append(target)
    due = due_of_tasks(plan.facts)
    for (metric, unit, _), targets in groups.items():
        first, other = targets[0], _contradiction(targets, lambda t: _year(plan, t, due))
        if other is not None:
            before, here = (f"{target.value:g}{unit}" for target in (first, other))
            yield Hit(
                (other.start, other.end),
                Message(
                    f"“{metric}”前文为 {before}，此处为 {here}",
                    f"“{metric}” is {before} before and {here} here",
                ),
                also=((first.start, first.end),),
            )


def _contradiction(targets: Sequence[Target], year_of: Callable[[Target], str]) -> Target | None:
    """The first target of another task none of whose values is one of the first task's."""
    values: defaultdict[str | None, set[float]] = defaultdict(set)
    for target in targets:
        values[target.task].add(target.value)
    own, year = values[targets[0].task], year_of(targets[0])
    for target in targets:
        if own.isdisjoint(values[target.task]) and (not year or year_of(target) in ("", year)):
            return target
    return None


def _year(plan: PlanView, target: Target, due: Mapping[str, str]) -> str:
    """The year for which a target is set, empty if none: plans set a metric step by step."""
    before = plan.text[max(0, target.start - _BEFORE) : target.start]
    years = _YEAR.findall(_SENTENCE_END.split(before)[-1])
    return years[-1] if years else due.get(target.task or "", "")[: len("YYYY")]
