"""What lowers the confidence in a responsibility, from the words of a plan to its facts."""

from __future__ import annotations

from pathlib import Path

import pytest

import graphmodel
from graphmodel.confidence import Judge, classes, doubtful
from graphmodel.extraction.draft import DraftAttribution
from graphmodel.model.records import Mention
from graphmodel.model.vocabulary import Basis, Confidence, Severity
from graphmodel.resolution import Doubt, Resolution

ROOT = Path(__file__).resolve().parent.parent
SAID = DraftAttribution((), Basis.SOLE, False, "label-sole")


def judge(mention: str, *doubts: str, settled: bool = False) -> Judge:
    """The judge of a plan with one mention."""
    return Judge(
        Resolution(
            units=(),
            mentions=(Mention("p", mention, "u", "exact"),),
            doubts=tuple(Doubt(code, Severity.INFO, mention, "") for code in doubts),
            jurisdictions=(),
            applied=(),
            settled=frozenset({mention} if settled else ()),
            _ids={},
        )
    )


@pytest.mark.parametrize(
    ("mention", "confidence", "reasons"),
    [
        ("县住建局", Confidence.CERTAIN, ()),
        ("各乡镇人民政府（街道办事处）", Confidence.CERTAIN, ()),
        ("縣財政廳", Confidence.CERTAIN, ()),
        ("县城市治理110指挥中心", Confidence.CERTAIN, ()),
        ("加快推进工作", Confidence.DOUBTFUL, ("words:unknown-ending",)),
        ("县住建局（县人防办", Confidence.DOUBTFUL, ("words:open-bracket",)),
        ("县住建局，县人防办", Confidence.DOUBTFUL, ("words:odd-signs",)),
        ("县住建局、县人防办", Confidence.DOUBTFUL, ("words:several",)),
        ("县知识产权创造、保护和运用中心", Confidence.CERTAIN, ()),
        (f"县{'城乡建设' * 6}服务局", Confidence.LIKELY, ("words:long",)),
    ],
)
def test_words(mention: str, confidence: Confidence, reasons: tuple[str, ...]) -> None:
    assert judge(mention)(SAID, mention, None) == (confidence, reasons)


def test_the_weakest_evidence_decides_and_all_of_it_is_told() -> None:
    mention = "加快推进工作"
    assert judge(mention, "unit-unknown")(SAID, mention, 0.5) == (
        Confidence.DOUBTFUL,
        ("words:unknown-ending", "unit-unknown", "words:unsure-recognition"),
    )


def test_what_a_person_settled_is_certain() -> None:
    mention = "加快推进工作"
    settled = judge(mention, "unit-unknown", settled=True)
    assert settled(SAID, mention, 0.5) == (Confidence.CERTAIN, ())


@pytest.mark.parametrize("code", ["unit-misspelling", "unit-ambiguous", "unit-unknown"])
def test_doubts_of_the_resolution(code: str) -> None:
    assert judge("县住建局", code)(SAID, "县住建局", None) == (Confidence.LIKELY, (code,))


@pytest.mark.parametrize(
    ("certainty", "confidence"),
    [(None, "certain"), (1.0, "certain"), (0.9, "certain"), (0.89, "likely")],
)
def test_optical_recognition(certainty: float | None, confidence: str) -> None:
    assert judge("县住建局")(SAID, "县住建局", certainty)[0] == confidence


def test_page_explains_every_kind_of_evidence() -> None:
    page = (ROOT / "docs" / "confidence.md").read_text(encoding="utf-8")
    for code, confidence in classes().items():
        assert f"| `{code}` | {confidence} |" in page


def test_what_a_person_should_look_at_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(
        "青禾县绿化方案\n一、任务\n1.种树。（责任单位：县林业局、加快绿化进度）\n2.浇水。（县水利局负责）\n",
        encoding="utf-8",
    )
    facts = graphmodel.extract(path)
    doubted = [r.mention for r in facts.responsibilities if r.confidence is Confidence.DOUBTFUL]
    grave = [
        row
        for row in facts.diagnostics
        if row.severity is not Severity.INFO and not row.code.startswith("unit-")
    ]
    assert doubtful(facts) == len(doubted) + len(grave)
    assert {r.mention for r in facts.responsibilities} >= {"县林业局", "县水利局"}
