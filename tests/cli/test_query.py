"""`graphmodel query`: the catalogue, queries of one's own, and what is said of bad ones."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from graphmodel.catalogue import names
from graphmodel.cli.parameters import guessed
from tests.cli.commands import facts_file
from tests.cli.conftest import Call, Called
from tests.cli.graphs import SERVER_VARIABLES, database

if TYPE_CHECKING:
    from tests.neo4j_fixtures import EmptyNeo4j

DONE, FAILED, STORE, PARTLY = 0, 2, 3, 4
NOWHERE = "bolt://127.0.0.1:1"


@pytest.fixture(autouse=True)
def no_server_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in SERVER_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "caches"))


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with the small plan in it."""
    return database(tmp_path)


def own(call: Call, db: Path, cypher: str, *options: str, **environment: str) -> Called:
    return call("query", "run", "--cypher", cypher, "--db", db, *options, **environment)


def test_list_has_names_with_titles(call: Call) -> None:
    rows = json.loads(call("query", "list", "--format", "json").out)
    assert [row["name"] for row in rows] == names()
    load = next(row for row in rows if row["name"] == "load")
    assert load["title"] == "单位负荷"
    assert load["parameters"] == ["lead", "support", "engaged", "split_leads"]
    table = call("query", "list", "--lang", "en")
    assert (table.status, table.err) == (DONE, "")
    assert table.out.startswith("Queries\n\nname ")
    assert "Load of each unit" in table.out


def test_show_says_all_of_a_query(call: Call) -> None:
    shown = call("query", "show", "load").out.splitlines()
    assert shown[:4] == ["load  单位负荷", "", "参数", "  lead: float (默认 1.0)  牵头的权重"]
    assert "  unit: str  单位编号" in shown
    assert "与度量 load.load 的结果相同。" in shown
    assert shown[shown.index("Cypher") + 1].startswith("  MATCH (u:Unit")
    english = call("query", "show", "leads-of-unit", "--lang", "en").out.splitlines()
    assert "  unit: str (required)  id or name of the unit" in english


def test_query_of_the_catalogue_on_inputs(tmp_path: Path, call: Call) -> None:
    facts = facts_file(tmp_path)
    first = call("query", "run", "load", facts, "--format", "json")
    again = call("query", "run", "load", facts, "--format", "json")
    assert (first.status, first.out) == (DONE, again.out)
    assert [(row["name"], row["load"]) for row in json.loads(first.out)] == [
        ("县财政局", 1.3),
        ("县审批局", 1.0),
    ]
    assert first.messages == [
        "参数：lead=1.0，support=0.3，engaged=0.1，split_leads=false。",
        "2 行，来自 Ladybug（由输入建立）。",
    ]


def test_parameters_are_taken(db: Path, call: Call) -> None:
    options = ("--db", db, "--param", "lead=2", "--param", "support=0.5")
    done = call("query", "run", "load", *options, "--format", "csv", "--lang", "en")
    assert [row["load"] for row in csv.DictReader(io.StringIO(done.out))] == ["2.5", "2.0"]
    assert done.messages == [
        "Parameters: lead=2.0, support=0.5, engaged=0.1, split_leads=false.",
        f"2 rows, from Ladybug {db}.",
    ]


def test_today_is_said_or_the_clock(db: Path, call: Call) -> None:
    late = call("query", "run", "overdue", "--db", db, "--today", "2025-01-01", "--format", "json")
    assert {row["date"] for row in json.loads(late.out)} == {"2024-12-31"}
    early = call("query", "run", "overdue", "--db", db, "--today", "2024-01-01", "--format", "json")
    assert (early.out, early.messages) == (
        "[]\n",
        ["参数：day=2024-01-01。", f"0 行，来自 Ladybug {db}。"],
    )
    assert call("query", "run", "overdue", "--db", db, "--format", "json").out == late.out


def test_table_on_a_narrow_terminal(db: Path, call: Call) -> None:
    done = call("query", "run", "load", "--db", db, COLUMNS="60")
    lines = done.out.splitlines()
    assert lines[0] == "单位负荷"
    assert [lines[2].split()[0], lines[2].split()[-1]] == ["单位名称", "负荷"]
    assert max(map(cell_len, lines)) <= 60
    assert done.messages[0] == "有 8 列放不下，没有显示；要全部，请用 --format csv 或 json。"


def test_empty_answer_says_so(db: Path, call: Call) -> None:
    done = own(call, db, "MATCH (u:Unit) WHERE u.name = '无' RETURN u.name")
    assert (done.out, done.messages) == (
        "查询结果\n\n（没有符合的行）\n",
        [f"0 行，来自 Ladybug {db}。"],
    )


