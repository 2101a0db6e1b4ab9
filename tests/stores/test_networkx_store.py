"""The graph of hand-made facts as NetworkX has it; `test_contract` shows what all stores do."""

from __future__ import annotations

import gc
import weakref
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given

from graphmodel.analysis.collaboration import collaboration
from graphmodel.analysis.graph import derived
from graphmodel.model.checksum import checksums
from graphmodel.model.errors import FactsError
from graphmodel.model.facts import Facts, merge
from graphmodel.model.graph import Derived, Row
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES, NodeType
from graphmodel.model.validation import validate
from graphmodel.model.vocabulary import (
    UnitKind,
)
from graphmodel.stores.loading import load
from graphmodel.stores.networkx_store import NetworkxStore, build
from tests.analysis.building import Attribution, facts_of, of_tables, plans
from tests.stores.building import PLAN, TASKS, small_facts


def test_facts_of_these_tests_are_sound() -> None:
    assert validate(small_facts()) == []


def test_nodes_are_those_of_the_tables() -> None:
    graph = build(small_facts(), Derived())
    assert Counter(data["label"] for _, data in graph.nodes(data=True)) == {
        "Jurisdiction": 3,  # 甲, 省, 省/乙
        "Unit": 5,  # A, B, X, C, 企
        "Collective": 1,  # 镇
        "Plan": 2,
        "Section": 2,
        "Task": 4,
        "Indicator": 2,
        "Target": 2,
        "Deadline": 2,
        "Duty": 3,
    }


def test_edges_are_those_of_the_tables() -> None:
    facts = small_facts()
    graph = build(facts, derived(facts))
    assert Counter(data["type"] for _, _, data in graph.edges(data=True)) == {
        "LEADS": 7,  # A, B, A, B, 镇, A of tasks; A of the indicator
        "SUPPORTS": 6,  # B, 镇, X; C, 镇, X
        "ENGAGED_IN": 1,
        "MEASURES": 1,
        "PART_OF": 10,  # two sections, four tasks, one indicator, three duties
        "HAS_TARGET": 2,
        "HAS_DEADLINE": 2,
        "OWES": 4,  # B and 镇; B; B
        "OWED_TO": 2,
        # A, B, C, X, 镇, 企 and 甲; 省 and 省/乙 are of neither plan, so that both name them
        "NAMES": 7 + 2 + 3,
        "BELONGS_TO": 7,  # six bodies, one county
        "ISSUED_BY": 1,  # printed twice
        "CITES": 1,  # the other title is of no plan that is here
        "REPORTS_TO": 3,  # B and 镇, then B; a meeting is reported to nobody
        "COLLABORATES_WITH": 7,  # AB, AC, AX, BC, BX, CX; A企
    }


def test_every_node_and_edge_is_as_declared() -> None:
    facts = small_facts()
    graph = build(facts, derived(facts))
    node_types = {t.label: {p.name for p in t.properties} | {"label"} for t in NODE_TYPES}
    edge_types = {t.type: t for t in EDGE_TYPES}
    for key, attributes in graph.nodes(data=True):
        assert attributes["id"] == key
        assert attributes.keys() == node_types[attributes["label"]]
    for source, target, attributes in graph.edges(data=True):
        declared = edge_types[attributes["type"]]
        labels = (graph.nodes[source]["label"], graph.nodes[target]["label"])
        assert labels in declared.pairs
        assert attributes.keys() == {p.name for p in declared.properties} | {"type"}


def test_node_of_a_task() -> None:
    graph = build(small_facts(), Derived())
    assert graph.nodes[TASKS[1]] == {
        "label": "Task",
        "id": TASKS[1],
        "path": "2",
        "title": "task 2",
        "plan": PLAN,
        "start": 0,
        "end": 1,
        "same_as": None,
        "due": "2030-06-30",
        "recurrences": ("monthly",),
    }


def test_node_of_a_plan_has_the_checksum_of_its_facts() -> None:
    facts = small_facts()
    graph = build(facts, Derived())
    assert [graph.nodes[plan]["facts"] for plan in (PLAN, "old")] == list(checksums(facts).values())


def test_edge_of_a_lead() -> None:
    graph = build(small_facts(), Derived())
    # The letters before it are those of task 1: AB镇X, B.
    key = f"{TASKS[1]}/0.lead.0"
    assert graph.edges["甲:A", TASKS[1], f"LEADS:{key}"] == {
        "type": "LEADS",
        "id": key,
        "mention": "A",
        "group": 0,
        "open_ended": False,
        "standing": False,
        "rule": "test",
        "plan": PLAN,
        "start": 5,
        "end": 6,
        "confidence": "certain",
        "basis": "designated",
        "co_leads": 2,
        "repeats": False,
    }


def test_edge_of_boilerplate_support() -> None:
    facts = small_facts()
    graph = build(facts, derived(facts))
    marks = {
        (source, data["boilerplate"])
        for source, _, data in graph.edges(data=True)
        if data["type"] == "SUPPORTS"
    }
    # 镇X ends two of four attributions.
    assert marks == {("甲:B", False), ("甲:C", False), ("甲:镇", True), ("甲:X", True)}


