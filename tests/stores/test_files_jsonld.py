"""JSON-LD: what stands in the file, and the statements that a processor makes of it."""

from __future__ import annotations

import json
import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.model.facts import Facts
from graphmodel.model.records import Unit
from graphmodel.model.schema import EDGE_TYPES
from graphmodel.model.vocabulary import UnitKind
from graphmodel.stores.files.formats import GraphFormat
from graphmodel.stores.files.jsonld import pieces
from graphmodel.stores.files.jsonld_terms import LINKS, ROLES, iri
from tests.model.building import HOUSING, SOUND, changed
from tests.stores.files_building import TINY, any_text, nasty_facts, tables_of, written
from tests.stores.generating import rich_facts

OWN = "urn:graphmodel:schema:"
ORG = "http://www.w3.org/ns/org#"
PROV = "http://www.w3.org/ns/prov#"
OA = "http://www.w3.org/ns/oa#"
DCTERMS = "http://purl.org/dc/terms/"
TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
HOUSING_IRI = "urn:graphmodel:unit:" + "%E7%94%B2%E5%8E%BF%3A%E4%BD%8F%E5%BB%BA"
TOWNS_IRI = "urn:graphmodel:collective:" + "%E7%94%B2%E5%8E%BF%3A%E4%B9%A1%E9%95%87"

Statement = tuple[str, str, Any]


def objects(facts: Facts) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(b"".join(pieces(tables_of(facts))))["@graph"]
    return found


def statements(facts: Facts) -> Iterator[Statement]:
    """The statements of the file; ids are text, values are values."""
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    data = rdflib.Graph()
    with warnings.catch_warnings():
        # its own parser still uses what it deprecates
        warnings.simplefilter("ignore", DeprecationWarning)
        data.parse(data=b"".join(pieces(tables_of(facts))), format="json-ld")
    for one, term, value in data:
        yield str(one), str(term), value


class Said:
    """The statements of facts, looked up by subject and term."""

    def __init__(self, facts: Facts) -> None:
        """Read them."""
        self._values: dict[tuple[str, str], list[str]] = {}
        for one, term, value in sorted((s, p, str(o)) for s, p, o in statements(facts)):
            self._values.setdefault((one, term), []).append(value)

    def of(self, one: str, term: str) -> list[str]:
        """All values, in order."""
        return self._values.get((one, term), [])

    def only(self, one: str, term: str) -> str:
        """The one value."""
        (value,) = self.of(one, term)
        return value

    def ones(self, kind: str) -> list[str]:
        """The things of a class."""
        return [
            one for (one, term), found in self._values.items() if term == TYPE and kind in found
        ]


def test_tiny_file(tmp_path: Path) -> None:
    path = written(TINY, tmp_path, GraphFormat.JSONLD)
    unit = "urn:graphmodel:unit:%E5%8E%BF%3A%E4%BD%8F%E5%BB%BA"
    span = {"type": "oa:TextPositionSelector", "start": 11, "end": 15}
    part = {"type": "oa:SpecificResource", "hasSource": "urn:graphmodel:plan:p"}
    found = json.loads(path.read_bytes())["@graph"]
    assert found[3] == {
        "id": unit,
        "type": ["gm:Unit", "org:Organization"],
        "name": "县住建局",
        "kind": "unit",
        "function": "housing",
        "functions": ["housing"],
        "identifier": "县:住建",
    }
    assert found[6] == {
        "id": "urn:graphmodel:responsibility:p%231%2F0.lead.0",
        "type": ["gm:Responsibility", "prov:Entity"],
        "role": "urn:graphmodel:role:lead",
        "body": unit,
        "task": "urn:graphmodel:task:p%231",
        "mention": "住建局",
        "group": 0,
        "open_ended": False,
        "standing": True,
        "rule": "r",
        "confidence": "certain",
        "basis": "designated",
        "co_leads": 1,
        "repeats": False,
        "identifier": "p#1/0.lead.0",
        "hadPrimarySource": "urn:graphmodel:plan:p",
        "wasDerivedFrom": {**part, "hasSelector": span},
    }
    assert found[7:9] == [
        {"id": "urn:graphmodel:task:p%231", "dcterms:isPartOf": "urn:graphmodel:plan:p"},
        {"id": "urn:graphmodel:plan:p", "gm:names": unit},
    ]
    assert len(found) == 10


