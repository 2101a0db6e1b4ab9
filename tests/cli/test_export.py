"""`graphmodel export`: formats, where results go, and what is said when it cannot be done."""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

import networkx as nx
import pytest

import graphmodel
from graphmodel.stores.files.formats import GraphFormat
from graphmodel.stores.files.graphml import read_graphml
from tests.cli.commands import facts_file, plan_file, run
from tests.cli.conftest import Call
from tests.reports.sample import FACTS

FILES = ["graphml", "gexf", "jsonld", "node-link"]
GRAPH = graphmodel.to_networkx(FACTS)
NODES, EDGES = GRAPH.number_of_nodes(), GRAPH.number_of_edges()
COUNTED = f"{NODES} 个节点，{EDGES} 条边"


@pytest.mark.parametrize("form", FILES)
def test_file_and_standard_output_are_the_same(tmp_path: Path, call: Call, form: str) -> None:
    source, out = facts_file(tmp_path), tmp_path / "图" / f"a.{form}"
    printed = call("export", source, "--format", form)
    assert (printed.status, printed.messages) == (0, [f"{COUNTED}。"])
    written = call("export", source, "--format", form, "--out", out)
    assert (written.status, written.out) == (0, "")
    assert written.messages == [f"已写入 {out}", f"{COUNTED}。"]
    assert out.read_text("utf-8") == printed.out


def test_what_is_printed_is_the_graph(tmp_path: Path) -> None:
    done = run("export", facts_file(tmp_path), "--format", "graphml")
    assert done.returncode == 0
    (tmp_path / "a").write_bytes(done.stdout)
    assert nx.utils.graphs_equal(read_graphml(tmp_path / "a"), GRAPH)


def test_document_is_read_and_written_as_node_link(tmp_path: Path, call: Call) -> None:
    done = call("export", plan_file(tmp_path), "--format", "node-link")
    graph = json.loads(done.out)
    names = {node["id"]: node.get("name") or node.get("title") for node in graph["nodes"]}
    leads = [(e["source"], e["target"]) for e in graph["edges"] if e["type"] == "LEADS"]
    assert [(names[unit], names[task]) for unit, task in leads] == [
        ("县审批局", "精简审批"),
        ("县财政局", "规范收费"),
    ]


@pytest.mark.parametrize(
    ("form", "counted"),
    [
        ("ucinet", "2 个节点，1 条边。"),
        ("pajek", "2 个节点，1 条边。"),
        ("edge-csv", "5 个节点，4 条边。"),
    ],
)
def test_part_of_the_graph_counts_what_it_holds(
    tmp_path: Path, call: Call, form: str, counted: str
) -> None:
    """Two units that share a task; three bodies in two tasks, by four responsibilities."""
    done = call("export", facts_file(tmp_path), "--format", form)
    assert (done.status, done.messages) == (0, [counted])


@pytest.mark.parametrize(
    ("form", "file", "hint"),
    [
        (
            "neo4j-admin",
            "import.txt",
            {
                "zh": "导入命令见 import.txt，请在该文件夹中运行，"
                "服务启动后再运行 after-import.cypher。",
                "en": "run the command in import.txt in that folder, and after-import.cypher once "
                "the server is up.",
            },
        ),
        (
            "parquet",
            "load.cypher",
            {
                "zh": "用 Ladybug 载入：在该文件夹中运行 load.cypher。",
                "en": "to load it into Ladybug, run load.cypher in that folder.",
            },
        ),
    ],
)
def test_folder_says_what_to_do_with_it(
    tmp_path: Path, call: Call, form: str, file: str, hint: dict[str, str]
) -> None:
    source, out = facts_file(tmp_path), tmp_path / "图"
    done = call("export", source, "--format", form, "--out", out)
    assert (done.status, done.out) == (0, "")
    assert done.messages == [f"已写入 {out}", f"{COUNTED}；{hint['zh']}"]
    assert (out / file).is_file()
    done = call("export", source, "--format", form, "--out", out, "--lang", "en")
    assert done.messages == [f"Written: {out}", f"{NODES} nodes, {EDGES} edges; {hint['en']}"]