def test_edge_of_a_collaboration() -> None:
    facts = small_facts()
    graph = build(facts, derived(facts))
    key = f"COLLABORATES_WITH:{PLAN}"
    assert graph.edges["甲:A", "甲:B", key] == {
        "type": "COLLABORATES_WITH",
        "plan": PLAN,
        "tasks": 2,
        "lead_support": 0,
        "co_lead": 2,
        "support_support": 0,
        "boilerplate": 0,
    }
    assert not graph.has_edge("甲:B", "甲:A", key)


def test_edges_between_the_same_nodes_stay_apart() -> None:
    graph = build(small_facts(), Derived())
    assert sorted(graph["甲:B"][TASKS[0]]) == [
        f"LEADS:{TASKS[0]}/1.lead.0",
        f"SUPPORTS:{TASKS[0]}/0.support.0",
    ]
    assert list(graph["甲:B"]["甲:A"]) == ["REPORTS_TO:u1", "REPORTS_TO:u2"]


def test_no_facts_are_an_empty_graph() -> None:
    graph = build(Facts(), Derived())
    assert (len(graph), graph.size()) == (0, 0)


def test_id_of_two_nodes_is_an_error() -> None:
    facts = facts_of(Attribution(1, "A"), place="甲", plan="甲")
    with pytest.raises(FactsError) as caught:
        build(facts, Derived())
    assert (caught.value.source, caught.value.code) == ("甲", "invalid")
    assert caught.value.details["labels"] == ("Plan", "Jurisdiction")


def test_key_of_two_edges_is_an_error() -> None:
    facts = facts_of(Attribution(1, "A"))
    (lead,) = facts.responsibilities
    twice = replace(facts, responsibilities=(lead, replace(lead, mention="other words")))
    with pytest.raises(FactsError, match=r"LEADS:plan of 甲#1/0\.lead\.0: invalid"):
        build(twice, Derived())


def test_body_may_become_a_group_while_no_other_plan_names_it() -> None:
    """Edges that a group may not have are gone with the body: it is in no pair, and issues none."""
    before = facts_of(Attribution(1, "AB"))
    (plan,) = before.plans
    before = replace(before, plans=(replace(plan, issuer_ids=("甲:A",)),))
    group = replace(before.units[0], kind=UnitKind.COLLECTIVE)
    after = replace(before, units=(group, before.units[1]))
    store = NetworkxStore()
    load(store, before, derived(before))
    kinds = set(store.counts()[1])
    assert {"COLLABORATES_WITH", "ISSUED_BY"} <= kinds
    load(store, after, derived(after))
    assert set(store.counts()[1]) == kinds - {"COLLABORATES_WITH", "ISSUED_BY"}
    assert store.graph.nodes["甲:A"]["label"] == "Collective"


def test_store_goes_on_with_a_graph_that_it_has_made() -> None:
    facts = small_facts()
    graph = build(facts, derived(facts))
    store = NetworkxStore(graph)
    assert load(store, facts, derived(facts)).total == 0
    assert store.graph is graph


def test_edge_to_no_node_is_an_error() -> None:
    facts = facts_of(Attribution(1, "A"))
    with pytest.raises(FactsError, match="甲:A: unknown_id"):
        build(replace(facts, units=()), Derived())


@of_tables
@given(plans)
def test_every_responsibility_is_one_edge(facts: Facts) -> None:
    graph = build(facts, derived(facts))
    found = {d["id"] for _, _, d in graph.edges(data=True) if "mention" in d}
    assert found == {r.id for r in facts.responsibilities}
    pairs = [key for _, _, key in graph.edges(keys=True) if key.startswith("COLLABORATES_WITH:")]
    assert len(pairs) == len(collaboration(facts))


class _Circle:
    """Holds itself, as what a driver leaves of a batch does."""

    def __init__(self) -> None:
        self.me = self


class _Littering(NetworkxStore):
    """Two plans are two parts of a load; each table that it writes leaves a circle behind."""

    rows_at_once = 1

    def __init__(self) -> None:
        super().__init__()
        self.circles: list[weakref.ref[_Circle]] = []
        self.most = 0

    def put_nodes(self, kind: NodeType, rows: Iterable[Row], *, new: bool) -> None:
        self.circles.append(weakref.ref(_Circle()))
        self.most = max(self.most, sum(circle() is not None for circle in self.circles))
        super().put_nodes(kind, rows, new=new)


def test_garbage_of_a_part_is_gone_before_the_next() -> None:
    facts = merge(
        facts_of(*[Attribution(n, "甲局", "乙局") for n in (1, 2)], plan=str(plan))
        for plan in range(4)
    )
    store = _Littering()
    load(store, facts, derived(facts))
    assert len(store.circles) > 2 * store.most
    assert gc.isenabled()
