"""The kinds of stores, each of which has to pass the tests of the contract."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.stores.contract import Store
from tests.stores.contract import KINDS, Kind

ForAll = Callable[[st.SearchStrategy[Any], Callable[[Any], None]], None]


@dataclass(frozen=True)
class Shown:
    """An example, of which a failure shows the beginning: Hypothesis finds the rest again."""

    value: Any

    def __repr__(self) -> str:
        """Not a hundred pages."""
        return repr(self.value)[:4000]


@pytest.fixture(params=[pytest.param(key, marks=kind.marks) for key, kind in KINDS.items()])
def kind(request: pytest.FixtureRequest) -> Kind:
    """Each kind of store."""
    return KINDS[request.param]


@pytest.fixture
def store(kind: Kind, request: pytest.FixtureRequest) -> Iterator[Store]:
    """An empty store of a kind."""
    store = kind.make(request)
    yield store
    store.close()


@pytest.fixture
def for_all(kind: Kind) -> ForAll:
    """Tries a property on as many examples as the kind of store has time for."""

    def try_out(examples: st.SearchStrategy[Any], check: Callable[[Any], None]) -> None:
        slow = [HealthCheck.too_slow]
        limits = settings(max_examples=kind.examples, deadline=None, suppress_health_check=slow)
        limits(given(examples.map(Shown))(lambda shown: check(shown.value)))()

    return try_out
