"""Rules to cells: spans, open edges, doubled and dashed lines, drawings that are no table."""

from __future__ import annotations

import time

import pytest

from graphmodel.reading.pages import Line
from graphmodel.reading.pages.ruled import ruled_page
from graphmodel.reading.pages.ruling import Rule, grids

Place = tuple[int, int, int, int]
"""Row, column, and how many of each a cell covers."""


def across(y: float, left: float, right: float, thick: float = 0.5) -> Rule:
    return Rule(left, y - thick / 2, right, y + thick / 2)


def down(x: float, top: float, bottom: float, thick: float = 0.5) -> Rule:
    return Rule(x - thick / 2, top, x + thick / 2, bottom)


def places(*rules: Rule) -> list[list[Place]]:
    return [[cell[:4] for cell in table] for table in grids(rules)]


FRAME = (across(0, 0, 300), across(100, 0, 300), down(0, 0, 100), down(300, 0, 100))
FOUR: list[Place] = [(0, 0, 1, 1), (0, 1, 1, 1), (1, 0, 1, 1), (1, 1, 1, 1)]


def test_cells_stand_between_rules() -> None:
    (cells,) = grids([*FRAME, across(40, 0, 300), down(120, 0, 100)])
    assert [cell[:4] for cell in cells] == FOUR
    assert cells[1][4:] == (120, 0, 300, 40)


def test_missing_rules_make_spans() -> None:
    assert places(*FRAME, across(40, 120, 300), down(120, 0, 100), down(200, 40, 100)) == [
        [(0, 0, 2, 1), (0, 1, 1, 2), (1, 1, 1, 1), (1, 2, 1, 1)]
    ]


def test_open_edges_are_closed() -> None:
    rules = (across(0, 0, 300), across(50, 0, 300), across(100, 0, 300), down(150, 0, 100))
    assert places(*rules) == [FOUR]


def test_doubled_and_dashed_rules_are_one() -> None:
    dashes = [across(40, left, left + 8) for left in range(0, 300, 10)]
    assert places(*FRAME, *dashes, down(120, 0, 100), down(121.5, 0, 100)) == [FOUR]


def test_rules_that_nearly_meet_meet() -> None:
    assert places(*FRAME, across(40, 1.5, 298.5), down(120, 1.5, 99)) == [FOUR]


def test_tables_apart_are_two() -> None:
    upper = (*FRAME, down(90, 0, 100))
    lower = [Rule(rule.left, rule.top + 200, rule.right, rule.bottom + 200) for rule in upper]
    assert [table[0][5] for table in grids([*lower, *upper])] == [0, 200]


@pytest.mark.parametrize(
    "rules",
    [
        [],
        [across(50, 0, 300)],
        list(FRAME),
        [across(0, 0, 300), across(20, 0, 300), across(40, 0, 300)],
        [Rule(0, 0, 300, 100), Rule(0, 0, 150, 50)],
        [*FRAME, across(40, 0, 300)],
        [*FRAME, down(40, 50, 54)],
    ],
    ids=["nothing", "underline", "frame", "writing paper", "grounds", "frames", "dash"],
)
def test_what_is_no_table_is_none(rules: list[Rule]) -> None:
    assert places(*rules) == []


def test_words_go_to_the_cell_that_they_stand_in() -> None:
    words = [
        Line("牵头", 10, 10, 30, 20),
        Line("单位", 30, 10, 50, 20),
        Line("县司法局", 130, 60, 170, 70),
        Line("表外", 10, 120, 30, 130),
    ]
    page = ruled_page(400, 600, words, [*FRAME, across(40, 0, 300), down(120, 0, 100)])
    assert [line.text for line in page.lines] == ["表外"]
    (table,) = page.tables
    assert [[line.text for line in cell.lines] for cell in table.cells] == [
        ["牵头单位"],
        [],
        [],
        ["县司法局"],
    ]
    assert table[:4] == (0, 0, 300, 100)


def test_table_with_one_text_is_left_as_lines() -> None:
    words = [Line("特急", 10, 10, 30, 20)]
    page = ruled_page(400, 600, words, [*FRAME, down(90, 0, 100)])
    assert not page.tables
    assert [line.text for line in page.lines] == ["特急"]


@pytest.mark.parametrize("columns", [20, 1400, 5000])
def test_drawings_take_bounded_time(columns: int) -> None:
    rules = [across(7.0 * row, 0, 40_000) for row in range(1400)]
    rules += [down(7.0 * column, 0, 9800) for column in range(columns)]
    began = time.process_time()
    cells = sum(len(table) for table in grids(rules))
    assert time.process_time() - began < 5
    assert cells in (0, 1399 * columns)
