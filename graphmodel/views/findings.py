"""What the plan checker found, as the page shows it."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from graphmodel.checks.checker import check
from graphmodel.checks.finding import Finding
from graphmodel.checks.registry import RULES
from graphmodel.model.records import Section, Task
from graphmodel.reports.lookup import Lookup, Place
from graphmodel.reports.passages import Passage
from graphmodel.reports.rules import parts
from graphmodel.reports.wording import Language
from graphmodel.views.ids import NodeIds
from graphmodel.views.index import Index, Row, compact

_Stretch = TypeVar("_Stretch", Section, Task)
_MOST_PLACES = 8
"""Further places that a finding tells of."""
_MOST_PLANS = 20
"""Plans that all rules are applied to; each takes a tenth of a second."""
_SLOW = ("I001", "I002", "W001", "W002")
"""Rules that take nearly all of that time: they measure each plan by itself."""


def finding_rows(index: Index, nodes: Sequence[Row]) -> Row:
    """What the plan checker found, and by what rules.

    Returns:
        - `applied`: how many rules were applied, `skipped`: the codes of those that were not;
        - `bare`: the plans (numbers) without text, `unread`: the codes of rules that read it;
        - `rules` by code, of those that found something: `severity`, and in both languages
          `title` and `page`, pairs of name and text;
        - `found`: see `_Around.row`, in the order of `check`, numbered as `id`.
    """
    skipped = _SLOW if len(index.facts.plans) > _MOST_PLANS else ()
    rules = [rule for code, rule in RULES.items() if code not in skipped]
    findings = check(index.facts, rules, index.today)
    codes = {finding.code for finding in findings}
    with_text = {row.plan for row in index.facts.texts}
    around = _Around(index, nodes)
    return {
        "applied": len(rules),
        "skipped": list(skipped),
        "bare": [number for plan, number in index.plan.items() if plan not in with_text],
        "unread": [rule.code for rule in RULES.values() if rule.needs_text],
        "rules": {code: _rule(code) for code in RULES if code in codes},
        "found": [{"id": n, **around.row(finding)} for n, finding in enumerate(findings)],
    }


def _rule(code: str) -> Row:
    rule = RULES[code]
    return {
        "severity": str(rule.severity),
        "title": list(rule.title),
        "page": [parts(code, language) for language in Language],
    }


class _Around:
    """What stands around a finding: its sentence, its task or section, the body it names."""

    def __init__(self, index: Index, nodes: Sequence[Row]) -> None:
        facts = index.facts
        self.index, self.ids, self.lookup = index, NodeIds(nodes), Lookup(facts)
        self.bodies = {(p.plan, p.start, p.end): p.unit for p in facts.responsibilities}
        self.tasks, self.sections = _Stretches(facts.tasks), _Stretches(facts.sections)

    def row(self, finding: Finding) -> Row:
        """The finding.

        Returns:
            `code`; `plan` (number); `message` and `place` in both languages; `correction`;
            `passage`: the text before the words, the words, the text behind; `task` and `body`:
            ids of nodes; `section`: the heading that it stands below, where it is in no task;
            `also`: further places in both languages; `more`: how many others there are.
        """
        span = finding.plan, finding.start, finding.end
        task = self.tasks.innermost(finding.plan, finding.start)
        section = None if task else self.sections.innermost(finding.plan, finding.start)
        place = self._inside(*span)
        also = dict.fromkeys(self._inside(finding.plan, *one) for one in finding.also)
        also.pop(place, None)
        return compact(
            code=finding.code,
            plan=self.index.plan[finding.plan],
            message=list(finding.message),
            place=place,
            correction=finding.correction,
            passage=_cut(self.lookup.passage(finding)),
            task=task and self.ids.tasks[task.id],
            body=self.ids.bodies.get(self.bodies.get(span, "")),
            section=section and section.title,
            also=list(also)[:_MOST_PLACES],
            more=max(0, len(also) - _MOST_PLACES) or None,
        )

    def _inside(self, plan: str, start: int, end: int) -> tuple[str, ...]:
        place: Place = self.lookup.place_of(plan, start, end)
        return tuple(place.inside(language) for language in Language)


def _cut(passage: Passage | None) -> tuple[str, str, str] | None:
    if passage is None:
        return None
    context, start, end = passage.context, passage.start, passage.end
    return context[:start], context[start:end], context[end:]


class _Stretches(Generic[_Stretch]):
    """Tasks or sections, to be found by words that begin in them."""

    def __init__(self, rows: Iterable[_Stretch]) -> None:
        self.of_plan: defaultdict[str, list[_Stretch]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: (row.start, -row.end)):
            self.of_plan[row.plan].append(row)

    def innermost(self, plan: str, start: int) -> _Stretch | None:
        """The one around a place that begins last."""
        rows = self.of_plan[plan]
        before = bisect_right(rows, start, key=lambda row: row.start)
        return next((row for row in reversed(rows[:before]) if start < row.end), None)
