"""What stands in ledgers, worked out by hand from a small plan; totals from the real ones."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

import graphmodel
from graphmodel.ledgers.fields import every_field, keys_by_head
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.model.facts import merge
from graphmodel.model.records import Indicator, Responsibility, Task
from graphmodel.model.vocabulary import Role
from graphmodel.reports.wording import Language
from tests.ledgers.sample import ledger, texts
from tests.reports.sample import APPROVAL, FACTS, FINANCE, FIRST, PLAN, POWER, SECOND, TOWNS

LEAD = FACTS.responsibilities[0]


def test_heads_tell_columns_apart() -> None:
    for language in Language:
        assert len(keys_by_head(language)) == len(every_field())


def test_task_has_all_that_hangs_on_it() -> None:
    [part] = ledger(LedgerKind.TASKS).parts
    assert part.title == "云岭县优化营商环境方案任务分解表"
    assert (
        part.lines[0] == "依据：《云岭县优化营商环境方案》（云政发〔2024〕1号），文件 云岭 方案.txt"
    )
    assert texts(part) == [
        {
            "no": "1",
            "path": "1.1",
            "title": "精简获得电力审批",
            "indicator": "获得电力",
            "lead": "县审批局",
            "support": "县财政局、各乡镇",
            "target": "审批不超过5个工作日",
            "due": "2024-12-31",
            "source": "第 3 行",
            "id": FIRST,
        },
        {
            "no": "2",
            "path": "1.2",
            "title": "规范收费",
            "lead": "县财政局",
            "source": "第 4 行",
            "id": SECOND,
        },
    ]


def test_words_are_in_the_language_of_the_reader() -> None:
    [part] = ledger(LedgerKind.TASKS, Language.EN).parts
    row = texts(part)[0]
    assert part.title == "Task ledger: 云岭县优化营商环境方案"
    assert (row["target"], row["source"]) == ("审批 at most 5 个工作日", "line 3")
    assert row["support"] == "县财政局, 各乡镇"


def test_each_body_has_a_list_and_the_index_counts_them() -> None:
    index, *lists = ledger(LedgerKind.UNITS).parts
    assert [(part.name, part.body) for part in lists] == [
        ("县财政局", FINANCE),
        ("县审批局", APPROVAL),
        ("各乡镇", TOWNS),
    ]
    assert "合计：3 个单位，2 项任务，1 项定期义务。" in index.lines
    counts = [(row["name"], row.get("leads"), row.get("supports")) for row in texts(index)]
    assert counts == [("县财政局", "1", "1"), ("县审批局", "1", None), ("各乡镇", None, "1")]
    assert [row["id"] for row in texts(index)] == [part.body for part in lists]
    finance, _, towns = map(texts, lists)
    assert [(row["part"], row["title"]) for row in finance] == [
        ("牵头", "规范收费"),
        ("配合", "精简获得电力审批"),
    ]
    assert {row["body"] for row in towns} == {TOWNS}
    duty = towns[-1]
    assert (duty["part"], duty["title"]) == ("定期义务", "报送（向县审批局）")
    assert (duty["due"], duty["source"]) == ("每季度", "第 5 行")


@pytest.mark.parametrize(
    ("dates", "zh", "en"),
    [
        (("03-10", "09-10"), "每年 03-10、09-10", "03-10, 09-10 each year"),
        (("25",), "每月 25 日", "day 25 of each month"),
    ],
)
def test_days_of_duties_are_told(dates: tuple[str, ...], zh: str, en: str) -> None:
    facts = replace(FACTS, duties=(replace(FACTS.duties[0], dates=dates),))
    for language, words in ((Language.ZH, zh), (Language.EN, en)):
        *_, towns = ledger(LedgerKind.UNITS, language, facts).parts
        assert texts(towns)[-1]["due"] == words


def test_pairs_are_given_with_their_tasks() -> None:
    [part] = ledger(LedgerKind.COLLABORATION).parts
    assert texts(part) == [
        {
            "no": "1",
            "a": "县审批局",
            "b": "县财政局",
            "tasks": "1",
            "lead_support": "1",
            "titles": "1.1 精简获得电力审批",
            "id": f"{APPROVAL}|{FINANCE}",
        }
    ]


def _led_indicator(unit: str) -> Responsibility:
    return replace(LEAD, id=f"{POWER}/0", task=None, indicator=POWER, unit=unit)


def test_indicator_that_no_task_gives_to_its_lead_is_a_row() -> None:
    led = replace(FACTS, responsibilities=(*FACTS.responsibilities, _led_indicator(FINANCE)))
    [part] = ledger(LedgerKind.TASKS, facts=led).parts
    row = texts(part)[-1]
    assert (row["title"], row["lead"]) == ("负责“获得电力”指标", "县财政局")
    index, finance, *_ = ledger(LedgerKind.UNITS, facts=led).parts
    assert texts(index)[0]["indicators"] == "1"
    assert texts(finance)[1]["title"] == "负责“获得电力”指标"


def test_indicator_that_a_task_gives_to_the_same_lead_is_none() -> None:
    led = replace(FACTS, responsibilities=(*FACTS.responsibilities, _led_indicator(APPROVAL)))
    assert len(ledger(LedgerKind.TASKS, facts=led).parts[0].rows) == 2


def test_row_of_an_annex_counts_once_unless_it_says_something_else() -> None:
    annex = Task(f"{PLAN}#annex.1.1", PLAN, ("annex", 1, 1), "收费", None, 0, 1, SECOND)
    again = replace(LEAD, id="again", task=annex.id, unit=FINANCE)
    facts = replace(FACTS, tasks=(*FACTS.tasks, annex))
    same = replace(facts, responsibilities=(*facts.responsibilities, again))
    assert len(ledger(LedgerKind.TASKS, facts=same).parts[0].rows) == 2
    other = replace(again, unit=APPROVAL)
    differs = replace(facts, responsibilities=(*facts.responsibilities, other))
    rows = texts(ledger(LedgerKind.TASKS, facts=differs).parts[0])
    assert [(row["path"], row["lead"]) for row in rows if row["title"] == "收费"] == [
        ("附件1.1", "县审批局")
    ]


def test_several_plans_name_themselves_in_each_row() -> None:
    plan = replace(
        FACTS.plans[0], id="云岭县:第二", title="第二个方案", sha256="11", source="二.txt"
    )
    second = replace(FACTS.tasks[1], id="云岭县:第二#1", plan=plan.id)
    other = replace(FACTS, plans=(plan,), tasks=(second,), responsibilities=(), measures=(),
                    targets=(), deadlines=(), duties=(), sections=(), texts=(), mentions=(),
                    diagnostics=())  # fmt: skip
    [part] = ledger(LedgerKind.TASKS, facts=merge([FACTS, other])).parts
    assert part.title == "任务分解表（2 个方案）"
    assert [row["plan"] for row in texts(part)] == [*["云岭县优化营商环境方案"] * 2, "第二个方案"]
    assert texts(part)[2]["source"].startswith("二.txt")


def test_many_plans_are_one_line_above_the_table() -> None:
    plans = [replace(FACTS.plans[0], id=str(n), title=f"方案{n}") for n in range(6)]
    few, many = (replace(FACTS, plans=(*FACTS.plans, *plans[:n])) for n in (4, 5))
    lines = [ledger(LedgerKind.TASKS, facts=facts).parts[0].lines for facts in (few, many)]
    assert [sum(line.startswith("依据：") for line in some) for some in lines] == [5, 1]
    assert lines[1][0] == "依据：6 个方案，见各行"


def test_without_tasks_there_are_heads_only() -> None:
    empty = replace(FACTS, tasks=(), responsibilities=(), measures=(), targets=(), deadlines=(),
                    duties=())  # fmt: skip
    for kind in LedgerKind:
        parts = ledger(kind, facts=empty).parts
        assert [len(part.rows) for part in parts] == [0]


@pytest.mark.shared
@pytest.mark.parametrize(
    "name", ["weibin-2023", "yijun-2021", "huining-2022", "jingle-2020", "xiangyuan-2023"]
)
def test_lists_hold_every_responsibility_of_a_real_plan(shared: Path, name: str) -> None:
    """Counted over the facts, a row each: a body, a task or indicator, its strongest role."""
    facts = graphmodel.extract(shared / "documents" / f"{name}.txt")
    order = {role: number for number, role in enumerate(Role)}
    parts: dict[tuple[str, str | None], Role] = {}
    for r in facts.responsibilities:
        if r.task is not None:
            key = r.unit, r.task
            parts[key] = min(parts.get(key, r.role), r.role, key=order.__getitem__)
    _, *lists = ledger(LedgerKind.UNITS, facts=facts).parts
    found = {
        (part.body, row["id"]): row["part"]
        for part in lists
        for row in texts(part)
        if "path" in row
    }
    words = {Role.LEAD: "牵头", Role.SUPPORT: "配合", Role.ENGAGED: "协同"}
    assert found == {key: words[role] for key, role in parts.items()}
    [tasks] = ledger(LedgerKind.TASKS, facts=facts).parts
    assert {row["id"] for row in texts(tasks) if "path" in row} == {t.id for t in facts.tasks}


def test_indicator_that_two_plans_share_is_two_rows() -> None:
    """Two plans that have somebody lead the same indicator of the vocabulary are two rows."""
    power = Indicator(POWER, None, "获得电力", 1, None, "electricity", None, None)
    plans = [replace(FACTS.plans[0], id=key, sha256=key) for key in ("p", "q")]
    led = [replace(_led_indicator(FINANCE), id=key, plan=key) for key in ("p", "q")]
    facts = replace(FACTS, plans=tuple(plans), tasks=(), responsibilities=tuple(led), sections=(),
                    indicators=(power,), measures=(), targets=(), deadlines=(), duties=(),
                    texts=(), mentions=(), diagnostics=())  # fmt: skip
    rows = texts(ledger(LedgerKind.TASKS, facts=facts).parts[0])
    assert len({row["id"] for row in rows}) == len(rows) == 2
