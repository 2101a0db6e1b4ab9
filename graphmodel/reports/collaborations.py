"""The report on who has to work with whom."""

from __future__ import annotations

from graphmodel.analysis.collaboration import collaboration
from graphmodel.model.facts import Facts
from graphmodel.reports.columns import Column, Kind
from graphmodel.reports.report import Bar, Report
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.tails import tails_lines
from graphmodel.reports.wording import Language, Wording

MOST = 30
"""Pairs that a terminal is given; five plans have hundreds."""

_PLACE = Column("place", Wording("地方", "Place"), Kind.TEXT, 4, least=6)
COLUMNS = (
    Column("name_a", Wording("单位甲", "Unit A"), Kind.TEXT, 1, least=12),
    Column("name_b", Wording("单位乙", "Unit B"), Kind.TEXT, 1, least=12),
    Column("tasks", Wording("任务", "Tasks"), importance=2),
    Column("lead_support", Wording("牵头–配合", "Lead–support"), importance=6),
    Column("co_lead", Wording("共同牵头", "Joint lead"), importance=7),
    Column("support_support", Wording("共同配合", "Both support"), importance=8),
    Column("boilerplate", Wording("套话", "Boilerplate"), importance=9),
    Column("task_ids", Wording("任务编号", "Task ids"), Kind.TEXT),
)
_TITLE = Wording("单位协作", "Collaboration of units")
_BAR = Wording("█实质 ░套话", "█real ░other")
RULE = Wording(
    "任务：双方都有分工的任务数；套话：其中至少一方只是套话式配合或通则配合的任务数；"
    "集合主体不计。",
    "Tasks: those that both have a part in; boilerplate: those of them in which one of the two "
    "only has boilerplate or standing support; without collectives.",
)


_WITH_COLLECTIVES = Wording(
    "任务：双方都有分工的任务数；套话：其中至少一方只是套话式配合或通则配合的任务数；"
    "集合主体计入。",
    "Tasks: those that both have a part in; boilerplate: those of them in which one of the two "
    "only has boilerplate or standing support; with collectives.",
)
_LEAST = Wording("只列共同任务至少 {least} 项的。", "Only pairs that share {least} tasks at least.")


def collaboration_report(
    facts: Facts, language: Language, *, least: int = 1, collectives: bool = False
) -> Report:
    """The pairs of bodies that share so many tasks at least, the closest first."""
    every = collaboration(facts, collectives=collectives)
    frame = every[every["tasks"] >= least]
    places = {unit.id: unit.jurisdiction for unit in facts.units}
    rows = [{**row, "place": _place(row, places)} for row in rows_of(frame)]
    several = len({row["place"] for row in rows}) > 1
    return Report(
        title=_TITLE(language),
        language=language,
        names=list(frame.columns),
        rows=rows,
        columns=(_PLACE, *COLUMNS) if several else COLUMNS,
        bar=Bar(_BAR, 5, lambda row: (row["tasks"] - row["boilerplate"], row["boilerplate"])),
        most=MOST,
        rules=[*_rules(least, collectives, language), *tails_lines(facts, language)],
    )


def _rules(least: int, collectives: bool, language: Language) -> list[str]:
    rule = _WITH_COLLECTIVES if collectives else RULE
    return [rule(language), *([_LEAST(language, least=least)] if least > 1 else [])]


def _place(row: Row, places: dict[str, str | None]) -> str | None:
    """The place of the pair; both, where they are of two."""
    both = dict.fromkeys(place for key in ("unit_a", "unit_b") if (place := places[row[key]]))
    return "–".join(both) or None
