"""The rules, applied to plans."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from graphmodel.checks.finding import Finding
from graphmodel.checks.registry import RULES
from graphmodel.checks.rule import Rule
from graphmodel.checks.view import PlanView, single_plans
from graphmodel.model.facts import Facts


def check(
    facts: Facts, rules: Iterable[Rule] = RULES.values(), today: date | None = None
) -> list[Finding]:
    """What is wrong with plans, each by itself: plan by plan, in the order of the text.

    Args:
        facts: The facts; of a plan without text the rules that read it find nothing.
        rules: The rules to apply.
        today: The day to judge deadlines by where a plan has no date of issue; without it
            such a plan's deadlines are not judged.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    several = list(rules)
    return [
        finding
        for alone in single_plans(facts)
        for finding in sorted(
            _findings(PlanView(alone, today), several), key=lambda f: (f.start, f.code, f.end)
        )
    ]


def _findings(plan: PlanView, rules: Iterable[Rule]) -> Iterator[Finding]:
    for rule in rules:
        for hit in rule.find(plan):
            yield Finding(
                code=rule.code,
                severity=rule.severity,
                plan=plan.plan.id,
                start=hit.span[0],
                end=hit.span[1],
                message=hit.message,
                correction=hit.correction,
                also=hit.also,
            )
