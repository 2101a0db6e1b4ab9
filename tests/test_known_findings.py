"""What is known of the five plans comes out of their documents, with its figures."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphmodel
from graphmodel.analysis.boilerplate import boilerplate
from graphmodel.model import Facts
from graphmodel.model.vocabulary import Role

PLANS = ("yijun-2021", "huining-2022", "weibin-2023", "jingle-2020", "xiangyuan-2023")


@pytest.fixture(scope="module")
def facts(shared: Path) -> Facts:
    return graphmodel.extract([shared / "documents" / f"{name}.txt" for name in PLANS])


@pytest.mark.shared
def test_overloaded_units(facts: Facts) -> None:
    table = graphmodel.load(facts)
    rows = table[table["overloaded"]].sort_values(["jurisdiction", "rank"])
    found = [
        (place, name, leads, round(load, 1), round(z, 1))
        for place, name, leads, load, z in rows[
            ["jurisdiction", "name", "leads", "load", "z"]
        ].itertuples(index=False)
    ]
    assert found == [
        ("宜君县", "县行政审批服务局", 12, 13.2, 20.6),
        ("宜君县", "县发展和改革局", 5, 5.6, 7.8),
        ("宜君县", "县市场监管局", 4, 5.2, 7.1),
        ("渭滨区", "区行政审批局", 15, 17.4, 5.2),
        ("渭滨区", "区政府办", 14, 14.0, 4.1),
        ("静乐县", "县审批局", 27, 27.0, 16.9),
    ]


@pytest.mark.shared
def test_nobody_in_huining_is_overloaded(facts: Facts) -> None:
    table = graphmodel.load(facts)
    rows = table[table["jurisdiction"] == "会宁县"].sort_values("z")
    unit, z = next(rows[["unit", "z"]].iloc[::-1].itertuples(index=False, name=None))
    assert "县发改局" in {m.mention for m in facts.mentions if m.unit == unit}
    assert round(z, 1) == 3.1


@pytest.mark.shared
def test_boilerplate_support(facts: Facts) -> None:
    park = next(m.unit for m in facts.mentions if m.mention == "县科技工业园区管委会")
    supports = [r.id for r in facts.responsibilities if r.unit == park and r.role is Role.SUPPORT]
    assert len(supports) == 35
    assert boilerplate(facts).issuperset(supports)


@pytest.mark.shared
def test_one_office_leads_nearly_everything_in_jingle(facts: Facts) -> None:
    plan = next(p.id for p in facts.plans if p.jurisdiction == "静乐县")
    office = next(m.unit for m in facts.mentions if m.mention == "县审批局")
    led = {r.task for r in facts.responsibilities if r.unit == office and r.role is Role.LEAD}
    assert len(led) == 27
    assert sum(task.plan == plan for task in facts.tasks) == 30
