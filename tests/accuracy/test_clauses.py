"""Clauses written for the project, judged by the annotation rules before anything read them.

Most were written to be hard; what is still read wrongly is counted, and the count may only fall.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from graphmodel import parse_attribution
from graphmodel.model.ids import squeeze

CLAUSES = [
    json.loads(line)
    for line in Path(__file__).with_name("clauses.jsonl").read_text("utf-8").splitlines()
]
ROLES = ("leads", "supports", "engaged")
MOST_WRONG = {"roles": 5, "persons": 1, "deadline": 1, "basis": 4}
"""How many clauses may be read wrongly in each respect."""


def words(values: list[str] | tuple[str, ...]) -> set[str]:
    return {squeeze(value) for value in values}


def is_hard_negative(clause: dict[str, Any]) -> bool:
    return not any(clause[role] for role in (*ROLES, "persons"))


def wrong(respect: str) -> list[str]:
    found = []
    for clause in CLAUSES:
        said = parse_attribution(clause["clause"])
        if respect == "roles":
            right = all(words(clause[role]) == words(getattr(said, role)) for role in ROLES)
        elif respect == "persons":
            right = words(clause["persons"]) == words(said.persons)
        elif respect == "deadline":
            right = squeeze(clause["deadline"] or "") == squeeze(said.deadline or "")
        else:
            right = not clause["leads"] or clause["basis"] == said.basis
        found += [] if right else [clause["clause"]]
    return found


@pytest.mark.parametrize("respect", list(MOST_WRONG))
def test_clauses_are_read_as_judged(respect: str) -> None:
    found = wrong(respect)
    assert len(found) <= MOST_WRONG[respect], found


def test_what_assigns_nothing_stays_empty() -> None:
    negatives = [clause["clause"] for clause in CLAUSES if is_hard_negative(clause)]
    assert len(negatives) > 100
    assert [c for c in negatives if parse_attribution(c).assignments] == []
