"""Parquet: what stands in the files, and what Ladybug holds after its script."""

from __future__ import annotations

import datetime
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from graphmodel import pipeline
from graphmodel.model.edges import edge_tables
from graphmodel.model.facts import Facts, merge
from graphmodel.model.graph import node_tables
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES
from graphmodel.stores.files import parquet as module
from graphmodel.stores.files.formats import GraphFormat
from graphmodel.stores.files.parquet import NAMES, SCRIPT
from tests.model.building import SOUND, changed
from tests.stores.files_building import TINY, nasty_facts, written
from tests.stores.generating import rich_facts

parquet = pytest.importorskip("pyarrow.parquet", reason="pyarrow is not installed")
ROOT = Path(__file__).resolve().parent.parent.parent
FORM = GraphFormat.PARQUET


def rows(folder: Path, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = parquet.read_table(folder / f"{name}.parquet").to_pylist()
    return found


def test_tiny_files(tmp_path: Path) -> None:
    folder = written(TINY, tmp_path, FORM)
    assert rows(folder, "Task") == [
        {
            "id": "p#1",
            "path": "1",
            "title": "推进\n<审批>",
            "plan": "p",
            "start": 6,
            "end": 18,
            "same_as": None,
            "due": None,
            "recurrences": [],
        }
    ]
    (plan,) = rows(folder, "Plan")
    assert (plan["issued"], plan["issuers"]) == (datetime.date(2024, 2, 29), ["甲府", "乙;府"])
    assert (plan["source"], plan["doc_number"]) == ("", None)
    (lead,) = rows(folder, "LEADS_Unit_Task")
    assert list(lead.items())[:4] == [
        ("from", "县:住建"),
        ("to", "p#1"),
        ("id", "p#1/0.lead.0"),
        ("mention", "住建局"),
    ]
    assert (lead["standing"], lead["co_leads"]) == (True, 1)
    assert rows(folder, "PART_OF_Task_Plan") == [{"from": "p#1", "to": "p", "plan": "p"}]
    assert rows(folder, "Target") == []


def test_the_same_files_with_the_same_types_whatever_the_facts(tmp_path: Path) -> None:
    tiny, sound = written(TINY, tmp_path / "a", FORM), written(SOUND, tmp_path / "b", FORM)
    assert sorted(path.name for path in tiny.iterdir()) == sorted(NAMES)
    for name in NAMES:
        if name != SCRIPT:
            assert parquet.read_schema(tiny / name) == parquet.read_schema(sound / name)
    types = {f.name: str(f.type) for f in parquet.read_schema(sound / "Target.parquet")}
    assert types["value"] == "double"
    assert types["start"] == "int64"
    assert str(parquet.read_schema(sound / "Task.parquet").field("due").type) == "date32[day]"
    assert str(parquet.read_schema(sound / "Duty.parquet").field("dates").type).startswith("list<")


def test_rows_are_written_in_groups(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_ROWS", 2)
    folder = written(SOUND, tmp_path, FORM)
    file = parquet.ParquetFile(folder / "Deadline.parquet")
    assert (file.num_row_groups, file.metadata.num_rows) == (3, 5)
    assert [row["id"] for row in rows(folder, "Deadline")] == [d.id for d in SOUND.deadlines]


def test_half_a_character_is_written_as_its_escape(tmp_path: Path) -> None:
    folder = written(changed("plans", 0, source="a\udcff"), tmp_path, FORM)
    assert rows(folder, "Plan")[0]["source"] == "a\\udcff"


def test_script_makes_and_fills_every_table(tmp_path: Path) -> None:
    lines = (written(TINY, tmp_path, FORM) / SCRIPT).read_text("utf-8").splitlines()
    assert all(line.endswith(";") for line in lines)
    assert "COPY Task FROM 'Task.parquet';" in lines
    assert "COPY LEADS FROM 'LEADS_Unit_Task.parquet' (from='Unit', to='Task');" in lines
    copies = [line for line in lines if line.startswith("COPY")]
    assert len(copies) == len(NAMES) - 1
    assert lines[-len(copies) :] == copies


def held(connection: Any, query: str) -> list[tuple[Any, ...]]:
    def plain(value: Any) -> Any:
        if isinstance(value, list):
            return tuple(value)
        return value.isoformat() if isinstance(value, datetime.date) else value

    answer = connection.execute(query).get_all()
    return sorted((tuple(map(plain, row)) for row in answer), key=repr)


def assert_ladybug_holds(facts: Facts, folder: Path) -> None:
    ladybug = pytest.importorskip("ladybug", reason="ladybug is not installed")
    connection = ladybug.Connection(ladybug.Database(":memory:"))
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        for statement in (folder / SCRIPT).read_text("utf-8").splitlines():
            connection.execute(statement)
    for nodes in node_tables(facts if facts.plans else Facts()):
        columns = ", ".join(f"n.`{p.name}`" for p in nodes.type.properties)
        found = held(connection, f"MATCH (n:{nodes.type.label}) RETURN {columns}")
        assert found == sorted(nodes.rows, key=repr)
    for edges in edge_tables(facts, pipeline.derived(facts)):
        columns = "".join(f", r.`{p.name}`" for p in edges.type.properties)
        source, target = edges.pair
        pattern = f"(a:{source})-[r:{edges.type.type}]->(b:{target})"
        assert held(connection, f"MATCH {pattern} RETURN a.id, b.id{columns}") == sorted(
            edges.rows, key=repr
        )
    connection.close()


def test_ladybug_holds_samples_and_nasty_texts(tmp_path: Path) -> None:
    facts = merge([pipeline.extract(ROOT / "data" / "samples"), nasty_facts()])
    assert_ladybug_holds(facts, written(facts, tmp_path, FORM))


@settings(max_examples=5, deadline=None)
@given(rich_facts())
def test_ladybug_holds_rich_facts(facts: Facts) -> None:
    with tempfile.TemporaryDirectory() as folder:
        assert_ladybug_holds(facts, written(facts, Path(folder), FORM))


def test_every_table_has_a_file() -> None:
    assert len(NAMES) == len(NODE_TYPES) + sum(len(edge.pairs) for edge in EDGE_TYPES) + 1
