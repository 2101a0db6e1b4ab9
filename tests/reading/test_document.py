"""Documents: where an offset stands, and what a table's grid looks like."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.reading import Cell, Document, Place, Table
from graphmodel.reading.document import PlaceUnit


def document(text: str, starts: tuple[int, ...] = (), unit: PlaceUnit = PlaceUnit.LINE) -> Document:
    return Document("plans/a.txt", "a.txt", "", "text", "utf-8", text, (), starts=starts, unit=unit)


def test_place_counts_lines_as_editors_do() -> None:
    text = "一\n二\r\n三\r四\f五\u2028六"
    places = [document(text).place(text.index(character)).number for character in "一二三四五六"]
    assert places == [1, 2, 3, 4, 4, 4]


def test_line_end_belongs_to_its_line() -> None:
    found = document("一\r\n二")
    assert [found.place(offset).number for offset in range(5)] == [1, 1, 1, 2, 2]


def test_place_by_pages() -> None:
    found = document("甲乙丙丁", starts=(0, 2, 3), unit=PlaceUnit.PAGE)
    assert [found.place(offset) for offset in range(5)] == [
        Place(PlaceUnit.PAGE, 1),
        Place(PlaceUnit.PAGE, 1),
        Place(PlaceUnit.PAGE, 2),
        Place(PlaceUnit.PAGE, 3),
        Place(PlaceUnit.PAGE, 3),
    ]


@pytest.mark.parametrize("offset", [-1, 3])
def test_place_outside_the_text(offset: int) -> None:
    with pytest.raises(ValueError, match=f"offset {offset} outside a text of 2 code points"):
        document("甲乙").place(offset)


@given(st.text(alphabet="一a \n\r\f"))
def test_place_is_monotone_and_counts_line_ends(text: str) -> None:
    found = document(text)
    numbers = [found.place(offset).number for offset in range(len(text) + 1)]
    assert numbers == sorted(numbers)
    assert numbers[0] == 1 or not text
    ends = text.replace("\r\n", "\n").replace("\r", "\n").count("\n")
    assert numbers[-1] == ends + 1


def test_grid_repeats_spanning_cells_and_leaves_holes() -> None:
    wide = Cell(0, 0, 0, 1, column_span=2)
    tall = Cell(0, 2, 2, 3, row_span=2)
    low = Cell(1, 0, 4, 5)
    assert Table(0, 5, (wide, tall, low)).grid() == [[wide, wide, tall], [low, None, tall]]


def test_grid_of_a_table_without_cells() -> None:
    assert Table(0, 0, ()).grid() == []
