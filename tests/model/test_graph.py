"""Nodes of small facts, written out by hand."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.model.checksum import checksums
from graphmodel.model.edges import edge_tables
from graphmodel.model.graph import node_tables
from tests.model.building import SOUND
from tests.model.tables import NOTHING, ends, nodes


def test_nodes_in_the_order_of_the_schema_and_of_the_tables() -> None:
    found = [(table.type.label, row[0]) for table in node_tables(SOUND) for row in table.rows]
    assert found == [
        ("Jurisdiction", "乙省"),
        ("Jurisdiction", "乙省/甲县"),
        ("Unit", "甲县:住建"),
        ("Unit", "供电"),
        ("Collective", "甲县:乡镇"),
        ("Plan", "p"),
        ("Plan", "q"),
        ("Section", "p#1"),
        ("Section", "p#annex.1"),
        ("Task", "p#1.1"),
        ("Task", "p#annex.1.4"),
        ("Indicator", "p!开办企业"),
        ("Indicator", "p!开办企业/耗时"),
        ("Indicator", "indicator:tax"),
        ("Target", "p#1.1/target.0"),
        ("Target", "p/target.0"),
        *(("Deadline", f"p#1.1/deadline.{n}") for n in range(5)),
        *(("Duty", f"p/duty.{n}") for n in range(1, 4)),
    ]


def test_properties_of_a_task_hold_when_it_is_due() -> None:
    first, second = nodes("Task")
    assert first == {
        "id": "p#1.1",
        "path": "1.1",
        "title": "推进审批",
        "plan": "p",
        "start": 6,
        "end": 18,
        "same_as": None,
        "due": "2024-06-30",
        "recurrences": ("monthly",),
    }
    assert (second["path"], second["due"], second["recurrences"]) == ("annex.1.4", None, ())


def test_row_of_an_annex_knows_the_task_that_it_states_again() -> None:
    facts = replace(SOUND, tasks=(SOUND.tasks[0], replace(SOUND.tasks[1], same_as="p#1.1")))
    assert [task["same_as"] for task in nodes("Task", facts)] == [None, "p#1.1"]


def test_properties_of_a_unit_and_of_a_collective() -> None:
    assert nodes("Unit")[0] == {
        "id": "甲县:住建",
        "name": "县住建局",
        "kind": "unit",
        "function": "housing",
        "functions": ("housing",),
        "jurisdiction": "甲县",
        "jurisdiction_id": "乙省/甲县",
    }
    (towns,) = nodes("Collective")
    assert (towns["kind"], towns["functions"]) == ("collective", ("township",))


def test_plan_knows_its_source_and_its_facts() -> None:
    first, second = nodes("Plan")
    assert first == {
        "id": "p",
        "title": "甲县方案",
        "doc_number": "甲政发〔2024〕3号",
        "issuers": ("甲县人民政府",),
        "jurisdiction": "甲县",
        "jurisdiction_id": "乙省/甲县",
        "issued": "2024-02-29",
        "status": "issued",
        "references": ("丙办法", "丁条例"),
        "source": "p.txt",
        "sha256": "00",
        "facts": checksums(SOUND)["p"],
    }
    assert second["facts"] == checksums(SOUND)["q"]


def test_path_is_text_and_words_of_fixed_sets_are_plain_text() -> None:
    """Drivers and files know no enumerations and no lists of numbers and texts."""
    found = [row for table in node_tables(SOUND) for row in table.rows]
    found += [row for table in edge_tables(SOUND, NOTHING) for row in table.rows]
    kinds = {type(value) for row in found for value in row}
    assert kinds == {str, int, float, bool, tuple, type(None)}
    assert [section["path"] for section in nodes("Section")] == ["1", "annex.1"]


def test_deadline_is_a_day_a_recurrence_or_an_event() -> None:
    found = [(row["date"], row["recurrence"], row["event"]) for row in nodes("Deadline")]
    assert found == [
        ("2024-12-31", None, None),
        ("2024-06-30", None, None),
        (None, "monthly", None),
        (None, "monthly", None),
        (None, None, "会议召开前"),
    ]
    assert ends("HAS_DEADLINE") == [("p#1.1", f"p#1.1/deadline.{n}") for n in range(5)]
