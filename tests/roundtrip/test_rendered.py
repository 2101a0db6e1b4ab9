"""A plan in any form gives the responsibilities that its plain text gives."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from graphmodel.model.facts import Facts
from tests.roundtrip.comparing import differences
from tests.roundtrip.formats import FORMS, SCAN, Forms
from tests.roundtrip.plans import SAMPLES, facts_from, plan_text, text_facts
from tools.make_data import PLANS, ROOT

RENDERED = [name for name, form in FORMS.items() if form.render and name != SCAN]


@cache
def expected(text: str) -> Facts:
    """The facts of the plain text."""
    return text_facts(text)


def lost(form: str, plan: str, shared: Path, folder: Path) -> list[str]:
    """What a plan loses on its round trip, and what it gains."""
    text = plan_text(plan, shared)
    path = Forms({plan: text}, folder).files(form)[plan]
    found = facts_from(path.read_bytes(), path.name)
    assert found.responsibilities
    return FORMS[form].differences(expected(text), found)


@pytest.mark.parametrize("plan", SAMPLES)
@pytest.mark.parametrize("form", RENDERED)
def test_sample_plan_comes_back_the_same(form: str, plan: str, tmp_path: Path) -> None:
    assert lost(form, plan, ROOT, tmp_path) == []


@pytest.mark.shared
@pytest.mark.parametrize("plan", PLANS)
@pytest.mark.parametrize("form", RENDERED)
def test_real_plan_comes_back_the_same(form: str, plan: str, shared: Path, tmp_path: Path) -> None:
    assert lost(form, plan, shared, tmp_path) == []


def test_differences_are_found() -> None:
    one, other = (
        text_facts(f"一、任务\n（一）推进。（{words}）")
        for words in ("县住建局牵头，县公安局配合", "县住建局、县公安局牵头")
    )
    assert differences(one, one) == []
    assert differences(one, other) == [
        "+ 1.1 推进 lead 县公安局 designated",
        "- 1.1 推进 support 县公安局",
    ]
