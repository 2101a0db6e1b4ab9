"""Findings in SARIF 2.1.0 (OASIS), which editors and code review show beside the text.

Columns and lengths count code points. Of a file of pages or paragraphs there are no lines: its
findings name the page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any
from urllib.parse import quote

from graphmodel.checks.rule import Rule
from graphmodel.model.vocabulary import PlaceUnit, Severity
from graphmodel.reports.findings import Shown, in_language
from graphmodel.reports.lookup import Place
from graphmodel.reports.rules import page
from graphmodel.reports.wording import Language

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}

_Object = dict[str, Any]


def to_sarif(
    items: Sequence[Shown], rules: Sequence[Rule], version: str, language: Language
) -> str:
    """The findings as one run of a SARIF log.

    Args:
        items: The findings.
        rules: All rules that were applied.
        version: The version of graphmodel.
        language: Of messages and of the help of rules.
    """
    numbers = {rule.code: number for number, rule in enumerate(rules)}
    driver = {
        "name": "graphmodel",
        "version": version,
        "language": "zh-CN" if language is Language.ZH else "en-US",
        "rules": [_rule(rule, language) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(item, numbers[item.finding.code]) for item in items],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(rule: Rule, language: Language) -> _Object:
    text = page(rule.code, language)
    return {
        "id": rule.code,
        "shortDescription": {"text": in_language(rule.title, language)},
        "help": {"text": text, "markdown": text},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(item: Shown, number: int) -> _Object:
    found = item.finding
    result: _Object = {
        "ruleId": found.code,
        "ruleIndex": number,
        "level": _LEVELS[found.severity],
        "message": {"text": item.message},
        "locations": [_location(item)],
    }
    if item.also:
        result["relatedLocations"] = _once(_related(place) for place in item.also)
    if found.correction is not None and _has_lines(item.place):
        result["fixes"] = [_fix(item, found.correction)]
    return result


def _once(locations: Iterable[_Object]) -> list[_Object]:
    """The locations, of several on one page the first: SARIF wants them to differ."""
    return list({json.dumps(location): location for location in locations}.values())


def _has_lines(place: Place) -> bool:
    return place.unit is PlaceUnit.LINE


def _location(item: Shown) -> _Object:
    if not _has_lines(item.place):
        return _related(item.place)
    physical = {"artifactLocation": _artifact(item.place), "region": _region(item)}
    return {"physicalLocation": physical}


def _related(place: Place) -> _Object:
    """A place without columns; of a file of pages the page is a logical location."""
    if _has_lines(place):
        region = {"charOffset": place.start, "charLength": place.end - place.start}
        return {"physicalLocation": {"artifactLocation": _artifact(place), "region": region}}
    return {
        "physicalLocation": {"artifactLocation": _artifact(place)},
        "logicalLocations": [{"name": place.name or f"{place.unit} {place.number}"}],
    }


def _artifact(place: Place) -> _Object:
    return {"uri": quote(place.source)}


def _region(item: Shown) -> _Object:
    """Lines and columns where the text is known, and offsets in any case."""
    found = item.finding
    offsets: _Object = {"charOffset": found.start, "charLength": found.end - found.start}
    if item.start is None or item.end is None:
        return offsets
    return {
        "startLine": item.start.line,
        "startColumn": item.start.column,
        "endLine": item.end.line,
        "endColumn": item.end.column,
        **offsets,
        "snippet": {"text": item.words},
    }


def _fix(item: Shown, words: str) -> _Object:
    replacement = {"deletedRegion": _region(item), "insertedContent": {"text": words}}
    change = {"artifactLocation": _artifact(item.place), "replacements": [replacement]}
    return {"artifactChanges": [change]}
