"""The generated pages of docs/ are up to date, and output follows the schema there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from graphmodel import extract
from graphmodel.model.facts_json import to_json
from tools.make_data import DOCS, ROOT, pages

SAMPLES = sorted(path for path in (ROOT / "data" / "samples").iterdir() if path.is_file())


@pytest.fixture(scope="module")
def schema() -> Any:
    return json.loads((DOCS / "facts.schema.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", sorted(pages()))
def test_page_is_up_to_date(name: str) -> None:
    assert (DOCS / name).read_bytes() == pages()[name].encode(), "run make data"


def test_index_names_every_page() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    others = sorted(path.name for path in DOCS.iterdir() if path.name != "README.md")
    assert set(others) >= set(pages())
    assert [name for name in others if f"]({name})" not in index] == []


def test_schema_is_a_json_schema(schema: Any) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def test_output_follows_the_schema(sample: Path, schema: Any) -> None:
    output = json.loads(to_json(extract(sample)))
    assert output["tasks"]
    jsonschema.validate(output, schema, jsonschema.Draft202012Validator)


def test_schema_refuses_an_unknown_role(schema: Any) -> None:
    output = json.loads(to_json(extract(SAMPLES[0])))
    output["responsibilities"][0]["role"] = "boss"
    with pytest.raises(jsonschema.ValidationError, match="'boss' is not one of"):
        jsonschema.validate(output, schema, jsonschema.Draft202012Validator)
