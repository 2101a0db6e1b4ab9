"""Findings as people and machines read them."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from typing import Any

import jsonschema
import pytest

from graphmodel.checks.checker import check
from graphmodel.checks.finding import Finding, Message
from graphmodel.checks.registry import RULES
from graphmodel.model.facts import Facts
from graphmodel.model.records import Place
from graphmodel.model.vocabulary import PlaceUnit, Severity
from graphmodel.reports import findings_text, formats, sarif
from graphmodel.reports.cells import width_of
from graphmodel.reports.findings import closing_line, shown, to_report, unchecked_line
from graphmodel.reports.wording import Language
from tests.reports.sample import FACTS, PLAN, SOURCE, TEXT, span

ZH, EN = Language.ZH, Language.EN
LEAD, SUPPORT = span("县审批局"), span("县财政局")
SLIP = Finding(
    code="N001",
    severity=Severity.WARNING,
    plan=PLAN,
    start=LEAD[0],
    end=LEAD[1],
    message=Message("“县审批局”疑为“县行政审批局”之误", "“县审批局” is a slip"),
    correction="县行政审批局",
    also=(SUPPORT, span("县财\r\n政局")),
)
DATE = replace(
    SLIP,
    code="T002",
    severity=Severity.ERROR,
    start=span("2024年底前")[0],
    end=span("2024年底前")[1],
    correction=None,
    also=(),
)
PAGES = replace(
    FACTS,
    places=(
        Place(PLAN, PlaceUnit.PAGE, 1, None, 0, 20),
        Place(PLAN, PlaceUnit.PAGE, 2, None, 20, len(TEXT)),
    ),
)


def text(facts: Facts, *findings: Finding, language: Language = ZH, width: int = 80) -> str:
    return findings_text.to_text(shown(facts, findings, language), language, width=width)


def test_text_has_place_code_message_carets_and_correction() -> None:
    lines = text(FACTS, SLIP).splitlines()
    line = TEXT.split("\r\n")[2]
    column = line.index("县审批局") + 1
    assert lines[0] == f"{SOURCE}:3:{column} N001 警告 “县审批局”疑为“县行政审批局”之误"
    (carets,) = (n for n, said in enumerate(lines) if "^" in said)
    assert lines[carets].strip() == "^" * 8
    before = width_of(lines[carets]) - 8
    assert width_of(lines[carets - 1].partition("县审批局")[0]) == before
    assert lines[-2:] == ["  改为：县行政审批局", "  另见 第 4 行"]


def test_text_in_english_and_without_what_is_not_known() -> None:
    said = text(FACTS, DATE, language=EN)
    assert said.splitlines()[0].startswith(f"{SOURCE}:3:12 T002 error “县审批局” is a slip")
    assert "write:" not in said
    assert "see also" not in said


@pytest.mark.parametrize("width", [30, 40, 80, 200])
def test_lines_are_as_wide_as_they_may_be(width: int) -> None:
    lines = text(FACTS, SLIP, DATE, width=width).splitlines()
    assert max(map(width_of, lines)) <= width


def test_a_file_of_pages_is_told_by_the_page() -> None:
    assert text(PAGES, SLIP).startswith(f"{SOURCE} 第 2 页 N001 警告")


def test_without_the_text_offsets_stand() -> None:
    bare = FACTS.without_texts()
    (line, *more) = text(bare, DATE).splitlines()
    assert line.startswith(f"{SOURCE}[{DATE.start}:{DATE.end}] T002 错误")
    assert not any("^" in said for said in more)
    codes = [rule.code for rule in RULES.values() if rule.needs_text]
    assert unchecked_line(bare, codes, ZH) == (
        f"{SOURCE} 的事实中没有原文，没有检查 R006、D001、D002、D007、T002、P001。"
    )
    assert unchecked_line(FACTS, codes, ZH) is None
    assert unchecked_line(bare, [], ZH) is None


def test_hostile_words_do_not_reach_the_terminal() -> None:
    evil = replace(DATE, message=Message("\x1b[2J\u202e", ""), correction="\x07")
    said = text(FACTS, evil)
    assert all(char.isprintable() or char == "\n" for char in said)


def test_counts() -> None:
    assert closing_line([SLIP, DATE, SLIP], 27, ZH) == (
        "共 3 处：错误 1，警告 2，提示 0（27 条规则）。"
    )
    assert closing_line([], 2, EN) == "Nothing found (2 rules)."


def test_rows_for_machines() -> None:
    report = to_report(shown(FACTS, [SLIP], EN), EN)
    (row,) = json.loads(formats.to_json(report))
    assert TEXT[row["start"] : row["end"]] == row["words"] == "县审批局"
    assert (row["line"], row["code"], row["severity"]) == (3, "N001", "warning")
    assert row["place"] == f"{SOURCE}, line 3"
    assert row["also"] == [f"{a}-{b}" for a, b in SLIP.also]
    (cells,) = csv.DictReader(io.StringIO(formats.to_csv(report)))
    assert cells["correction"] == "县行政审批局"


def test_markdown() -> None:
    said = findings_text.to_markdown(shown(FACTS, [SLIP], ZH), "共 1 处", ZH)
    assert said.startswith(f"**共 1 处**\n\n- **N001** 警告, {SOURCE}:3:")
    assert "\n\n  改为：县行政审批局\n" in said
    assert "县审批局" in said.splitlines()[-1]


TEXT_OBJECT = {"type": "object", "required": ["text"]}
ARTIFACT = {"type": "object", "required": ["uri"]}
REGION = {
    "type": "object",
    "anyOf": [{"required": ["startLine"]}, {"required": ["charOffset", "charLength"]}],
    "properties": {
        name: {"type": "integer", "minimum": 1}
        for name in ("startLine", "startColumn", "endLine", "endColumn")
    },
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "properties": {
        "physicalLocation": {
            "required": ["artifactLocation"],
            "properties": {"artifactLocation": ARTIFACT, "region": REGION},
        }
    },
}
RULE = {
    "required": ["id", "shortDescription", "help"],
    "properties": {"shortDescription": TEXT_OBJECT, "help": TEXT_OBJECT},
}
FIX = {
    "required": ["artifactChanges"],
    "properties": {
        "artifactChanges": {
            "minItems": 1,
            "items": {
                "required": ["artifactLocation", "replacements"],
                "properties": {
                    "replacements": {
                        "minItems": 1,
                        "items": {
                            "required": ["deletedRegion"],
                            "properties": {"deletedRegion": REGION},
                        },
                    }
                },
            },
        }
    },
}
RESULT = {
    "required": ["message", "locations", "ruleId", "level"],
    "properties": {
        "message": TEXT_OBJECT,
        "level": {"enum": ["none", "note", "warning", "error"]},
        "locations": {"items": LOCATION, "minItems": 1},
        "relatedLocations": {"items": LOCATION, "uniqueItems": True},
        "fixes": {"items": FIX},
    },
}
SARIF = {
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "runs": {
            "items": {
                "required": ["tool", "results"],
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "properties": {"rules": {"items": RULE}},
                            }
                        },
                    },
                    "results": {"items": RESULT},
                },
            }
        },
    },
}
"""What SARIF 2.1.0 requires of the objects that are used here."""


def log(facts: Facts, *findings: Finding) -> Any:
    items = shown(facts, findings, ZH)
    made = json.loads(sarif.to_sarif(items, list(RULES.values()), "0.1", ZH))
    jsonschema.validate(made, SARIF)
    return made["runs"][0]


@pytest.mark.parametrize(
    "facts", [FACTS, PAGES, FACTS.without_texts()], ids=["lines", "pages", "bare"]
)
def test_sarif_has_what_its_schema_requires(facts: Facts) -> None:
    run = log(facts, SLIP, DATE, *check(facts))
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]


def test_sarif_regions_and_fixes() -> None:
    (result, date) = log(FACTS, SLIP, DATE)["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    lines = TEXT.split("\r\n")
    assert lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1] == (
        "县审批局"
    )
    assert TEXT[region["charOffset"] :][: region["charLength"]] == region["snippet"]["text"]
    (replacement,) = result["fixes"][0]["artifactChanges"][0]["replacements"]
    assert replacement["insertedContent"] == {"text": "县行政审批局"}
    assert (result["level"], date["level"]) == ("warning", "error")
    assert "fixes" not in date
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "%E4%BA%91%E5%B2%AD%20%E6%96%B9%E6%A1%88.txt"


def test_sarif_names_pages_and_corrects_nothing_in_them() -> None:
    (result,) = log(PAGES, SLIP)["results"]
    (location,) = result["locations"]
    assert location["logicalLocations"] == [{"name": "page 2"}]
    assert "region" not in location["physicalLocation"]
    assert "fixes" not in result
