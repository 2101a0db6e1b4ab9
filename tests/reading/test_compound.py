"""OLE compound files: their streams, and files that nobody wrote so."""

from __future__ import annotations

import random
import time

import pytest

from graphmodel.reading.compound import SIGNATURE, Compound
from tests.reading.ole import compound

CONTENT = bytes(range(256)) * 40


def test_streams_of_the_root_alone() -> None:
    found = Compound(compound({"Workbook": CONTENT, "b": b"x"}, {"Pool": {"WordDocument": b"y"}}))
    assert found.names() == {"Workbook", "b", "Pool"}
    assert found.stream("Workbook") == CONTENT
    assert found.stream("b").rstrip(b"\0") == b"x"
    assert found.stream("WordDocument") == b""


def test_truncated_streams_are_shorter() -> None:
    data = compound({"Workbook": CONTENT})
    lengths = [len(Compound(data[:cut]).stream("Workbook")) for cut in range(8, len(data), 500)]
    assert set(lengths) <= set(range(len(CONTENT) + 1))
    assert lengths[0] == 0


@pytest.mark.parametrize("seed", range(20))
def test_damage_never_stops_the_reading(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(compound({"Workbook": CONTENT, "b": b"x"}))
    for _ in range(50):
        data[chance.randrange(8, 1024)] = chance.choice((0, 1, 0xFE, 0xFF))
    found = Compound(bytes(data))
    assert all(len(found.stream(name)) <= len(data) for name in found.names())


@pytest.mark.parametrize("filling", [b"\0", b"\xff", b"\x01", b"\0\0\0\x01"])
def test_chains_that_run_in_circles_end(filling: bytes) -> None:
    data = SIGNATURE + filling * (20_000_000 // len(filling))
    start = time.process_time()
    found = Compound(data)
    assert all(len(found.stream(name)) <= len(data) for name in found.names())
    assert time.process_time() - start < 2.0
