"""Relief in words, as tables, and as a scenario."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace

import pandas as pd
import pytest

from graphmodel.analysis.load import DEFAULT_WEIGHTS, Weights
from graphmodel.analysis.relief.relieving import Relief, relieve
from graphmodel.model.facts import Facts
from graphmodel.reports.cells import width_of
from graphmodel.reports.relief_text import to_json, to_markdown, to_scenario, to_text
from graphmodel.reports.reliefs import ReliefReport, relief_report
from graphmodel.reports.rows import rows_of
from graphmodel.reports.wording import Language
from tests.analysis.building import Attribution, facts_of

CROWDED = facts_of(
    *(Attribution(n, "A", "B") for n in range(1, 4)),
    *(Attribution(n, "A", "C") for n in range(4, 7)),
    *(Attribution(n, name) for n, name in enumerate("BCDEF", 7)),
)
STUCK = facts_of(
    *(Attribution(n, "A", "众") for n in range(1, 7)),
    *(Attribution(n, name) for n, name in enumerate("BCDE", 7)),
)


def of(facts: Facts, language: Language = Language.ZH) -> ReliefReport:
    return relief_report(facts, DEFAULT_WEIGHTS, language)


def test_says_what_it_takes() -> None:
    assert of(CROWDED).changes.findings == [
        "甲：超载线 3.785，1 个单位超线；调整 4 项牵头，全部回到线内（已证明为最少）。",
        # Loads 3.3, 3.3, 3.2, 1, 1, 1: median 2.1, MAD 1.1, so that the line is far above.
        "▲ 甲调整后的中位数和 MAD 变了：按其重算，超载线 7.808，超载 0 个。",
    ]


def test_says_that_it_cannot_be_done_and_why() -> None:
    # A 6, four others 1, median 1, MAD 0, mean deviation 1: the line is 1 + 3.5 · 1.253314.
    relief = of(STUCK)
    assert relief.changes.findings == [
        "甲：超载线 5.387，1 个单位超线；无法全部回到线内（已证明：至少超出 0.6134）。"
        "仍有 1 个单位超线，共超出 0.6134（已证明不能再少）。",
        "▲ A仍牵头 6 项：没有本地单位配合 6 项。",
    ]
    assert {row["why"] for row in relief.obstacles.rows} == {"没有本地单位配合"}
    assert "没有本地单位配合" in to_text(relief, width=80)


def test_says_what_was_not_proved(monkeypatch: pytest.MonkeyPatch) -> None:
    place = {
        **rows_of(relieve(CROWDED).places)[0],
        **{"proved": False, "ranked": False, "least_changes": 3},
    }

    def unproved(facts: Facts, *, weights: Weights) -> Relief:
        found = relieve(facts, weights=weights)
        return replace(found, places=pd.DataFrame([place]))

    monkeypatch.setattr("graphmodel.reports.reliefs.relieve", unproved)
    changes = of(CROWDED).changes
    assert "全部回到线内（时限内只证明至少要 3 项）" in changes.findings[0]
    assert any("没有排完" in rule for rule in changes.rules)
    place |= {"above_after": 1, "excess": 0.5}
    assert "时限内找到的最好办法是调整 4 项：仍有 1 个单位超线" in of(CROWDED).changes.findings[0]


def test_says_that_nothing_has_to_change() -> None:
    relief = of(facts_of(Attribution(1, "A", "B")), Language.EN)
    assert relief.changes.findings == ["No unit's load exceeds the line; nothing has to change."]
    assert to_scenario(relief).startswith("# Changes that relieve")
    assert tomllib.loads(to_scenario(relief)) == {}


def test_text_names_task_and_both_bodies_in_the_width_asked_for() -> None:
    text = to_text(of(CROWDED), width=60)
    assert "1. A → B：1 task 1" in text
    assert max(map(width_of, text.splitlines())) <= 60


def test_scenario_holds_the_changes() -> None:
    moves = tomllib.loads(to_scenario(of(CROWDED)))["move_lead"]
    assert moves[0] == {"task": "plan of 甲#1", "group": 0, "from": "甲:A", "to": "甲:B"}
    assert [move["task"] for move in moves] == [f"plan of 甲#{n}" for n in (1, 2, 4, 5)]


def test_json_holds_all_four_tables() -> None:
    tables = json.loads(to_json(of(CROWDED)))
    assert [len(tables[name]) for name in ("places", "changes", "units", "obstacles")] == [
        *(1, 4, 3, 0)
    ]
    assert tables["places"][0]["proved"] is True
    assert tables["changes"][0]["giver"] == "甲:A"


def test_markdown_has_a_table_of_changes_and_one_of_units() -> None:
    text = to_markdown(of(CROWDED, Language.EN))
    assert "| 1 | task 1 | A | B |" in text
    assert "| 甲 | A | 6.0 | 3.2 |" in text
