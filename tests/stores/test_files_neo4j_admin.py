"""CSV for neo4j-admin: what stands in the files, and what a real server then holds."""

from __future__ import annotations

import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from graphmodel import pipeline
from graphmodel.model.edges import edge_tables
from graphmodel.model.facts import Facts, merge
from graphmodel.model.graph import node_tables
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES
from graphmodel.stores.files.formats import GraphFormat
from graphmodel.stores.files.neo4j_admin import AFTER, COMMAND, NAMES
from graphmodel.stores.loading import load
from graphmodel.stores.neo4j_server import Address
from graphmodel.stores.neo4j_store import Neo4jStore
from tests.model.building import changed
from tests.stores.files_building import TINY, nasty_facts, written
from tools.neo4j_server import Server

ROOT = Path(__file__).resolve().parent.parent.parent
FORM = GraphFormat.NEO4J_ADMIN


def text_of(folder: Path, name: str) -> str:
    return (folder / name).read_bytes().decode()


def test_tiny_files(tmp_path: Path) -> None:
    folder = written(TINY, tmp_path, FORM)
    assert text_of(folder, "Unit.csv") == (
        "id:ID(Unit),name,kind,function,functions:string[],jurisdiction,jurisdiction_id,:LABEL\n"
        '"县:住建","县住建局","unit","housing","housing",,,"Unit|Graphmodel"\n'
    )
    assert text_of(folder, "Task.csv") == (
        "id:ID(Task),path,title,plan,start:long,end:long,same_as,due:date,recurrences:string[],"
        ":LABEL\n"
        '"p#1","1","推进\n<审批>","p",6,18,,,,"Task|Graphmodel"\n'
    )
    assert (
        text_of(folder, "Plan.csv")
        .splitlines()[1]
        .startswith('"p","甲""县""",,"甲府|乙;府",,,2024-02-29,"issued",,"","00","')
    )
    assert text_of(folder, "LEADS_Unit_Task.csv") == (
        ":START_ID(Unit),:END_ID(Task),:TYPE,id,mention,group:long,open_ended:boolean,"
        "standing:boolean,rule,plan,start:long,end:long,confidence,basis,co_leads:long,"
        "repeats:boolean\n"
        '"县:住建","p#1",LEADS,"p#1/0.lead.0","住建局",0,false,true,"r","p",11,15,"certain",'
        '"designated",1,false\n'
    )
    assert text_of(folder, "CITES_Plan_Plan.csv") == ":START_ID(Plan),:END_ID(Plan),:TYPE\n"
    assert text_of(folder, "Target.csv") == (
        "id:ID(Target),metric,op,value:double,unit,plan,start:long,end:long,:LABEL\n"
    )


def test_the_same_files_whatever_the_facts(tmp_path: Path) -> None:
    names = sorted(path.name for path in written(TINY, tmp_path, FORM).iterdir())
    assert names == sorted(NAMES)
    pairs = [(edge.type, *pair) for edge in EDGE_TYPES for pair in edge.pairs]
    tables = [node.label for node in NODE_TYPES] + ["_".join(pair) for pair in pairs]
    assert names == sorted([*(f"{table}.csv" for table in tables), COMMAND, AFTER])


def test_command_names_every_file_and_needs_no_quotation_marks(tmp_path: Path) -> None:
    command = text_of(written(TINY, tmp_path, FORM), COMMAND)
    words = shlex.split(command)
    assert command == " ".join(words) + "\n"
    assert re.fullmatch(r"[A-Za-z0-9_=+. -]+\n", command)
    assert words[:5] == ["neo4j-admin", "database", "import", "full", "neo4j"]
    assert all(word.startswith("--") for word in words[5:])
    files = [word.partition("=")[2] for word in words if word.endswith(".csv")]
    assert files == [name for name in NAMES if name.endswith(".csv")]
    assert "--array-delimiter=U+007C" in words
    assert "--ignore-empty-strings=false" in words


@pytest.mark.parametrize(
    ("members", "delimiter"),
    [
        (("甲", "乙"), "U+003B"),
        (("a;b",), "U+007C"),
        (("a;b", "|"), "U+001F"),
        ((";|\x1f", "\x1e"), "U+E000"),
        ((";|\x1f\x1e\ue000",), "U+E001"),
    ],
)
def test_delimiter_stands_in_no_member(
    tmp_path: Path, members: tuple[str, ...], delimiter: str
) -> None:
    folder = written(changed("plans", 0, references=members), tmp_path, FORM)
    assert f" --array-delimiter={delimiter} " in text_of(folder, COMMAND)
    joined = chr(int(delimiter[2:], 16)).join(members)
    assert f'"{joined}"' in text_of(folder, "Plan.csv")


def test_half_a_character_is_written_as_its_escape(tmp_path: Path) -> None:
    folder = written(changed("plans", 0, source="a\udcff"), tmp_path, FORM)
    assert '"a\\udcff"' in text_of(folder, "Plan.csv")


def samples_and_nasty() -> Facts:
    return merge([pipeline.extract(ROOT / "data" / "samples"), nasty_facts()])


def plain(value: Any) -> Any:
    """A value of the driver as rows have it."""
    if isinstance(value, list):
        return tuple(value)
    return value.iso_format() if hasattr(value, "iso_format") else value


def rows_of(driver: Any, query: str) -> list[tuple[Any, ...]]:
    found = driver.execute_query(query).records
    return sorted((tuple(map(plain, record)) for record in found), key=repr)


@pytest.mark.neo4j
@pytest.mark.slow
@pytest.mark.usefixtures("neo4j_installed")
def test_server_holds_what_the_tables_hold(tmp_path: Path) -> None:
    """With the real tool, into a real server, every row of every table; then nothing to load."""
    neo4j = pytest.importorskip("neo4j")
    facts = samples_and_nasty()
    derived = pipeline.derived(facts)
    folder = written(facts, tmp_path, FORM)
    words = shlex.split(text_of(folder, COMMAND))[4:]
    server = Server(tmp_path / "home")
    absolute = [re.sub(r"=(?=\w+\.csv$)", f"={folder}/", word) for word in words]
    server.import_full(*absolute)
    with server, neo4j.GraphDatabase.driver(server.uri) as driver:
        with driver.session() as session:
            for statement in text_of(folder, AFTER).splitlines():
                session.run(statement.removesuffix(";")).consume()
        assert (
            rows_of(driver, "MATCH (n) WHERE NOT n:Graphmodel OR size(labels(n)) <> 2 RETURN n")
            == []
        )
        for nodes in node_tables(facts):
            columns = ", ".join(f"n.`{p.name}`" for p in nodes.type.properties)
            found = rows_of(driver, f"MATCH (n:{nodes.type.label}) RETURN {columns}")
            assert found == sorted(nodes.rows, key=repr)
        for edges in edge_tables(facts, derived):
            columns = "".join(f", r.`{p.name}`" for p in edges.type.properties)
            source, target = edges.pair
            pattern = f"(a:{source})-[r:{edges.type.type}]->(b:{target})"
            found = rows_of(driver, f"MATCH {pattern} RETURN a.id, b.id{columns}")
            assert found == sorted(edges.rows, key=repr)
        store = Neo4jStore(Address(server.uri))
        assert load(store, facts, derived).total == 0
        store.close()
