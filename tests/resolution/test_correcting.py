"""What corrections make of the mentions of a plan."""

from __future__ import annotations

from graphmodel.model.records import Diagnostic
from graphmodel.model.vocabulary import Severity
from graphmodel.resolution import Resolution, accepted, resolve
from graphmodel.resolution.corrections import Action, Correction
from tests.resolution.resolving import COUNTY, rule, unit_id

PLACE = "岚东省/雁州市/霁岭县"


def corrected(*entries: Correction, mentions: str) -> Resolution:
    return resolve("plan", dict.fromkeys(mentions.split(), 1), COUNTY, entries)


def entry(action: Action, *words: str, to: tuple[str, ...] = (), line: int = 1) -> Correction:
    return Correction(action, words, to, "理由", None, line)


def reason(found: Resolution, mention: str) -> str | None:
    return next(row.reason for row in found.mentions if row.mention == mention)


def test_renamed_words_are_read_as_the_other_name() -> None:
    given = entry(Action.RENAME, "县营商局", to=("县行政审批服务局",))
    found = corrected(given, mentions="县审批局 县营商局")
    assert unit_id(found, "县营商局") == unit_id(found, "县审批局") == f"{PLACE}:行政审批局"
    assert [unit.name for unit in found.units] == ["县行政审批服务局"]
    assert (rule(found, "县营商局"), reason(found, "县营商局")) == ("correction", "理由")
    assert rule(found, "县审批局") == "abbreviation"
    assert [row.message for row in found.applied] == [
        "按更正，“县营商局”按“县行政审批服务局”理解（理由）。"
    ]
    assert [row.entry for row in found.applied] == ["rename 县营商局"]


def test_a_name_given_to_itself_is_no_slip() -> None:
    given = entry(Action.RENAME, "县医疗障局", to=("县医疗障局",))
    found = corrected(given, mentions="县医疗保障局 县医疗障局")
    assert unit_id(found, "县医疗障局") != unit_id(found, "县医疗保障局")
    assert found.doubts == ()


def test_merged_names_are_one_unit_however_they_are_spelt() -> None:
    given = entry(Action.MERGE, "县教体局", "县教育局", to=("县教体局",))
    found = corrected(given, mentions="县教育局 霁岭县教育局 县教育和体育局")
    assert {row.unit for row in found.mentions} == {f"{PLACE}:教育体育局"}
    assert [(unit.name, unit.functions) for unit in found.units] == [
        ("县教育和体育局", ("education_sports",))
    ]
    assert rule(found, "霁岭县教育局") == "correction"
    assert rule(found, "县教育和体育局") == "exact"
    assert found.doubts == ()


def test_merged_with_a_body_that_the_plan_does_not_name() -> None:
    given = entry(Action.MERGE, "县教体局", "县教育局", to=("县教体局",))
    found = corrected(given, mentions="县教育局")
    assert [(unit.id, unit.name) for unit in found.units] == [(f"{PLACE}:教育体育局", "县教体局")]


def test_a_merge_without_its_names_does_nothing() -> None:
    given = entry(Action.MERGE, "县教体局", "县教育局", to=("县教体局",))
    found = corrected(given, mentions="县教体局 县财政局")
    assert found.applied == ()
    assert len(found.units) == 2


def test_split_words_name_several_units() -> None:
    given = entry(Action.SPLIT, "县文体局", to=("县文化局", "县体育局"))
    found = corrected(given, mentions="县文体局 县体育局")
    assert found.units_of("县文体局") == (f"{PLACE}:文化局", f"{PLACE}:体育局")
    assert found.units_of("县体育局") == (f"{PLACE}:体育局",)
    assert [(row.mention, row.unit, row.rule) for row in found.mentions] == [
        ("县文体局", f"{PLACE}:文化局", "correction"),
        ("县文体局", f"{PLACE}:体育局", "correction"),
        ("县体育局", f"{PLACE}:体育局", "exact"),
    ]


def test_ignored_words_name_no_unit() -> None:
    found = corrected(entry(Action.IGNORE, "十项行动"), mentions="县财政局 十项行动")
    assert found.units_of("十项行动") == ()
    assert [row.mention for row in found.mentions] == ["县财政局"]
    assert [unit.name for unit in found.units] == ["县财政局"]
    assert (found.doubts, len(found.applied)) == ((), 1)


def test_accepted_doubts_are_told_as_settled() -> None:
    found = corrected(entry(Action.ACCEPT, "县医疗障局"), mentions="县医疗障局 县青苗促进办")
    assert unit_id(found, "县医疗障局") == f"{PLACE}:医保局"
    assert (rule(found, "县医疗障局"), reason(found, "县医疗障局")) == ("misspelling", "理由")
    assert [doubt.mention for doubt in found.doubts] == ["县青苗促进办"]
    assert found.settled == {"县医疗障局"}
    (applied,) = found.applied
    assert (applied.code, applied.severity) == ("correction-applied", "info")
    assert applied.message == (
        "按更正，“县医疗障局”已核对（理由）。“县医疗障局”应为“县医疗保障局”，已按同一机构处理。"
    )


def test_a_misspelling_of_a_merged_name_goes_with_it() -> None:
    given = entry(Action.MERGE, "县园区办", "岐山经开区管委会", to=("县园区办",))
    found = corrected(given, mentions="岐山经开区管委会 歧山经开区管委会 县园区办")
    assert {row.unit for row in found.mentions} == {f"{PLACE}:园区办"}


def test_other_diagnostics_can_be_accepted() -> None:
    row = Diagnostic("no-deadline", Severity.WARNING, "没有期限", "p", 3, 5, "尽快")
    other = Diagnostic("no-deadline", Severity.WARNING, "没有期限", "p", 7, 9, "立即")
    first, second = accepted([row, other], [entry(Action.ACCEPT, "尽快")])
    assert (first.code, first.severity, first.start) == ("correction-applied", "info", 3)
    assert (first.message, first.detail) == (
        "按更正，“尽快”已核对（理由）。没有期限",
        "accept 尽快",
    )
    assert second == other
