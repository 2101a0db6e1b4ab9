"""Columns of the facts tables: their types, their text form and its way back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphmodel.model.columns import columns_of, decode_path, decode_strings, encode
from graphmodel.model.facts import TABLES
from graphmodel.model.records import Duty, Indicator, Plan, Responsibility, Section, Target
from tests.model.building import ODD, paths


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (-7, "-7"),
        (0.1, "0.1"),
        ((3, 1, 1), "3.1.1"),
        (("annex", 1, 4), "annex.1.4"),
        ((), ""),
        (("甲", "乙"), "甲|乙"),
        (("a|b", "c\\d", "|"), "a\\|b|c\\\\d|\\|"),
        (("3", "1"), "3|1"),
    ],
)
def test_text_form(value: object, text: str) -> None:
    assert encode(value) == text


@pytest.mark.parametrize(
    ("text", "path"),
    [("", ()), ("3", (3,)), ("3.1.12", (3, 1, 12)), ("annex.1.4", ("annex", 1, 4))],
)
def test_path_is_read(text: str, path: tuple[int | str, ...]) -> None:
    assert decode_path(text) == path


@pytest.mark.parametrize(
    ("text", "strings"),
    [
        ("", ()),
        ("a", ("a",)),
        ("a|b\\|c", ("a", "b|c")),
        ("a\\\\|b", ("a\\", "b")),
        ("a|", ("a", "")),
        ("a\\", ("a",)),
    ],
)
def test_strings_are_read(text: str, strings: tuple[str, ...]) -> None:
    assert decode_strings(text) == strings


@given(paths)
def test_paths_come_back(path: tuple[int | str, ...]) -> None:
    assert decode_path(encode(path)) == path


@given(st.lists(st.text(ODD, min_size=1, max_size=5)).map(tuple))
def test_strings_come_back(strings: tuple[str, ...]) -> None:
    assert decode_strings(encode(strings)) == strings


@given(st.text(ODD + "0123456789"))
def test_any_text_is_a_path_or_strings(text: str) -> None:
    assert all(isinstance(part, int | str) for part in decode_path(text))
    assert all(isinstance(part, str) for part in decode_strings(text))


def test_types_of_columns() -> None:
    found = {c.name: (c.type, c.optional) for c in columns_of(Target)}
    assert found == {
        "id": ("str", False),
        "plan": ("str", False),
        "task": ("str", True),
        "metric": ("str", False),
        "op": ("str", False),
        "value": ("float", False),
        "unit": ("str", False),
        "start": ("int", False),
        "end": ("int", False),
    }
    assert {c.name: c.type for c in columns_of(Section)}["path"] == "path"
    assert {c.name: c.type for c in columns_of(Plan)}["issuers"] == "strings"
    assert {c.name: c.type for c in columns_of(Responsibility)}["standing"] == "bool"


def test_values_and_references_of_columns() -> None:
    values = {c.name: c.values for c in columns_of(Responsibility)}
    assert values["role"] == ("lead", "support", "engaged")
    assert values["basis"] == ("designated", "joint", "sole", "first_listed", "heading")
    assert values["mention"] is None
    assert {c.name: c.references for c in columns_of(Duty) if c.references} == {
        "plan": "plans",
        "units": "units",
        "to": "units",
    }


@pytest.mark.parametrize("table", TABLES)
def test_every_column_says_what_it_holds_and_refers_to_a_table(table: str) -> None:
    for column in columns_of(TABLES[table]):
        assert column.doc
        assert column.references is None or column.references in TABLES


def test_json_values_of_another_type_are_refused() -> None:
    convert = {c.name: c.convert for c in (*columns_of(Indicator), *columns_of(Responsibility))}
    strings = next(c.convert for c in columns_of(Duty) if c.name == "dates")
    path = next(c.convert for c in columns_of(Section) if c.name == "path")
    for conversion, value in [
        (convert["name"], 1),
        (convert["level"], "1"),
        (convert["level"], True),
        (convert["level"], 1.0),
        (convert["standing"], 0),
        (convert["role"], "leads"),
        (strings, "03-10"),
        (strings, [3]),
        (path, "3.1"),
        (path, [1.5]),
    ]:
        with pytest.raises(ValueError):
            conversion(value)


def test_whole_numbers_are_values_too() -> None:
    value = next(c.convert for c in columns_of(Target) if c.name == "value")
    assert (value(50), type(value(50))) == (50.0, float)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_values_are_finite(value: float) -> None:
    convert = next(c.convert for c in columns_of(Target) if c.name == "value")
    with pytest.raises(ValueError):
        convert(value)
