"""Scenarios: each step by hand, and what they come to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from graphmodel.analysis.boilerplate import boilerplate
from graphmodel.analysis.load import load
from graphmodel.analysis.relief.relieving import Relief, relieve
from graphmodel.analysis.scenario.applying import after_scenario
from graphmodel.analysis.scenario.outcome import outcome
from graphmodel.analysis.scenario.steps import Action, Step, read_scenario
from graphmodel.model.errors import ScenarioError
from graphmodel.model.facts import Facts, merge
from graphmodel.model.records import Mention
from graphmodel.model.validation import validate
from graphmodel.model.vocabulary import Role
from graphmodel.pipeline import extract
from tests.analysis.building import Attribution, facts_of

# 1: A leads, B and C support; 2: A and B lead; 3: C leads, A supports.
SMALL = facts_of(Attribution(1, "A", "BC"), Attribution(2, "AB"), Attribution(3, "C", "A"))


def steps(folder: Path, text: str) -> tuple[Step, ...]:
    path = folder / "设想.toml"
    path.write_text(text, encoding="utf-8")
    return read_scenario(path)


def after(folder: Path, text: str, facts: Facts = SMALL) -> Facts:
    found = after_scenario(facts, steps(folder, text), "设想.toml")
    assert validate(found) == []
    return found


def roles(facts: Facts) -> set[tuple[str, str, str]]:
    """Path of the task, name of the body, first letter of the role."""
    paths = {task.id: str(task.path[-1]) for task in facts.tasks}
    names = {unit.id: unit.name for unit in facts.units}
    return {(paths[str(r.task)], names[r.unit], str(r.role)[0]) for r in facts.responsibilities}


def test_a_lead_that_is_moved_leaves_support_behind(tmp_path: Path) -> None:
    found = after(tmp_path, '[[move_lead]]\ntask = "1"\nfrom = "A"\nto = "B"\n')
    gone, come = {("1", "A", "l"), ("1", "B", "s")}, {("1", "A", "s"), ("1", "B", "l")}
    assert roles(found) == roles(SMALL) - gone | come
    assert len(found.responsibilities) == len(SMALL.responsibilities)


def test_a_lead_can_be_moved_to_a_body_that_is_not_on_the_task(tmp_path: Path) -> None:
    text = '[[move_lead]]\ntask = "plan of 甲#2"\nfrom = "甲:B"\nto = "甲:C"\n'
    found = after(tmp_path, text)
    assert roles(found) == roles(SMALL) - {("2", "B", "l")} | {("2", "B", "s"), ("2", "C", "l")}


def test_of_two_attributions_the_one_that_is_named(tmp_path: Path) -> None:
    twice = facts_of(Attribution(1, "A", "B"), Attribution(1, "A", "C"))
    found = after(tmp_path, '[[move_lead]]\ntask = "1"\ngroup = 1\nfrom = "A"\nto = "C"\n', twice)
    assert [(r.group, r.mention, str(r.role)) for r in found.responsibilities] == [
        *((0, "A", "lead"), (0, "B", "support"), (1, "A", "support"), (1, "C", "lead")),
    ]


def test_a_lead_that_is_demoted_supports(tmp_path: Path) -> None:
    found = after(tmp_path, '[[demote_lead]]\ntask = "2"\nunit = "B"\n')
    assert roles(found) == roles(SMALL) - {("2", "B", "l")} | {("2", "B", "s")}


def test_who_does_not_lead_cannot_be_demoted(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError) as caught:
        after(tmp_path, '[[demote_lead]]\ntask = "1"\nunit = "B"\n')
    assert (caught.value.details["reason"], caught.value.details["key"]) == ("no-lead", "B")


def test_a_row_of_an_annex_follows_its_task(tmp_path: Path) -> None:
    # Row 3 of the annex states task 1 again; its parts never count twice.
    again = facts_of(Attribution(1, "A", "B"), Attribution(2, "B"), Attribution(3, "A", "B"))
    tasks = tuple(
        replace(t, same_as=again.tasks[0].id) if n == 2 else t for n, t in enumerate(again.tasks)
    )
    facts = replace(again, tasks=tasks)
    found = after(tmp_path, '[[move_lead]]\ntask = "1"\nfrom = "A"\nto = "B"\n', facts)
    assert {("3", "A", "s"), ("3", "B", "l")} <= roles(found)
    assert load(found).set_index("name")["load"].to_dict() == {"B": 2.0, "A": 0.3}


def test_supporters_come_and_go(tmp_path: Path) -> None:
    text = '[[add_supporter]]\ntask = "2"\nunit = "C"\n[[drop_supporter]]\ntask = "1"\nunit = "B"\n'
    assert roles(after(tmp_path, text)) == roles(SMALL) - {("1", "B", "s")} | {("2", "C", "s")}


def test_a_new_supporter_does_not_break_the_tail(tmp_path: Path) -> None:
    tailed = facts_of(*(Attribution(n, "A", "B众X") for n in range(1, 4)))
    found = after(tmp_path, '[[add_supporter]]\ntask = "1"\nunit = "B"\n', _without_b(tailed))
    assert load(found).set_index("name").loc["X", "boilerplate_supports"] == 3


def _without_b(facts: Facts) -> Facts:
    """Task 1 without its supporter B."""
    first = facts.tasks[0].id
    kept = (r for r in facts.responsibilities if r.task != first or r.mention != "B")
    return replace(facts, responsibilities=tuple(kept))


def test_merged_bodies_are_one_and_lead_what_one_of_them_leads(tmp_path: Path) -> None:
    found = after(tmp_path, '[[merge]]\nunits = ["A", "B"]\nname = "新局"\n')
    assert roles(found) == {
        *(("1", "新局", "l"), ("1", "C", "s"), ("2", "新局", "l"), ("3", "C", "l")),
        ("3", "新局", "s"),
    }
    table = load(found).set_index("name")
    assert (table.loc["新局", "leads"], table.loc["新局", "sole_leads"]) == (2, 2)


def test_a_body_that_ends_leaves_its_work_to_another_or_to_nobody(tmp_path: Path) -> None:
    left = after(tmp_path, '[[dissolve]]\nunit = "C"\n')
    assert roles(left) == {part for part in roles(SMALL) if part[1] != "C"}
    taken = after(tmp_path, '[[dissolve]]\nunit = "C"\nto = "B"\n')
    assert ("3", "B", "l") in roles(taken)
    assert {unit.name for unit in taken.units} == {"A", "B"}


def test_boilerplate_goes(tmp_path: Path) -> None:
    tailed = facts_of(*(Attribution(n, "A", f"{head}众X") for n, head in enumerate("BCD", 1)))
    found = after(tmp_path, "[[drop_boilerplate]]\n", tailed)
    assert roles(found) == {part for part in roles(tailed) if part[1] not in "众X"}


def test_steps_are_carried_out_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = (
        '[[merge]]\nunits = ["A", "B"]\n[[move_lead]]\ntask = "2"\nfrom = "A"\nto = "C"\n'
        '[[add_supporter]]\ntask = "2"\nunit = "C"\n'
    )
    with pytest.raises(ScenarioError) as error:
        after(tmp_path, text)
    assert (error.value.details["line"], error.value.details["reason"]) == (7, "supports-already")


def test_words_of_the_plan_do_for_a_name(tmp_path: Path) -> None:
    mention = Mention("plan of 甲", "甲局", "甲:A", "test")
    facts = replace(SMALL, mentions=(mention,))
    found = after(tmp_path, '[[move_lead]]\ntask = "1"\nfrom = "甲局"\nto = "B"\n', facts)
    assert ("1", "B", "l") in roles(found)


@pytest.mark.parametrize(
    ("text", "line", "reason", "key"),
    [
        ("[[move_lead]\n", 1, "not-toml", ""),
        ("\n[[give]]\n", 2, "no-step", "give"),
        ("merge = 1\n", 1, "no-action", "merge"),
        ('[[dissolve]]\nunit = "A"\nwhy = "x"\n', 1, "unknown-key", "why"),
        ('[[drop_boilerplate]]\n[[move_lead]]\ntask = "1"\nfrom = "A"\n', 2, "missing-key", "to"),
        ('[[merge]]\nunits = ["A"]\n', 1, "too-few", "units"),
        ('[[merge]]\nunits = ["A", 1]\n', 1, "bad-text", "units"),
        ('[[add_supporter]]\ntask = "2"\nunit = "C"\ngroup = -1\n', 1, "bad-number", "group"),
        ('[[move_lead]]\ntask = "1.1"\nfrom = "A"\nto = "B"\n', 1, "no-such-task", "1.1 → 1?"),
        ('[[dissolve]]\nunit = "Z局"\n', 1, "no-such-unit", "Z局"),
        ('[[merge]]\nunits = ["A", "甲:A"]\n', 1, "same-unit", "A"),
        ('[[move_lead]]\ntask = "3"\nfrom = "A"\nto = "B"\n', 1, "no-lead", "A"),
        ('[[move_lead]]\ntask = "2"\nfrom = "A"\nto = "B"\n', 1, "leads-already", "B"),
        ('[[drop_supporter]]\ntask = "2"\nunit = "C"\n', 1, "no-supporter", "C"),
    ],
)
def test_bad_steps_tell_their_line(
    tmp_path: Path, text: str, line: int, reason: str, key: str
) -> None:
    with pytest.raises(ScenarioError) as error:
        after(tmp_path, text)
    assert error.value.code == "bad_scenario"
    assert error.value.details == {"line": line, "reason": reason, "key": key}


def test_what_several_have_in_common_has_to_be_named_by_id(tmp_path: Path) -> None:
    both = merge([SMALL, facts_of(Attribution(1, "A", "B"), place="乙")])
    for text, reason in (
        ('[[dissolve]]\nunit = "A"\n', "ambiguous-unit"),
        ('[[add_supporter]]\ntask = "1"\nunit = "甲:A"\n', "ambiguous-task"),
    ):
        with pytest.raises(ScenarioError) as error:
            after(tmp_path, text, both)
        assert error.value.details["reason"] == reason
        assert "乙" in str(error.value.details["key"])


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError) as error:
        read_scenario(tmp_path / "没有.toml")
    assert error.value.code == "missing"


def test_outcome_has_both_states() -> None:
    step = Step(Action.DISSOLVE, 1, {"unit": "C"}, (), None)
    found = outcome(SMALL, after_scenario(SMALL, [step], ""))
    units = found.units.set_index("name")
    # A: 2 leads and a support, then 2 leads. C: a lead and a support, then nothing.
    assert dict(units["load"]) == pytest.approx({"A": 2.3, "B": 1.3, "C": 1.3})
    assert dict(units["load_after"].dropna()) == pytest.approx({"A": 2.3, "B": 1.3})
    assert dict(units["changed"]) == {"A": False, "B": False, "C": True}
    pairs = {(row["name_a"], row["name_b"]): row for row in found.pairs.to_dict("records")}
    assert {key: (row["tasks"], row["tasks_after"]) for key, row in pairs.items()} == {
        ("A", "C"): (2, 0),
        ("B", "C"): (1, 0),
    }
    figures = {row["measure"]: row for row in found.figures.to_dict("records")}
    for measure, values in (("tasks_without_lead", (0, 1)), ("units", (3, 2))):
        assert (figures[measure]["value"], figures[measure]["value_after"]) == values


def _moves(relief: Relief) -> list[Step]:
    return [
        Step(
            Action.MOVE_LEAD,
            1,
            {"task": row["task"], "from": row["giver"], "to": row["taker"]},
            (),
            row["group"],
        )
        for row in relief.changes.to_dict("records")
    ]


def _agree(relief: Relief, changed: Facts) -> None:
    """The loads that relief promises are those that its changes come to."""
    loads = load(changed).set_index("unit")
    for row in relief.units.to_dict("records"):
        own = loads.loc[row["unit"]]
        assert own["load"] == pytest.approx(row["load_after"])
        assert (own["leads"], own["tasks_led"]) == (row["leads_after"], row["tasks_led_after"])
        assert own["z"] == pytest.approx(row["z_after"])


_attribution = st.builds(
    Attribution,
    task=st.integers(1, 9),
    leads=st.sampled_from(["A", "A", "A", "AB", "B", "C", "镇"]),
    supports=st.sampled_from(["", "B", "C", "BC", "DA", "众D", "D", "DE"]),
)


@settings(max_examples=20, deadline=None)
@given(st.lists(_attribution, min_size=5, max_size=10).map(lambda found: facts_of(*found)))
def test_what_relief_promises_is_what_its_changes_come_to(facts: Facts) -> None:
    relief = relieve(facts)
    changed = after_scenario(facts, _moves(relief), "")
    supports = {r.id for r in changed.responsibilities if r.role is Role.SUPPORT}
    # Where so many lists change that a tail ends or begins, other supports have weight.
    assume(boilerplate(facts) & supports == boilerplate(changed))
    _agree(relief, changed)


@pytest.mark.parametrize("name", ["weibin-2023", "yijun-2021", "jingle-2020"])
def test_so_it_is_on_real_plans(shared: Path, name: str) -> None:
    facts = extract(shared / "documents" / f"{name}.txt")
    relief = relieve(facts)
    _agree(relief, after_scenario(facts, _moves(relief), ""))


def test_so_it_is_on_the_samples() -> None:
    facts = extract(Path(__file__).resolve().parent.parent.parent / "data" / "samples")
    relief = relieve(facts)
    assert len(relief.changes) > 5
    _agree(relief, after_scenario(facts, _moves(relief), ""))
