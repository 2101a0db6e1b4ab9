"""The report on gaps."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphmodel.analysis.gaps import GAPS
from graphmodel.model.facts import Facts
from graphmodel.reports.coverages import LABELS, coverage_report
from graphmodel.reports.terminal import to_text
from graphmodel.reports.wording import Language
from tests.reports.sample import APPROVAL, FACTS, SECOND

TABLE = """\
覆盖情况

云岭县优化营商环境方案：任务 2 项，指标 0 个；任务无牵头 1
缺口        内容          位置
─────────────────────────────────
任务无牵头  1.2 规范收费  第 4 行
"""


def unled() -> Facts:
    """The sample, without the lead of its second task."""
    rows = tuple(r for r in FACTS.responsibilities if r.task != SECOND)
    return replace(FACTS, responsibilities=rows)


def test_gaps_say_what_and_where() -> None:
    text = to_text(coverage_report(unled(), Language.ZH), width=80)
    assert text.startswith(TABLE)


def test_plan_without_gaps_is_told() -> None:
    report = coverage_report(FACTS, Language.EN)
    assert report.rows == []
    assert report.findings == ["云岭县优化营商环境方案: 2 tasks, 0 indicators; no gaps"]


def test_issuers_are_told_from_others() -> None:
    [plan] = FACTS.plans
    facts = replace(unled(), plans=(replace(plan, issuer_ids=(APPROVAL,)),))
    bare = replace(facts, responsibilities=())
    notes = {row["name"]: row["more"] for row in coverage_report(bare, Language.EN).rows}
    assert notes == {"精简获得电力审批": "", "规范收费": "", "县审批局": "issuer"}


@pytest.mark.parametrize("language", list(Language))
def test_every_gap_has_words(language: Language) -> None:
    assert list(LABELS) == list(GAPS)
    assert len({LABELS[gap](language) for gap in GAPS}) == len(GAPS)
