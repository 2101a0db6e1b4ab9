"""Tasks of one unit, and targets, in facts made by hand."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.analysis.tasks import leads_of_unit, targets_of_metric, tasks_of_unit
from graphmodel.model.facts import Facts, merge
from graphmodel.model.records import Deadline, Target
from graphmodel.model.vocabulary import Operator
from tests.analysis.building import Attribution, facts_of, unit

PLAN = "plan of 甲"


def facts() -> Facts:
    """A leads 1 twice (once with B), supports 2 and leads it too, and is engaged in 3."""
    made = facts_of(
        Attribution(1, "AB", "C"),
        Attribution(1, "A"),
        Attribution(2, "C", "A"),
        Attribution(2, "A"),
        Attribution(3, "B", "", "A"),
        Attribution(4, "", "D"),
    )
    return replace(
        made,
        deadlines=(
            Deadline("late", PLAN, f"{PLAN}#1", "2024-06-30", None, None, 0, 1),
            Deadline("early", PLAN, f"{PLAN}#1", "2023-12-31", None, None, 0, 1),
            Deadline("event", PLAN, f"{PLAN}#2", None, None, "on completion", 0, 1),
        ),
    )


def test_leads_of_a_unit_are_its_attributions() -> None:
    table = leads_of_unit(facts(), "甲:A")
    assert table.drop(columns=["unit", "name", "plan", "start", "end"]).to_dict("records") == [
        {
            "task": f"{PLAN}#{task}",
            "path": str(task),
            "title": f"task {task}",
            "group": group,
            "basis": "designated",
            "co_leads": co_leads,
            "mention": "A",
            "due": due,
        }
        for task, group, co_leads, due in (
            (1, 0, 2, "2023-12-31"),
            (1, 1, 1, "2023-12-31"),
            (2, 1, 1, None),
        )
    ]
    assert set(table["unit"]) == {"甲:A"} and set(table["name"]) == {"A"}


def test_unit_is_called_by_its_name_too_and_all_of_that_name_answer() -> None:
    both = merge((facts(), facts_of(Attribution(1, "A"), place="乙")))
    assert leads_of_unit(facts(), "A").equals(leads_of_unit(facts(), "甲:A"))
    assert leads_of_unit(both, "A")["unit"].tolist() == ["乙:A", *["甲:A"] * 3]
    assert leads_of_unit(both, "Z").empty
    assert leads_of_unit(facts(), "Z").dtypes.equals(leads_of_unit(facts(), "A").dtypes)


def test_group_is_no_unit() -> None:
    assert leads_of_unit(facts_of(Attribution(1, "镇")), "镇").empty


def test_tasks_of_a_unit_with_partners() -> None:
    table = tasks_of_unit(facts(), "A")
    rows = table[["role", "path", "due", "partner", "partner_role"]]
    assert list(rows.itertuples(index=False, name=None)) == [
        ("lead", "1", "2023-12-31", "甲:B", "lead"),
        ("lead", "1", "2023-12-31", "甲:C", "support"),
        ("lead", "2", None, "甲:C", "lead"),
        ("engaged", "3", None, "甲:B", "lead"),
    ]


def test_task_without_partners_has_one_row() -> None:
    (row,) = tasks_of_unit(facts(), "D").to_dict("records")
    assert (row["role"], row["path"]) == ("support", "4")
    assert row["partner"] is row["partner_name"] is row["partner_role"] is None


def test_row_of_an_annex_that_says_nothing_new_is_no_task_of_the_unit() -> None:
    made = facts_of(Attribution(1, "A", "B"), Attribution(2, "A", "C"))
    first, second = made.tasks
    again = replace(made, tasks=(first, replace(second, same_as=first.id)))
    assert leads_of_unit(again, "A")["path"].tolist() == ["1"]
    assert tasks_of_unit(again, "A")["path"].tolist() == ["1"]
    # C is new in the annex, beside A that leads there as it does in the body.
    assert tasks_of_unit(again, "C")[["partner", "partner_role"]].to_dict("records") == [
        {"partner": "甲:A", "partner_role": "lead"}
    ]


def test_targets_by_words_of_the_metric() -> None:
    targets = (
        Target("3", PLAN, f"{PLAN}#1", "办理时限", Operator.AT_MOST, 3.0, "天", 9, 10),
        Target("1", PLAN, None, "总时限", Operator.DOWN_BY, 20.0, "%", 2, 5),
        Target("2", PLAN, None, "环节", Operator.EQUAL, 1.0, "个", 3, 5),
    )
    made = replace(facts(), targets=targets, units=(*facts().units, unit("Z", "甲")))
    table = targets_of_metric(made, "时限")
    assert table[["target", "op", "value", "unit_of_value"]].to_dict("list") == {
        "target": ["1", "3"],
        "op": ["down_by", "<="],
        "value": [20.0, 3.0],
        "unit_of_value": ["%", "天"],
    }
    assert table["task"].tolist() == [None, f"{PLAN}#1"]
    assert table["path"].tolist() == [None, "1"]
    assert targets_of_metric(made, "时限", "another plan").empty
    assert targets_of_metric(made, "", PLAN)["target"].tolist() == ["1", "2", "3"]
