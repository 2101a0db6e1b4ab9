"""Load cut in parts: by hand, and against records read one by one."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.analysis.boilerplate import boilerplate
from graphmodel.analysis.choices import Cut
from graphmodel.analysis.load import Weights, load, load_table
from graphmodel.analysis.load_by import load_by
from graphmodel.model.facts import Facts, merge
from graphmodel.model.records import Deadline, Indicator, Measure
from graphmodel.model.vocabulary import LinkBasis, Role, UnitKind
from tests.analysis.building import Attribution, facts_of, plans
from tests.analysis.shared_tasks import parts
from tests.catalogue.parity import five_plans, samples
from tests.examples import examples


def about(facts: Facts, *pairs: tuple[int, str]) -> Facts:
    """The facts with tasks, by number, that are about indicators, by code."""
    codes = dict.fromkeys(code for _, code in pairs)
    plan = facts.plans[0].id
    links = (
        Measure(f"{t}/{c}", plan, c, c, f"{plan}#{t}", LinkBasis.TITLE, "", 0, 1) for t, c in pairs
    )
    rows = (Indicator(code, None, f"name of {code}", 1, None, code, None, None) for code in codes)
    return replace(facts, measures=tuple(links), indicators=tuple(rows))


def due(facts: Facts, *pairs: tuple[int, str]) -> Facts:
    """The facts with days on which tasks, by number, are due."""
    plan = facts.plans[0].id
    days = (
        Deadline(f"{n}", plan, f"{plan}#{task}", day, None, None, 0, 1)
        for n, (task, day) in enumerate(pairs)
    )
    return replace(facts, deadlines=tuple(days))


def rows(table: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    return list(table[list(columns)].itertuples(index=False, name=None))


def test_plans_of_one_unit_side_by_side() -> None:
    first = facts_of(Attribution(1, "A", "B"), Attribution(2, "A"), plan="p")
    second = facts_of(Attribution(1, "B", "A"), Attribution(1, "A"), plan="q")
    table = load_by(merge([first, second]), Cut.PLAN)
    assert rows(table, "plan", "name", "tasks", "leads", "supports", "load", "rank") == [
        ("p", "A", 2, 2, 0, 2.0, 1),
        ("p", "B", 1, 0, 1, 0.3, 2),
        ("q", "A", 1, 1, 1, 1.3, 1),
        ("q", "B", 1, 1, 0, 1.0, 2),
    ]
    assert table["share"].tolist() == pytest.approx([2 / 2.3, 0.3 / 2.3, 1.3 / 2.3, 1 / 2.3])


def test_task_about_two_indicators_counts_for_both() -> None:
    facts = facts_of(Attribution(1, "A", "B"), Attribution(2, "AB"), Attribution(3, "B"))
    table = load_by(about(facts, (1, "tax"), (2, "tax"), (2, "power")), Cut.INDICATOR)
    # Indicators by load: tax 2 + 1.3, power 1 + 1; last what is about none.
    assert rows(table, "indicator", "label", "name", "load") == [
        ("tax", "name of tax", "A", 2.0),
        ("tax", "name of tax", "B", 1.3),
        ("power", "name of power", "A", 1.0),
        ("power", "name of power", "B", 1.0),
        (None, None, "B", 1.0),
    ]


def test_month_is_that_of_the_first_day() -> None:
    facts = facts_of(*(Attribution(n, "A") for n in (1, 2, 3)))
    days = ((1, "2024-03-31"), (1, "2023-12-31"), (2, "2024-03-01"))
    table = load_by(due(facts, *days), Cut.MONTH)
    assert rows(table, "month", "tasks") == [("2023-12", 1), ("2024-03", 1), (None, 1)]


def test_collectives_have_rows_when_asked() -> None:
    facts = facts_of(Attribution(1, "A镇", "众", "企"))
    assert load_by(facts, Cut.PLAN)["name"].tolist() == ["A"]
    table = load_by(facts, Cut.PLAN, collectives=True)
    assert rows(table, "name", "load") == [("A", 1.0), ("镇", 1.0), ("众", 0.3)]


def test_collectives_are_compared_and_never_overloaded() -> None:
    facts = facts_of(
        *(Attribution(n, "镇") for n in range(1, 10)), Attribution(10, "ABCD"), Attribution(11, "A")
    )
    table = load_table(facts, collectives=True)
    # Loads 9, 2, 1, 1, 1: median 1, MAD 0, mean deviation 9/5.
    [first] = table[table["name"] == "镇"].to_dict("records")
    assert (first["rank"], first["overloaded"]) == (1, False)
    assert first["z"] == pytest.approx(8 / (1.253314 * 9 / 5))
    assert first["z"] > 3.5
    assert table["share"].tolist() == pytest.approx([9 / 14, 2 / 14, 1 / 14, 1 / 14, 1 / 14])
    pd.testing.assert_frame_equal(load_table(facts), load(facts))


@pytest.mark.parametrize("cut", Cut)
def test_nothing_gives_an_empty_table_of_the_same_types(cut: Cut) -> None:
    empty = load_by(Facts(), cut)
    assert len(empty) == 0
    assert empty.dtypes.to_dict() == load_by(facts_of(Attribution(1, "A")), cut).dtypes.to_dict()


@settings(max_examples=examples(8), deadline=None)
@given(plans, st.booleans(), st.data())
def test_cut_loads_are_those_of_records(facts: Facts, split: bool, data: st.DataObject) -> None:
    numbers = st.integers(1, max(len(facts.tasks), 1))
    codes = data.draw(st.lists(st.tuples(numbers, st.sampled_from(["tax", "power"])), max_size=4))
    days = data.draw(
        st.lists(st.tuples(numbers, st.sampled_from(["2024-01-31", "2023-12-01"])), max_size=4)
    )
    facts = about(due(facts, *days), *codes) if facts.tasks else facts
    for cut in Cut:
        compare(facts, cut, split)


@pytest.mark.parametrize("cut", Cut)
@pytest.mark.parametrize("facts", [samples, five_plans])
def test_cut_loads_of_plans_are_those_of_records(facts: Any, cut: Cut) -> None:
    compare(facts(), cut, split=True)


def compare(facts: Facts, cut: Cut, split: bool) -> None:
    """The loads beside those added up record by record."""
    weights = Weights(1.5, 0.25, 0.5)
    table = load_by(facts, cut, weights=weights, split_leads=split)
    found = {(row[cut], row["unit"]): row for row in table.to_dict("records")}
    expected = loads(facts, cut, weights, split)
    assert found.keys() == expected.keys()
    for key, value in expected.items():
        assert found[key]["load"] == pytest.approx(value)
    totals: defaultdict[str | None, float] = defaultdict(float)
    for (group, _), value in expected.items():
        totals[group] += value
    for (group, _), row in found.items():
        assert row["share"] == pytest.approx(row["load"] / totals[group] if totals[group] else 0)
    if cut is not Cut.INDICATOR:
        whole = load(facts, weights=weights, split_leads=split).set_index("unit")["load"]
        assert table.groupby("unit")["load"].sum().to_dict() == pytest.approx(whole.to_dict())


def loads(
    facts: Facts, cut: Cut, weights: Weights, split: bool
) -> dict[tuple[str | None, str], float]:
    units = {unit.id for unit in facts.units if unit.kind is UnitKind.UNIT}
    formal = boilerplate(facts)
    led: defaultdict[tuple[str | None, int], set[str]] = defaultdict(set)
    for r in facts.responsibilities:
        if r.role is Role.LEAD and r.task is not None:
            led[r.task, r.group].add(r.unit)
    best: dict[tuple[str, int, str, Role], float] = {}
    for task, r in parts(facts):
        weight = getattr(weights, r.role)
        if r.role is Role.LEAD and split:
            weight /= len(led[task, r.group])
        if r.role is Role.SUPPORT and (r.standing or r.id in formal):
            weight = 0.0
        key = (task, r.group, r.unit, r.role)
        best[key] = max(best.get(key, 0.0), weight)
    found: defaultdict[tuple[str | None, str], float] = defaultdict(float)
    for (task, _, unit, _), weight in best.items():
        if unit in units:
            for group in groups(facts, cut, task):
                found[group, unit] += weight
    return dict(found)


def groups(facts: Facts, cut: Cut, task: str) -> set[str | None]:
    if cut is Cut.PLAN:
        return {row.plan for row in facts.tasks if row.id == task}
    if cut is Cut.INDICATOR:
        return {m.code for m in facts.measures if m.task == task} or {None}
    days = [d.date for d in facts.deadlines if d.task == task and d.date]
    return {min(days)[:7]} if days else {None}