def test_every_type_of_edge_has_its_words() -> None:
    nodes = {"MEASURES", "COLLABORATES_WITH"}
    assert {*ROLES, *LINKS, *nodes} == {edge.type for edge in EDGE_TYPES}
    assert not {*ROLES} & {*LINKS} | {*LINKS} & nodes


def test_bodies_are_organisations_of_places() -> None:
    said = Said(changed("units", 2, host=HOUSING.id))
    power = "urn:graphmodel:unit:%E4%BE%9B%E7%94%B5"
    county = "urn:graphmodel:jurisdiction:%E4%B9%99%E7%9C%81%2F%E7%94%B2%E5%8E%BF"
    province = "urn:graphmodel:jurisdiction:%E4%B9%99%E7%9C%81"
    assert said.ones(f"{ORG}Organization") == sorted([province, county, power, HOUSING_IRI])
    assert said.only(HOUSING_IRI, f"{ORG}subOrganizationOf") == county
    assert said.only(county, f"{ORG}subOrganizationOf") == province
    assert said.only(power, f"{ORG}unitOf") == HOUSING_IRI
    assert said.ones(f"{ORG}OrganizationalUnit") == [power]
    assert said.of(TOWNS_IRI, f"{ORG}subOrganizationOf") == []
    assert said.only(TOWNS_IRI, f"{OWN}belongsTo") == county
    assert said.of(power, f"{ORG}reportsTo") == [HOUSING_IRI]
    assert said.of(TOWNS_IRI, f"{ORG}reportsTo") == [HOUSING_IRI]


def test_host_may_be_a_group() -> None:
    office = Unit("办", "办", UnitKind.UNIT, "other", ("other",), None, None, host="甲县:乡镇")
    facts = Facts(**{t: SOUND.rows(t) for t in SOUND.__slots__} | {"units": (*SOUND.units, office)})
    assert Said(facts).only("urn:graphmodel:unit:%E5%8A%9E", f"{ORG}unitOf") == TOWNS_IRI


def test_plan_is_the_source() -> None:
    said = Said(SOUND)
    plan, task = "urn:graphmodel:plan:p", "urn:graphmodel:task:p%231.1"
    assert said.of(plan, TYPE) == [f"{PROV}Entity", f"{PROV}Plan", f"{OWN}Plan"]
    assert said.only(plan, f"{DCTERMS}title") == "甲县方案"
    assert said.only(plan, f"{DCTERMS}references") == "urn:graphmodel:plan:q"
    assert said.only(plan, f"{PROV}wasAttributedTo") == HOUSING_IRI
    assert said.only(task, f"{PROV}hadPrimarySource") == plan
    part = said.only(task, f"{PROV}wasDerivedFrom")
    assert said.only(part, f"{OA}hasSource") == plan
    span = said.only(part, f"{OA}hasSelector")
    assert said.only(span, TYPE) == f"{OA}TextPositionSelector"
    assert (said.only(span, f"{OA}start"), said.only(span, f"{OA}end")) == ("6", "18")


def test_types_of_values() -> None:
    values = {
        (term.removeprefix(OWN).removeprefix(OA).removeprefix(DCTERMS), str(value.datatype))
        for _, term, value in statements(SOUND)
        if getattr(value, "datatype", None)
    }
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert {(term, kind) for term, kind in values if not kind.endswith(("integer", "boolean"))} == {
        ("issued", f"{xsd}date"),
        ("due", f"{xsd}date"),
        ("date", f"{xsd}date"),
        ("value", f"{xsd}double"),
        ("start", f"{xsd}nonNegativeInteger"),
        ("end", f"{xsd}nonNegativeInteger"),
    }
    assert {kind for term, kind in values if term == "boilerplate"} == {
        f"{xsd}boolean",
        f"{xsd}integer",
    }


