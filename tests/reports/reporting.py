"""Reports put together by hand, without any analysis."""

from __future__ import annotations

from graphmodel.reports.columns import Column, Kind
from graphmodel.reports.report import Bar, Report
from graphmodel.reports.rows import Row
from graphmodel.reports.wording import Language, Wording

COLUMNS = (
    Column("name", Wording("单位", "Unit"), Kind.TEXT, 1),
    Column("over", Wording("状态", "State"), Kind.FLAG, 3, mark=Wording("▲ 超载", "▲ overloaded")),
    Column("load", Wording("负荷", "Load"), Kind.AMOUNT, 2),
    Column("leads", Wording("牵头", "Leads"), Kind.COUNT, 5),
    Column("ids", Wording("编号", "Ids"), Kind.TEXT),
)


def row(name: str, load: float, leads: int, place: str = "云岭县", over: bool = False) -> Row:
    """A row of a report."""
    return {
        "name": name,
        "over": over,
        "load": load,
        "leads": leads,
        "place": place,
        "ids": (f"{place}:{name}", "a|b"),
    }


ROWS = (
    row("县行政审批服务局", 13.2, 12, over=True),
    row("区财政局", 3.0, 3, place="石岭区"),
    row("县发改局", 1.3, 1),
    row("县气象局", 0.0, 0),
)


def report(rows: tuple[Row, ...] = ROWS, most: int | None = None) -> Report:
    """A report in two groups, with a bar of leads and the rest."""
    return Report(
        title="单位负荷",
        language=Language.ZH,
        names=("name", "load", "over", "ids"),
        rows=rows,
        columns=COLUMNS,
        bar=Bar(Wording("█牵头 ░配合", "█leads ░rest"), 4, _parts),
        flag="over",
        group="place",
        headings={"云岭县": "云岭县：3 个单位", "石岭区": "石岭区：1 个单位"},
        most=most,
        findings=["▲ 县行政审批服务局超载。"],
        rules=["权重：牵头 1，配合 0.3。"],
    )


def _parts(row: Row) -> tuple[float, float]:
    return row["leads"], row["load"] - row["leads"]
