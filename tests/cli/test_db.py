"""`graphmodel db`: plans into a store, what it holds, and out of it; no password is ever shown."""

from __future__ import annotations

import io
import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.cli.commands import facts_file, lines, run
from tests.cli.conftest import Call
from tests.cli.graphs import SERVER_VARIABLES, database
from tests.reports.sample import PLAN

if TYPE_CHECKING:
    from tests.neo4j_fixtures import EmptyNeo4j

DONE, FAILED, STORE = 0, 2, 3
NOWHERE = "bolt://127.0.0.1:1"
PASSWORD = "geheim-口令-8431"


@pytest.fixture(autouse=True)
def no_server_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in SERVER_VARIABLES:
        monkeypatch.delenv(name, raising=False)


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A database with the small plan in it."""
    return database(tmp_path)


def plans(call: Call, db: Path) -> list[str]:
    held = json.loads(call("db", "status", "--db", db, "--format", "json").out)
    return [plan["id"] for plan in held["plans"]]


def test_load_says_what_was_written(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "图.lbug"
    first = call("db", "load", facts_file(tmp_path), "--db", path)
    again = call("db", "load", facts_file(tmp_path), "--db", path)
    in_english = call("db", "load", facts_file(tmp_path), "--db", path, "--lang", "en")
    assert (first.status, first.out) == (DONE, "")
    [line] = first.messages
    assert line.startswith(f"Ladybug {path}：节点新增 ")
    assert "；边新增 " in line
    assert again.messages == [f"Ladybug {path} 没有变化。"]
    assert in_english.messages == [f"Ladybug {path}: nothing changed."]


def test_status_as_tables(db: Path, call: Call) -> None:
    done = call("db", "status", "--db", db, COLUMNS="60")
    shown = done.out.splitlines()
    assert (done.status, done.err) == (DONE, "")
    assert shown[0] == f"Ladybug {db} 中的方案"
    assert shown[2].split() == ["编号", "标题", "事实校验和"]
    assert [line.split() for line in shown if line.startswith("Task ")] == [["Task", "2"]]
    assert "ENGAGED_IN" not in done.out


def test_status_as_json_is_whole(db: Path, call: Call) -> None:
    held = json.loads(call("db", "status", "--db", db, "--format", "json").out)
    assert list(held) == ["store", "plans", "nodes", "edges"]
    assert [plan["id"] for plan in held["plans"]] == [PLAN]
    assert len(held["plans"][0]["facts"]) >= 32
    assert (held["nodes"]["Task"], held["edges"]["CITES"]) == (2, 0)


def test_interrupted_plan_is_told(db: Path, call: Call) -> None:
    cypher = "MATCH (p:Plan) SET p.facts = NULL"
    assert call("query", "run", "--cypher", cypher, "--db", db, "--write").status == DONE
    shown = call("db", "status", "--db", db)
    assert "载入中断" in shown.out
    assert "“载入中断”的方案不完整；再次运行 graphmodel db load 会补全。" in shown.out
    assert "interrupted" in call("db", "status", "--db", db, "--lang", "en").out
    held = json.loads(call("db", "status", "--db", db, "--format", "json").out)
    assert held["plans"][0]["facts"] is None


def test_drop_a_plan(db: Path, call: Call) -> None:
    unknown = call("db", "drop", "--db", db, "--plan", PLAN[:-3], "--yes")
    assert (unknown.status, unknown.messages) == (
        FAILED,
        [f"Ladybug {db} 里没有方案 {PLAN[:-3]}；是否指 {PLAN}。graphmodel db status 列出全部。"],
    )
    done = call("db", "drop", "--db", db, "--plan", PLAN, "--yes", "--lang", "en")
    assert done.status == DONE
    assert done.messages[0].startswith(f"Ladybug {db}: nodes ")
    assert plans(call, db) == []


def test_drop_is_refused_where_nobody_can_be_asked(
    db: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    done = call("db", "drop", "--db", db)
    assert (done.status, done.messages) == (
        FAILED,
        ["db drop 会删除数据，而这里无法询问；确定要删除，请加 --yes。"],
    )
    in_english = call("db", "drop", "--db", db, "--lang", "en")
    assert in_english.messages == [
        "db drop deletes, and nobody can be asked here; add --yes to go on."
    ]
    assert plans(call, db) == [PLAN]


@pytest.mark.parametrize(
    ("typed", "left"), [("y\n", []), ("是\n", []), ("n\n", [PLAN]), ("", [PLAN])]
)
def test_drop_asks_on_a_terminal(
    typed: str, left: list[str], db: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Terminal(typed))
    done = call("db", "drop", "--db", db)
    question, closing = done.messages
    assert (done.status, done.out) == (DONE, "")
    assert question.startswith(f"将从 Ladybug {db} 删除整个图（1 份方案，")
    assert question.endswith(" 条边）。输入 y 确认：")
    assert closing == "没有删除。" if left else "：已删除整个图（1 份方案，" in closing
    assert plans(call, db) == left


def test_no_file_is_made_to_look_or_delete(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "没有.lbug"
    for command in (["status"], ["drop", "--yes"]):
        done = call("db", *command, "--db", path)
        assert (done.status, done.messages) == (STORE, [f"找不到 {path}，请检查路径。"])
    assert list(tmp_path.iterdir()) == []


def test_nothing_says_which_store(tmp_path: Path, call: Call) -> None:
    for store in ([], ["--store", "ladybug"]):
        done = call("db", "load", facts_file(tmp_path), *store)
        assert (done.status, done.out) == (FAILED, "")
        assert done.messages[0].startswith("没有说明图在哪里（--store）：请用 --db 指定")


def test_said_file_comes_before_a_server_of_the_environment(db: Path, call: Call) -> None:
    assert call("db", "status", "--db", db, NEO4J_URI=NOWHERE).status == DONE


@pytest.mark.parametrize("command", [["status"], ["drop", "--yes"], ["load", "nichts.txt"]])
def test_server_that_is_not_there(command: list[str], call: Call) -> None:
    begin = time.monotonic()
    done = call("db", *command, "--lang", "en", NEO4J_URI=NOWHERE)
    assert time.monotonic() - begin < 15
    assert (done.status, done.out) == (STORE, "")
    assert done.messages == [
        f"{NOWHERE} cannot be reached; check that the server runs, that address and port are "
        "right, and the network."
    ]


@pytest.mark.parametrize("uri", ["http://h", "bolt://", "h:7687", f"bolt://neo4j:{PASSWORD}@h"])
def test_addresses_that_are_none(uri: str, call: Call) -> None:
    done = call("db", "status", "--uri", uri)
    assert (done.status, len(done.messages)) == (STORE, 1)
    assert "不是可用的地址；请写成 bolt://主机:7687" in done.messages[0]


def test_prefix_that_is_none(call: Call) -> None:
    done = call("db", "status", "--uri", NOWHERE, "--prefix", "1-x")
    assert (done.status, done.messages) == (
        STORE,
        ["--prefix 不能是“1-x”；请以字母开头，只用英文字母、数字和下划线。"],
    )


@pytest.mark.parametrize(
    "command",
    [
        ["db", "status"],
        ["db", "status", "--help"],
        ["db", "drop", "--help"],
        ["query", "run", "--help"],
        ["query", "run", "load"],
        ["db", "load", "nichts.txt"],
        ["db", "load", "nichts.txt", "--sotre", "neo4j"],
        ["db", "status", "--uri", f"bolt://neo4j:{PASSWORD}@127.0.0.1:1"],
        ["db", "status", "--uri", f"bolt://neo4j:{PASSWORD}@[::1"],
        ["db", "status", "--password", PASSWORD],
        ["db", "status", f"--password={PASSWORD}", "--uri", "http://x"],
        ["db", "status", f"--pasword={PASSWORD}"],
        ["db", "status", "--pasword", PASSWORD],
        ["query", "run", "load", "--password", PASSWORD, "--format", "x"],
    ],
)
def test_password_is_never_shown(command: list[str], call: Call) -> None:
    environment = {"NEO4J_PASSWORD": PASSWORD, "NEO4J_USERNAME": "neo4j", "NEO4J_URI": NOWHERE}
    done = call(*command, **environment)
    assert done.out + done.err
    assert PASSWORD not in done.out + done.err


def test_password_is_not_in_a_traceback_either() -> None:
    done = run("db", "status", NEO4J_URI=NOWHERE, NEO4J_PASSWORD=PASSWORD, GRAPHMODEL_DEBUG="1")
    assert done.returncode == STORE
    assert PASSWORD not in done.stderr.decode()
    assert len(lines(done.stderr)) == 1


@pytest.mark.neo4j
def test_load_look_and_drop_on_a_server(
    tmp_path: Path, neo4j_empty: EmptyNeo4j, call: Call
) -> None:
    facts = facts_file(tmp_path)
    server: tuple[str, ...] = ("--uri", neo4j_empty.uri)
    neo4j_empty.driver.execute_query("CREATE (:Unit {id: 'theirs'})")
    refused = call("db", "load", facts, *server)
    assert (refused.status, refused.messages) == (
        STORE,
        [
            f"{neo4j_empty.uri} 里有 1 个不属于 graphmodel 的节点带有标签 Unit，没有写入；"
            "请用 --prefix 给本图的标签加前缀，例如 --prefix gm_。"
        ],
    )
    server = (*server, "--prefix", "gm_")
    name = f"Neo4j {neo4j_empty.uri}"
    assert call("db", "load", facts, *server).messages[0].startswith(f"{name}：节点新增 ")
    assert call("db", "load", facts, *server).messages == [f"{name} 没有变化。"]
    held = json.loads(call("db", "status", *server, "--format", "json").out)
    assert [plan["id"] for plan in held["plans"]] == [PLAN]
    dropped = call("db", "drop", "--yes", *server)
    assert dropped.messages[0].startswith(f"{name}：已删除整个图（1 份方案，")
    left = neo4j_empty.driver.execute_query("MATCH (n) RETURN n.id").records
    assert [record.value() for record in left] == ["theirs"]


@pytest.mark.neo4j
def test_database_that_the_server_lacks(neo4j_empty: EmptyNeo4j, call: Call) -> None:
    done = call("db", "status", "--uri", neo4j_empty.uri, "--database", "andere")
    assert (done.status, done.messages) == (
        STORE,
        [f"{neo4j_empty.uri} 上没有数据库 andere；请检查 --database。"],
    )