def test_answer_into_a_file(tmp_path: Path, db: Path, call: Call) -> None:
    out = tmp_path / "负荷.md"
    done = call("query", "run", "load", "--db", db, "--format", "md", "--out", out)
    assert (done.status, done.out, done.messages[0]) == (DONE, "", f"已写入 {out}")
    assert out.read_text(encoding="utf-8").startswith("**单位负荷** 参数：lead=1.0")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("3", 3),
        ("-0.5", -0.5),
        ("true", True),
        ("null", None),
        ("2024-06-30", "2024-06-30"),
        ('"3"', "3"),
        ("县财政局", "县财政局"),
        ("a=b", "a=b"),
    ],
)
def test_values_of_own_parameters(text: str, value: object, db: Path, call: Call) -> None:
    done = own(call, db, "RETURN $k AS k", "--param", f"k={text}", "--format", "json")
    assert json.loads(done.out) == [{"k": value}]


@pytest.mark.parametrize("text", ["2024-02-30", "1" * 19, "1e999", "True", "x\ny", ""])
def test_what_is_no_value_is_text(text: str) -> None:
    assert guessed(text) == text


def test_texts_are_no_formulas_and_no_commands(db: Path, call: Call) -> None:
    query = "RETURN '=1+1' AS `@a`, 'x\x1b[2J\x9b1m' AS b, ['-1', 'z'] AS c, -1 AS d, true AS e"
    rows = list(csv.reader(io.StringIO(own(call, db, query, "--format", "csv").out)))
    assert rows == [["'@a", "b", "c", "d", "e"], ["'=1+1", "x�[2J�1m", "'-1|z", "-1", "true"]]
    as_json = own(call, db, query, "--format", "json").out
    assert "\x1b" not in as_json
    assert "\x9b" not in as_json
    assert json.loads(as_json)[0]["b"] == "x\x1b[2J\x9b1m"
    table = own(call, db, query).out.splitlines()
    assert table[-1].split() == ["=1+1", "x�[2J�1m", "-1、z", "-1", "是"]


@pytest.mark.parametrize(
    ("arguments", "zh", "en"),
    [
        (
            ["laod", "--db", "DB"],
            "没有名为 laod 的查询；是否指 load。graphmodel query list 列出全部。",
            "There is no query laod; did you mean load. graphmodel query list names all.",
        ),
        (
            ["leads-of-unit", "--db", "DB"],
            "查询 leads-of-unit 缺少参数 unit：单位编号或名称，写成文字；"
            "例如 --param unit=县住建局。",
            "The query leads-of-unit lacks a parameter: unit, id or name of the unit (text); for "
            "example --param unit=县住建局.",
        ),
        (
            ["leads-of-unit", "--db", "DB", "--param", "unti=x"],
            "查询 leads-of-unit 没有参数 unti；是否指 unit。"
            "graphmodel query show leads-of-unit 列出全部。",
            "The query leads-of-unit has no such parameter: unti; did you mean unit. "
            "graphmodel query show leads-of-unit names all.",
        ),
        (
            ["load", "--db", "DB", "--param", "lead=很多"],
            "查询 load 的参数 lead 不能是“很多”，应是数值；例如 --param lead=0.5。",
            "The query load: the parameter lead cannot be “很多”, it is a number; for example "
            "--param lead=0.5.",
        ),
        (
            ["load", "--db", "DB", "--param", "lead"],
            "--param 中的“lead”无效；请写成 名称=值，例如 --param unit=县住建局。",
            "--param: “lead” will not do; write NAME=VALUE, such as --param unit=县住建局.",
        ),
        (
            ["load", "--db", "DB", "--today", "明天"],
            "--today 不能是“明天”；请写成 2024-06-30。",
            "--today cannot be “明天”; write it like 2024-06-30.",
        ),
        (
            [],
            "缺少 NAME：请给出查询的名称（graphmodel query list 列出全部），"
            "或用 --cypher 写出查询。",
            "Missing: NAME. Name a query (graphmodel query list names all), or write one with "
            "--cypher.",
        ),
        (
            ["load"],
            "没有说明图在哪里（--store）：请用 --db 指定 Ladybug 文件，或用 --uri（NEO4J_URI）指定 "
            "Neo4j 服务器；query run 也可以直接给出 INPUT。",
            "Nothing says where the graph is (--store): name a Ladybug file with --db, or a Neo4j "
            "server with --uri (NEO4J_URI); query run takes INPUT as well.",
        ),
        (
            ["load", "x.txt", "--store", "neo4j"],
            "查询 Neo4j 时不读取 INPUT；请先用 graphmodel db load 载入，再不带 INPUT 查询。",
            "Neo4j is asked for what it holds, not for INPUT; load that with graphmodel db load, "
            "and ask without INPUT.",
        ),
        (
            ["load", "--db", "DB", "--uri", "bolt://h"],
            "--db 是 Ladybug 的文件，不能与 Neo4j（--store neo4j、--uri）同用。",
            "--db names a file of Ladybug, and does not go with Neo4j (--store neo4j, --uri).",
        ),
        (
            ["load", "--db", "DB", "--write"],
            "--write 只与 --cypher 同用：目录中的查询只读取。",
            "--write goes with --cypher: the queries of the catalogue only read.",
        ),
        (
            ["--cypher", "MATCH (n:Unit) DELETE n", "x.txt", "--write"],
            "由 INPUT 建立的库只是缓存，不接受 --write；请用 --db（不带 INPUT）或 --store neo4j。",
            "The database that is made of INPUT is a cache, and takes no --write; use --db without "
            "INPUT, or --store neo4j.",
        ),
        (["--cypher", " ", "--db", "DB"], "--cypher 后面没有查询。", None),
    ],
)
def test_wrong_usage(arguments: list[str], zh: str, en: str | None, call: Call) -> None:
    done = call("query", "run", *arguments)
    assert (done.status, done.out, done.messages) == (FAILED, "", [zh])
    assert en is None or call("query", "run", *arguments, "--lang", "en").messages == [en]


