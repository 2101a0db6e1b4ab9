"""Places side by side, as tables."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphmodel.analysis.load import DEFAULT_WEIGHTS
from graphmodel.model.facts import Facts, merge
from graphmodel.reports.markdown import to_markdown
from graphmodel.reports.place_comparison import for_terminal, indicator_name, place_reports
from graphmodel.reports.report import Report
from graphmodel.reports.terminal import to_text
from graphmodel.reports.wording import Language
from tests.analysis.building import facts_of
from tests.analysis.test_place_comparison import BOTH, FIRST


def of(facts: Facts = BOTH, language: Language = Language.ZH) -> dict[str, Report]:
    return place_reports(facts, DEFAULT_WEIGHTS, language)


def test_a_column_for_each_place() -> None:
    reports = of()
    assert reports["figures"].title == "比较：甲、乙"
    assert "| 税务 | 87.0% · 2 · A | 100.0% · 1 · C |" in to_markdown(reports["functions"])
    assert "| 财政 | 13.0% · 0 · （B） | – |" in to_markdown(reports["functions"])
    assert "| 获得电力 | 1 · A | – |" in to_markdown(reports["indicators"])


def test_rows_hold_values_for_machines() -> None:
    (row,) = of()["indicators"].rows
    assert row["places"] == {"甲": {"listed": False, "tasks": 1, "leads": ("A",)}}


def test_what_one_alone_has() -> None:
    (row,) = of(language=Language.EN)["lacks"].rows
    assert (row["name"], row["said"]) == ("electricity", "only 甲")


def test_one_alone_is_told_so() -> None:
    (finding,) = of(FIRST)["figures"].findings
    assert "没有可比较的" in finding


@pytest.mark.parametrize("width", [40, 80])
def test_a_terminal_shows_all_places_however_many(width: int) -> None:
    many = [facts_of(place=f"第{n}区政府所辖地方") for n in range(9)]
    text = "".join(
        to_text(report, width=width) for report in for_terminal(of(merge(many)), width).values()
    )
    assert all(f"第{n}区" in text for n in range(9))


def test_a_name_with_signs_of_ours_is_shown_as_it_is() -> None:
    plans = tuple(replace(plan, jurisdiction="[甲]{x}") for plan in FIRST.plans)
    several = merge([replace(FIRST, plans=plans), facts_of(place="丙")])
    assert "[甲]{x}" in of(several)["figures"].title
    heads = [column.head(Language.ZH) for column in of(several)["figures"].columns]
    assert heads == ["项目", "[甲]{x}", "丙"]


def test_indicators_are_called_by_their_first_level() -> None:
    assert indicator_name("starting_business", Language.ZH) == "开办企业"
    assert indicator_name("starting_business", Language.EN) == "starting business"
