"""Cells as people read them."""

from __future__ import annotations

import pytest

from graphmodel.reports.columns import Column, Kind, write_cells, write_value
from graphmodel.reports.wording import Language, Wording

HEAD = Wording("头", "head")


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (None, Kind.AMOUNT, "–"),
        (3, Kind.COUNT, "3"),
        (13.2, Kind.AMOUNT, "13.2"),
        (2.0, Kind.AMOUNT, "2.0"),
        (0.4567, Kind.RATIO, "0.457"),
        (0.17349, Kind.SHARE, "17.3%"),
        (-0.04, Kind.SCORE, "0.0"),
        (("a", "b"), Kind.TEXT, "a|b"),
        ("县\x1b局", Kind.TEXT, "县�局"),
    ],
)
def test_value(value: object, kind: Kind, expected: str) -> None:
    assert write_value(value, kind) == expected


def test_amounts_of_a_column_have_the_same_decimals() -> None:
    column = Column("load", HEAD, Kind.AMOUNT)
    assert write_cells(column, [{"load": 1.0}, {"load": 0.3}], Language.ZH) == ["1.0", "0.3"]
    assert write_cells(column, [{"load": 1.0}, {"load": 0.25}], Language.ZH) == ["1.00", "0.25"]


def test_flag_is_a_sign_and_a_word() -> None:
    column = Column("over", HEAD, Kind.FLAG, mark=Wording("▲ 超载", "▲ overloaded"))
    rows = [{"over": True}, {"over": False}]
    assert write_cells(column, rows, Language.ZH) == ["▲ 超载", ""]
    assert write_cells(column, rows, Language.EN) == ["▲ overloaded", ""]
