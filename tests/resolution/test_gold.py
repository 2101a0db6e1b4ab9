"""The annotated plans: kind and function of each mention, and which mentions are one body."""

from __future__ import annotations

import json
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from graphmodel.resolution import jurisdiction_chain, resolve
from tests.resolution.resolving import unit_id

PLANS = ["yijun-2021", "huining-2022", "weibin-2023", "jingle-2020", "xiangyuan-2023"]


def annotated(shared: Path, plan: str) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((shared / "gold" / f"{plan}.json").read_text("utf-8"))
    return gold


def counted(gold: dict[str, Any]) -> dict[str, int]:
    """The mentions of the annotation with the number of their occurrences."""
    counts = {unit["mention"]: 0 for unit in gold["units"]}
    for task in gold["tasks"]:
        for attribution in task["assignments"]:
            for role in ("leads", "supports", "coordinates"):
                for mention in attribution.get(role, ()):
                    counts[mention] += 1
    return counts


@pytest.mark.shared
@pytest.mark.parametrize("plan", PLANS)
def test_units_of_an_annotated_plan(shared: Path, plan: str) -> None:
    gold = annotated(shared, plan)
    found = resolve(plan, counted(gold), jurisdiction_chain(gold["plan"]["jurisdiction"], ""))
    units = {unit.id: unit for unit in found.units}
    for row in gold["units"]:
        unit = units[unit_id(found, row["mention"])]
        expected = (row["mention"], row["kind"], row["function"])
        assert (row["mention"], unit.kind, unit.function) == expected


@pytest.mark.shared
@pytest.mark.parametrize("plan", PLANS)
def test_mentions_are_joined_as_annotated_and_no_others(shared: Path, plan: str) -> None:
    gold = annotated(shared, plan)
    found = resolve(plan, counted(gold), jurisdiction_chain(gold["plan"]["jurisdiction"], ""))
    body = {row["mention"]: row.get("same_as", row["mention"]) for row in gold["units"]}
    for one, other in combinations(body, 2):
        together = unit_id(found, one) == unit_id(found, other)
        assert together == (body[one] == body[other]), (one, other)
