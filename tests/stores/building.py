"""Small facts with something of every kind that the graph shows."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.model.facts import Facts
from graphmodel.model.records import (
    Deadline,
    Duty,
    Indicator,
    Jurisdiction,
    Measure,
    Responsibility,
    Section,
    Target,
)
from graphmodel.model.vocabulary import (
    Basis,
    DutyKind,
    JurisdictionLevel,
    LinkBasis,
    Operator,
    Recurrence,
    Role,
)
from tests.analysis.building import Attribution, facts_of

PLAN = "plan of 甲"
TASKS = [f"{PLAN}#{n}" for n in range(1, 5)]


def small_facts() -> Facts:
    """Something of every kind that the graph shows.

    1: A leads, B, 镇, X support; then B leads. 2: A and B lead, C, 镇, X support.
    3: 镇 leads, A engages 企. 4: nobody.
    """
    facts = facts_of(
        Attribution(1, "A", "B镇X"),
        Attribution(1, "B"),
        Attribution(2, "AB", "C镇X"),
        Attribution(3, "镇A", "", "企"),
        tasks=4,
    )
    return with_goals(with_indicators(with_structure(facts)))


def with_structure(facts: Facts) -> Facts:
    """With sections, places above each other, and plans that cite each other."""
    (plan,), (first, second, *others) = facts.plans, facts.tasks
    issuers, issuer_ids = ("A", "A"), ("甲:A", "甲:A")
    return replace(
        facts,
        plans=(
            replace(plan, issuers=issuers, issuer_ids=issuer_ids, references=("old", "x")),
            replace(plan, id="old", title="old", references=("old",)),
        ),
        sections=(
            Section("s3", PLAN, (3,), "third", None, 0, 1),
            Section("s3.1", PLAN, (3, 1), "first", "s3", 0, 1),
        ),
        tasks=(replace(first, section="s3"), replace(second, section="s3.1"), *others),
        jurisdictions=(
            *facts.jurisdictions,
            Jurisdiction("省", "省", JurisdictionLevel.PROVINCE, None),
            Jurisdiction("省/乙", "乙", JurisdictionLevel.COUNTY, "省"),
        ),
    )


def with_indicators(facts: Facts) -> Facts:
    """With an indicator that A leads, one below it, and the task that is about it."""
    lead = Responsibility(
        "i1/0", PLAN, None, "i1", "甲:A", "A", Role.LEAD, 0, Basis.SOLE, False, False, "test", 0, 1
    )
    return replace(
        facts,
        responsibilities=(*facts.responsibilities, lead),
        indicators=(
            Indicator("i1", PLAN, "获得电力", 1, None, "electricity", 0, 1),
            Indicator("i11", PLAN, "时间", 2, "i1", None, 0, 1),
        ),
        measures=(
            Measure("m1", PLAN, "i1", "electricity", TASKS[0], LinkBasis.TITLE, "用电", 4, 6),
        ),
    )


def with_goals(facts: Facts) -> Facts:
    """With targets of a task and of the plan, deadlines and duties."""
    monthly, report = Recurrence.MONTHLY, DutyKind.REPORT
    return replace(
        facts,
        targets=(
            Target("t1", PLAN, TASKS[0], "时限", Operator.AT_MOST, 3.0, "天", 0, 1),
            Target("t2", PLAN, None, "环节", Operator.EQUAL, 2.0, "个", 0, 1),
        ),
        deadlines=(
            Deadline("d1", PLAN, TASKS[1], "2030-12-31", None, None, 0, 1),
            Deadline("d2", PLAN, TASKS[1], "2030-06-30", monthly, None, 0, 1),
        ),
        duties=(
            Duty("u1", PLAN, report, ("甲:B", "甲:镇"), "甲:A", monthly, (), 0, 1),
            Duty("u2", PLAN, report, ("甲:B",), "甲:A", None, ("03-10",), 2, 3),
            Duty("u3", PLAN, DutyKind.MEET, ("甲:B",), None, None, (), 0, 1),
        ),
    )
