"""A load or removal that breaks off anywhere is mended by the next one, and nothing is doubled."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import cast

import pytest

from graphmodel.model.checksum import checksums
from graphmodel.model.claims import facts_of_plans
from graphmodel.model.facts import Facts, merge
from graphmodel.model.vocabulary import UnitKind
from graphmodel.stores.contract import Changes, Store
from graphmodel.stores.loading import remove, status
from tests.model.building import CITED, PLAN, SOUND
from tests.stores.contract import (
    Breaking,
    Graph,
    Interrupted,
    Kind,
    empty,
    graph_in,
    graph_of,
    graph_of_loads,
    interrupted,
    load,
    plans_of,
    said_by,
)
from tests.stores.test_contract import FAR, FIRST, SECOND, TOGETHER, renamed

Write = Callable[[Store], object]


def writes_of(store: Store, write: Write) -> int:
    counting = Breaking(store)
    write(cast("Store", counting))
    assert counting.writes > 10
    return counting.writes


def breaks(store: Store, kind: Kind, before: Facts, write: Write) -> Iterator[int]:
    """Stores that hold some facts and in which the write broke off, after ever more rows."""

    def prepare() -> None:
        if not before.plans:
            store.clear()
        empty(store)
        load(store, before)

    prepare()
    for writes in range(0, writes_of(store, write), kind.stride):
        prepare()
        with pytest.raises(Interrupted):
            write(interrupted(store, writes))
        yield writes


def is_whole_or_has_no_checksum(store: Store, *versions: Facts) -> bool:
    """Whether each plan that has a checksum has all that the facts with that checksum say."""
    graph = graph_in(store)
    expected: dict[str, Graph] = {
        total: said_by(graph_of(facts), plan)
        for facts in versions
        for plan, total in checksums(facts).items()
    }
    plans = [plan for plan in status(store).plans if plan.facts is not None]
    return all(said_by(graph, plan.id) == expected[plan.facts or ""] for plan in plans)


@pytest.mark.parametrize("facts", [SOUND, TOGETHER])
def test_first_load_that_breaks_off(store: Store, kind: Kind, facts: Facts) -> None:
    for _ in breaks(store, kind, Facts(), lambda s: load(s, facts)):
        assert is_whole_or_has_no_checksum(store, facts)
        load(store, facts)
        assert graph_in(store) == graph_of(facts)
        assert load(store, facts) == Changes()


def test_plan_whose_load_broke_off_is_told_apart(store: Store, kind: Kind) -> None:
    """It is there from the first write on, unless the store undoes a whole load."""
    steps = list(breaks(store, kind, Facts(), lambda s: load(s, FIRST)))
    assert steps[0] == 0
    store.clear()
    with pytest.raises(Interrupted):
        load(interrupted(store, 5), FIRST)
    assert [plan.facts for plan in status(store).plans] in ([None], [])
    load(store, FIRST)
    assert [plan.facts for plan in status(store).plans] == [checksums(FIRST)["first"]]


AFTER = replace(
    SOUND,
    plans=(replace(PLAN, title="新方案", references=()), CITED),
    sections=(SOUND.sections[0], replace(SOUND.sections[1], parent=None)),
    tasks=SOUND.tasks[:1],
    units=(SOUND.units[0], replace(SOUND.units[1], kind=UnitKind.UNIT)),
    responsibilities=(
        replace(SOUND.responsibilities[0], unit="甲县:乡镇"),
        *SOUND.responsibilities[1:4],
    ),
    deadlines=SOUND.deadlines[1:],
    duties=(),
)
"""`p` in which much is other or gone, and a group has become a body."""


def test_change_that_breaks_off(store: Store, kind: Kind) -> None:
    before = merge([SOUND, TOGETHER])
    expected = graph_of(merge([AFTER, TOGETHER]))
    others = merge([Facts(plans=(CITED,)), TOGETHER])
    for _ in breaks(store, kind, before, lambda s: load(s, AFTER)):
        graph = graph_in(store)
        for plan in plans_of(others):
            assert said_by(graph, plan) == said_by(expected, plan)
        assert is_whole_or_has_no_checksum(store, before, AFTER)
        load(store, AFTER)
        assert graph_in(store) == expected
        assert load(store, AFTER) == Changes()


def test_removal_that_breaks_off_goes_on(store: Store, kind: Kind) -> None:
    (_, cited) = (facts for _, facts in facts_of_plans(SOUND))
    left = merge([cited, SECOND, FAR])
    for _ in breaks(store, kind, merge([SOUND, TOGETHER]), lambda s: remove(s, ["p", "first"])):
        remove(store, ["p", "first"])
        assert graph_in(store) == graph_of(left)


def test_removal_that_breaks_off_is_undone_by_a_load(store: Store, kind: Kind) -> None:
    facts = merge([FIRST, SECOND])
    for _ in breaks(store, kind, facts, lambda s: remove(s, ["first"])):
        assert is_whole_or_has_no_checksum(store, facts)
        load(store, FIRST)
        assert graph_in(store) == graph_of(facts)
        assert load(store, FIRST) == Changes()


def test_plan_that_lets_a_body_go_and_breaks_off(store: Store, kind: Kind) -> None:
    """The body has the name that the other plan knows, as soon as the load has been mended."""
    full = renamed(FIRST, "甲:A", "全称A局")
    without = replace(full, units=full.units[1:], responsibilities=full.responsibilities[1:3])

    def let_go(some: Store) -> None:
        load(some, SECOND)
        load(some, without)

    for _ in breaks(store, kind, full, let_go):
        let_go(store)
        assert graph_in(store) == graph_of_loads([SECOND, without])