def test_caret_stands_below_the_place_behind_chinese(db: Path, call: Call) -> None:
    query = "MATCH (u:Unit)\n  WHERE u.name = '县财政局' RETRN u"
    done = own(call, db, query, COLUMNS="60")
    assert (done.status, done.out) == (FAILED, "")
    first, line, caret = done.messages
    assert first.startswith("查询有误（MATCH (u:Unit) WHERE u.name = '县财政局…）：Invalid input")
    assert line == "    WHERE u.name = '县财政局' RETRN u"
    assert cell_len(caret) == cell_len("    WHERE u.name = '县财政局' R")
    english = own(call, db, query, "--lang", "en")
    assert english.messages[0].startswith("The query is wrong (MATCH (u:Unit) WHERE u.name = ")


def test_query_that_is_wrong_without_a_place(db: Path, call: Call) -> None:
    done = own(call, db, "MATCH (u:Unt) RETURN u")
    assert (done.status, done.out) == (FAILED, "")
    assert done.messages == ["查询有误（MATCH (u:Unt) RETURN u）：Table Unt does not exist。"]


def test_engine_refuses_to_write_unless_it_may(db: Path, call: Call) -> None:
    query = "CREATE (:Unit {id: 'x', name: '新单位'})"
    refused = own(call, db, query)
    assert (refused.status, refused.messages) == (
        FAILED,
        [
            "查询要修改图，而这里只能读取（CREATE (:Unit {id: 'x', name: '新单位'})）；"
            "自己的查询要修改，请加 --write。"
        ],
    )
    assert own(call, db, query, "--write").status == DONE
    found = own(call, db, "MATCH (u:Unit {id: 'x'}) RETURN u.name AS name", "--format", "json")
    assert json.loads(found.out) == [{"name": "新单位"}]


def test_database_that_is_missing_or_none(tmp_path: Path, call: Call) -> None:
    absent = tmp_path / "没有.lbug"
    done = call("query", "run", "load", "--db", absent)
    assert (done.status, done.messages) == (STORE, [f"找不到 {absent}，请检查路径。"])
    assert not absent.exists()
    other = tmp_path / "方案.txt"
    other.write_text("不是数据库" * 1000, encoding="utf-8")
    done = call("query", "run", "load", "--db", other, "--lang", "en")
    assert (done.status, done.out) == (STORE, "")
    assert done.messages == [
        f"{other} is damaged, or no database of a graph; choose another file and make it again "
        "with graphmodel db load."
    ]


def test_file_that_is_no_cache_is_not_overwritten(tmp_path: Path, call: Call) -> None:
    facts = facts_file(tmp_path)
    before = facts.read_bytes()
    done = call("query", "run", "load", facts, "--db", facts)
    assert (done.status, facts.read_bytes()) == (FAILED, before)
    assert done.messages[0].startswith(f"--db 的文件 {facts} 已存在，且不是由 INPUT 建立的库；")


def test_one_bad_input_among_several(tmp_path: Path, call: Call) -> None:
    done = call("query", "run", "load", tmp_path / "无", facts_file(tmp_path), "--format", "json")
    assert (done.status, len(json.loads(done.out))) == (PARTLY, 2)


def test_server_that_is_not_there(call: Call) -> None:
    done = call("query", "run", "load", "--uri", NOWHERE)
    assert (done.status, done.out, done.messages) == (
        STORE,
        "",
        [f"无法连接 {NOWHERE}：请检查服务器是否已启动，地址和端口是否正确，网络是否通畅。"],
    )
    assert call("query", "run", "load", NEO4J_URI=NOWHERE).messages == done.messages


@pytest.mark.neo4j
def test_server_is_asked(tmp_path: Path, neo4j_empty: EmptyNeo4j, call: Call) -> None:
    server = ("--uri", neo4j_empty.uri)
    call("db", "load", facts_file(tmp_path), *server)
    there = call("query", "run", "load", *server, "--format", "json")
    here = call("query", "run", "load", facts_file(tmp_path), "--format", "json")
    assert (there.status, there.out) == (DONE, here.out)
    assert there.messages[-1] == f"2 行，来自 Neo4j {neo4j_empty.uri}。"
    refused = call("query", "run", "--cypher", "CREATE (:Unit)", *server)
    assert refused.status == FAILED
    assert refused.messages[0].startswith("查询要修改图，而这里只能读取")
    wrong = call("query", "run", "--cypher", "MATCH (u:Unit) WHERE u.name='县' RETRN u", *server)
    assert cell_len(wrong.messages[2]) == cell_len("  MATCH (u:Unit) WHERE u.name='县' R")
