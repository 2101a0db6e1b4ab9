"""The words of the graph in JSON-LD: terms of W3C and DCMI vocabularies, and our own.

Nothing is fetched: the context stands in the file, and our own terms and ids are URNs.
"""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from graphmodel.model.schema import EDGE_TYPES, NODE_TYPES

OWN = "urn:graphmodel:schema:"
"""What our own terms begin with."""
PREFIXES = {
    "gm": OWN,
    "org": "http://www.w3.org/ns/org#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "dcterms": "http://purl.org/dc/terms/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

CLASSES = {
    "Jurisdiction": ("gm:Jurisdiction", "org:Organization"),
    "Unit": ("gm:Unit", "org:Organization"),
    "Collective": ("gm:Collective", "prov:Agent"),
    "Plan": ("gm:Plan", "prov:Plan", "prov:Entity"),
}
"""The classes of nodes; of all others our own one and prov:Entity. A jurisdiction is what its
bodies are part of."""

ROLES = {"LEADS": "lead", "SUPPORTS": "support", "ENGAGED_IN": "engaged"}
"""The types of edges that are responsibilities, and the role of each."""
LINKS = {
    "PART_OF": "dcterms:isPartOf",
    "HAS_TARGET": "gm:hasTarget",
    "HAS_DEADLINE": "gm:hasDeadline",
    "OWES": "gm:owes",
    "OWED_TO": "gm:owedTo",
    "REPORTS_TO": "org:reportsTo",
    "ISSUED_BY": "prov:wasAttributedTo",
    "NAMES": "gm:names",
    "BELONGS_TO": "org:subOrganizationOf",
    "CITES": "dcterms:references",
}
"""The terms of edges that are one statement; the rest are nodes of their own."""
BELONGS_TO = "gm:belongsTo"
"""The same for a group, which is no organisation."""

_STANDARD = {
    "name": "skos:prefLabel",
    "title": "dcterms:title",
    "issued": "dcterms:issued",
    "identifier": "dcterms:identifier",
}
_REFERENCES = {
    "body": "gm:body",
    "task": "gm:task",
    "indicator": "gm:indicator",
    "role": "gm:role",
    "same_as": "gm:sameTaskAs",
    "jurisdiction_id": "gm:inJurisdiction",
    "hadPrimarySource": "prov:hadPrimarySource",
    "wasDerivedFrom": "prov:wasDerivedFrom",
    "hasMember": "org:hasMember",
    "unitOf": "org:unitOf",
    "hasSource": "oa:hasSource",
    "hasSelector": "oa:hasSelector",
}
_NUMBERS = {"start": "oa:start", "end": "oa:end"}
_TYPES = {"date": "xsd:date", "float": "xsd:double"}
"""What JSON cannot tell: whole numbers and truth values it can."""
LINKED = {"same_as": "Task", "jurisdiction_id": "Jurisdiction"}
"""Properties that hold the id of a node, and the label of that node."""


def iri(kind: str, *keys: str) -> str:
    """The URN of a thing: our ids percent-encoded, for they hold any character.

    Args:
        kind: A label, or another word for what it is.
        keys: The ids that tell it from others of its kind.
    """
    parts = (quote(key, safe="", errors="surrogatepass") for key in keys)
    return ":".join(("urn:graphmodel", kind.lower(), *parts))


def context() -> dict[str, Any]:
    """The context: what each word of the file means."""
    words: dict[str, Any] = {"type": "@type", **PREFIXES}
    declared = [kind.properties for kind in NODE_TYPES] + [kind.properties for kind in EDGE_TYPES]
    words |= {p.name: _meaning(p.name, p.type) for properties in declared for p in properties}
    words |= {"id": "@id", "identifier": _STANDARD["identifier"]}
    words |= {name: {"@id": term, "@type": "@id"} for name, term in _REFERENCES.items()}
    words |= {
        name: {"@id": term, "@type": "xsd:nonNegativeInteger"} for name, term in _NUMBERS.items()
    }
    words |= {term: {"@type": "@id"} for term in (*LINKS.values(), BELONGS_TO)}
    del words["plan"]  # which is hadPrimarySource
    return words


def _meaning(name: str, type_: str) -> Any:
    term = _STANDARD.get(name, f"gm:{name}")
    if type_ == "strings":
        return {"@id": term, "@container": "@list"}
    return {"@id": term, "@type": _TYPES[type_]} if type_ in _TYPES else term
