"""GraphML and GEXF: what stands in the files, and that their structure is sound."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from hypothesis import given
from lxml import etree

from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES
from graphmodel.stores.files.formats import GraphFormat
from graphmodel.stores.files.xml_text import in_xml, text_of, value_of
from tests.model.building import SOUND, changed
from tests.stores.files_building import TINY, any_text, nasty_facts, written

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://www.gexf.net/1.2draft}"


def lines_of(path: Path, *starts: str) -> list[str]:
    return [line for line in path.read_text("utf-8").splitlines() if line.startswith(starts)]


def data(domain: str, *pairs: tuple[str, str]) -> str:
    return "".join(f'<data key="{domain}-{key}">{value}</data>' for key, value in pairs)


UNIT = data(
    "node",
    ("label-string", "Unit"),
    ("id-string", "县:住建"),
    ("name-string", "县住建局"),
    ("kind-string", "unit"),
    ("function-string", "housing"),
    ("functions-string", "[&quot;housing&quot;]"),
)
TASK = data(
    "node",
    ("label-string", "Task"),
    ("id-string", "p#1"),
    ("path-string", "1"),
    ("title-string", "推进&#10;&lt;审批&gt;"),
    ("plan-string", "p"),
    ("start-long", "6"),
    ("end-long", "18"),
    ("recurrences-string", "[]"),
)
LEAD = data(
    "edge",
    ("type-string", "LEADS"),
    ("key-string", "LEADS:p#1/0.lead.0"),
    ("id-string", "p#1/0.lead.0"),
    ("mention-string", "住建局"),
    ("group-long", "0"),
    ("open_ended-boolean", "false"),
    ("standing-boolean", "true"),
    ("rule-string", "r"),
    ("plan-string", "p"),
    ("start-long", "11"),
    ("end-long", "15"),
    ("confidence-string", "certain"),
    ("basis-string", "designated"),
    ("co_leads-long", "1"),
    ("repeats-boolean", "false"),
)
PART = data("edge", ("type-string", "PART_OF"), ("key-string", "PART_OF:"), ("plan-string", "p"))


def test_tiny_graphml(tmp_path: Path) -> None:
    path = written(TINY, tmp_path, GraphFormat.GRAPHML)
    nodes, edges = lines_of(path, "<node"), lines_of(path, "<edge")
    assert nodes[0] == f'<node id="县:住建">{UNIT}</node>'
    assert '<data key="node-source-string"></data>' in nodes[1]
    assert (
        '<data key="node-issuers-string">[&quot;甲府&quot;, &quot;乙;府&quot;]</data>' in nodes[1]
    )
    assert nodes[2:] == [f'<node id="p#1">{TASK}</node>']
    assert edges[0] == f'<edge source="县:住建" target="p#1">{LEAD}</edge>'
    assert edges[1] == f'<edge source="p#1" target="p">{PART}</edge>'
    assert len(edges) == 3


def test_keys_of_graphml_are_the_schema(tmp_path: Path) -> None:
    keys = lines_of(written(TINY, tmp_path, GraphFormat.GRAPHML), "<key")
    start = 'for="node" attr.name="start" attr.type="long"'
    assert keys[0].endswith('for="node" attr.name="label" attr.type="string"/>')
    assert f'<key id="node-start-long" {start}/>' in keys
    assert '<key id="edge-boilerplate-boolean" for="edge" ' in "\n".join(keys)
    assert '<key id="edge-boilerplate-long" for="edge" ' in "\n".join(keys)
    assert '<key id="node-value-double" for="node" ' in "\n".join(keys)
    names = {p.name for kind in NODE_TYPES for p in kind.properties}
    assert {line.split('"')[5] for line in keys if 'for="node"' in line} == {"label", *names}


def test_structure_of_graphml(tmp_path: Path) -> None:
    """As the schema of GraphML has it: keys, then one graph, in it nodes and then edges."""
    root = etree.parse(written(nasty_facts(), tmp_path, GraphFormat.GRAPHML)).getroot()
    *keys, graph = root
    assert {key.tag for key in keys} == {f"{GRAPHML}key"}
    assert (graph.tag, dict(graph.attrib)) == (f"{GRAPHML}graph", {"edgedefault": "directed"})
    declared = {key.get("id"): key.get("for") for key in keys}
    assert len(declared) == len(keys)
    tags = [element.tag.removeprefix(GRAPHML) for element in graph]
    assert tags == sorted(tags, reverse=True)
    ids = {node.get("id") for node in graph.iter(f"{GRAPHML}node")}
    assert len(ids) == tags.count("node")
    for element in graph:
        used = [part.get("key") for part in element]
        assert len(set(used)) == len(used)
        assert {declared[key] for key in used} == {element.tag.removeprefix(GRAPHML)}
        assert (
            set(element.attrib) == {"id"} or {element.get("source"), element.get("target")} <= ids
        )


def attvalues(domain: str, *pairs: tuple[str, str]) -> str:
    values = (f'<attvalue for="{domain}-{key}" value="{value}"/>' for key, value in pairs)
    return f"<attvalues>{''.join(values)}</attvalues>"


def test_tiny_gexf(tmp_path: Path) -> None:
    path = written(TINY, tmp_path, GraphFormat.GEXF)
    task = attvalues(
        "node",
        ("type-string", "Task"),
        ("id-string", "p#1"),
        ("path-string", "1"),
        ("title-string", "推进&#10;&lt;审批&gt;"),
        ("plan-string", "p"),
        ("start-long", "6"),
        ("end-long", "18"),
        ("recurrences-string", "[]"),
    )
    part = attvalues(
        "edge",
        ("type-string", "PART_OF"),
        ("networkx_key-string", "PART_OF:"),
        ("plan-string", "p"),
    )
    nodes, edges = lines_of(path, "<node "), lines_of(path, "<edge ")
    assert nodes[0].startswith('<node id="县:住建" label="县住建局"><attvalues>')
    assert nodes[1].startswith('<node id="p" label="甲&quot;县&quot;"><attvalues>')
    assert '<attvalue for="node-source-string" value=""/>' in nodes[1]
    assert nodes[2:] == [f'<node id="p#1" label="推进&#10;&lt;审批&gt;">{task}</node>']
    assert edges[0].startswith('<edge id="0" source="县:住建" target="p#1" label="LEADS"><attv')
    assert edges[1] == f'<edge id="1" source="p#1" target="p" label="PART_OF">{part}</edge>'
    assert len(edges) == 3


def test_structure_of_gexf(tmp_path: Path) -> None:
    """As the schema of GEXF 1.2 has it: attributes of nodes and edges, nodes, edges."""
    root = etree.parse(written(nasty_facts(), tmp_path, GraphFormat.GEXF)).getroot()
    assert [child.tag for child in root] == [f"{GEXF}meta", f"{GEXF}graph"]
    parts = list(root[1])
    tags = ["attributes", "attributes", "nodes", "edges"]
    assert [part.tag.removeprefix(GEXF) for part in parts] == tags
    assert [part.get("class") for part in parts] == ["node", "edge", None, None]
    known = {"long", "double", "boolean", "string"}
    assert {attribute.get("type") for part in parts[:2] for attribute in part} == known
    declared = [[attribute.get("id") for attribute in part] for part in parts[:2]]
    assert max(Counter(declared[0] + declared[1]).values()) == 1
    for ids, elements in zip(declared, parts[2:], strict=True):
        keys = [element.get("id") for element in elements]
        assert len(set(keys)) == len(keys)
        assert {value.get("for") for value in elements.iter(f"{GEXF}attvalue")} <= set(ids)
    nodes = {node.get("id") for node in parts[2]}
    assert {edge.get(end) for edge in parts[3] for end in ("source", "target")} <= nodes


def test_label_of_a_node_is_what_people_call_it(tmp_path: Path) -> None:
    facts = changed("tasks", 1, title="")
    labels = dict(nx.read_gexf(written(facts, tmp_path, GraphFormat.GEXF)).nodes(data="label"))
    assert labels == {
        "乙省": "乙省",
        "乙省/甲县": "甲县",
        "甲县:住建": "县住建局",
        "甲县:乡镇": "各乡镇",
        "供电": "国网供电公司",
        "p": "甲县方案",
        "q": "丙办法",
        "p#1": "任务",
        "p#annex.1": "清单",
        "p#1.1": "推进审批",
        "p#annex.1.4": "p#annex.1.4",
        "p!开办企业": "开办企业",
        "p!开办企业/耗时": "耗时",
        "indicator:tax": "纳税",
        "p#1.1/target.0": "时限",
        "p/target.0": "增幅",
        "p#1.1/deadline.0": "2024-12-31",
        "p#1.1/deadline.1": "2024-06-30",
        "p#1.1/deadline.2": "monthly",
        "p#1.1/deadline.3": "monthly",
        "p#1.1/deadline.4": "会议召开前",
        "p/duty.1": "report",
        "p/duty.2": "meet",
        "p/duty.3": "report",
    }


def test_kinds_of_nodes_and_edges_are_attributes_of_gexf(tmp_path: Path) -> None:
    graph = nx.read_gexf(written(SOUND, tmp_path, GraphFormat.GEXF))
    assert {node["type"] for _, node in graph.nodes(data=True)} == {
        node.label for node in NODE_TYPES
    }
    edges = [edge for *_, edge in graph.edges(data=True)]
    assert {edge["type"] for edge in edges} == {edge.type for edge in EDGE_TYPES}
    assert [edge["label"] for edge in edges] == [edge["type"] for edge in edges]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a<b>&\"'", "a&lt;b&gt;&amp;&quot;'"),
        ("\t\n\r", "&#9;&#10;&#13;"),
        ("\x00\x1f\ud800\uffff", "_x0000__x001F__xD800__xFFFF_"),
        ("_x0041_", "_x005F_x0041_"),
        ("_x0041\x00", "_x005F_x0041_x0000_"),
        ("_x00", "_x00"),
        ("_xabcd_", "_xabcd_"),
        ("😀\x7f\x85", "😀\x7f\x85"),
        (True, "true"),
        (1e-300, "1e-300"),
        (-5, "-5"),
        ((), "[]"),
        (("",), "[&quot;&quot;]"),
        (("甲", "\x00"), "[&quot;甲&quot;, &quot;\\u0000&quot;]"),
    ],
)
def test_values_in_xml(value: Any, expected: str) -> None:
    assert in_xml(value) == expected


@given(any_text)
def test_text_comes_back_from_xml(text: str) -> None:
    element = etree.fromstring(f'<a b="{in_xml(text)}">{in_xml(text)}</a>'.encode())
    assert text_of(element.text) == text
    assert text_of(element.get("b")) == text
    assert value_of(element.text, "str") == text


@pytest.mark.parametrize(("text", "kind"), [("x", "int"), ("True", "bool"), ("[", "strings")])
def test_value_of_another_type_is_refused(text: str, kind: str) -> None:
    with pytest.raises((ValueError, KeyError)):
        value_of(text, kind)


def test_entities_of_a_foreign_file_are_not_expanded(tmp_path: Path) -> None:
    """A file that somebody sends must not read other files."""
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    path = written(TINY, tmp_path, GraphFormat.GRAPHML)
    head = f'<!DOCTYPE graphml [<!ENTITY e SYSTEM "{secret.as_uri()}">]>\n<graphml '
    text = (
        path.read_text("utf-8").replace("<graphml ", head, 1).replace("住建局</data>", "&e;</data>")
    )
    path.write_text(text, "utf-8")
    from graphmodel.stores.files.graphml import read_graphml

    graph = read_graphml(path)
    assert "hidden" not in str(list(graph.nodes(data=True)) + list(graph.edges(data=True)))
