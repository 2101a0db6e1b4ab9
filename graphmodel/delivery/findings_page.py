"""The page of findings of the plan checker, plan by plan."""

from __future__ import annotations

from graphmodel.checks.registry import RULES
from graphmodel.delivery.contents import GRAPH, Contents
from graphmodel.delivery.templates import rendered
from graphmodel.reports.findings import SEVERITIES, Shown, closing_line, shown, unchecked_line

NAME = "findings.html"


def findings_page(contents: Contents) -> bytes:
    """The page."""
    facts, language, findings = contents.facts, contents.language, contents.findings
    by_plan: dict[str, list[Shown]] = {}
    for item in shown(facts, findings, language):
        by_plan.setdefault(item.finding.plan, []).append(item)
    with_text = [rule.code for rule in RULES.values() if rule.needs_text]
    return rendered(
        "findings",
        language,
        closing=closing_line(findings, len(RULES), language),
        unchecked=unchecked_line(facts, with_text, language),
        plans=[(plan, by_plan[plan.id]) for plan in facts.plans if plan.id in by_plan],
        severity=lambda item: SEVERITIES[item.finding.severity](language),
        place=lambda item: item.place.words(language),
        graph=f"{GRAPH}#view=findings",
    )
