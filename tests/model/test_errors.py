"""Errors keep their parts apart, so that each language can say them its own way."""

from __future__ import annotations

import pytest

from graphmodel.model.errors import FactsError, GraphmodelError, InputError, OutputError


@pytest.mark.parametrize("kind", [InputError, FactsError, OutputError])
def test_parts_of_an_error(kind: type[GraphmodelError]) -> None:
    error = kind("a.txt", "unreadable", reason="denied", place=3)
    assert isinstance(error, GraphmodelError)
    assert (error.source, error.code) == ("a.txt", "unreadable")
    assert error.details == {"reason": "denied", "place": 3}
    assert str(error) == "a.txt: unreadable, reason=denied, place=3"
    assert str(kind("a.txt", "missing")) == "a.txt: missing"
