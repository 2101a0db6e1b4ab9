"""The bundle of tables: its frames, its texts, and facts of several plans put together."""

from __future__ import annotations

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.model.errors import FactsError
from graphmodel.model.facts import TABLES, Facts, combine_units, fullest, merge
from graphmodel.model.records import Indicator, Jurisdiction, Target, Task, Unit
from graphmodel.model.validation import validate
from graphmodel.model.vocabulary import JurisdictionLevel, UnitKind
from tests.model.building import CITED, HOUSING, LEAD, PLAN, POWER, SOUND, TEXT, TOWNS


def plan_facts(number: int, *units: Unit) -> Facts:
    """A small plan of its own that names some units, with ids of its own."""
    plan = replace(PLAN, id=f"plan {number}", issuer_ids=(), source=f"{number}.txt")
    return Facts(
        plans=(replace(plan, sha256=str(number)),),
        tasks=(Task(f"{plan.id}#1", plan.id, (1,), "推进", None, 0, 1),),
        jurisdictions=SOUND.jurisdictions,
        units=units,
        responsibilities=tuple(
            replace(
                LEAD, id=f"{plan.id}#1/0.lead.{n}", plan=plan.id, task=f"{plan.id}#1", unit=u.id
            )
            for n, u in enumerate(units)
        ),
    )


def test_tables_are_the_fields_of_facts() -> None:
    assert list(TABLES) == [f.name for f in fields(Facts)]
    assert len(TABLES) == 17
    assert TABLES["tasks"] is Task
    assert SOUND.rows("tasks") is SOUND.tasks


def test_text_of_a_plan() -> None:
    assert SOUND.text_of("p") == TEXT
    assert SOUND.text_of("q") is None
    assert SOUND.without_texts().text_of("p") is None
    assert SOUND.without_texts().tasks == SOUND.tasks


def test_frame_has_a_column_a_field_and_a_row_a_record() -> None:
    frame = SOUND.frame("responsibilities")
    assert list(frame.columns) == [f.name for f in fields(LEAD)]
    assert list(frame["role"]) == ["lead", "lead", "lead", "support", "engaged", "lead"]
    assert {type(role) for role in frame["role"]} == {str}
    assert list(frame["basis"][2:5]) == ["joint", None, None]
    assert list(frame["task"])[-1] is None
    assert [str(frame[name].dtype) for name in ("start", "standing")] == ["int64", "bool"]


def test_frame_of_an_empty_table_has_its_columns_and_types() -> None:
    frame = Facts().frame("targets")
    assert list(frame.columns) == [f.name for f in fields(Target)]
    assert len(frame) == 0
    assert [str(frame[name].dtype) for name in ("value", "start", "task")] == [
        "float64",
        "int64",
        "object",
    ]


def test_lists_in_a_frame_stay_tuples() -> None:
    assert list(SOUND.frame("tasks")["path"]) == [(1, 1), ("annex", 1, 4)]


@pytest.mark.parametrize(
    ("names", "name"),
    [
        (("县住建局", "县住房和城乡建设局"), "县住房和城乡建设局"),
        (("乙乙", "甲甲"), "乙乙"),
        (("甲",), "甲"),
    ],
)
def test_fullest_name_is_the_longest_then_the_first_by_code_point(
    names: tuple[str, ...], name: str
) -> None:
    assert fullest(names) == name
    assert fullest(reversed(names)) == name


def test_nothing_merged_is_nothing() -> None:
    assert merge([]) == Facts()
    assert merge([SOUND]) == SOUND
    assert merge([Facts(), SOUND, Facts()]) == SOUND


def test_unit_of_two_plans_is_one_row_with_the_fullest_name() -> None:
    full = replace(HOUSING, name="县住房和城乡建设局", functions=("housing", "urban_management"))
    facts = merge([plan_facts(1, HOUSING, TOWNS), plan_facts(2, POWER, full)])
    assert facts.units == (full, TOWNS, POWER)
    assert [plan.id for plan in facts.plans] == ["plan 1", "plan 2"]
    assert [(r.plan, r.unit) for r in facts.responsibilities] == [
        ("plan 1", "甲县:住建"),
        ("plan 1", "甲县:乡镇"),
        ("plan 2", "供电"),
        ("plan 2", "甲县:住建"),
    ]
    assert facts.jurisdictions == SOUND.jurisdictions
    assert validate(facts) == []


@pytest.mark.parametrize("outside_first", [True, False])
def test_body_that_is_at_home_in_one_plan_is_at_home(outside_first: bool) -> None:
    outside = replace(HOUSING, kind=UnitKind.EXTERNAL, function="other", functions=("other",))
    several = [plan_facts(1, outside), plan_facts(2, HOUSING)]
    (unit,) = merge(several if outside_first else several[::-1]).units
    assert (unit.kind, unit.function) == (UnitKind.UNIT, "housing")
    assert unit.functions[0] == "housing"


