"""What a scenario comes to, in words and tables."""

from __future__ import annotations

from graphmodel.analysis.load import DEFAULT_WEIGHTS
from graphmodel.analysis.scenario.applying import after_scenario
from graphmodel.analysis.scenario.steps import Action, Step
from graphmodel.reports.report import Report
from graphmodel.reports.scenarios import scenario_reports
from graphmodel.reports.terminal import to_text
from graphmodel.reports.wording import Language
from tests.reports.test_reliefs import CROWDED


def of(*steps: Step, language: Language = Language.ZH) -> dict[str, Report]:
    after = after_scenario(CROWDED, steps, "")
    return scenario_reports(CROWDED, after, len(steps), DEFAULT_WEIGHTS, language)


def test_says_who_is_overloaded_before_and_after() -> None:
    # A ends: six tasks are led by nobody. B and C 1.9, D, E, F 1: nobody is above 3.785.
    step = Step(Action.DISSOLVE, 1, {"unit": "A"}, (), None)
    assert of(step)["figures"].findings == [
        "▲ 负荷高于原超载线的单位：1 个（A） → 0 个。",
        "▲ 超载单位：1 个（A） → 0 个。",
        "▲ 没有牵头的任务：0 项 → 6 项。",
    ]


def test_unit_that_is_gone_has_no_load_after() -> None:
    step = Step(Action.DISSOLVE, 1, {"unit": "A"}, (), None)
    (row,) = of(step)["units"].rows
    assert (row["name"], row["load"], row["load_after"], row["leads_after"]) == (
        "A",
        6.0,
        None,
        None,
    )


def test_no_step_changes_nothing() -> None:
    reports = of(language=Language.EN)
    assert reports["figures"].findings[0] == "Nothing changes."
    assert reports["units"].rows == reports["pairs"].rows == []
    assert "(no rows)" in to_text(reports["units"], width=80)