@pytest.mark.parametrize("form", ["neo4j-admin", "parquet"])
def test_folder_is_needed(tmp_path: Path, call: Call, form: str) -> None:
    source = facts_file(tmp_path)
    done = call("export", source, "--format", form)
    line = f"--format {form} 会写出多个文件；请用 --out 指定文件夹。"
    assert (done.status, done.out, done.messages) == (2, "", [line])
    done = call("export", source, "--format", form, "--lang", "en")
    assert done.messages == [f"--format {form} writes several files; name a folder with --out."]


def test_format_is_needed_and_has_to_be_one(tmp_path: Path, call: Call) -> None:
    source = facts_file(tmp_path)
    done = call("export", source)
    assert (done.status, done.messages) == (2, ["缺少 --format。用法见 graphmodel export --help。"])
    done = call("export", source, "--format", "gml")
    choices = ", ".join(f"'{form}'" for form in GraphFormat)
    line = f"--format 不能是“gml”，可选：{choices}。用法见 graphmodel export --help。"
    assert (done.status, done.messages) == (2, [line])


def test_input_that_is_missing_is_named(tmp_path: Path, call: Call) -> None:
    missing = tmp_path / "无.txt"
    done = call("export", missing, "--format", "gexf", "--out", tmp_path / "a")
    assert (done.status, done.out) == (2, "")
    assert done.messages == [f"找不到 {missing}，请检查路径。"]
    assert os.listdir(tmp_path) == []


def test_what_can_be_read_is_written(tmp_path: Path, call: Call) -> None:
    done = call("export", facts_file(tmp_path), tmp_path / "无.txt", "--format", "gexf")
    assert done.status == 4
    assert f"{COUNTED}。" in done.messages
    assert done.out.startswith("<?xml")


@pytest.mark.parametrize("form", GraphFormat)
def test_place_that_cannot_be_written_is_named(tmp_path: Path, call: Call, form: str) -> None:
    source = facts_file(tmp_path)
    (tmp_path / "file").write_text("mine")
    out = tmp_path / "file" / "a"
    done = call("export", source, "--format", form, "--out", out)
    reason = "路径中有一段不是文件夹；请换一个位置，或关闭占用该文件的程序。"
    assert (done.status, done.messages) == (2, [f"无法写入 {out}：{reason}"])


def test_folder_of_others_is_left_alone(tmp_path: Path, call: Call) -> None:
    source = facts_file(tmp_path)
    done = call("export", source, "--format", "parquet", "--out", tmp_path)
    assert done.status == 2
    assert str(tmp_path) in done.err
    assert os.listdir(tmp_path) == [source.name]


def test_missing_package_is_told(
    tmp_path: Path, call: Call, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    done = call("export", facts_file(tmp_path), "--format", "parquet", "--out", tmp_path / "a")
    line = "parquet 需要额外的软件包；请先运行 pip install 'graphmodel[parquet]'。"
    assert (done.status, done.messages) == (2, [line])


@pytest.mark.parametrize("form", ["graphml", "neo4j-admin"])
def test_same_bytes_twice_under_any_hash_seed(tmp_path: Path, form: str) -> None:
    source = plan_file(tmp_path)
    found = []
    for seed in "01":
        out = tmp_path / "out"
        done = run("export", source, "--format", form, "--out", out, PYTHONHASHSEED=seed)
        assert done.returncode == 0
        files = sorted(out.iterdir()) if out.is_dir() else [out]
        found.append([(file.name, file.read_bytes()) for file in files])
        shutil.rmtree(out) if out.is_dir() else out.unlink()
    assert found[0] == found[1]


def test_help_is_bilingual() -> None:
    done = run("export", "--help")
    said = done.stdout.decode()
    assert (done.returncode, done.stderr) == (0, b"")
    assert f"<{'|'.join(GraphFormat)}>" in "".join(said.split())
    assert "把图导出给其他工具。 | Write the graph for other tools." in said
