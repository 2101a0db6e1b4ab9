"""Facts for tests: one sound bundle with every mechanism, and arbitrary records of every table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from graphmodel.model.columns import Column, columns_of
from graphmodel.model.facts import TABLES, Facts
from graphmodel.model.records import (
    Deadline,
    Diagnostic,
    Duty,
    Indicator,
    Jurisdiction,
    Measure,
    Mention,
    Place,
    Plan,
    Post,
    Responsibility,
    Section,
    Stage,
    Target,
    Task,
    Text,
    Unit,
)
from graphmodel.model.vocabulary import (
    Basis,
    DutyKind,
    JurisdictionLevel,
    LinkBasis,
    Operator,
    PlaceUnit,
    PlanStatus,
    Recurrence,
    Role,
    Severity,
    UnitKind,
)

TEXT = "甲县方案\r\n一、任务（县住建局牵头）\r\n"
"""20 characters: the text of plan `p`."""

PLAN = Plan(
    id="p",
    title="甲县方案",
    doc_number="甲政发〔2024〕3号",
    issuers=("甲县人民政府",),
    issuer_ids=("甲县:住建",),
    jurisdiction="甲县",
    jurisdiction_id="乙省/甲县",
    issued="2024-02-29",
    status=PlanStatus.ISSUED,
    references=("丙办法", "丁条例"),
    source="p.txt",
    sha256="00",
    format="text",
    encoding="utf-8",
)
CITED = replace(
    PLAN,
    id="q",
    title="丙办法",
    doc_number=None,
    issuers=(),
    issuer_ids=(),
    issued=None,
    status=PlanStatus.DRAFT,
    references=(),
    source="q.txt",
    sha256="01",
)
HOUSING = Unit("甲县:住建", "县住建局", UnitKind.UNIT, "housing", ("housing",), "甲县", "乙省/甲县")
TOWNS = Unit(
    "甲县:乡镇", "各乡镇", UnitKind.COLLECTIVE, "township", ("township",), "甲县", "乙省/甲县"
)
POWER = Unit(
    "供电", "国网供电公司", UnitKind.EXTERNAL, "power_supply", ("power_supply",), None, None
)
LEAD = Responsibility(
    id="p#1.1/0.lead.0",
    plan="p",
    task="p#1.1",
    indicator=None,
    unit="甲县:住建",
    mention="县住建局",
    role=Role.LEAD,
    group=0,
    basis=Basis.DESIGNATED,
    open_ended=False,
    standing=False,
    rule="verb-designated",
    start=11,
    end=15,
)
JOINT = replace(LEAD, id="p#1.1/1.lead.0", group=1, basis=Basis.JOINT)
JOINT_TOWNS = replace(JOINT, id="p#1.1/1.lead.1", unit="甲县:乡镇", mention="各乡镇")
SUPPORT = replace(
    LEAD,
    id="p#1.1/0.support.0",
    unit="甲县:乡镇",
    mention="各乡镇",
    role=Role.SUPPORT,
    basis=None,
    open_ended=True,
)
ENGAGED = replace(
    LEAD, id="p#1.1/0.engaged.0", unit="供电", mention="国网供电公司", role=Role.ENGAGED, basis=None
)
OF_INDICATOR = replace(LEAD, id="p!开办企业/0.lead.0", task=None, indicator="p!开办企业")

SOUND = Facts(
    plans=(PLAN, CITED),
    sections=(
        Section("p#1", "p", (1,), "任务", None, 6, 10),
        Section("p#annex.1", "p", ("annex", 1), "清单", "p#1", 6, 10),
    ),
    tasks=(
        Task("p#1.1", "p", (1, 1), "推进审批", "p#1", 6, 18),
        Task("p#annex.1.4", "p", ("annex", 1, 4), "推进接电", None, 6, 18),
    ),
    jurisdictions=(
        Jurisdiction("乙省", "乙省", JurisdictionLevel.PROVINCE, None),
        Jurisdiction("乙省/甲县", "甲县", JurisdictionLevel.COUNTY, "乙省"),
    ),
    units=(HOUSING, TOWNS, POWER),
    mentions=(Mention("p", "县住建局", "甲县:住建", "name"),),
    responsibilities=(LEAD, JOINT, JOINT_TOWNS, SUPPORT, ENGAGED, OF_INDICATOR),
    posts=(Post("p#1.1/post.0", "p", "p#1.1", "分管副县长", 6, 10),),
    indicators=(
        Indicator("p!开办企业", "p", "开办企业", 1, None, "starting_business", 6, 10),
        Indicator("p!开办企业/耗时", "p", "耗时", 2, "p!开办企业", None, 6, 10),
        Indicator("indicator:tax", None, "纳税", 1, None, "tax", None, None),
    ),
    measures=(
        Measure("p#1.1/tax", "p", "indicator:tax", "tax", "p#1.1", LinkBasis.TITLE, "办税", 6, 8),
    ),
    targets=(
        Target("p#1.1/target.0", "p", "p#1.1", "时限", Operator.AT_MOST, 1.5, "天", 6, 10),
        Target("p/target.0", "p", None, "增幅", Operator.UP_BY, 10.0, "%", 6, 10),
    ),
    deadlines=(
        Deadline("p#1.1/deadline.0", "p", "p#1.1", "2024-12-31", None, None, 6, 10),
        Deadline("p#1.1/deadline.1", "p", "p#1.1", "2024-06-30", None, None, 6, 10),
        Deadline("p#1.1/deadline.2", "p", "p#1.1", None, Recurrence.MONTHLY, None, 6, 10),
        Deadline("p#1.1/deadline.3", "p", "p#1.1", None, Recurrence.MONTHLY, None, 6, 10),
        Deadline("p#1.1/deadline.4", "p", "p#1.1", None, None, "会议召开前", 6, 10),
    ),
    duties=(
        Duty(
            id="p/duty.1",
            plan="p",
            kind=DutyKind.REPORT,
            units=("甲县:乡镇", "供电"),
            to="甲县:住建",
            recurrence=Recurrence.QUARTERLY,
            dates=("03-10", "06-10"),
            start=6,
            end=10,
        ),
        Duty("p/duty.2", "p", DutyKind.MEET, ("甲县:住建",), None, None, (), 6, 10),
        Duty("p/duty.3", "p", DutyKind.REPORT, ("甲县:住建",), "甲县:乡镇", None, (), 6, 10),
    ),
    stages=(Stage("p/stage.1", "p", "部署阶段", "2024-02-01", None, 6, 10),),
    diagnostics=(Diagnostic("no-attribution", Severity.WARNING, "没有找到", "p", None, None),),
    places=(
        Place("p", PlaceUnit.SHEET, 1, "清单", 0, 6),
        Place("p", PlaceUnit.PAGE, 2, None, 6, 20),
    ),
    texts=(Text("p", TEXT),),
)
"""Two plans, one citing the other; every table, role, kind and optional value occurs."""


def changed(table: str, row: int, **cells: Any) -> Facts:
    """The sound bundle with some cells of one row replaced."""
    rows = list(SOUND.rows(table))
    rows[row] = replace(rows[row], **cells)
    return replace(SOUND, **{table: tuple(rows)})


ODD = "\n\r\t\"',;|\\. \u3000\x00\x85\u2028\ufeff■𠮷甲乙a1é"
scalars = st.text(st.sampled_from(ODD) | st.characters(exclude_categories=["Cs"]), max_size=12)
"""Texts of Unicode scalar values, with what file formats stumble over more often than not."""

paths = st.tuples(st.sampled_from(((), ("annex",))), st.lists(st.integers(0, 999), max_size=4)).map(
    lambda parts: (*parts[0], *parts[1])
)


def _cells(column: Column, text: st.SearchStrategy[str]) -> st.SearchStrategy[Any]:
    if column.values is not None:
        strategy: st.SearchStrategy[Any] = st.sampled_from(column.values).map(column.convert)
    elif column.type == "strings":
        # an empty member would be no name of anything
        strategy = st.lists(text.filter(bool), max_size=3).map(tuple)
    else:
        strategy = {
            "str": text,
            "int": st.integers(-(2**53), 2**53),
            "float": st.floats(allow_nan=False, allow_infinity=False),
            "bool": st.booleans(),
            "path": paths,
        }[column.type]
    # what is not known is None, never the empty text
    return st.none() | strategy.filter(lambda value: value != "") if column.optional else strategy


def facts_strategy(text: st.SearchStrategy[str]) -> st.SearchStrategy[Facts]:
    """Bundles with up to two arbitrary records a table; nothing in them refers to anything."""
    tables = {
        table: st.lists(
            st.builds(record, **{c.name: _cells(c, text) for c in columns_of(record)}), max_size=2
        ).map(tuple)
        for table, record in TABLES.items()
    }
    return st.builds(Facts, **tables)
