"""The phases of a plan."""

from __future__ import annotations

import pytest

from tests.extraction.drafts import draft_of


def stages(heading: str) -> list[tuple[str, str | None, str | None]]:
    draft = draft_of(f"方案\n一、步骤\n（一）{heading}各单位抓好落实。\n")
    return [(stage.name, stage.first, stage.last) for stage in draft.stages]


@pytest.mark.parametrize(
    ("heading", "stage"),
    [
        ("动员部署阶段（2024年3月上旬）。", ("动员部署阶段", "2024-03-01", "2024-03-10")),
        ("动员部署阶段(2024年3月—5月)", ("动员部署阶段", "2024-03-01", "2024-05-31")),
        ("组织实施阶段（2024年12月至2025年2月）", ("组织实施阶段", "2024-12-01", "2025-02-28")),
        ("“回头看”阶段（2024年11月）。", ("“回头看”阶段", "2024-11-01", "2024-11-30")),
        ("总结评估阶段：2024年12月。", ("总结评估阶段", "2024-12-01", "2024-12-31")),
        ("组织实施阶段\n（2024年3月15日—4月20日）\n", ("组织实施阶段", "2024-03-15", "2024-04-20")),
    ],
)
def test_stage(heading: str, stage: tuple[str, str, str]) -> None:
    assert stages(heading) == [stage]


@pytest.mark.parametrize(
    "heading", ["现阶段（2024年）重点。", "动员部署阶段。", "部署阶段（另行通知）。", "加强部署。"]
)
def test_heading_that_dates_no_phase(heading: str) -> None:
    assert stages(heading) == []


def test_span_of_a_stage() -> None:
    text = "方案\n一、步骤\n（一）部署阶段（2024年3月）。落实。\n（二）总结阶段（2024年4月）。\n"
    first, second = draft_of(text).stages
    assert text[first.start : first.end] == "部署阶段（2024年3月）"
    assert text[second.start : second.end] == "总结阶段（2024年4月）"
