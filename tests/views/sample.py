"""Facts of two small plans of invented counties, their places found in their texts."""

from __future__ import annotations

from dataclasses import replace

from graphmodel.model.facts import Facts, merge
from graphmodel.model.records import (
    Deadline,
    Indicator,
    Jurisdiction,
    Measure,
    Mention,
    Plan,
    Post,
    Responsibility,
    Section,
    Target,
    Task,
    Text,
    Unit,
)
from graphmodel.model.vocabulary import (
    Basis,
    JurisdictionLevel,
    LinkBasis,
    Operator,
    PlanStatus,
    Recurrence,
    Role,
    UnitKind,
)
from tests.analysis.building import Attribution, facts_of

TEXT = """云岭县优化营商环境实施方案
一、重点任务
1.提升开办企业便利度。2025年底前压减至1个工作日。〔牵头单位：县审批局；配合单位：县市场监管局、各乡镇〕
2.推进获得电力改革。每季度通报，分管副县长负责。（县供电公司、县发改局负责）
3.规范执法检查。〔牵头单位：县审批局；配合单位：各乡镇〕
4.加强宣传引导。〔牵头单位：县审批局；配合单位：县文旅
局、各乡镇〕
附件：开办企业指标由县审批局负责。
"""
PLAN = "云岭县:云政发〔2024〕1号"
PLACE = "某省/云岭县"


class Writer:
    """Finds places in a text, from the place found last on."""

    def __init__(self, text: str) -> None:
        """Start at the beginning."""
        self.text = text
        self.place = 0

    def find(self, words: str) -> tuple[int, int]:
        """Where the words stand next; the next search starts after them."""
        start = self.text.index(words, self.place)
        self.place = start + len(words)
        return start, self.place


def plan_facts(text: str = TEXT, plan: str = PLAN, place: str = PLACE) -> Facts:
    """The facts of `TEXT`, or of a text with the same words at other places."""
    name = place.split("/")[-1]
    return Facts(
        plans=(_plan(plan, place),),
        sections=(Section(f"{plan}#1", plan, (1,), "重点任务", None, *_at(text, "一、重点任务")),),
        tasks=_tasks(text, plan),
        jurisdictions=(Jurisdiction(place, name, JurisdictionLevel.COUNTY, None),),
        units=_units(place),
        mentions=(Mention(plan, "县文旅局", f"{place}:文旅局", "short-name", "全称的简写"),),
        responsibilities=_responsibilities(text, plan, place),
        posts=(_post(text, plan),),
        indicators=_indicators(plan),
        measures=(_measure(text, plan),),
        targets=(_target(text, plan),),
        deadlines=_deadlines(text, plan),
        texts=(Text(plan, text),),
    )


def _post(text: str, plan: str) -> Post:
    words = "分管副县长"
    return Post(f"{plan}#1.2/post.0", plan, f"{plan}#1.2", words, *_at(text, words))


def _measure(text: str, plan: str) -> Measure:
    return Measure(
        id=f"{plan}#1.1/starting",
        plan=plan,
        indicator=f"{plan}!开办企业",
        code="starting_business",
        task=f"{plan}#1.1",
        basis=LinkBasis.TITLE,
        words="开办企业",
        start=text.index("开办企业"),
        end=text.index("开办企业") + 4,
    )


def _target(text: str, plan: str) -> Target:
    return Target(
        id=f"{plan}#1.1/target.0",
        plan=plan,
        task=f"{plan}#1.1",
        metric="压减",
        op=Operator.AT_MOST,
        value=1.0,
        unit="个工作日",
        start=text.index("1个工作日"),
        end=text.index("1个工作日") + 5,
    )


def _deadlines(text: str, plan: str) -> tuple[Deadline, ...]:
    first, second = f"{plan}#1.1", f"{plan}#1.2"
    by, every = _at(text, "2025年底前"), _at(text, "每季度")
    return (
        Deadline(f"{first}/deadline.0", plan, first, "2025-12-31", None, None, *by),
        Deadline(f"{second}/deadline.0", plan, second, None, Recurrence.QUARTERLY, None, *every),
    )


def two_plans() -> Facts:
    """The facts of `TEXT` for two counties."""
    return merge((plan_facts(), plan_facts(TEXT, "雾河县:雾政发〔2024〕2号", "某省/雾河县")))


