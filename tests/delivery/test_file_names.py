"""Names of pages, on systems that take few of them."""

from __future__ import annotations

import pytest

from graphmodel.delivery.file_names import LONGEST, page_names, safe_name
from graphmodel.model.records import Unit
from graphmodel.model.vocabulary import UnitKind


def unit(name: str, place: str | None = "云岭县") -> Unit:
    return Unit(f"{place}:{name}", name, UnitKind.UNIT, "other", (), place, place)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("县审批局", "县审批局"),
        ('a<b>c:d"e/f\\g|h?i*j', "a_b_c_d_e_f_g_h_i_j"),
        ("../../etc", "_.._etc"),
        (" .县审批局. .", "县审批局"),
        ("con", "con_"),
        ("Nul.txt", "Nul_.txt"),
        ("COM1", "COM1_"),
        ("LPT².x", "LPT²_.x"),
        ("constant", "constant"),
        ("a\u202eb\x00c\nd\ud800", "a_b_c_d_"),
        ("e\u0301", "é"),
        ("", "_"),
        (" . ", "_"),
        ("局" * 200, "局" * LONGEST),
    ],
)
def test_name_is_safe(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_longest_name_fits_into_255_bytes() -> None:
    assert len(f"{safe_name('局' * 200)}.html".encode()) <= 255


def test_equal_names_of_places_bear_the_place() -> None:
    units = [unit("县审批局"), unit("县审批局", "雾河县"), unit("县财政局"), unit("县财政局", None)]
    assert page_names(units) == [
        "云岭县 县审批局",
        "雾河县 县审批局",
        "云岭县 县财政局",
        "县财政局",
    ]


def test_names_that_only_their_case_tells_apart_are_numbered() -> None:
    units = [unit("IT Office"), unit("it office"), unit("It Office")]
    assert page_names(units) == ["IT Office", "it office~2", "It Office~3"]


def test_long_names_are_told_apart_within_their_length() -> None:
    names = page_names([unit("局" * 100), unit("局" * 101)])
    assert names[0] != names[1]
    assert max(map(len, names)) == LONGEST
