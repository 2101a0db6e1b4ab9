"""The gaps of plans, in facts made by hand and in plans."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

import graphmodel
from graphmodel.analysis.gaps import gaps
from graphmodel.model.facts import Facts, merge
from graphmodel.model.records import Indicator, Measure, Mention, Responsibility, Text
from graphmodel.model.vocabulary import Basis, LinkBasis, Role
from tests.analysis.building import Attribution, facts_of, unit

PLAN = "plan of 甲"


def rows(facts: Facts, *columns: str, plan: str = "") -> list[tuple[object, ...]]:
    return list(gaps(facts, plan)[list(columns)].itertuples(index=False, name=None))


def indicator(key: str, level: int, parent: str | None = None) -> Indicator:
    return Indicator(key, PLAN, key, level, parent, f"code of {key}", 10, 12)


def about(key: str, task: int) -> Measure:
    code = f"code of {key}"
    place = (f"{PLAN}#{task}", LinkBasis.BODY, "words", 1, 2)
    return Measure(f"{key}{task}", PLAN, f"indicator:{key}", code, *place)


def owner(key: str) -> Responsibility:
    who = ("甲:A", "A", Role.LEAD, 0, Basis.SOLE)
    return Responsibility(f"{key}/A", PLAN, None, key, *who, False, False, "test", 3, 4)


def test_tasks_that_nobody_or_only_groups_lead() -> None:
    facts = facts_of(Attribution(1, "镇众", "A"), Attribution(2, "", "A"), Attribution(3, "镇A"))
    assert rows(facts, "gap", "path", "name", "detail") == [
        ("task_without_lead", "2", "task 2", ()),
        ("task_led_by_collectives", "1", "task 1", ("众", "镇")),
    ]


def test_indicators_are_answered_for_by_leads_where_the_plan_gives_any() -> None:
    facts = replace(
        facts_of(Attribution(1, "A")),
        indicators=(indicator("i1", 1), indicator("i2", 1), indicator("i21", 2, "i2")),
        measures=(about("i1", 1), about("i2", 1)),
    )
    assert rows(facts, "gap") == []
    led = replace(facts, responsibilities=(*facts.responsibilities, owner("i1")))
    assert rows(led, "gap", "id") == [
        ("indicator_without_lead", "i2"),
        ("indicator_without_owner", "i21"),
    ]


def test_tasks_answer_for_indicators_where_the_plan_leads_none() -> None:
    # The task about i1 is led, that about i2 is not, and none is about i3.
    facts = replace(
        facts_of(Attribution(1, "A"), tasks=2),
        indicators=tuple(indicator(f"i{n}", 1) for n in (1, 2, 3)),
        measures=(about("i1", 1), about("i2", 2)),
    )
    assert rows(facts, "gap", "id") == [
        ("task_without_lead", f"{PLAN}#2"),
        ("indicator_without_task", "i3"),
        ("indicator_without_lead", "i2"),
    ]


HEAD = "甲办文件\n\n乙局、丙局，众：\n现将方案印发给乙局所属单位。\n\n甲办\n"


def headed() -> Facts:
    """乙 and 众 are addressed, 甲办 signs; 乙 and 众 have no task."""
    made = facts_of(Attribution(1, "丙", "A"))
    start = len(HEAD)
    [plan], [task] = made.plans, made.tasks
    return replace(
        made,
        plans=(replace(plan, issuer_ids=("甲:办",)),),
        tasks=(replace(task, start=start, end=start + 6),),
        units=(*made.units, unit("乙", "甲"), unit("办", "甲"), unit("众", "甲")),
        mentions=tuple(
            Mention(PLAN, words, f"甲:{name}", "test")
            for words, name in (("乙局", "乙"), ("丙局", "丙"), ("众", "众"), ("甲办", "办"))
        ),
        texts=(Text(PLAN, f"{HEAD}1.乙局，甲办"),),
    )


def test_units_that_the_head_names_and_no_task_does() -> None:
    assert rows(headed(), "gap", "id", "detail", "start", "end") == [
        ("unit_without_task", "甲:乙", (), 6, 8),
        ("unit_without_task", "甲:办", ("issuer",), HEAD.rindex("甲办"), HEAD.rindex("甲办") + 2),
    ]


def test_without_the_text_issuers_alone_are_known() -> None:
    assert rows(headed().without_texts(), "id", "start") == [("甲:办", None)]


def test_a_unit_that_another_plan_of_the_place_knows() -> None:
    made = headed()
    facts = replace(made, mentions=made.mentions[1:])
    assert "甲:乙" not in [key for (key,) in rows(facts, "id")]
    named = replace(facts, units=(*facts.units[:2], replace(facts.units[2], name="乙局")))
    assert "甲:乙" in [key for (key,) in rows(named, "id")]


def test_a_unit_that_only_the_address_names(tmp_path: Path) -> None:
    file = tmp_path / "plan.txt"
    file.write_text(
        "关于印发《澄原县收费工作方案》的通知\n\n县住建局、县气象局，各乡镇：\n\n"
        "现将《澄原县收费工作方案》印发给你们。\n\n澄原县收费工作方案\n\n"
        "一、主要任务\n（一）规范收费。公布清单。（县住建局负责）\n",
        encoding="utf-8",
    )
    facts = graphmodel.extract(file)
    assert rows(facts, "gap", "name") == [("unit_without_task", "县气象局")]


def test_plans_stay_in_order_and_apart() -> None:
    both = merge((facts_of(tasks=1, place="乙"), facts_of(tasks=1, place="甲")))
    assert rows(both, "plan") == [("plan of 乙",), (PLAN,)]
    assert rows(both, "plan", plan=PLAN) == [(PLAN,)]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("weibin-2023", {}),
        ("jingle-2020", {"unit_without_task": 1}),
        ("yijun-2021", {"indicator_without_task": 1, "unit_without_task": 1}),
        ("huining-2022", {"task_led_by_collectives": 3, "indicator_without_task": 3}),
        ("xiangyuan-2023", {"unit_without_task": 1}),
    ],
)
def test_plans(shared: Path, name: str, expected: dict[str, int]) -> None:
    """Checked by hand: the units without task are the offices that issued the plans."""
    facts = graphmodel.extract(shared / "documents" / f"{name}.txt")
    table = gaps(facts)
    assert Counter(table["gap"]) == expected
    if name == "yijun-2021":
        assert table["name"].tolist()[0] == "保护中小投资者"
    for detail in table["detail"][table["gap"] == "unit_without_task"]:
        assert detail == ("issuer",)
