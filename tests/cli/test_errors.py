"""Every error has a line in both languages that names the file and says what to do."""

from __future__ import annotations

import os
import re

import pytest

from graphmodel.cli.errors import ERRORS, WrongUsage, error_line
from graphmodel.model.errors import (
    AnnotationError,
    CorrectionError,
    FactsError,
    GraphmodelError,
    InputError,
    LedgerError,
    OutputError,
    QueryError,
    ScenarioError,
    StoreError,
)
from graphmodel.reports.wording import Language


def documented_codes(kind: type[GraphmodelError]) -> list[str]:
    """The codes that the docstring of an error class lists."""
    listed = re.search(r"Codes: ([^.]+)\.", kind.__doc__ or "")
    assert listed is not None
    return re.split(r",\s+", re.sub(r"\s*\([^)]*\)", "", listed[1]))


KINDS = (
    InputError,
    LedgerError,
    FactsError,
    AnnotationError,
    CorrectionError,
    ScenarioError,
    OutputError,
    StoreError,
    QueryError,
    WrongUsage,
)


def test_every_documented_code_has_a_wording() -> None:
    assert {code for kind in KINDS for code in documented_codes(kind)} == set(ERRORS)


@pytest.mark.parametrize("code", ERRORS)
@pytest.mark.parametrize("language", list(Language))
def test_line_names_the_source(code: str, language: Language) -> None:
    line = error_line(GraphmodelError("方案 一.txt", code), language)
    assert "方案 一.txt" in line
    assert not re.search(r"[\[\]{}\n]", line)


@pytest.mark.parametrize(
    ("error", "zh", "en"),
    [
        (
            InputError("a.txt", "missing"),
            "找不到 a.txt，请检查路径。",
            "a.txt: no such file or folder; check the path.",
        ),
        (
            InputError("a.pdf", "unsupported_format", format="pdf"),
            "a.pdf 的格式（PDF）还不能读取；请另存为 .docx、.xlsx、.pdf 或 .txt 后再试。",
            "a.pdf: the format PDF cannot be read yet; save it as .docx, .xlsx, .pdf or "
            ".txt and try again.",
        ),
        (
            InputError("a.doc", "unsupported_format", format="encrypted-office"),
            "a.doc 的格式（加密的 Office 文件）还不能读取；"
            "请另存为 .docx、.xlsx、.pdf 或 .txt 后再试。",
            "a.doc: the format encrypted Office file cannot be read yet; save it as .docx, .xlsx, "
            ".pdf or .txt and try again.",
        ),
        (
            InputError("a.txt", "too_large", limit=200_000_000),
            "a.txt 太大，上限为 200 MB；请拆分后再试。",
            "a.txt is too large, the limit is 200 MB; split it and try again.",
        ),
        (
            InputError("a.html", "unreadable", reason="nesting"),
            "无法读取 a.html：标签嵌套太深；请检查文件是否损坏、是否有权限打开。",
            "a.html cannot be read: tags are nested too deeply; check that it is not damaged and "
            "that you may open it.",
        ),
        (
            FactsError("b.txt", "plan_conflict", plan="县:1号", other="a.txt"),
            "b.txt 和 a.txt 编号相同（县:1号）而内容不同；请只留一份，或用 --plan-id 另给编号。",
            "b.txt and a.txt have the same id (县:1号) and different content; keep one of them, or "
            "give one another id with --plan-id.",
        ),
        (
            FactsError("x", "unknown_id", nearest="y, z"),
            "没有编号为 x 的事实；是否指：y, z。",
            "No fact has the id x; did you mean: y, z.",
        ),
        (FactsError("x", "unknown_id"), "没有编号为 x 的事实。", "No fact has the id x."),
        (
            OutputError("o.csv", "unwritable", reason=os.strerror(28)),
            "无法写入 o.csv：磁盘已满；请换一个位置，或关闭占用该文件的程序。",
            "o.csv cannot be written: No space left on device; choose another place, or close the "
            "program that uses it.",
        ),
        (InputError("-", "empty"), "标准输入 是空文件，没有可读的内容；请换成有正文的文件。", None),
        (GraphmodelError("a", "brand_new"), "a：brand_new", "a: brand_new"),
    ],
)
def test_lines(error: GraphmodelError, zh: str, en: str | None) -> None:
    assert error_line(error, Language.ZH) == zh
    assert en is None or error_line(error, Language.EN) == en


def test_names_cannot_command_the_terminal() -> None:
    assert error_line(InputError("a\x1b[2J\udce4.txt", "missing"), Language.EN) == (
        "a�[2J�.txt: no such file or folder; check the path."
    )
