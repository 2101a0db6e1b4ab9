"""A plan as images of its pages, read by optical recognition, gives nearly what its text gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.roundtrip.comparing import f1
from tests.roundtrip.formats import SCAN, Forms
from tests.roundtrip.plans import facts_from, plan_text, text_facts
from tools.make_data import ROOT

pytestmark = pytest.mark.slow

PLAN = "jiling-2022-digital"
AT_LEAST = 0.95


def test_scanned_plan_gives_the_facts_of_its_text(tmp_path: Path) -> None:
    text = plan_text(PLAN, ROOT)
    path = Forms({PLAN: text}, tmp_path).files(SCAN)[PLAN]
    found = facts_from(path.read_bytes(), path.name)
    assert f1(text_facts(text), found) >= AT_LEAST


def test_f1_counts_what_is_missed_and_what_is_extra() -> None:
    one, other = (
        text_facts(f"一、任务\n（一）推进。（{words}）")
        for words in (
            "县住建局牵头，县公安局、县财政局配合",
            "县住建局牵头，县公安局、县税务局配合",
        )
    )
    assert f1(one, one) == 1
    assert f1(one, other) == pytest.approx(2 / 3)
