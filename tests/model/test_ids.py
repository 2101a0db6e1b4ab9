"""Ids: readable, stable, and different for different things."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.model.ids import Uniquifier, item_id, part_id, plan_id, squeeze


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("甲县", "甲政发〔2024〕3号", "甲县方案", "2024-01-02"), "甲县:甲政发〔2024〕3号"),
        (("甲县", None, "甲县方案", "2024-01-02"), "甲县:甲县方案:2024-01-02"),
        (("甲县", None, "甲县方案", None), "甲县:甲县方案"),
        ((None, None, "方案", None), "方案"),
        (("甲县", None, " 甲县\n方案　", None), "甲县:甲县方案"),
        ((None, "甲政发〔2024〕 3号", "方案", None), "甲政发〔2024〕3号"),
    ],
)
def test_plan_id(parts: tuple[str | None, str | None, str, str | None], expected: str) -> None:
    assert plan_id(*parts) == expected


def test_ids_of_parts() -> None:
    assert item_id("p", (3, 1, 2)) == "p#3.1.2"
    assert item_id("p", ("annex", 1, 4)) == "p#annex.1.4"
    assert part_id("p#3", 0, "lead", 2) == "p#3/0.lead.2"


def test_squeeze_takes_every_white_space() -> None:
    assert squeeze(" 甲\u3000县\r\n\t住\u2003建\xa0局\x85\u2028") == "甲县住建局"


def test_repeated_id_gets_its_number() -> None:
    unique = Uniquifier()
    assert [unique("x"), unique("y"), unique("x"), unique("x")] == ["x", "y", "x~2", "x~3"]


@given(st.lists(st.sampled_from(["x", "x~2", "x~3", "x~2~2", "y"]), max_size=12))
def test_ids_never_collide(keys: list[str]) -> None:
    unique = Uniquifier()
    ids = [unique(key) for key in keys]
    assert len(set(ids)) == len(ids)
    assert all(made.startswith(key) for made, key in zip(ids, keys, strict=True))
