"""Reports in terminals of several widths."""

from __future__ import annotations

from dataclasses import replace

import pytest
from rich.cells import cell_len

from graphmodel.reports.terminal import to_text
from tests.reports.reporting import ROWS, report, row

WIDE = """\
单位负荷

云岭县：3 个单位
单位              状态    负荷  牵头  █牵头 ░配合
──────────────────────────────────────────────────────────────────────
县行政审批服务局  ▲ 超载  13.2    12  █████████████████████████████░░░
县发改局                   1.3     1  ██░
县气象局                   0.0     0

石岭区：1 个单位
单位              状态    负荷  牵头  █牵头 ░配合
──────────────────────────────────────────────────────────────────────
区财政局                   3.0     3  ███████

▲ 县行政审批服务局超载。

权重：牵头 1，配合 0.3。
"""
NARROW = """\
单位负荷

云岭县：3 个单位
单位              状态    负荷  牵头
────────────────────────────────────
县行政审批服务局  ▲ 超载  13.2    12
县发改局                   1.3     1
县气象局                   0.0     0

石岭区：1 个单位
单位              状态    负荷  牵头
────────────────────────────────────
区财政局                   3.0     3

▲ 县行政审批服务局超载。

权重：牵头 1，配合 0.3。
"""


def test_wide_terminal_shows_bars() -> None:
    assert to_text(report(), width=80) == WIDE
    assert to_text(report(), width=120) == WIDE


def test_bars_shrink_before_columns_go() -> None:
    lines = to_text(report(), width=60).splitlines()
    assert lines[5] == "县行政审批服务局  ▲ 超载  13.2    12  ████████████████████░░"
    assert lines[6] == "县发改局                   1.3     1  ██"


def test_narrow_terminal_has_fewer_columns() -> None:
    assert to_text(report(), width=40) == NARROW


def test_narrowest_terminal_shows_who_and_how_much() -> None:
    assert "县行政审批服务局  ▲ 超载  13.2\n" in to_text(report(), width=30)
    assert to_text(report(), width=5) == to_text(report(), width=30)


@pytest.mark.parametrize("width", range(30, 130, 7))
def test_no_line_is_too_long(width: int) -> None:
    long = row("县行政审批服务管理局驻经济技术开发区第二分局筹备处", 2.25, 2)
    text = to_text(report((*ROWS, long)), width=width)
    assert max(map(cell_len, text.splitlines())) <= width


def test_long_name_is_cut_and_not_wrapped() -> None:
    long = row("县行政审批服务管理局驻经济技术开发区第二分局", 2.2, 2)
    lines = to_text(report((long,)), width=40).splitlines()
    assert lines[5] == "县行政审批服务管理局…   2.2  ██████████░"


def test_column_without_content_is_left_out() -> None:
    assert "状态" not in to_text(report(ROWS[1:]), width=80)


def test_first_rows_of_many() -> None:
    text = to_text(report(most=2), width=80)
    assert "区财政局" in text
    assert "县发改局" not in text
    assert "以上是前 2 行，共 4 行；要全部，请用 --format csv 或 json。\n" in text


def test_no_rows_is_said() -> None:
    assert to_text(report(()), width=80) == (
        "单位负荷\n\n（没有符合的行）\n\n▲ 县行政审批服务局超载。\n\n权重：牵头 1，配合 0.3。\n"
    )


def test_plain_text_has_no_escape_sequences() -> None:
    bad = replace(report((row("县\x1b[31m局", 1.0, 1),)), findings=["\x1b[2J"], rules=["\x1b[3J"])
    bad = replace(bad, headings={"云岭县": "云\x1b[1m岭"})
    assert "\x1b" not in to_text(bad, width=80)


def test_overloaded_rows_are_red_where_there_is_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    lines = to_text(report(), width=80, color=True).splitlines()
    assert lines[5].startswith("\x1b[1;31m县行政审批服务局\x1b[0m  \x1b[1;31m▲ 超载\x1b[0m")
    assert lines[6].startswith("县发改局 ")


def test_markup_in_names_is_not_obeyed() -> None:
    assert "[red]局[/red]" in to_text(report((row("[red]局[/red]", 1.0, 1),)), width=80)
