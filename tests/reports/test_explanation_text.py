"""Explanations as people read them."""

from __future__ import annotations

from dataclasses import fields

import pytest
from rich.cells import cell_len

from graphmodel.model.facts import TABLES
from graphmodel.reports import explanation_words
from graphmodel.reports.explanation import explain
from graphmodel.reports.explanation_text import to_text, underlined
from graphmodel.reports.passages import passage
from graphmodel.reports.wording import Language
from tests.reports.sample import FACTS, FINANCE, FIRST, PLAN, SECOND, span

LEAD = """\
责任 [云岭县:云政发〔2024〕1号#1.1/0.lead.0]

云岭 方案.txt 第 3 行：
  〔牵头单位：县审批局；配合单位：县财政局、各乡镇〕
              ^^^^^^^^

方案：云岭县优化营商环境方案 [云岭县:云政发〔2024〕1号]
任务：1.1 精简获得电力审批 [云岭县:云政发〔2024〕1号#1.1]
单位：县审批局 [云岭县:县审批局]
原文称谓：县审批局
角色：牵头
第几处分工（从 0 起）：0
依据：有“牵头”一类字样
规则：labels
可信度：确定

单位判定：
  “县审批局” → 县审批局 [云岭县:县审批局]，规则 short-name，
    审批局是行政审批服务局的简称

存疑：
  警告 unit-uncertain 简称可能有误 (云岭 方案.txt 第 3 行)
"""
UNIT = """\
unit 县财政局 [云岭县:县财政局]

name: 县财政局
kind: unit
function: finance
functions: finance
jurisdiction: 云岭县
jurisdiction id: 云岭县 [岚东省/云岭县]

unit decision:
  “县财政局”, rule full-name

responsibility:
  supports 1.1 精简获得电力审批 (云岭 方案.txt, line 3)
    [云岭县:云政发〔2024〕1号#1.1/0.support.0]
  leads 1.2 规范收费 (云岭 方案.txt, line 4)
    [云岭县:云政发〔2024〕1号#1.2/0.lead.0]
"""


def text_of(key: str, language: Language = Language.ZH, width: int = 60) -> str:
    return to_text(explain(FACTS, key), language, width=width)


def test_responsibility() -> None:
    assert text_of(f"{FIRST}/0.lead.0") == LEAD


def test_unit_in_english() -> None:
    assert text_of(FINANCE, Language.EN) == UNIT


def test_target_reads_like_a_sentence() -> None:
    assert "\n  审批 不超过 5 个工作日 (云岭 方案.txt 第 3 行)" in text_of(FIRST)
    assert "\n  审批 at most 5 个工作日 (云岭 方案.txt, line 3)" in text_of(FIRST, Language.EN)


def test_duty() -> None:
    text = text_of(f"{PLAN}/duty.0")
    assert "类别：报送\n单位：各乡镇 [云岭县:各乡镇]\n对象：县审批局 [云岭县:县审批局]\n" in text
    assert "周期：每季度\n" in text


def test_words_over_two_lines_of_the_terminal_are_underlined_in_both() -> None:
    words = "县行政审批服务局"
    lines = list(underlined(passage(f"牵头单位：{words}。", 5, 13), 20))
    assert lines == [
        "  牵头单位：县行政审",
        "            ^^^^^^^^",
        "  批服务局。",
        "  ^^^^^^^^  ",
    ]


def test_without_text_it_says_so() -> None:
    found = explain(FACTS.without_texts(), f"{SECOND}/0.lead.0")
    text = to_text(found, Language.ZH, width=200)
    start, end = span("县财\r\n政局")
    assert f"云岭 方案.txt 第 {start} 至 {end} 字符。事实中没有原文" in text
    assert "^" not in text


@pytest.mark.parametrize("width", [30, 40, 60, 80, 120])
@pytest.mark.parametrize("language", list(Language))
def test_lines_fit_but_for_ids(width: int, language: Language) -> None:
    for key in (f"{FIRST}/0.lead.0", FINANCE, FIRST):
        for line in text_of(key, language, width).splitlines():
            assert cell_len(line) <= width or line.strip().startswith("[")


def test_every_table_and_column_has_a_chinese_name() -> None:
    shown = {table for table in TABLES if table not in ("places", "texts")}
    assert shown == set(explanation_words.TABLES)
    columns = {
        field.name for table in shown - {"diagnostics"} for field in fields(TABLES[table])
    } - {"id", "start", "end"}
    untranslated = {
        name for name in columns if explanation_words.column_word(name, Language.ZH) == name
    }
    assert untranslated == set()
