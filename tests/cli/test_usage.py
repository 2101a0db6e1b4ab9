"""Wrong usage: exit status 2, one line, in the user's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.commands import REPORTS, facts_file
from tests.cli.conftest import Call

_REPORTS = ", ".join(map(repr, REPORTS))


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (
            ["extract", "x", "--fromat", "csv"],
            "没有选项 --fromat；是否指 --format, --out。用法见 graphmodel extract --help。",
            "No such option: --fromat (near: --format, --out). See graphmodel extract --help.",
        ),
        (
            ["rebort"],
            "没有命令 rebort；是否指 'report', 'export'。用法见 graphmodel --help。",
            "No such command: rebort (near: 'report', 'export'). See graphmodel --help.",
        ),
        (
            ["extract"],
            "缺少 INPUT。用法见 graphmodel extract --help。",
            "Missing: INPUT. See graphmodel extract --help.",
        ),
        (
            ["explain", "x"],
            "缺少 --id。用法见 graphmodel explain --help。",
            "Missing: --id. See graphmodel explain --help.",
        ),
        (
            ["report", "load", "x", "--format", "xlsx"],
            "--format 不能是“xlsx”，可选：'table', 'json', 'csv', 'md', 'docx', "
            "'html'。"
            "用法见 graphmodel report --help。",
            "--format cannot be 'xlsx'; choose of 'table', 'json', 'csv', 'md', 'docx', "
            "'html'. "
            "See graphmodel report --help.",
        ),
        (
            ["report", "x", "load"],
            f"REPORT 不能是“x”，可选：{_REPORTS}。用法见 graphmodel report --help。",
            f"REPORT cannot be 'x'; choose of {_REPORTS}. See graphmodel report --help.",
        ),
        (
            ["extract", "x", "--no-text=1"],
            "选项 --no-text 后面不能有值。用法见 graphmodel --help。",
            "--no-text takes no value. See graphmodel --help.",
        ),
    ],
)
def test_one_line(arguments: list[str], zh: str, en: str, call: Call) -> None:
    in_chinese, in_english = call(*arguments), call(*arguments, GRAPHMODEL_LANG="en")
    assert (in_chinese.status, in_chinese.out, in_chinese.messages) == (2, "", [zh])
    assert (in_english.status, in_english.out, in_english.messages) == (2, "", [en])


def test_option_without_its_value(call: Call) -> None:
    done = call("extract", "x", "--out")
    assert (done.status, done.messages) == (
        2,
        ["选项 --out 后面缺少值。用法见 graphmodel --help。"],
    )


def test_number_of_processes_that_is_none(call: Call) -> None:
    done = call("extract", "x", "--jobs", "0")
    assert (done.status, done.out) == (2, "")
    assert done.messages == ["--jobs 不能小于 1。用法见 graphmodel extract --help。"]


def test_without_arguments_help_is_shown(call: Call) -> None:
    done = call()
    assert done.status == 2
    assert "extract" in done.err


def test_weights_that_are_none(tmp_path: Path, call: Call) -> None:
    done = call("report", "load", facts_file(tmp_path), "--weights", "boss=3")
    assert (done.status, done.out) == (2, "")
    assert done.messages == [
        "--weights 中的“boss=3”无效；请写成 lead=1,support=0.3,engaged=0.1，数值不小于 0。"
    ]


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_format_of_several_files_needs_a_folder(tmp_path: Path, kind: str, call: Call) -> None:
    done = call("extract", facts_file(tmp_path), "--format", kind)
    assert (done.status, done.out) == (2, "")
    assert done.messages == [f"--format {kind} 会写出多个文件；请用 --out 指定文件夹。"]
