"""Plans of an invented county, and what rules find in them."""

from __future__ import annotations

from datetime import date

from graphmodel.checks.checker import check
from graphmodel.checks.finding import Finding
from graphmodel.checks.registry import chosen
from graphmodel.model.facts import Facts
from graphmodel.pipeline import facts_of
from graphmodel.reading import read_bytes

HEAD = "云岭县优化营商环境实施方案\n\n云岭县人民政府办公室\n\n2024年3月1日\n\n"


def facts(text: str, name: str = "plan.txt") -> Facts:
    """The facts of a text."""
    return facts_of(read_bytes(text.encode(), name))


def findings(text: str, code: str, today: date | None = None) -> list[Finding]:
    """What the rules of a code find in a text."""
    return check(facts(text), chosen([code]), today)


def words(text: str, code: str, today: date | None = None) -> list[str]:
    """The words that the rules of a code find fault with; what is masked stays as it was."""
    return [text[finding.start : finding.end] for finding in findings(text, code, today)]


def tasks(*items: str) -> str:
    """A plan with these items as 1., 2., and so on."""
    lines = "\n\n".join(f"{number}.{item}" for number, item in enumerate(items, start=1))
    return f"{HEAD}一、主要任务\n\n{lines}\n"
