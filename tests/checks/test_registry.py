"""The rules by code: each has a page in both languages, a line in the index, and tests."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from graphmodel.checks.registry import RULES, NoSuchRule, chosen
from graphmodel.model.vocabulary import Severity
from graphmodel.reports.findings import SEVERITIES
from graphmodel.reports.rules import page
from graphmodel.reports.wording import Language
from tests.checks.checking import HEAD, words

PAGES = Path(__file__).resolve().parent.parent.parent / "docs" / "rules"
PARTS = {
    Language.ZH: ("查什么", "为什么", "例", "怎样改", "依据"),
    Language.EN: ("What", "Why", "Example", "How to mend", "Source"),
}
LEVEL = {Language.ZH: "级别：", Language.EN: "Severity: "}


@pytest.mark.parametrize("code", RULES)
@pytest.mark.parametrize("language", Language)
def test_every_rule_has_a_page(code: str, language: Language) -> None:
    rule, text = RULES[code], page(code, language)
    head, *_ = text.splitlines()
    assert head == f"# {code} {rule.title.zh} · {rule.title.en}"
    assert tuple(re.findall(r"^\*\*(.+?)\*\*", text, re.MULTILINE)) == PARTS[language]
    assert f"\n{LEVEL[language]}{SEVERITIES[rule.severity](language)}\n" in text
    others = LEVEL[Language.EN if language is Language.ZH else Language.ZH]
    assert others not in text


def test_pages_and_rules_are_the_same() -> None:
    assert sorted(path.stem for path in PAGES.glob("*.md")) == sorted([*RULES, "README"])


def test_index_names_every_rule() -> None:
    index = (PAGES / "README.md").read_text(encoding="utf-8")
    lines = [
        f"| [{code}]({code}.md) | {SEVERITIES[rule.severity](Language.ZH)} {rule.severity} "
        f"| {rule.title.zh} | {rule.title.en} |"
        for code, rule in RULES.items()
    ]
    assert [line for line in index.splitlines() if line.startswith("| [")] == lines


def test_every_rule_has_a_test() -> None:
    tests = "".join(
        path.read_text(encoding="utf-8")
        for path in Path(__file__).parent.iterdir()
        if path.suffix == ".py"
    )
    assert [code for code in RULES if f"def test_{code.lower()}_" not in tests] == []
    assert [code for code in RULES if f'"{code}"' not in tests] == []


def test_errors_are_what_a_plan_cannot_be_carried_out_with() -> None:
    errors = {code for code, rule in RULES.items() if rule.severity is Severity.ERROR}
    assert errors == {"R001", "R004", "R005", "D001", "D004", "D007", "T001", "T002"}


def test_rules_are_chosen_by_code_or_beginning() -> None:
    assert [rule.code for rule in chosen(["t", "D00", "R001"])] == [
        "R001",
        *(f"D00{n}" for n in range(1, 8)),
        *(f"T00{n}" for n in range(1, 5)),
    ]
    assert [rule.code for rule in chosen([])] == list(RULES)
    for wrong in ("X1", "", "R0011"):
        with pytest.raises(NoSuchRule, match=f"^{wrong}$"):
            chosen(["R", wrong])


@pytest.mark.parametrize("code", RULES)
@pytest.mark.parametrize("language", Language)
def test_the_example_of_a_page_has_what_it_is_about(code: str, language: Language) -> None:
    (example,) = re.findall(r"```\n(.*?)```", page(code, language), re.DOTALL)
    text = example if "\n一、" in example else f"{HEAD}一、主要任务\n{example}"
    assert words(text, code)
