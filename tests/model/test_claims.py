"""Which plan speaks of which shared row, and the facts of each plan alone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from graphmodel.model.claims import claims, facts_of_plans
from graphmodel.model.facts import SHARED, TABLES, Facts, merge
from graphmodel.model.records import Indicator, Jurisdiction, Measure, Unit
from graphmodel.model.validation import validate
from graphmodel.model.vocabulary import JurisdictionLevel, LinkBasis
from tests.model.building import CITED, HOUSING, LEAD, PLAN, POWER, SOUND, TOWNS
from tests.stores.generating import rich_facts

PLANS = (replace(PLAN, issuer_ids=()), CITED)
BARE = Facts(plans=PLANS, jurisdictions=SOUND.jurisdictions, units=(HOUSING, TOWNS, POWER))
"""Two plans of a county that say nothing."""


def of(facts: Facts, table: str) -> dict[str, list[str]]:
    return {plan: list(ids) for plan, ids in claims(facts)[table].items()}


def bodies_of(units: tuple[Unit, ...] = BARE.units, **tables: tuple[Any, ...]) -> list[str]:
    """The bodies that `p` speaks of in these tables, where `q` speaks of all."""
    every = tuple(replace(LEAD, id=f"q{u.id}", plan="q", task=None, unit=u.id) for u in units)
    parts = (*every, *tables.pop("responsibilities", ()))
    facts = replace(BARE, units=units, responsibilities=parts, **tables)
    assert set(of(facts, "units")["q"]) == {unit.id for unit in units}
    return of(facts, "units")["p"]


def test_plan_speaks_of_the_bodies_that_its_rows_refer_to() -> None:
    (report, meet, _) = SOUND.duties
    assert bodies_of() == []
    assert bodies_of(responsibilities=(LEAD, replace(LEAD, id="x"))) == ["甲县:住建"]
    assert bodies_of(mentions=SOUND.mentions) == ["甲县:住建"]
    assert bodies_of(plans=(PLAN, CITED)) == ["甲县:住建"]
    assert bodies_of(duties=(meet,)) == ["甲县:住建"]
    assert bodies_of(duties=(report,)) == ["甲县:乡镇", "供电", "甲县:住建"]


def test_plan_speaks_of_the_hosts_of_its_bodies() -> None:
    hosted = (replace(HOUSING, host="甲县:乡镇"), replace(TOWNS, host="供电"), POWER)
    assert bodies_of(hosted, responsibilities=(LEAD,)) == ["甲县:住建", "甲县:乡镇", "供电"]


def test_bodies_that_host_each_other_are_spoken_of_once() -> None:
    round_about = (replace(HOUSING, host="甲县:乡镇"), replace(TOWNS, host="甲县:住建"))
    assert bodies_of(round_about, responsibilities=(LEAD,)) == ["甲县:住建", "甲县:乡镇"]


def test_plan_speaks_of_the_places_of_itself_and_its_bodies_and_those_above() -> None:
    far = Jurisdiction("丙省/丁县", "丁县", JurisdictionLevel.COUNTY, "丙省")
    above = Jurisdiction("丙省", "丙省", JurisdictionLevel.PROVINCE, None)
    abroad = replace(HOUSING, jurisdiction="丁县", jurisdiction_id="丙省/丁县")
    facts = replace(
        BARE,
        jurisdictions=(*SOUND.jurisdictions, far, above),
        units=(abroad,),
        responsibilities=(replace(LEAD, task=None),),
    )
    assert of(facts, "jurisdictions") == {
        "p": ["乙省/甲县", "乙省", "丙省/丁县", "丙省"],
        "q": ["乙省/甲县", "乙省"],
    }


def test_plan_speaks_of_the_vocabulary_that_its_rows_refer_to() -> None:
    first, second, third, fourth = (
        Indicator(f"indicator:{name}", None, name, 1, None, name, None, None)
        for name in ("a", "b", "c", "d")
    )
    below = replace(second, parent="indicator:a", level=2)
    own = replace(SOUND.indicators[1], parent="indicator:c")
    measure = Measure("m", "p", "indicator:b", "b", "p#1.1", LinkBasis.TITLE, "", 0, 1)
    lead = replace(LEAD, plan="q", task=None, indicator="indicator:d")
    facts = replace(
        BARE,
        indicators=(first, below, third, fourth, own),
        measures=(measure,),
        responsibilities=(lead,),
    )
    assert of(facts, "indicators") == {
        "p": ["indicator:b", "indicator:a", "indicator:c"],
        "q": ["indicator:d"],
    }


def test_all_plans_speak_of_what_none_speaks_of() -> None:
    assert of(BARE, "units") == {key: ["甲县:住建", "甲县:乡镇", "供电"] for key in ("p", "q")}
    assert of(replace(BARE, plans=PLANS[:1]), "units") == {"p": ["甲县:住建", "甲县:乡镇", "供电"]}


def test_what_no_plan_speaks_of_comes_with_its_host_and_place() -> None:
    """`p` alone speaks of the power company; the towns that it hosts come with it for `q` too."""
    far = Jurisdiction("丙省", "丙省", JurisdictionLevel.PROVINCE, None)
    power = replace(POWER, jurisdiction="丙省", jurisdiction_id="丙省")
    facts = replace(
        BARE,
        jurisdictions=(*SOUND.jurisdictions, far),
        units=(power, replace(TOWNS, host="供电")),
        responsibilities=(replace(LEAD, task=None, unit="供电"),),
    )
    assert of(facts, "units") == {"p": ["供电", "甲县:乡镇"], "q": ["甲县:乡镇", "供电"]}
    alone = dict(facts_of_plans(facts))["q"]
    assert {place.id for place in alone.jurisdictions} == {"乙省", "乙省/甲县", "丙省"}
    assert validate(alone) == []


def test_nothing_claims_nothing() -> None:
    assert claims(Facts()) == {table: {} for table in SHARED}
    assert list(facts_of_plans(Facts())) == []


def test_facts_of_each_plan_alone() -> None:
    alone = dict(facts_of_plans(SOUND))
    assert list(alone) == ["p", "q"]
    assert alone["p"] == replace(
        SOUND,
        plans=(PLAN,),
        jurisdictions=SOUND.jurisdictions[::-1],
        indicators=(SOUND.indicators[2], *SOUND.indicators[:2]),
        units=alone["p"].units,
    )
    assert set(alone["p"].units) == {HOUSING, TOWNS, POWER}
    assert alone["q"] == Facts(plans=(CITED,), jurisdictions=SOUND.jurisdictions[::-1])


@settings(max_examples=60, deadline=None)
@given(rich_facts())
def test_each_plan_alone_is_sound_and_all_together_are_the_whole(facts: Facts) -> None:
    alone = dict(facts_of_plans(facts))
    whole = merge(alone.values())
    of_plans = tuple(row for row in facts.diagnostics if row.plan is not None)
    for table in TABLES:
        rows = of_plans if table == "diagnostics" else facts.rows(table)
        assert len(whole.rows(table)) == len(rows)
        assert set(whole.rows(table)) == set(rows)
    claimed = claims(facts)
    for plan, one in alone.items():
        assert validate(one) == []
        for table, ids in claims(one).items():
            assert ids[plan].keys() == claimed[table][plan].keys()
