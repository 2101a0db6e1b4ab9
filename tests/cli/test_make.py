"""`graphmodel make`: from a document to a folder to hand on."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import docx
import pytest
from lxml import html

from graphmodel import extract
from graphmodel.model.facts_json import to_json
from tests.cli.commands import facts_file, plan_file
from tests.cli.conftest import Call
from tests.views.sample import plan_facts

DONE, FAILED, PARTLY = 0, 2, 4
FILES = ["任务分解表.xlsx", "责任清单.xlsx", "摘要.docx", "检查结果文本.md", "事实.json"]
PAGES = ["index.html", "graph.html", "findings.html"]


def overloaded_facts(folder: Path) -> Path:
    """Facts in which one unit is overloaded, with Chinese and blanks in the name of the file."""
    path = folder / "云岭 事实.json"
    path.write_text(to_json(plan_facts()), encoding="utf-8")
    return path


def content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_everything_is_made_and_told(tmp_path: Path, call: Call) -> None:
    out = tmp_path / "交付 一"
    done = call("make", overloaded_facts(tmp_path), "--out", out, "--today", "2024-06-30")
    assert (done.status, done.out) == (DONE, "")
    assert done.messages[0] == f"已写入文件夹 {out}："
    assert [line.split()[0] for line in done.messages[1:10]] == [*PAGES, *FILES, "units/"]
    assert done.messages[9] == "  units/  每个单位一页，共 6 页。"
    assert done.messages[10:] == [
        "▲ 县审批局（云岭县）超载：牵头 3 项，负荷 3，是中位数 0.65 的 4.6 倍，占当地负荷的 "
        "65.2%，z=4.5。与其共同任务最多：县市场监管局 1、县文旅局 1。",
        f"请先打开 {out / 'index.html'}",
    ]
    assert {name for name in content(out) if "/" not in name} == {
        *(*PAGES, *FILES, ".graphmodel.json"),
    }


def test_names_cannot_command_the_terminal(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "facts.json"
    text = to_json(plan_facts()).replace('"name": "县审批局"', '"name": "县\\u001b[2J局"')
    path.write_text(text, encoding="utf-8")
    done = call("make", path, "--out", tmp_path / "out")
    assert "▲ 县�[2J局（云岭县）超载" in done.err
    assert "\x1b" not in done.err
    assert (tmp_path / "out" / "units" / "县_[2J局.html").is_file()


def test_files_are_what_they_are_called(tmp_path: Path, call: Call) -> None:
    out = tmp_path / "out"
    call("make", overloaded_facts(tmp_path), "--out", out, "--today", "2024-06-30")
    assert extract(out / "事实.json") == extract(overloaded_facts(tmp_path))
    assert (out / "检查结果文本.md").read_text("utf-8").startswith("**共 2 处：")
    heads = [p.text for p in docx.Document(str(out / "摘要.docx")).paragraphs if p.text]
    assert heads[0] == "云岭县优化营商环境实施方案：责任分工摘要"
    for command, name in ((("ledger",), FILES[0]), (("ledger", "--kind", "units"), FILES[1])):
        call(*command, overloaded_facts(tmp_path), "--out", tmp_path / "ledger.xlsx")
        assert (tmp_path / "ledger.xlsx").read_bytes() == (out / name).read_bytes()


def test_index_leads_to_every_file(tmp_path: Path, call: Call) -> None:
    out = tmp_path / "out"
    call("make", facts_file(tmp_path), "--out", out)
    tree = html.fromstring((out / "index.html").read_bytes())
    links = {unquote(str(link.get("href")).partition("#")[0]) for link in tree.iter("a")}
    made = {name for name in content(out) if name not in ("index.html", ".graphmodel.json")}
    assert links == made


def test_english(tmp_path: Path, call: Call) -> None:
    out = tmp_path / "out"
    done = call("make", facts_file(tmp_path), "--out", out, "--lang", "en")
    assert done.status == DONE
    assert [line.split("  ")[1] for line in done.messages[1:10]] == [
        *("index.html", "graph.html", "findings.html", "Task ledger.xlsx", "Duty lists.xlsx"),
        *("Summary.docx", "Findings as text.md", "Facts.json", "units/"),
    ]
    assert done.messages[-2].startswith("No unit is overloaded. Highest z: 县财政局 (云岭县)")
    assert done.messages[-1] == f"Open this first: {out / 'index.html'}"


def test_second_run_renews_the_folder_with_the_same_bytes(tmp_path: Path, call: Call) -> None:
    command = ("make", facts_file(tmp_path), "--out", tmp_path / "out", "--today", "2024-06-30")
    assert call(*command).status == DONE
    first = content(tmp_path / "out")
    assert call(*command).status == DONE
    second = content(tmp_path / "out")
    assert [name for name in first if second[name] != first[name]] == []
    assert second.keys() == first.keys()


def test_other_language_leaves_no_old_files(tmp_path: Path, call: Call) -> None:
    command = ("make", facts_file(tmp_path), "--out", tmp_path / "out")
    call(*command)
    call(*command, "--lang", "en")
    assert [name for name in content(tmp_path / "out") if name in FILES] == []


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        (
            "zh",
            "文件夹 {out} 里的 任务分解表.xlsx 是您加入或改过的，不会被覆盖；"
            "请先把它移走，或换一个文件夹。",
        ),
        (
            "en",
            "{out} holds 任务分解表.xlsx, which was added or changed since, and is not "
            "overwritten; move it away first, or choose another folder.",
        ),
    ],
)
def test_ledger_that_was_filled_in_is_never_overwritten(
    tmp_path: Path, lang: str, line: str, call: Call
) -> None:
    out = tmp_path / "out"
    call("make", facts_file(tmp_path), "--out", out)
    with (out / FILES[0]).open("ab") as file:
        file.write(b"filled in")
    before = content(out)
    done = call("make", facts_file(tmp_path), "--out", out, "--lang", lang)
    assert (done.status, done.messages) == (FAILED, [line.format(out=out)])
    assert content(out) == before


def test_bad_input_does_not_stop_the_others(tmp_path: Path, call: Call) -> None:
    (tmp_path / "坏.docx").write_bytes(b"PK\x03\x04 no archive")
    out = tmp_path / "out"
    done = call("make", tmp_path / "坏.docx", plan_file(tmp_path), "--out", out)
    assert done.status == PARTLY
    assert done.messages[0].startswith(f"{tmp_path / '坏.docx'} ")
    assert done.messages[-1] == "有 1 个输入未能读取（见上），其余已完成。"
    assert (out / "units" / "县审批局.html").is_file()


def test_nothing_is_written_where_no_input_can_be_read(tmp_path: Path, call: Call) -> None:
    done = call("make", tmp_path / "没有.docx", "--out", tmp_path / "out")
    assert (done.status, done.messages) == (
        FAILED,
        [f"找不到 {tmp_path / '没有.docx'}，请检查路径。"],
    )
    assert list(tmp_path.iterdir()) == []


def test_result_beside_the_documents_is_no_input_of_the_next_run(
    tmp_path: Path, call: Call
) -> None:
    plan_file(tmp_path)
    command = ("make", tmp_path, "--out", tmp_path / "结果" / "一", "--today", "2024-06-30")
    assert call(*command).status == DONE
    first = content(tmp_path / "结果")
    assert call(*command).status == DONE
    assert content(tmp_path / "结果") == first


@pytest.mark.parametrize("out", ["", "事实 一.json", "事实 一.json/x"])
def test_folder_that_cannot_be_used(tmp_path: Path, out: str, call: Call) -> None:
    facts = facts_file(tmp_path)
    before = facts.read_bytes()
    done = call("make", facts, "--out", tmp_path / out)
    assert done.status == FAILED
    assert str(tmp_path / out) in done.messages[0]
    assert content(tmp_path) == {facts.name: before}


def test_folder_is_needed(tmp_path: Path, call: Call) -> None:
    done = call("make", facts_file(tmp_path))
    assert (done.status, done.messages) == (FAILED, ["缺少 --out。用法见 graphmodel make --help。"])
