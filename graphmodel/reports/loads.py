"""The reports on load: of all units, of the overloaded ones, and how it is concentrated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.analysis.concentration import concentration_of
from graphmodel.analysis.load import DEFAULT_WEIGHTS, Weights, load_table
from graphmodel.analysis.overload import overloaded_of
from graphmodel.model.facts import Facts
from graphmodel.reports.columns import Column, Kind
from graphmodel.reports.overloaded import MARK, findings, rules, weights_line
from graphmodel.reports.report import Bar, Parts, Report
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.tails import tails_lines
from graphmodel.reports.wording import Language, Wording

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Counting:
    """The parameters of load."""

    weights: Weights = DEFAULT_WEIGHTS
    split_leads: bool = False
    collectives: bool = False

    def loads(self, facts: Facts) -> pd.DataFrame:
        """The load table."""
        return load_table(
            facts,
            weights=self.weights,
            split_leads=self.split_leads,
            collectives=self.collectives,
        )

    def parts(self, row: Row) -> Parts:
        """What leads and what the rest contributes to the load of a row."""
        supports = row["supports"] - row["boilerplate_supports"] - row["standing_supports"]
        rest = self.weights.support * supports + self.weights.engaged * row["engaged"]
        return max(row["load"] - rest, 0.0), rest


_NAME = Column("name", Wording("单位", "Unit"), Kind.TEXT, 1)
_LOAD = Column("load", Wording("负荷", "Load"), Kind.AMOUNT, 2)
_LEADS = Column("leads", Wording("牵头", "Leads"), importance=4)
_SHARE = Column("share", Wording("占比", "Share"), Kind.SHARE, 7)
_RANK = Column("rank", Wording("名次", "Rank"), importance=8)
_Z = Column("z", Wording("z", "z"), Kind.SCORE, 6)
_UNIT = Column("unit", Wording("编号", "Id"), Kind.TEXT)
_PLACE = Column("jurisdiction", Wording("地方", "Place"), Kind.TEXT)

LOAD_COLUMNS = (
    _UNIT,
    _NAME,
    _PLACE,
    Column("overloaded", Wording("状态", "State"), Kind.FLAG, 3, MARK),
    _LOAD,
    _LEADS,
    Column("sole_leads", Wording("独牵", "Sole"), importance=10),
    Column("co_leads", Wording("共牵", "Joint"), importance=11),
    Column("supports", Wording("配合", "Supports"), importance=9),
    Column("boilerplate_supports", Wording("套话", "Boilerplate"), importance=12),
    Column("engaged", Wording("协同", "Engaged"), importance=13),
    _SHARE,
    _RANK,
    _Z,
)
OVERLOAD_COLUMNS = (
    _UNIT,
    _NAME,
    _PLACE,
    _LOAD,
    Column("threshold", Wording("超载线", "Threshold"), Kind.AMOUNT, 3),
    Column("excess", Wording("超出", "Excess"), Kind.AMOUNT, 10),
    Column("median", Wording("中位数", "Median"), Kind.AMOUNT, 9),
    _LEADS,
    _SHARE,
    _RANK,
    _Z,
)
CONCENTRATION_COLUMNS = (
    Column("jurisdiction", Wording("地方", "Place"), Kind.TEXT, 1),
    Column("units", Wording("单位数", "Units"), importance=4),
    Column("load", Wording("总负荷", "Load"), Kind.AMOUNT, 6),
    Column("gini", Wording("基尼系数", "Gini"), Kind.RATIO, 2),
    Column("hhi", Wording("HHI", "HHI"), Kind.RATIO, 5),
    Column("top3_share", Wording("前三占比", "Top 3"), Kind.SHARE, 3),
    Column("lighter_half", Wording("轻的一半", "Lighter half"), Kind.SHARE, 7),
    Column("curve", Wording("洛伦兹曲线", "Lorenz curve"), Kind.TEXT, 8),
)

_LOAD_TITLE = Wording("单位负荷", "Load of units")
_OVERLOAD_TITLE = Wording("超载单位", "Overloaded units")
_CONCENTRATION_TITLE = Wording("负荷集中度", "Concentration of load")
LOAD_BAR = Wording("█牵头 ░配合", "█leads ░rest")
_OVERLOAD_BAR = Wording("█线内 ░超出", "█usual ░excess")
_HEADING = Wording(
    "{place}：{units} 个单位，负荷中位数 {median}，超载线 {threshold}",
    "{place}: {units} units, median load {median}, overloaded above {threshold}",
)
NOWHERE = Wording("地方不明", "Place unknown")
_MEASURES = Wording(
    "基尼系数：0 为完全平均；HHI：各单位占比的平方和；前三占比：负荷最高的三个单位合计；"
    "轻的一半：负荷较低的一半单位合计；洛伦兹曲线：单位从轻到重，每多一成单位，累计占总负荷多少"
    "（完全平均时为 {even}）。",
    "Gini: 0 is perfectly even; HHI: sum of the squared shares; top 3: share of the three units "
    "that carry most; lighter half: of the half that carries least; Lorenz curve: what the "
    "lightest tenth of the units has of the load, the lightest two tenths, and so on (perfectly "
    "even: {even}).",
)
_WITH_COLLECTIVES = Wording(
    "集合主体计入，与单位一起比较；它们不判超载。",
    "Collectives count, and are compared with units; they are never called overloaded.",
)
_STEPS = "▁▂▃▄▅▆▇█"


def load_report(facts: Facts, counting: Counting, language: Language) -> Report:
    """The load of every unit, place by place, with the overloaded ones marked."""
    frame = counting.loads(facts)
    rows = rows_of(frame)
    return Report(
        title=_LOAD_TITLE(language),
        language=language,
        names=list(frame.columns),
        rows=rows,
        columns=LOAD_COLUMNS,
        bar=Bar(LOAD_BAR, 5, counting.parts),
        flag="overloaded",
        group="jurisdiction_id",
        headings=_headings(rows, language),
        findings=findings(rows, language),
        rules=[
            *rules(counting.weights, counting.split_leads, language),
            *_groups(counting, language),
            *tails_lines(facts, language),
        ],
    )


def overload_report(facts: Facts, counting: Counting, language: Language) -> Report:
    """The overloaded units, place by place, with what makes them so."""
    loads = counting.loads(facts)
    frame = overloaded_of(loads)
    every = rows_of(loads)
    return Report(
        title=_OVERLOAD_TITLE(language),
        language=language,
        names=list(frame.columns),
        rows=rows_of(frame),
        columns=OVERLOAD_COLUMNS,
        bar=Bar(_OVERLOAD_BAR, 5, lambda row: (row["threshold"], row["excess"])),
        group="jurisdiction_id",
        headings=_headings(every, language),
        findings=findings(every, language),
        rules=rules(counting.weights, counting.split_leads, language),
    )


def concentration_report(facts: Facts, counting: Counting, language: Language) -> Report:
    """How unevenly the load of each place is spread."""
    frame = concentration_of(counting.loads(facts))
    return Report(
        title=_CONCENTRATION_TITLE(language),
        language=language,
        names=list(frame.columns),
        rows=[_with_curve(row) for row in rows_of(frame)],
        columns=CONCENTRATION_COLUMNS,
        rules=[
            _MEASURES(language, even=_curve([tenths / 10 for tenths in range(1, 11)])),
            *counting_rules(counting, language),
        ],
    )


def counting_rules(counting: Counting, language: Language) -> list[str]:
    """The weights that loads were counted with, and whether groups count."""
    weights = weights_line(counting.weights, counting.split_leads, language)
    return [weights, *_groups(counting, language)]


def _groups(counting: Counting, language: Language) -> list[str]:
    return [_WITH_COLLECTIVES(language)] if counting.collectives else []


def _with_curve(row: Row) -> Row:
    return {**row, "lighter_half": row["lorenz"][4], "curve": _curve(row["lorenz"])}


def _curve(shares: Sequence[float]) -> str:
    """A block as high as each share."""
    return "".join(_STEPS[min(int(share * len(_STEPS)), len(_STEPS) - 1)] for share in shares)


def _headings(loads: Sequence[Row], language: Language) -> dict[str | None, str]:
    """A line for each place: how many units, what is usual, what is too much."""
    places: dict[str | None, list[Row]] = {}
    for row in loads:
        places.setdefault(row["jurisdiction_id"], []).append(row)
    return {
        place: _HEADING(
            language,
            place=rows[0]["jurisdiction"] or NOWHERE(language),
            units=len(rows),
            median=f"{rows[0]['median']:.3g}",
            threshold=f"{rows[0]['threshold']:.3g}",
        )
        for place, rows in places.items()
    }
