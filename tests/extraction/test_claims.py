"""From tokens to claims: which word speaks of which bodies."""

from __future__ import annotations

import pytest

from graphmodel.extraction.claims import read_claims


def claims(text: str) -> list[tuple[list[str], str, str | None]]:
    return [
        ([name.words for name in claim.names], claim.strength, claim.label)
        for claim in read_claims(text).claims
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("县住建局", [(["县住建局"], "bare", None)]),
        (
            "县住建局牵头，县公安局、各乡镇配合",
            [(["县住建局"], "designated", None), (["县公安局", "各乡镇"], "support", None)],
        ),
        (
            "责任单位：县住建局；监督单位：县纪委监委",
            [(["县住建局"], "responsible", "responsible"), (["县纪委监委"], "none", "none")],
        ),
        (
            "县住建局会同县公安局",
            [(["县住建局"], "subject", None), (["县公安局"], "with", None)],
        ),
        (
            "县住建局负责，协调国网澄原供电公司做好相关工作",
            [(["县住建局"], "charge", None), (["国网澄原供电公司"], "engaged", None)],
        ),
        ("", []),
    ],
)
def test_claims(text: str, expected: list[tuple[list[str], str, str | None]]) -> None:
    assert claims(text) == expected


def test_persons_stand_apart() -> None:
    said = read_claims("责任领导：甲某某、乙某某；牵头单位：县住建局")
    assert [person.words for person in said.officials] == ["甲某某", "乙某某"]
    assert claims("责任领导：甲某某；牵头单位：县住建局") == [
        (["县住建局"], "designated", "designated"),
    ]


def test_open_list_and_deadline() -> None:
    said = read_claims("县住建局等部门负责；完成时限：2024年底")
    assert (said.open_ended, said.deadline) == (True, "2024年底")
    assert (read_claims("县住建局负责").open_ended, read_claims("县住建局负责").deadline) == (
        *(False, None),
    )