def test_functions_of_several_rows_are_put_together_the_main_one_first() -> None:
    rows = (
        replace(HOUSING, functions=("housing", "transport", "audit")),
        replace(HOUSING, functions=("housing", "water")),
    )
    combined = combine_units(*rows)
    assert combined.functions == ("housing", "audit", "transport", "water")
    assert combine_units(*rows[::-1]) == combined
    assert combine_units(rows[0], replace(rows[0], name="局")).functions == rows[0].functions


def test_main_function_of_several_rows_is_a_known_one() -> None:
    unknown = replace(HOUSING, function="other", functions=("other",))
    combined = combine_units(unknown, HOUSING)
    assert (combined.function, combined.functions) == ("housing", ("housing", "other"))


def test_body_belongs_where_one_of_its_rows_says() -> None:
    nowhere = replace(HOUSING, jurisdiction=None, jurisdiction_id=None)
    assert combine_units(nowhere, HOUSING) == combine_units(HOUSING, nowhere) == HOUSING


def test_host_is_taken_from_the_row_that_has_one() -> None:
    guest = replace(HOUSING, host="甲县:乡镇")
    assert combine_units(guest, HOUSING).host == combine_units(HOUSING, guest).host == "甲县:乡镇"


few = st.sampled_from(("audit", "housing", "other", "water"))
bodies = st.builds(
    Unit,
    id=st.just("甲县:住建"),
    name=st.sampled_from(("局", "住建局", "审计局", "县住建局")),
    kind=st.sampled_from(UnitKind),
    function=few,
    functions=st.lists(few, max_size=3).map(tuple),
    jurisdiction=st.sampled_from((None, "甲县", "乙县")),
    jurisdiction_id=st.sampled_from((None, "甲县", "乙县")),
    host=st.sampled_from((None, "甲县:乡镇", "供电")),
)


@settings(max_examples=300, deadline=None)
@given(bodies, bodies, bodies)
def test_rows_of_a_body_combine_in_any_order(a: Unit, b: Unit, c: Unit) -> None:
    both = combine_units(a, b)
    assert combine_units(b, a) == both
    assert combine_units(both, c) == combine_units(a, combine_units(b, c))
    assert combine_units(a, a) == a
    assert combine_units(both, a) == combine_units(both, b) == both


def test_units_of_two_counties_stay_two() -> None:
    other = replace(HOUSING, id="丁县:住建", jurisdiction="丁县", jurisdiction_id="乙省/丁县")
    county = Jurisdiction("乙省/丁县", "丁县", JurisdictionLevel.COUNTY, "乙省")
    second = replace(plan_facts(2, other), jurisdictions=(SOUND.jurisdictions[0], county))
    facts = merge([plan_facts(1, HOUSING), second])
    assert facts.units == (HOUSING, other)
    assert [place.id for place in facts.jurisdictions] == ["乙省", "乙省/甲县", "乙省/丁县"]
    assert validate(facts) == []


def test_national_indicator_of_two_plans_is_one_row() -> None:
    national = Indicator("indicator:tax", None, "纳税", 1, None, "tax", None, None)
    several = [replace(plan_facts(n), indicators=(national,)) for n in (1, 2)]
    assert merge(several).indicators == (national,)


def test_plan_that_comes_twice_counts_once() -> None:
    assert merge([SOUND, SOUND]) == SOUND
    twice = merge([plan_facts(1, HOUSING), plan_facts(2, HOUSING), plan_facts(1, HOUSING)])
    assert twice == merge([plan_facts(1, HOUSING), plan_facts(2, HOUSING)])


def test_second_file_with_the_same_content_counts_once() -> None:
    copy = replace(SOUND, plans=(replace(PLAN, source="copy.txt"), CITED))
    assert merge([SOUND, copy]) == SOUND


def test_one_plan_of_a_bundle_known_already() -> None:
    """Only what is new of the second bundle is added."""
    both = merge([plan_facts(1, HOUSING), plan_facts(2, TOWNS)])
    assert merge([plan_facts(1, HOUSING), both]) == both


def test_conflict_of_two_contents_names_both_sources() -> None:
    other = replace(SOUND, plans=(replace(PLAN, source="new/p.txt", sha256="ff"), CITED))
    with pytest.raises(FactsError) as caught:
        merge([SOUND, other])
    assert caught.value.source == "new/p.txt"
    assert caught.value.code == "plan_conflict"
    assert caught.value.details == {"plan": "p", "other": "p.txt"}
    assert str(caught.value) == "new/p.txt: plan_conflict, plan=p, other=p.txt"


@settings(max_examples=50, deadline=None)
@given(st.lists(st.integers(1, 4), max_size=6))
def test_plans_merge_the_same_step_by_step(numbers: list[int]) -> None:
    several = [plan_facts(n, *(HOUSING, TOWNS, POWER)[: n % 4]) for n in numbers]
    whole = merge(several)
    stepwise = Facts()
    for facts in several:
        stepwise = merge([stepwise, facts])
    assert stepwise == whole
    assert [plan.id for plan in whole.plans] == [f"plan {n}" for n in dict.fromkeys(numbers)]
    assert validate(whole) == []
