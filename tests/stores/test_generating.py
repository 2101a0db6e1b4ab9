"""What the contract of the stores is tried on: sound facts, with everything in them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from hypothesis import given, settings

from graphmodel.analysis.graph import derived
from graphmodel.model.edges import edge_tables
from graphmodel.model.facts import TABLES, Facts
from graphmodel.model.graph import Derived, node_tables
from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES
from graphmodel.model.validation import validate
from graphmodel.model.vocabulary import UnitKind
from tests.stores.generating import LONG, NASTY, NUL, Step, histories, rich_facts

EVERY_TABLE = TABLES.keys() - {"places"}
KINDS_OF_FACTS = {
    "no plan",
    "three plans",
    "two counties",
    "body of several functions",
    "body with a host",
    "body without any task",
    "outside body",
    "row of an annex that says again",
    "task that nobody has a part in",
    "body that leads and supports a task",
    "body named twice in an attribution",
    "boilerplate",
    "standing",
    "indicator below the vocabulary",
    "duty that is owed by one body twice",
    "duty that is owed to a group",
    "duty that is owed to nobody",
    "goal of the whole plan",
    "character U+0000",
    "5,000 characters",
}


def kinds_of(facts: Facts, marks: Derived) -> Iterator[tuple[str, bool]]:
    groups = {unit.id for unit in facts.units if unit.kind is UnitKind.COLLECTIVE}
    parts = [r for r in facts.responsibilities if r.task is not None]
    roles = {(r.task, r.unit, r.role) for r in parts}
    texts = [unit.name for unit in facts.units] + [r.mention for r in parts]
    yield "no plan", facts == Facts()
    yield "three plans", len(facts.plans) == 3
    yield "two counties", len(facts.jurisdictions) == 3
    yield "body of several functions", any(len(unit.functions) > 2 for unit in facts.units)
    yield "body with a host", any(unit.host for unit in facts.units)
    yield "body without any task", {unit.id for unit in facts.units} > {r.unit for r in parts}
    yield "outside body", any(unit.kind is UnitKind.EXTERNAL for unit in facts.units)
    yield "row of an annex that says again", any(task.same_as for task in facts.tasks)
    yield "task that nobody has a part in", {t.id for t in facts.tasks} > {r.task for r in parts}
    yield "body that leads and supports a task", len({r[:2] for r in roles}) < len(roles)
    of_attributions = Counter((r.task, r.group, r.unit, r.role) for r in parts)
    yield "body named twice in an attribution", 2 in of_attributions.values()
    yield "boilerplate", bool(marks.boilerplate)
    yield "standing", any(r.standing for r in parts)
    shared = {row.id for row in facts.indicators if row.plan is None}
    yield (
        "indicator below the vocabulary",
        any(row.parent in shared for row in facts.indicators if row.plan),
    )
    yield (
        "duty that is owed by one body twice",
        any(len({*d.units}) < 2 < len(d.units) for d in facts.duties),
    )
    yield "duty that is owed to a group", any(duty.to in groups for duty in facts.duties)
    yield "duty that is owed to nobody", any(duty.to is None for duty in facts.duties)
    yield "goal of the whole plan", any(target.task is None for target in facts.targets)
    yield "character U+0000", any(NUL in text for text in texts)
    yield "5,000 characters", LONG in texts


def test_facts_are_sound_and_everything_occurs() -> None:
    tables: Counter[str] = Counter()
    graph: Counter[object] = Counter()
    kinds: Counter[str] = Counter()

    @settings(max_examples=150, deadline=None, derandomize=True, database=None)
    @given(rich_facts())
    def look(facts: Facts) -> None:
        assert validate(facts) == []
        tables.update({table: len(facts.rows(table)) for table in TABLES})
        graph.update({t.type.label: len(list(t.rows)) for t in node_tables(facts)})
        marks = derived(facts)
        for table in edge_tables(facts, marks):
            graph[table.type.type, table.pair] += len(list(table.rows))
        kinds.update(kind for kind, occurs in kinds_of(facts, marks) if occurs)

    look()
    assert {table for table, count in tables.items() if count} == EVERY_TABLE
    assert {key for key, count in graph.items() if count} == {
        *(node.label for node in NODE_TYPES),
        *((edge.type, pair) for edge in EDGE_TYPES for pair in edge.pairs),
    }
    assert set(kinds) == KINDS_OF_FACTS


def test_texts_are_those_that_queries_stumble_over() -> None:
    assert len(NASTY) == len(set(NASTY))
    assert any("DETACH DELETE" in text for text in NASTY)


@settings(max_examples=50, deadline=None)
@given(rich_facts(nul=False))
def test_no_text_has_the_character_0_where_none_is_wanted(facts: Facts) -> None:
    assert NUL not in str(facts)
    assert "\\x00" not in str(facts)


def test_histories_load_change_and_remove_plans() -> None:
    seen: Counter[str] = Counter()

    @settings(max_examples=100, deadline=None, derandomize=True, database=None)
    @given(histories())
    def look(steps: list[Step]) -> None:
        loads = [step for step in steps if isinstance(step, Facts)]
        assert all(validate(facts) == [] for facts in loads)
        seen["removal"] += len(loads) < len(steps)
        seen["several loads"] += len(loads) > 1
        versions = {(plan.id, plan.sha256) for facts in loads for plan in facts.plans}
        seen["other version"] += len(versions) > len({plan for plan, _ in versions})

    look()
    assert min(seen[kind] for kind in ("removal", "several loads", "other version")) > 5
