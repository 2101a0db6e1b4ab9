"""Reports in Markdown."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.reports.markdown import to_markdown
from tests.reports.reporting import ROWS, report, row


def test_caption_table_and_findings() -> None:
    assert to_markdown(report(ROWS[:2])) == (
        "**单位负荷** 权重：牵头 1，配合 0.3。\n"
        "\n"
        "| 单位 | 状态 | 负荷 | 牵头 | 编号 |\n"
        "| --- | --- | ---: | ---: | --- |\n"
        "| 县行政审批服务局 | ▲ 超载 | 13.2 | 12 | 云岭县:县行政审批服务局\\|a\\\\\\|b |\n"
        "| 区财政局 |  | 3.0 | 3 | 石岭区:区财政局\\|a\\\\\\|b |\n"
        "\n"
        "- ▲ 县行政审批服务局超载。\n"
    )


def test_names_are_not_read_as_markdown() -> None:
    text = to_markdown(report((row("*县*|<b>[局](x)\n_乙_", 1.0, 1),)))
    assert "| \\*县\\*\\|\\<b\\>\\[局\\](x) \\_乙\\_ |" in text


def test_without_rows_the_head_stands() -> None:
    text = to_markdown(replace(report(()), findings=[]))
    assert text.endswith(
        "| 单位 | 状态 | 负荷 | 牵头 | 编号 |\n| --- | --- | ---: | ---: | --- |\n"
    )