def _at(text: str, words: str) -> tuple[int, int]:
    return text.index(words), text.index(words) + len(words)


def _plan(plan: str, place: str) -> Plan:
    name = place.split("/")[-1]
    return Plan(
        id=plan,
        title=f"{name}优化营商环境实施方案",
        doc_number=plan.split(":")[1],
        issuers=(f"{name}人民政府",),
        issuer_ids=(),
        jurisdiction=name,
        jurisdiction_id=place,
        issued="2024-03-01",
        status=PlanStatus.ISSUED,
        references=(),
        source=f"{name}.txt",
        sha256=plan,
        format="text",
        encoding="utf-8",
    )


TITLES = ("提升开办企业便利度", "推进获得电力改革", "规范执法检查", "加强宣传引导")


def _tasks(text: str, plan: str) -> tuple[Task, ...]:
    starts = [text.index(f"{number}.{title}") for number, title in enumerate(TITLES, start=1)]
    ends = [*(start - 1 for start in starts[1:]), text.index("\n附件")]
    return tuple(
        Task(f"{plan}#1.{number}", plan, (1, number), title, f"{plan}#1", start, end)
        for number, (title, start, end) in enumerate(zip(TITLES, starts, ends, strict=True), 1)
    )


KINDS = {"各乡镇": UnitKind.COLLECTIVE, "县供电公司": UnitKind.EXTERNAL}


def _units(place: str) -> tuple[Unit, ...]:
    names = ("县审批局", "县市场监管局", "各乡镇", "县供电公司", "县发改局", "县文旅局", "县档案局")
    return tuple(
        Unit(
            f"{place}:{name.removeprefix('县')}",
            name,
            KINDS.get(name, UnitKind.UNIT),
            "other",
            ("other",),
            place.split("/")[-1],
            place,
        )
        for name in names
    )


_PARTS = (
    (1, Role.LEAD, Basis.DESIGNATED, "县审批局"),
    (1, Role.SUPPORT, None, "县市场监管局"),
    (1, Role.SUPPORT, None, "各乡镇"),
    (2, Role.LEAD, Basis.JOINT, "县供电公司"),
    (2, Role.LEAD, Basis.JOINT, "县发改局"),
    (3, Role.LEAD, Basis.DESIGNATED, "县审批局"),
    (3, Role.SUPPORT, None, "各乡镇"),
    (4, Role.LEAD, Basis.DESIGNATED, "县审批局"),
    (4, Role.SUPPORT, None, "县文旅\n局"),
    (4, Role.SUPPORT, None, "各乡镇"),
)


def _responsibilities(text: str, plan: str, place: str) -> tuple[Responsibility, ...]:
    writer = Writer(text)
    blank = Responsibility(
        "", plan, None, None, "", "", Role.LEAD, 0, None, False, False, "bracket", 0, 0
    )
    rows = []
    for number, (task, role, basis, words) in enumerate(_PARTS):
        start, end = writer.find(words)
        mention = words.replace("\n", "")
        rows.append(
            replace(
                blank,
                id=f"{plan}#1.{task}/0.{role}.{number}",
                task=f"{plan}#1.{task}",
                unit=f"{place}:{mention.removeprefix('县')}",
                mention=mention,
                role=role,
                basis=basis,
                start=start,
                end=end,
            )
        )
    start, end = writer.find("县审批局")
    rows.append(
        replace(
            blank,
            id=f"{plan}!开办企业/lead.0",
            indicator=f"{plan}!开办企业",
            unit=f"{place}:审批局",
            mention="县审批局",
            basis=Basis.SOLE,
            start=start,
            end=end,
        )
    )
    return tuple(rows)


def _indicators(plan: str) -> tuple[Indicator, ...]:
    first = f"{plan}!开办企业"
    return (
        Indicator(first, plan, "开办企业", 1, None, "starting_business", None, None),
        Indicator(f"{first}/耗时", plan, "耗时", 2, first, None, None, None),
    )


def two_of_a_place() -> Facts:
    """Two plans of a place; of the second alone C carries most, of both together A."""
    return merge(
        (
            facts_of(*[Attribution(n, "A", "BCD") for n in range(1, 6)], plan="一"),
            facts_of(
                Attribution(1, "C", "BA"),
                Attribution(2, "C", "DA"),
                Attribution(3, "C", "EB"),
                Attribution(4, "B", "FA"),
                plan="二",
            ),
        )
    )
