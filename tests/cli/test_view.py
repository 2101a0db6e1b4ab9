"""`graphmodel view`: a page or a folder of pages, which views it has, and by which day."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from graphmodel.cli.view import ViewKind
from graphmodel.views.payload import KINDS
from tests.cli.commands import facts_file, plan_file
from tests.cli.conftest import Call

DONE, FAILED, PARTLY = 0, 2, 4


def about(page: Path) -> Any:
    found = re.search(r'id="data-about">(.*?)</script>', page.read_text(encoding="utf-8"))
    assert found is not None
    return json.loads(found[1])


def test_every_view_of_the_page_can_be_asked_for() -> None:
    assert [kind for kind in ViewKind if kind is not ViewKind.ALL] == list(KINDS)


def test_page_has_all_views_that_there_is_something_for(tmp_path: Path, call: Call) -> None:
    out = tmp_path / "新 文件夹" / "页面"
    done = call("view", facts_file(tmp_path), "--out", out)
    assert (done.status, done.out, done.messages) == (DONE, "", [f"已写入 {out}"])
    assert about(out)["kinds"] == [kind for kind in KINDS if kind != "compare"]
    assert about(out)["today"] is None


def test_page_has_the_views_asked_for_in_their_order(tmp_path: Path, call: Call) -> None:
    out = tmp_path / "page.html"
    kinds = ("--kind", "timeline", "--kind", "load")
    done = call("view", facts_file(tmp_path), "--out", out, *kinds, "--today", "2024-06-30")
    assert done.status == DONE
    assert about(out)["kinds"] == ["load", "timeline"]
    assert about(out)["today"] == "2024-06-30"
    assert "@version 9.1.2" not in out.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "line"),
    [
        (
            "zh",
            "--kind compare 需要至少两个地方的方案，这里只有一个地方；请把要比较的方案一起给出。",
        ),
        (
            "en",
            "--kind compare takes plans of two places at least, and these are of one; give the "
            "plans to compare with as well.",
        ),
    ],
)
def test_view_of_what_is_not_there_is_refused(
    tmp_path: Path, lang: str, line: str, call: Call
) -> None:
    out = tmp_path / "page.html"
    done = call("view", facts_file(tmp_path), "--out", out, "--kind", "compare", "--lang", lang)
    assert (done.status, done.messages) == (FAILED, [line])
    assert not out.exists()


def test_view_of_what_is_not_there_is_left_out_beside_others(tmp_path: Path, call: Call) -> None:
    out = tmp_path / "page.html"
    done = call("view", facts_file(tmp_path), "--out", out, "--kind", "compare", "--kind", "load")
    assert done.status == DONE
    assert done.messages[0] == "未列入 compare：只有一个地方，没有可以比较的。"
    assert about(out)["kinds"] == ["load"]


def test_two_places_are_compared(tmp_path: Path, call: Call) -> None:
    other = plan_file(tmp_path, "雾河.txt", "雾河县方案\n\n1.精简审批。〔牵头单位：县审批局〕\n")
    out = tmp_path / "page.html"
    done = call("view", facts_file(tmp_path), other, "--out", out, "--kind", "compare")
    assert done.status == DONE
    assert about(out)["kinds"] == ["compare"]


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("--kind", "pie"), "--kind 不能是“pie”"),
        (("--today", "30.6.2024"), "--today 不能是“30.6.2024”"),
        (("--lang", "fr"), "--lang 不能是“fr”"),
    ],
)
def test_wrong_usage(tmp_path: Path, arguments: tuple[str, str], line: str, call: Call) -> None:
    done = call("view", facts_file(tmp_path), "--out", tmp_path / "page.html", *arguments)
    assert done.status == FAILED
    assert done.messages[0].startswith(line)
    assert not (tmp_path / "page.html").exists()


def test_folder_in_place_of_a_page_is_refused(tmp_path: Path, call: Call) -> None:
    facts = facts_file(tmp_path)
    done = call("view", facts, "--out", tmp_path)
    assert (done.status, done.messages[0].split("：")[1]) == (
        FAILED,
        "它是文件夹；请换一个位置，或关闭占用该文件的程序。",
    )
    assert list(tmp_path.iterdir()) == [facts]


def test_bad_input_does_not_stop_the_others(tmp_path: Path, call: Call) -> None:
    (tmp_path / "空.txt").write_text("")
    out = tmp_path / "page.html"
    done = call("view", tmp_path / "空.txt", plan_file(tmp_path), "--out", out)
    assert done.status == PARTLY
    assert done.messages[0].startswith(f"{tmp_path / '空.txt'} 是空文件")
    assert [plan["title"] for plan in about(out)["plans"]] == ["云岭县优化营商环境实施方案"]


def test_nothing_is_written_where_no_input_can_be_read(tmp_path: Path, call: Call) -> None:
    done = call("view", tmp_path / "没有.txt", "--out", tmp_path / "page.html", "--split")
    assert (done.status, done.messages) == (
        FAILED,
        [f"找不到 {tmp_path / '没有.txt'}，请检查路径。"],
    )
    assert list(tmp_path.iterdir()) == []


def test_folder_of_pages(tmp_path: Path, call: Call) -> None:
    out = tmp_path / "网页"
    done = call("view", facts_file(tmp_path), "--out", out, "--split", "--kind", "graph")
    assert (done.status, done.out, done.messages) == (DONE, "", [f"已写入 {out / 'index.html'}"])
    pages = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.html"))
    assert pages == [
        *("findings.html", "graph.html", "index.html"),
        *(f"units/{name}.html" for name in ("县审批局", "县财政局", "各乡镇")),
    ]
    assert about(out / "graph.html")["kinds"] == ["graph"]


def test_folder_of_pages_is_made_anew_with_the_same_bytes(tmp_path: Path, call: Call) -> None:
    def content() -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in out.rglob("*") if path.is_file()}

    out = tmp_path / "网页"
    command = ("view", facts_file(tmp_path), "--out", out, "--split", "--kind", "load")
    assert call(*command).status == DONE
    first = content()
    assert call(*command).status == DONE
    assert content() == first


def test_folder_with_other_files_is_refused(tmp_path: Path, call: Call) -> None:
    facts = facts_file(tmp_path)
    done = call("view", facts, "--out", tmp_path, "--split")
    assert (done.status, done.messages) == (
        FAILED,
        [
            f"{tmp_path} 不能用作结果的文件夹（它是文件，或里面有别的文件）；"
            "请换一个新的或空的文件夹。"
        ],
    )
    assert list(tmp_path.iterdir()) == [facts]
