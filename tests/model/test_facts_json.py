"""Facts as JSON: there and back, and the JSON Schema that describes it."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.model.errors import FactsError
from graphmodel.model.facts import TABLES, Facts
from graphmodel.model.facts_json import SCHEMA, from_json, json_schema, to_json, to_object
from tests.model.building import PLAN, SOUND, facts_strategy, scalars

VALIDATOR = jsonschema.Draft202012Validator(json_schema())
TARGET: dict[str, Any] = {
    "id": "t",
    "plan": "p",
    "task": None,
    "metric": "时限",
    "op": "<=",
    "value": 5,
    "unit": "天",
    "start": 0,
    "end": 1,
}


def document(**tables: object) -> str:
    return json.dumps({"schema": SCHEMA, **tables})


def complaint(text: str) -> tuple[str, object]:
    with pytest.raises(FactsError) as caught:
        from_json(text, "facts.json")
    assert caught.value.source == "facts.json"
    return caught.value.code, caught.value.details["place"]


@settings(max_examples=40, deadline=None)
@given(facts_strategy(scalars | st.text(max_size=3)))
def test_facts_come_back(facts: Facts) -> None:
    text = to_json(facts)
    assert from_json(text, "x") == facts
    VALIDATOR.validate(json.loads(text))


def test_sound_facts_come_back_and_fit_the_schema() -> None:
    text = to_json(SOUND)
    assert from_json(text, "x") == SOUND
    assert to_json(from_json(text, "x")) == text
    VALIDATOR.validate(json.loads(text))


def test_shape_of_the_json() -> None:
    data = json.loads(to_json(SOUND))
    assert list(data) == ["schema", *TABLES]
    assert data["schema"] == "graphmodel.facts/1"
    assert data["tasks"][1] == {
        "id": "p#annex.1.4",
        "plan": "p",
        "path": ["annex", 1, 4],
        "title": "推进接电",
        "section": None,
        "start": 6,
        "end": 18,
        "same_as": None,
    }
    assert data["plans"][0]["status"] == "issued"
    assert data["responsibilities"][3]["open_ended"] is True


def test_text_stays_readable_and_ends_in_a_line_end() -> None:
    text = to_json(Facts(plans=(PLAN,)))
    assert "甲县方案" in text
    assert text.endswith("}\n")


def test_unknown_keys_are_passed_over_and_missing_tables_are_empty() -> None:
    text = document(future=[1], targets=[{**TARGET, "colour": "red"}])
    facts = from_json(text, "x")
    assert [row.value for row in facts.targets] == [5.0]
    assert facts.plans == ()


def test_columns_of_later_versions_may_be_missing_and_have_their_default() -> None:
    data = json.loads(to_json(SOUND))
    for row in data["responsibilities"]:
        del row["confidence"], row["reasons"], row["certainty"]
    for row in data["plans"]:
        del row["ocr"]
    assert from_json(json.dumps(data), "x") == SOUND


def test_optional_values_may_be_missing() -> None:
    row = {key: value for key, value in TARGET.items() if key != "task"}
    assert from_json(document(targets=[row]), "x").targets[0].task is None


@pytest.mark.parametrize(
    ("cells", "place"),
    [
        ({"op": "<"}, "targets[1].op"),
        ({"start": "0"}, "targets[1].start"),
        ({"start": None}, "targets[1].start"),
        ({"end": 1.5}, "targets[1].end"),
        ({"value": "5"}, "targets[1].value"),
        ({"value": 10**400}, "targets[1].value"),
        ({"id": 7}, "targets[1].id"),
        ({"task": []}, "targets[1].task"),
    ],
)
def test_malformed_cell_is_named(cells: dict[str, object], place: str) -> None:
    text = document(targets=[TARGET, {**TARGET, **cells}])
    assert complaint(text) == ("malformed", place)


@pytest.mark.parametrize("value", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_value_that_is_not_finite_is_malformed(value: str) -> None:
    text = document(targets=[TARGET]).replace('"value": 5', f'"value": {value}')
    assert complaint(text)[0] == "malformed"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{}", '"schema": "graphmodel.facts/1"'),
        ("[]", '"schema": "graphmodel.facts/1"'),
        ('{"schema": "graphmodel.facts/2"}', '"schema": "graphmodel.facts/1"'),
        (document(tasks={}), "tasks"),
        (document(tasks=[{}]), "tasks[0].id"),
        (document(tasks=["x"]), "tasks[0]"),
        (document(tasks=[None]), "tasks[0]"),
    ],
)
def test_what_is_no_facts_is_refused(text: str, place: str) -> None:
    assert complaint(text) == ("malformed", place)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        '{"schema": "graphmodel.facts/1", "plans": [}',
        "[" * 100_000,
        pytest.param('{"schema": "graphmodel.facts/1", "x": %s}' % ("1" * 5000), id="digits"),
    ],
)
def test_what_is_no_json_is_malformed(text: str) -> None:
    assert complaint(text)[0] == "malformed"


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(json_schema())
    assert json_schema()["title"] == SCHEMA


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("plans", "status", "lost"),
        ("plans", "issuers", "甲县人民政府"),
        ("responsibilities", "role", None),
        ("responsibilities", "basis", "guess"),
        ("responsibilities", "standing", "true"),
        ("tasks", "path", "3.1"),
        ("tasks", "start", None),
        ("targets", "value", "5"),
        ("units", "kind", "person"),
    ],
)
def test_schema_refuses(table: str, column: str, value: object) -> None:
    data = json.loads(to_json(SOUND))
    data[table][0][column] = value
    errors = [list(error.absolute_path) for error in VALIDATOR.iter_errors(data)]
    assert errors == [[table, 0, column]]


@pytest.mark.parametrize("table", TABLES)
def test_schema_asks_for_every_column(table: str) -> None:
    data = json.loads(json.dumps(to_object(SOUND)))
    for column in list(data[table][0]):
        removed = data[table][0].pop(column)
        assert [error.validator for error in VALIDATOR.iter_errors(data)] == ["required"]
        data[table][0][column] = removed


def test_schema_asks_for_every_table() -> None:
    data = to_object(Facts())
    del data["stages"]
    assert [error.validator for error in VALIDATOR.iter_errors(data)] == ["required"]
