"""Node-link JSON: what stands in the file."""

from __future__ import annotations

import json
from pathlib import Path

from graphmodel.model.checksum import checksums
from graphmodel.stores.files.formats import GraphFormat
from tests.model.building import SOUND
from tests.stores.files_building import TINY, written

SAID = {"name": "县住建局", "kind": "unit", "function": "housing", "functions": ["housing"]}
NOWHERE = {"jurisdiction": None, "jurisdiction_id": None}
LEAD = {
    "source": "县:住建",
    "target": "p#1",
    "key": "LEADS:p#1/0.lead.0",
    "type": "LEADS",
    "id": "p#1/0.lead.0",
    "mention": "住建局",
    "group": 0,
    "open_ended": False,
    "standing": True,
    "rule": "r",
    "plan": "p",
    "start": 11,
    "end": 15,
    "confidence": "certain",
    "basis": "designated",
    "co_leads": 1,
    "repeats": False,
}
PLAN = {
    "id": "p",
    "label": "Plan",
    "title": '甲"县"',
    "doc_number": None,
    "issuers": ["甲府", "乙;府"],
    **NOWHERE,
    "issued": "2024-02-29",
    "status": "issued",
    "references": [],
    "source": "",
    "sha256": "00",
    "facts": checksums(TINY)["p"],
}
TASK = {
    "id": "p#1",
    "label": "Task",
    "path": "1",
    "title": "推进\n<审批>",
    "plan": "p",
    "start": 6,
    "end": 18,
    "same_as": None,
    "due": None,
    "recurrences": [],
}


def test_tiny_graph(tmp_path: Path) -> None:
    path = written(TINY, tmp_path, GraphFormat.NODE_LINK)
    assert json.loads(path.read_bytes()) == {
        "directed": True,
        "multigraph": True,
        "graph": {},
        "nodes": [{"id": "县:住建", "label": "Unit", **SAID, **NOWHERE}, PLAN, TASK],
        "edges": [
            LEAD,
            {"source": "p#1", "target": "p", "key": "PART_OF:", "type": "PART_OF", "plan": "p"},
            {
                "source": "p",
                "target": "县:住建",
                "key": "NAMES:",
                "type": "NAMES",
                "plan": "p",
                **SAID,
                **NOWHERE,
            },
        ],
    }


def test_one_node_or_edge_a_line(tmp_path: Path) -> None:
    lines = written(SOUND, tmp_path, GraphFormat.NODE_LINK).read_text("utf-8").split("\n")
    assert lines[0] == '{"directed": true, "multigraph": true, "graph": {}, "nodes": ['
    assert lines[25] == '], "edges": ['
    assert lines[-2:] == ["]}", ""]
    rows = [json.loads(line.removesuffix(",")) for line in lines[1:25] + lines[26:-2]]
    assert [row["id"] for row in rows[:2]] == ["乙省", "乙省/甲县"]
    assert len(rows) == 24 + 44
