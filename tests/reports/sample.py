"""Facts of one small plan of an invented county, put together by hand."""

from __future__ import annotations

from graphmodel.model.facts import Facts
from graphmodel.model.records import (
    Deadline,
    Diagnostic,
    Duty,
    Indicator,
    Jurisdiction,
    Measure,
    Mention,
    Plan,
    Responsibility,
    Section,
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
    PlanStatus,
    Recurrence,
    Role,
    Severity,
    UnitKind,
)

PLAN = "云岭县:云政发〔2024〕1号"
SOURCE = "云岭 方案.txt"
TEXT = (
    "云岭县优化营商环境方案\r\n"
    "一、主要任务\r\n"
    "1.精简获得电力审批。2024年底前，审批压减到5个工作日以内。"
    "〔牵头单位：县审批局；配合单位：县财政局、各乡镇〕\r\n"
    "2.规范收费。（县财\r\n政局负责）各乡镇每季度向县审批局报送进展。\r\n"
)
PLACE = "岚东省/云岭县"
APPROVAL, FINANCE, TOWNS = (f"云岭县:{name}" for name in ("县审批局", "县财政局", "各乡镇"))
FIRST, SECOND = f"{PLAN}#1.1", f"{PLAN}#1.2"
POWER = "indicator:electricity"


def span(words: str, nth: int = 1) -> tuple[int, int]:
    """Where the words stand in the text, the nth time."""
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return start, start + len(words)


def _part(
    task: str, unit: str, words: str, nth: int, role: Role, basis: Basis | None, number: int
) -> Responsibility:
    start, end = span(words, nth)
    return Responsibility(
        id=f"{task}/0.{role}.{number}",
        plan=PLAN,
        task=task,
        indicator=None,
        unit=unit,
        mention="".join(words.split()),
        role=role,
        group=0,
        basis=basis,
        open_ended=False,
        standing=False,
        rule="labels" if basis is not Basis.SOLE else "clause",
        start=start,
        end=end,
    )


def _unit(name: str, kind: UnitKind, function: str) -> Unit:
    return Unit(f"云岭县:{name}", name, kind, function, (function,), "云岭县", PLACE)


FACTS = Facts(
    plans=(
        Plan(
            id=PLAN,
            title="云岭县优化营商环境方案",
            doc_number="云政发〔2024〕1号",
            issuers=(),
            issuer_ids=(),
            jurisdiction="云岭县",
            jurisdiction_id=PLACE,
            issued="2024-03-01",
            status=PlanStatus.ISSUED,
            references=(),
            source=SOURCE,
            sha256="00",
            format="text",
            encoding="utf-8",
        ),
    ),
    sections=(Section(f"{PLAN}#1", PLAN, (1,), "主要任务", None, *span("一、主要任务")),),
    tasks=(
        Task(FIRST, PLAN, (1, 1), "精简获得电力审批", f"{PLAN}#1", *span("精简获得电力审批")),
        Task(SECOND, PLAN, (1, 2), "规范收费", f"{PLAN}#1", *span("规范收费")),
    ),
    jurisdictions=(
        Jurisdiction("岚东省", "岚东省", JurisdictionLevel.PROVINCE, None),
        Jurisdiction(PLACE, "云岭县", JurisdictionLevel.COUNTY, "岚东省"),
    ),
    units=(
        _unit("县审批局", UnitKind.UNIT, "admin_approval"),
        _unit("县财政局", UnitKind.UNIT, "finance"),
        _unit("各乡镇", UnitKind.COLLECTIVE, "township"),
    ),
    mentions=(
        Mention(PLAN, "县审批局", APPROVAL, "short-name", "审批局是行政审批服务局的简称"),
        Mention(PLAN, "县财政局", FINANCE, "full-name"),
        Mention(PLAN, "各乡镇", TOWNS, "collective"),
    ),
    responsibilities=(
        _part(FIRST, APPROVAL, "县审批局", 1, Role.LEAD, Basis.DESIGNATED, 0),
        _part(FIRST, FINANCE, "县财政局", 1, Role.SUPPORT, None, 0),
        _part(FIRST, TOWNS, "各乡镇", 1, Role.SUPPORT, None, 1),
        _part(SECOND, FINANCE, "县财\r\n政局", 1, Role.LEAD, Basis.SOLE, 0),
    ),
    indicators=(Indicator(POWER, None, "获得电力", 1, None, "electricity", None, None),),
    measures=(
        Measure(
            f"{FIRST}/electricity",
            PLAN,
            POWER,
            "electricity",
            FIRST,
            LinkBasis.TITLE,
            "获得电力",
            *span("获得电力"),
        ),
    ),
    targets=(
        Target(
            f"{FIRST}/target.0",
            PLAN,
            FIRST,
            "审批",
            Operator.AT_MOST,
            5.0,
            "个工作日",
            *span("5个工作日以内"),
        ),
    ),
    deadlines=(
        Deadline(f"{FIRST}/deadline.0", PLAN, FIRST, "2024-12-31", None, None, *span("2024年底前")),
    ),
    duties=(
        Duty(
            f"{PLAN}/duty.0",
            PLAN,
            DutyKind.REPORT,
            (TOWNS,),
            APPROVAL,
            Recurrence.QUARTERLY,
            (),
            *span("每季度向县审批局报送进展"),
        ),
    ),
    diagnostics=(
        Diagnostic(
            "unit-uncertain", Severity.WARNING, "简称可能有误", PLAN, *span("县审批局"), "县审批局"
        ),
    ),
    texts=(Text(PLAN, TEXT),),
)
