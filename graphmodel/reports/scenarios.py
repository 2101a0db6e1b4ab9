"""What a scenario comes to, as result tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphmodel.analysis.load import Weights
from graphmodel.analysis.relief.programme import SLACK
from graphmodel.analysis.scenario.outcome import Outcome, outcome
from graphmodel.model.facts import Facts
from graphmodel.reports.columns import Column, Kind, write_value
from graphmodel.reports.overloaded import rules
from graphmodel.reports.place_comparison import MEASURES
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.whens import listed
from graphmodel.reports.wording import Language, Wording

MOST = 40
"""Pairs that a terminal is given."""
_TITLE = Wording("试算：{count} 个步骤前后", "What if: before and after {count} steps")
_UNITS = Wording("有变化的单位", "Units that change")
_PAIRS = Wording("有变化的协作", "Collaboration that changes")
_OVERLOADED = Wording("▲ 超载单位：{before} → {after}。", "▲ Overloaded units: {before} → {after}.")
_ABOVE = Wording(
    "▲ 负荷高于原超载线的单位：{before} → {after}。",
    "▲ Units above the line of the state before: {before} → {after}.",
)
_NAMED = Wording("{count} 个[（{names}）]", "{count}[ ({names})]")
_WITHOUT = Wording(
    "▲ 没有牵头的任务：{before} 项 → {after} 项。",
    "▲ Tasks without a lead: {before} → {after}.",
)
_NOTHING = Wording("没有变化。", "Nothing changes.")
_RULE = Wording(
    "两边都重新计算：套话式配合和超载线各按其状态认定。",
    "Both sides are counted anew: boilerplate and the line are those of each state.",
)
_WITHOUT_LEAD = (Wording("无牵头的任务", "Tasks without a lead"), Kind.COUNT)
_PLACE = Wording("地方", "Place")
_FIGURE_COLUMNS = (
    Column("name", _PLACE, Kind.TEXT),
    Column("measure_word", Wording("项目", "Measure"), Kind.TEXT, 1),
    Column("before", Wording("前", "Before"), Kind.TEXT, 2),
    Column("after", Wording("后", "After"), Kind.TEXT, 2),
)
_UNIT_COLUMNS = (
    Column("jurisdiction", _PLACE, Kind.TEXT),
    Column("name", Wording("单位", "Unit"), Kind.TEXT, 1),
    Column("load", Wording("负荷", "Load"), Kind.AMOUNT, 2),
    Column("load_after", Wording("新负荷", "New load"), Kind.AMOUNT, 2),
    Column("leads", Wording("牵头", "Leads"), Kind.COUNT, 3),
    Column("leads_after", Wording("新牵头", "New leads"), Kind.COUNT, 3),
    Column("supports", Wording("配合", "Supports"), Kind.COUNT, 6),
    Column("supports_after", Wording("新配合", "New supports"), Kind.COUNT, 6),
    Column("threshold", Wording("超载线", "Line"), Kind.AMOUNT, 5),
    Column("threshold_after", Wording("新超载线", "New line"), Kind.AMOUNT, 5),
    Column("z", Wording("z", "z"), Kind.SCORE, 4),
    Column("z_after", Wording("新 z", "New z"), Kind.SCORE, 4),
)
_PAIR_COLUMNS = (
    Column("name_a", Wording("单位甲", "Unit A"), Kind.TEXT, 1, least=12),
    Column("name_b", Wording("单位乙", "Unit B"), Kind.TEXT, 1, least=12),
    Column("tasks", Wording("任务", "Tasks"), Kind.COUNT, 2),
    Column("tasks_after", Wording("新任务", "New tasks"), Kind.COUNT, 2),
    Column("lead_support", Wording("牵头–配合", "Lead–support"), Kind.COUNT, 3),
    Column("lead_support_after", Wording("新牵头–配合", "New lead–support"), Kind.COUNT, 3),
)
_COUNTS = ("leads", "leads_after", "supports", "supports_after")


def scenario_reports(
    before: Facts, after: Facts, steps: int, weights: Weights, language: Language
) -> dict[str, Report]:
    """The tables `figures`, `units` and `pairs` of `outcome.outcome`.

    Args:
        before: The facts.
        after: The same after the scenario.
        steps: How many steps it has.
        weights: What an attribution weighs.
        language: Of words and sentences.
    """
    found = outcome(before, after, weights=weights)
    units = [_with_counts(row) for row in rows_of(found.units)]
    return {
        "figures": _figures(found, units, steps, weights, language),
        "units": Report(
            _UNITS(language),
            language,
            [str(name) for name in found.units.columns],
            [row for row in units if row["changed"]],
            _UNIT_COLUMNS,
            flag="overloaded_after",
            group="jurisdiction",
            headings={row["jurisdiction"]: row["jurisdiction"] or "" for row in units},
        ),
        "pairs": Report(
            _PAIRS(language),
            language,
            [str(name) for name in found.pairs.columns],
            rows_of(found.pairs),
            _PAIR_COLUMNS,
            most=MOST,
        ),
    }


def _with_counts(row: Row) -> Row:
    """The row with whole numbers, which the gaps of units in one state alone made fractions."""
    counts = {name: None if row[name] is None else int(row[name]) for name in _COUNTS}
    return {**row, **counts}


def _figures(
    found: Outcome, units: Sequence[Row], steps: int, weights: Weights, language: Language
) -> Report:
    rows = [_figure(row, language) for row in rows_of(found.figures)]
    return Report(
        _TITLE(language, count=steps),
        language,
        [str(name) for name in found.figures.columns],
        rows,
        _FIGURE_COLUMNS,
        group="place",
        headings={row["place"]: row["name"] for row in rows},
        findings=list(_findings(rows, units, language)),
        rules=[_RULE(language), *rules(weights, False, language)],
    )


def _figure(row: Row, language: Language) -> Row:
    word, kind = MEASURES.get(row["measure"], _WITHOUT_LEAD)
    return {
        **row,
        "measure_word": word(language),
        "before": write_value(row["value"], kind),
        "after": write_value(row["value_after"], kind),
    }


def _findings(rows: Sequence[Row], units: Sequence[Row], language: Language) -> Iterator[str]:
    if not any(row["changed"] for row in units):
        yield _NOTHING(language)
    lines = {row["jurisdiction"]: row["threshold"] for row in units if row["threshold"] is not None}
    for wording, before, after in (
        (_ABOVE, _above(units, "load", lines), _above(units, "load_after", lines)),
        (_OVERLOADED, _flagged(units, "overloaded"), _flagged(units, "overloaded_after")),
    ):
        named = [_NAMED(language, count=len(n), names=listed(n, language)) for n in (before, after)]
        yield wording(language, before=named[0], after=named[1])
    without = [row for row in rows if row["measure"] == "tasks_without_lead"]
    counts = [sum(row[name] for row in without) for name in ("value", "value_after")]
    if counts[0] != counts[1]:
        yield _WITHOUT(language, before=counts[0], after=counts[1])


def _above(units: Sequence[Row], load: str, lines: Mapping[str | None, float]) -> list[str]:
    """The units whose load exceeds the line of the state before."""
    found = (row for row in units if row["jurisdiction"] in lines)
    return [row["name"] for row in found if (row[load] or 0.0) > lines[row["jurisdiction"]] + SLACK]


def _flagged(units: Sequence[Row], flag: str) -> list[str]:
    return [row["name"] for row in units if row[flag]]
