"""Classes of confidence keep their promise: most is certain, and what is certain is right."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from graphmodel.model.vocabulary import Confidence
from tests.accuracy.confidence import Judged, counts, of_samples, of_shared, table

LEAST_CERTAIN = 0.9
"""Share of all responsibilities that are certain."""
LEAST_RIGHT = 0.995
"""Share of the certain ones that are right."""


def assert_calibrated(rows: list[Judged]) -> None:
    found = counts(rows)
    right, wrong = (found[Confidence.CERTAIN, is_right] for is_right in (True, False))
    assert right + wrong >= LEAST_CERTAIN * len(rows), table(rows)
    assert right >= LEAST_RIGHT * (right + wrong), table(rows)


def test_samples() -> None:
    rows = list(of_samples())
    assert len(rows) > 250
    assert_calibrated(rows)


@pytest.mark.shared
@pytest.mark.slow
def test_shared_documents(shared: Path) -> None:
    rows = list(of_shared(shared))
    assert len(rows) > 1500
    assert_calibrated(rows)


def test_what_is_wrong_or_not_certain_is_counted() -> None:
    (row, _), *_ = of_samples()
    likely = replace(row, confidence=Confidence.LIKELY, reasons=("words:long",))
    rows = [(row, True)] * 9 + [(likely, False)]
    assert_calibrated(rows)
    with pytest.raises(AssertionError, match="words:long"):
        assert_calibrated([*rows, (likely, True)])
    with pytest.raises(AssertionError, match="wrong"):
        assert_calibrated([(row, False), *rows])