def test_units_that_share_tasks_are_a_collaboration() -> None:
    said = Said(SOUND)
    (pair,) = said.ones(f"{ORG}OrganizationalCollaboration")
    members = said.of(pair, f"{ORG}hasMember")
    assert members == ["urn:graphmodel:unit:%E4%BE%9B%E7%94%B5", HOUSING_IRI]
    assert said.only(pair, f"{OWN}tasks") == "1"
    assert said.only(pair, f"{PROV}wasDerivedFrom") == "urn:graphmodel:plan:p"


def assert_responsibilities_are_there(facts: Facts) -> None:
    said = Said(facts)
    kinds = {unit.id: unit.kind for unit in facts.units}
    expected = [r for r in facts.responsibilities if r.task or r.role == "lead"]
    assert len(said.ones(f"{OWN}Responsibility")) == len(expected)
    for part in expected:
        one = iri("responsibility", part.id)
        is_group = kinds[part.unit] is UnitKind.COLLECTIVE
        assert said.only(one, f"{OWN}body") == iri("collective" if is_group else "unit", part.unit)
        assert said.only(one, f"{OWN}role") == f"urn:graphmodel:role:{part.role}"
        about = ("task", part.task) if part.task else ("indicator", part.indicator or "")
        assert said.only(one, f"{OWN}{about[0]}") == iri(*about)
        assert said.only(one, f"{OWN}mention") == part.mention
        assert said.only(one, f"{OWN}rule") == part.rule
        assert said.only(one, f"{OWN}confidence") == part.confidence
        span = said.only(said.only(one, f"{PROV}wasDerivedFrom"), f"{OA}hasSelector")
        assert said.only(span, f"{OA}start") == str(part.start)
        assert said.only(span, f"{OA}end") == str(part.end)


def test_every_responsibility_is_there() -> None:
    assert_responsibilities_are_there(SOUND)


@settings(max_examples=15, deadline=None)
@given(rich_facts())
def test_every_responsibility_of_rich_facts_is_there(facts: Facts) -> None:
    assert_responsibilities_are_there(facts)


def test_ids_are_valid_and_tell_apart() -> None:
    facts = nasty_facts()
    found = objects(facts)
    ids = {one["id"] for one in found}
    pattern = re.compile(r"urn:graphmodel:[a-z]+(?::(?:[A-Za-z0-9_.~-]|%[0-9A-F]{2})*)+")
    assert [one for one in ids if not pattern.fullmatch(one)] == []
    described = [one["id"] for one in found if "type" in one]
    assert len(described) == len(set(described))
    graph_nodes = [one for one in found if "identifier" in one]
    assert all(one["id"].endswith(iri("", one["identifier"])[15:]) for one in graph_nodes)


@given(any_text, any_text)
def test_iri_holds_the_id(one: str, other: str) -> None:
    said = iri("Task", one, other)
    assert said.isascii()
    assert [unquote(part, errors="surrogatepass") for part in said.split(":")[3:]] == [one, other]


@given(st.text())
def test_iri_has_no_character_that_means_something(text: str) -> None:
    assert not set(iri("Task", text).removeprefix("urn:graphmodel:task:")) & set(
        " #:/?\"'<>{}|\\^`"
    )


def test_nothing_is_fetched(tmp_path: Path) -> None:
    context = json.loads(written(SOUND, tmp_path, GraphFormat.JSONLD).read_bytes())["@context"]
    assert isinstance(context, dict)
    addresses = {term for term in context.values() if str(term).startswith("http")}
    assert all(term.endswith(("#", "/")) for term in addresses)
    assert len(addresses) == 6
