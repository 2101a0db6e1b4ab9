"""What the sample plans were written to show, as `data/annotations/README.md` says it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

import graphmodel
from graphmodel.checks.checker import check

SAMPLES = Path(__file__).resolve().parent.parent.parent / "data" / "samples"


@cache
def told(name: str) -> set[tuple[str, str]]:
    """Code and words of each finding."""
    facts = graphmodel.extract(SAMPLES / name)
    text = facts.texts[0].text
    return {(f.code, "".join(text[f.start : f.end].split())) for f in check(facts)}


@pytest.mark.parametrize(
    ("name", "code", "said"),
    [
        ("jiling-2022-digital.txt", "N003", "人行霁岭支行"),
        ("jiling-2022-digital.txt", "W001", "县审批局"),
        ("jiling-2023-action.txt", "I002", "跨境贸易"),
        ("jiling-2023-action.txt", "N001", "市生态环境局霁呤分局"),
        ("jiling-2023-action.txt", "W002", "县循环经济产业园管委会"),
        ("jiling-2024-draft.txt", "D001", "5项"),
        ("jiling-2024-draft.txt", "D002", "10.加强信用和综合监管"),
        ("jiling-2024-draft.txt", "P001", "■■"),
        ("jiling-2024-draft.txt", "R002", "县直有关单位"),
        ("jiling-2024-services.html", "N001", "柏岩经开区管委会"),
        ("jiling-2025-mechanism.txt", "D001", "十八项"),
    ],
)
def test_what_samples_show(name: str, code: str, said: str) -> None:
    assert (code, said) in told(name)


def test_a_complete_list_of_indicators_is_no_finding() -> None:
    assert {code for code, _ in told("jiling-2025-mechanism.txt")} == {"D001"}
    assert {code for code, _ in told("jiling-2024-services.html")} == {"N001"}
