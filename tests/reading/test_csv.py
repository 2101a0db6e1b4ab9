"""Separated values: which files are some, and what is read of them."""

from __future__ import annotations

import time

import pytest

from graphmodel.model.errors import InputError
from graphmodel.reading import Document, read_bytes
from graphmodel.reading.sheets import find_delimiter
from graphmodel.reading.sheets import sheet as limits
from tests.reading.grids import grid

TABLE = (
    "附件2 霁岭县任务分解表,,,\r\n"
    "序号,任务,牵头单位,配合单位\r\n"
    '1,"推进""一件事""\n办理",县数据局,"县税务局,县公安局"\r\n'
    "\r\n"
    "2,推进乙,县发改局,\r\n"
    "注：牵头单位每季度报告,,,\r\n"
)


def read(text: str, name: str = "plan.csv", encoding: str = "utf-8") -> Document:
    return read_bytes(text.encode(encoding), name)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
def test_title_table_and_note(encoding: str) -> None:
    document = read(TABLE, encoding=encoding)
    assert document.format == "csv"
    assert grid(document) == [
        ["序号", "任务", "牵头单位", "配合单位"],
        ["1", '推进"一件事"\n办理', "县数据局", "县税务局,县公安局"],
        ["2", "推进乙", "县发改局", None],
    ]
    lines = document.text.splitlines()
    assert (lines[0], lines[-1]) == ("附件2 霁岭县任务分解表", "注：牵头单位每季度报告")


def test_places_are_lines_of_the_file() -> None:
    document = read(TABLE)
    places = {
        words: document.place(document.text.index(words)).number
        for words in ("附件2", "序号", "一件事", "县税务局", "推进乙", "注：")
    }
    assert places == {"附件2": 1, "序号": 2, "一件事": 3, "县税务局": 3, "推进乙": 6, "注：": 7}


@pytest.mark.parametrize("delimiter", ["\t", ";", ","])
@pytest.mark.parametrize("name", ["a.csv", "A.TSV"])
def test_delimiter_is_found(delimiter: str, name: str) -> None:
    text = "\n".join(delimiter.join(row) for row in (["任务", "单位"], ["甲", "县发改局"]))
    assert find_delimiter(text, name) == delimiter
    assert grid(read(text, name)) == [["任务", "单位"], ["甲", "县发改局"]]


@pytest.mark.parametrize(
    "text",
    [
        "方案\n一、目标,任务,措施\n二、保障",
        "为深化改革,优化环境,制定本方案。\n一是简政,放权,服务。\n二是减税,降费,让利。",
        "The plan, which was made, holds\nThe office, as before, leads\nAll others, too, help",
        "甲,乙\n丙,丁\n戊,己",
        "序号,任务,单位\n1,甲,县发改局",
        "序号，任务，单位\n1，甲，县发改局\n2，乙，县财政局",
    ],
)
def test_prose_with_commas_is_text(text: str) -> None:
    assert read(text, "plan.txt").format == "text"


def test_table_of_commas_under_another_name() -> None:
    text = "序号,任务,单位\n1,甲,县发改局\n2,乙,县财政局\n"
    assert read(text, "plan.txt").format == "csv"


def test_prose_named_csv_is_text() -> None:
    assert read("霁岭县方案\n一、总体要求\n二、任务\n", "plan.csv").format == "text"


def test_quote_that_is_never_closed() -> None:
    document = read('任务,单位\n"甲,县发改局\n乙,县财政局\n')
    assert grid(document) == [["任务", "单位"], ['"甲', "县发改局"], ["乙", "县财政局"]]


def test_last_value_is_empty() -> None:
    rows = [["任务", "单位", "时限"], ["甲", "乙", "丙"], ["丁", "戊", None]]
    assert grid(read("任务,单位,时限\n甲,乙,丙\n丁,戊,")) == rows


@pytest.mark.parametrize(
    "unit", ['"', '"a,', '""', ',"', '"\n', ",", "\n", "a,b\n", '"a""b",c\n', '"a"b,c\n', ',""x']
)
def test_monstrous_files_take_linear_time(unit: str) -> None:
    text = "a,b,c\n" + unit * (100_000 // len(unit))
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 3.0


def test_too_many_values(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_CELLS", 100)
    with pytest.raises(InputError) as caught:
        read("a,b\n" * 51)
    assert caught.value.code == "too_large"
