"""Every store holds the graph of what was loaded: no more, no less, nothing twice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphmodel.model.checksum import checksums
from graphmodel.model.errors import FactsError
from graphmodel.model.facts import Facts, merge
from graphmodel.model.vocabulary import UnitKind
from graphmodel.stores.contract import Changes, LoadedPlan, Store
from graphmodel.stores.loading import remove, status
from tests.analysis.building import Attribution, facts_of
from tests.model.building import CITED, HOUSING, PLAN, SOUND, TOWNS
from tests.stores.building import small_facts
from tests.stores.contract import (
    graph_in,
    graph_of,
    graph_of_loads,
    ids_in,
    load,
    plans_of,
    said_by,
)

FIRST = facts_of(Attribution(1, "AB", "C镇"), Attribution(2, "B", "A"), plan="first")
SECOND = facts_of(Attribution(1, "A", "DB企"), Attribution(2, "D", "镇"), plan="second")
FAR = facts_of(Attribution(1, "A", "B"), place="乙", plan="far")
TOGETHER = merge([FIRST, SECOND, FAR])


def renamed(facts: Facts, unit: str, name: str) -> Facts:
    """The facts in which a body has another name."""
    units = (replace(u, name=name) if u.id == unit else u for u in facts.units)
    return replace(facts, units=tuple(units))


def name_in(store: Store, unit: str) -> str:
    (row,) = (
        element[1] for element in graph_in(store) if element[1][0] == unit and element[0] == "Unit"
    )
    return str(row[1])


@pytest.mark.parametrize("facts", [SOUND, small_facts(), TOGETHER, Facts()])
def test_what_is_loaded_is_there(store: Store, facts: Facts) -> None:
    changes = load(store, facts)
    expected = graph_of(facts)
    assert graph_in(store) == expected
    nodes = sum(" " not in element[0] for element in expected)
    assert changes == Changes(nodes_created=nodes, edges_created=len(expected) - nodes)


def test_loading_twice_writes_nothing(store: Store) -> None:
    facts = merge([SOUND, TOGETHER])
    load(store, facts)
    assert load(store, facts) == Changes()
    assert load(store, SOUND) == Changes()
    assert load(store, facts.without_texts()) == Changes()
    assert graph_in(store) == graph_of(facts)


def test_plans_one_by_one_are_the_plans_together(store: Store) -> None:
    for facts in (SECOND, FAR, FIRST):
        load(store, facts)
    assert graph_in(store) == graph_of(TOGETHER)
    assert load(store, TOGETHER) == Changes()


CHANGED = {
    "title": replace(SOUND, plans=(replace(PLAN, title="新方案"), CITED)),
    "lead": replace(
        SOUND,
        responsibilities=(
            replace(SOUND.responsibilities[0], unit="供电"),
            *SOUND.responsibilities[1:],
        ),
    ),
    "role": replace(SOUND, responsibilities=SOUND.responsibilities[:3]),
    "deadline": replace(
        SOUND, deadlines=(replace(SOUND.deadlines[0], date="2024-01-31"), *SOUND.deadlines[1:])
    ),
    "unit gone": replace(
        SOUND,
        units=(HOUSING, TOWNS),
        responsibilities=tuple(r for r in SOUND.responsibilities if r.unit != "供电"),
        duties=SOUND.duties[1:],
    ),
    "task gone": replace(SOUND, tasks=SOUND.tasks[:1]),
    "task moved": replace(SOUND, tasks=(SOUND.tasks[0], replace(SOUND.tasks[1], section="p#1"))),
    "section moved": replace(
        SOUND, sections=(SOUND.sections[0], replace(SOUND.sections[1], parent=None))
    ),
    "indicator moved": replace(
        SOUND,
        indicators=(replace(SOUND.indicators[0], parent="indicator:tax"), *SOUND.indicators[1:]),
    ),
    "vocabulary gone": replace(SOUND, indicators=SOUND.indicators[:2], measures=()),
    "goal of a task": replace(
        SOUND, targets=(SOUND.targets[0], replace(SOUND.targets[1], task="p#1.1"))
    ),
    "duty owed to another": replace(
        SOUND, duties=(replace(SOUND.duties[0], to="甲县:乡镇"), *SOUND.duties[1:])
    ),
    "group becomes a body": replace(
        SOUND, units=(HOUSING, replace(TOWNS, kind=UnitKind.UNIT), SOUND.units[2])
    ),
    "issuer becomes a group": replace(
        SOUND, units=(replace(HOUSING, kind=UnitKind.COLLECTIVE), *SOUND.units[1:])
    ),
    "nothing but the plan": Facts(
        plans=(PLAN, CITED), jurisdictions=SOUND.jurisdictions, units=(HOUSING,)
    ),
}


def test_changed_plan_replaces_what_it_said_before(store: Store) -> None:
    """One change after the other, each from what the one before has left."""
    load(store, SOUND)
    load(store, TOGETHER)
    for what, facts in (*CHANGED.items(), ("as at first", SOUND)):
        assert load(store, facts).total > 0, what
        assert graph_in(store) == graph_of(merge([facts, TOGETHER])), what
        assert load(store, facts) == Changes(), what


def test_change_of_a_deadline_writes_what_shows_it_alone(store: Store) -> None:
    """The deadline, the task that is due earlier, and the plan with the checksum of its facts."""
    load(store, SOUND)
    assert load(store, CHANGED["deadline"]) == Changes(nodes_updated=3)


def test_other_plans_stay_as_they_are(store: Store) -> None:
    load(store, TOGETHER)
    before = graph_in(store)
    load(store, replace(FIRST, tasks=FIRST.tasks[:1], responsibilities=FIRST.responsibilities[:1]))
    after = graph_in(store)
    for plan in ("second", "far"):
        assert said_by(after, plan) == said_by(before, plan)
    assert said_by(after, "first") != said_by(before, "first")


def test_body_stays_while_a_plan_names_it(store: Store) -> None:
    load(store, TOGETHER)
    remove(store, ["first"])
    assert graph_in(store) == graph_of(merge([SECOND, FAR]))
    assert ids_in(store, "Unit") == ["乙:A", "乙:B", "甲:A", "甲:B", "甲:D", "甲:企"]
    remove(store, ["second"])
    assert graph_in(store) == graph_of(FAR)
    assert ids_in(store, "Jurisdiction") == ["乙"]


def test_removal_of_all_plans_leaves_nothing(store: Store) -> None:
    load(store, merge([SOUND, TOGETHER]))
    graph = graph_in(store)
    changes = remove(store, ["p", "q", "first", "second", "far"])
    assert not graph_in(store)
    assert changes.nodes_deleted == sum(" " not in element[0] for element in graph)
    assert (changes.nodes_created, changes.edges_created, changes.nodes_updated) == (0, 0, 0)


def test_removal_of_what_is_not_there_writes_nothing(store: Store) -> None:
    assert remove(store, ["first"]) == Changes()
    load(store, FIRST)
    assert remove(store, ["second", "甲:A", ""]) == Changes()
    assert remove(store, []) == Changes()
    assert graph_in(store) == graph_of(FIRST)


def test_name_of_a_body_is_the_fullest_and_shrinks_with_the_plan_that_has_it(store: Store) -> None:
    full, short = renamed(FIRST, "甲:A", "全称A局"), renamed(SECOND, "甲:A", "A局")
    load(store, full)
    load(store, short)
    assert name_in(store, "甲:A") == "全称A局"
    assert graph_in(store) == graph_of_loads([full, short])
    remove(store, ["first"])
    assert name_in(store, "甲:A") == "A局"
    load(store, full)
    assert name_in(store, "甲:A") == "全称A局"
    load(store, FIRST)  # the plan calls it by a shorter name now
    assert name_in(store, "甲:A") == "A局"
    load(store, full)
    without = replace(full, units=full.units[1:], responsibilities=full.responsibilities[1:3])
    load(store, without)  # and now it does not name it at all
    assert name_in(store, "甲:A") == "A局"
    assert graph_in(store) == graph_of_loads([without, short])


def test_body_belongs_where_one_of_the_plans_says(store: Store) -> None:
    nowhere = replace(
        SECOND,
        units=tuple(replace(u, jurisdiction=None, jurisdiction_id=None) for u in SECOND.units),
    )
    load(store, FIRST)
    load(store, nowhere)
    assert graph_in(store) == graph_of_loads([FIRST, nowhere])
    remove(store, ["first"])
    assert graph_in(store) == graph_of(nowhere)


@pytest.mark.parametrize("is_group", [True, False])
def test_body_of_one_plan_and_group_of_another_is_an_error(store: Store, is_group: bool) -> None:
    group = replace(
        SECOND, units=(replace(SECOND.units[0], kind=UnitKind.COLLECTIVE), *SECOND.units[1:])
    )
    there, new = (FIRST, group) if is_group else (group, FIRST)
    load(store, there)
    with pytest.raises(FactsError) as caught:
        load(store, new)
    assert (caught.value.source, caught.value.code) == ("甲:A", "body_conflict")
    assert caught.value.details == {"plan": plans_of(there)[0]}
    assert graph_in(store) == graph_of(there)


def test_plan_cites_another_that_comes_later_until_that_goes(store: Store) -> None:
    citing = replace(FIRST, plans=(replace(FIRST.plans[0], references=("second", "none")),))
    cites = [("first", "second")]
    load(store, citing)
    assert citations(store) == []
    load(store, SECOND)
    assert citations(store) == cites
    load(store, replace(SECOND, plans=(replace(SECOND.plans[0], title="other"),)))
    assert citations(store) == []
    load(store, SECOND)
    assert citations(store) == cites
    remove(store, ["second"])
    assert citations(store) == []
    load(store, SECOND)
    load(store, FIRST)
    assert citations(store) == []


def citations(store: Store) -> list[tuple[str, str]]:
    return [element[1][:2] for element in graph_in(store) if element[0] == "CITES Plan Plan"]


def test_status_tells_plans_checksums_and_counts(store: Store) -> None:
    load(store, SOUND)
    found = status(store)
    sums = checksums(SOUND)
    assert found.plans == (
        LoadedPlan("p", "甲县方案", sums["p"]),
        LoadedPlan("q", "丙办法", sums["q"]),
    )
    assert {label: count for label, count in found.nodes.items() if count} == {
        **{"Jurisdiction": 2, "Unit": 2, "Collective": 1, "Plan": 2, "Section": 2, "Task": 2},
        **{"Indicator": 3, "Target": 2, "Deadline": 5, "Duty": 3},
    }
    assert {kind: count for kind, count in found.edges.items() if count} == {
        **{"LEADS": 4, "SUPPORTS": 1, "ENGAGED_IN": 1, "MEASURES": 1, "PART_OF": 8},
        **{"HAS_TARGET": 2, "HAS_DEADLINE": 5, "OWES": 4, "OWED_TO": 2, "REPORTS_TO": 2},
        **{"ISSUED_BY": 1, "NAMES": 8, "BELONGS_TO": 3, "CITES": 1, "COLLABORATES_WITH": 1},
    }


def test_empty_store_has_an_empty_status(store: Store) -> None:
    found = status(store)
    assert found.plans == ()
    assert not any([*found.nodes.values(), *found.edges.values()])


def test_cleared_store_is_empty_and_can_be_loaded_again(store: Store) -> None:
    load(store, TOGETHER)
    store.clear()
    assert not graph_in(store)
    assert status(store).plans == ()
    load(store, SOUND)
    assert graph_in(store) == graph_of(SOUND)
    store.clear()
    store.clear()
    assert not graph_in(store)
