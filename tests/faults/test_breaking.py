"""A load that breaks off anywhere leaves nothing that a load of other facts does not take back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from graphmodel.model.facts import Facts
from graphmodel.stores.contract import Changes, Store
from graphmodel.stores.networkx_store import NetworkxStore
from tests.model.building import SOUND
from tests.stores.contract import Breaking, Interrupted, graph_in, interrupted, load
from tests.stores.test_contract import FIRST, SECOND, TOGETHER, renamed
from tests.stores.test_contract_interrupted import AFTER

NAMED = renamed(FIRST, "甲:A", "全称A局")
WITHOUT = replace(NAMED, units=NAMED.units[1:], responsibilities=NAMED.responsibilities[1:3])


def broken(there: list[Facts], facts: Facts) -> Iterator[Store]:
    """Stores that hold some facts, and in which a load of others broke off, ever later."""
    counting = Breaking(filled(there))
    load(counting, facts)
    for writes in range(counting.writes):
        store = filled(there)
        with pytest.raises(Interrupted):
            load(interrupted(store, writes), facts)
        yield store


def filled(loads: list[Facts]) -> Store:
    """A store in memory, after some loads."""
    store = NetworkxStore()
    for facts in loads:
        load(store, facts)
    return store


@pytest.mark.parametrize(
    ("there", "facts"),
    [
        ([SECOND, WITHOUT], NAMED),  # a body of another plan too gets another name
        ([SECOND, NAMED], WITHOUT),
        ([TOGETHER, SOUND], AFTER),  # a group becomes a body
        ([TOGETHER, AFTER], SOUND),
    ],
)
def test_load_that_broke_off_is_taken_back(there: list[Facts], facts: Facts) -> None:
    expected = graph_in(filled(there))
    for store in broken(there, facts):
        load(store, there[-1])
        assert graph_in(store) == expected
        assert load(store, there[-1]) == Changes()


def test_first_load_that_broke_off_is_followed_by_other_facts() -> None:
    expected = graph_in(filled([SECOND, WITHOUT]))
    for store in broken([SECOND], NAMED):
        load(store, WITHOUT)
        assert graph_in(store) == expected
