"""Every figure of the summary, against plain loops over the facts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import graphmodel
from graphmodel.analysis.schedule import Timing
from graphmodel.checks.checker import check
from graphmodel.model.facts import Facts
from graphmodel.model.records import Deadline, Duty
from graphmodel.model.resources import resource
from graphmodel.model.vocabulary import DutyKind, Recurrence, Role, Severity, UnitKind
from graphmodel.reports.briefs.brief import Brief, Chart, Section, Table
from graphmodel.reports.briefs.compose import brief
from graphmodel.reports.loads import Counting
from graphmodel.reports.wording import Language
from tests.analysis.building import plans
from tests.examples import examples
from tests.reports.brute_force import Counted, gini

SAMPLES = resource("data", "samples")
PLANS = ("weibin-2023", "yijun-2021", "huining-2022", "jingle-2020", "xiangyuan-2023")
TODAY = date(2023, 5, 20)
NUMBER = re.compile(r"(?<![\w.-])-?\d+(?:\.\d+)?")


@cache
def facts_of(path: Path) -> Facts:
    return graphmodel.extract(path)


@pytest.fixture(params=[SAMPLES, *sorted(SAMPLES.iterdir())], ids=lambda path: path.stem)
def sample(request: pytest.FixtureRequest) -> Facts:
    return facts_of(request.param)


@pytest.fixture(params=PLANS)
def plan(request: pytest.FixtureRequest, shared: Path) -> Facts:
    return facts_of(shared / "documents" / f"{request.param}.txt")


def test_figures_of_samples(sample: Facts) -> None:
    compare(sample)


@pytest.mark.shared
def test_figures_of_plans(plan: Facts) -> None:
    compare(plan)


def compare(facts: Facts) -> None:
    made = brief(facts, Counting(), Timing(TODAY), Language.EN)
    counted = Counted(facts)
    scope, burden, together, problems, agenda, advice = made.sections
    compare_scope(scope, facts)
    compare_burden(burden, counted)
    compare_pairs(together, counted)
    compare_problems(problems, facts)
    compare_agenda(agenda, counted)
    compare_advice(advice, counted)
    assert len(made.title) < 120


def numbers(text: str) -> list[float]:
    return [float(number) for number in NUMBER.findall(text)]


def compare_scope(section: Section, facts: Facts) -> None:
    roles = [r.role for r in facts.responsibilities]
    named = {r.unit for r in facts.responsibilities}
    kinds = [unit.kind for unit in facts.units if unit.id in named]
    assert numbers(section.said[0]) == [
        len(facts.tasks),
        len(roles),
        *(roles.count(role) for role in (Role.LEAD, Role.SUPPORT, Role.ENGAGED)),
        *(kinds.count(k) for k in (UnitKind.UNIT, UnitKind.COLLECTIVE, UnitKind.EXTERNAL)),
        len([row for row in facts.indicators if row.plan]),
        len(facts.targets),
    ]
    if section.block is None:
        assert len(facts.plans) == 1
        return
    assert isinstance(section.block, Table)
    for row, plan in zip(section.block.rows, facts.plans, strict=True):
        assert row[0].startswith(plan.title)
        dated = {d.task for d in facts.deadlines if d.date or d.recurrence}
        own = {task.id for task in facts.tasks if task.plan == plan.id}
        parts = [r for r in facts.responsibilities if r.plan == plan.id]
        assert [int(cell) for cell in row[3:]] == [len(own), len(parts), len(dated & own)]


def compare_burden(section: Section, counted: Counted) -> None:
    loads, names = counted.loads(), {u.id: u.name for u in counted.facts.units}
    if not loads:
        assert section.block is None
        return
    total, middle = sum(loads.values()), sorted(loads.values())
    scores = counted.overloaded()
    said = [line for line in section.said if line.startswith("▲")]
    assert len(said) == len(scores)
    half = len(middle) // 2
    usual = middle[half] if len(middle) % 2 else (middle[half - 1] + middle[half]) / 2
    for line in said:
        [unit] = [u for u in scores if line.startswith(f"▲ {names[u]} ")]
        leads, load, *middle_of, share, z = numbers(line.split("overloaded:")[1])
        assert leads == len(counted.leads(unit))
        assert load == pytest.approx(loads[unit], rel=1e-3)
        expected = [loads[unit] / usual, usual] if usual else []
        assert middle_of == pytest.approx(expected, rel=1e-2, abs=0.051)
        assert share == pytest.approx(100 * loads[unit] / total, abs=0.051)
        assert z == pytest.approx(scores[unit], abs=0.051)
    units, carried, top, share, uneven = numbers(section.said[-1].split(": ", 1)[1])
    assert (units, top) == (len(loads), min(3, len(loads)))
    assert carried == pytest.approx(total, abs=0.051)
    assert share == pytest.approx(100 * sum(middle[-3:]) / (total or 1), abs=0.051)
    assert uneven == pytest.approx(gini(list(loads.values())), abs=6e-4)
    compare_chart(section.block, counted)


def compare_chart(chart: object, counted: Counted) -> None:
    assert isinstance(chart, Chart)
    loads, scores = counted.loads(), counted.overloaded()
    units = {unit.name: unit.id for unit in counted.facts.units if unit.id in loads}
    highest = sorted(loads.values(), reverse=True)[:10]
    assert [bar.length for bar in chart.bars] == pytest.approx(highest)
    for bar in chart.bars:
        unit = units[bar.label]
        assert bar.solid == pytest.approx(len(counted.leads(unit)))
        assert bar.length == pytest.approx(loads[unit])
        assert numbers(bar.said) == [pytest.approx(loads[unit], rel=1e-3)]
        assert bar.stands_out == (unit in scores)
    count, threshold = numbers(chart.caption)
    assert count == len(highest)
    assert threshold == pytest.approx(counted.threshold(), rel=5e-3)


def compare_pairs(section: Section, counted: Counted) -> None:
    pairs = {p: c for p, c in counted.pairs().items() if c["tasks"] > c["boilerplate"]}
    if not pairs:
        assert section.said == ("No units share a task.",)
        assert section.block is None
        return
    partners = Counter(unit for pair in pairs for unit in pair)
    assert numbers(section.said[0]) == [len(pairs), max(partners.values())]
    assert isinstance(section.block, Table)
    real = sorted((c["tasks"] - c["boilerplate"] for c in pairs.values()), reverse=True)
    keys = ("tasks", "lead_support", "co_lead", "support_support", "boilerplate")
    by_name = {
        frozenset(counted.units[unit].name for unit in pair): [count[key] for key in keys]
        for pair, count in pairs.items()
    }
    shown = [by_name[frozenset(row[:2])] for row in section.block.rows]
    assert [[int(cell) for cell in row[2:]] for row in section.block.rows] == shown
    assert [row[0] - row[4] for row in shown] == real[:6]


def compare_problems(section: Section, facts: Facts) -> None:
    found = [finding for finding in check(facts) if not finding.code.startswith("W")]
    severities = [finding.severity for finding in found]
    rows = section.block.rows if isinstance(section.block, Table) else []
    idle = [int(row[2]) for row in rows if row[1] == "unit in the head, no task"]
    assert numbers(section.said[0]) == [
        severities.count(Severity.ERROR),
        severities.count(Severity.WARNING),
        severities.count(Severity.INFO) + sum(idle),
    ]
    codes = Counter(finding.code for finding in found)
    assert {row[1].split()[0]: int(row[2]) for row in rows if row[1][0].isupper()} == codes


def compare_agenda(section: Section, counted: Counted) -> None:
    days = counted.days(TODAY, 90)
    left = [(day - TODAY).days for _, day in days]
    expected = {
        "▲ overdue": sum(n < 0 for n in left),
        "● red": sum(0 <= n <= 7 for n in left),
        "◐ yellow": sum(7 < n <= 30 for n in left),
        "○ green": sum(n > 30 for n in left),
        "· no day": counted.without_day(),
    }
    states = section.said[0].removeprefix("States of all days: ").rstrip(".")
    given = {state.rpartition(" ")[0]: state.rpartition(" ")[2] for state in states.split(", ")}
    if section.said[0] == "Nothing is due, and nothing recurs.":
        given = {}
    assert {k: int(n) for k, n in given.items()} == {k: n for k, n in expected.items() if n}
    [undated] = [line for line in section.said if "have no date" in line]
    tasks = len(counted.facts.tasks) - len(counted.same)
    without = counted.without_date()
    share = pytest.approx(100 * without / tasks, abs=0.051)
    assert numbers(undated) == [without, tasks, share]
    first = {key: min(d for k, d in days if k == key and d >= TODAY) for key, _ in coming(days)}
    rows = section.block.rows if isinstance(section.block, Table) else []
    assert [row[0] for row in rows] == sorted(day.isoformat() for day in first.values())[:8]


def coming(days: list[tuple[str, date]]) -> list[tuple[str, date]]:
    return [(key, day) for key, day in days if day >= TODAY]


def compare_advice(section: Section, counted: Counted) -> None:
    loads, names = counted.loads(), {u.id: u.name for u in counted.facts.units}
    overloaded = sorted(counted.overloaded(), key=lambda unit: -loads[unit])[:3]
    relief = [point for point in section.points if point.startswith("Relieve")]
    assert len(relief) == len(overloaded)
    for point, unit in zip(relief, overloaded, strict=True):
        excess, led, *shared = numbers(point.removeprefix(f"Relieve {names[unit]}, "))
        assert excess == pytest.approx(loads[unit] - counted.threshold(), abs=6e-3)
        assert led == len({task for task, _ in counted.leads(unit)})
        assert (shared or [0]) == [counted.shared(unit)]
    led_by: dict[str, set[str]] = {}
    for r in counted.parts:
        if r.role is Role.LEAD and r.task is not None:
            led_by.setdefault(r.task, set()).add(r.unit)
    many = sum(len(units) > 3 for units in led_by.values())
    # A row of an annex is judged by what it says itself.
    said_by: dict[str, set[UnitKind]] = {}
    for r in counted.facts.responsibilities:
        if r.role is Role.LEAD and r.task is not None:
            said_by.setdefault(r.task, set()).add(counted.units[r.unit].kind)
    groups = sum(kinds == {UnitKind.COLLECTIVE} for kinds in said_by.values())
    late = sum(day < TODAY for _, day in counted.days(TODAY, 90))
    for words, expected in (
        ("lead in chief", many),
        ("only groups lead", groups),
        ("what is past was done", late),
        ("Set a date for tasks", counted.without_date()),
    ):
        said = [point for point in section.points if words in point]
        counts = [int(match[1]) for match in map(re.compile(r"\((\d+)\)").search, said) if match]
        assert counts == ([expected] if expected else [])


def test_chinese_says_the_same_numbers() -> None:
    facts = facts_of(SAMPLES)
    zh, en = (brief(facts, Counting(), Timing(TODAY), lang) for lang in (Language.ZH, Language.EN))

    def of_table(made: Brief) -> list[list[list[str]]]:
        blocks = [section.block for section in made.sections]
        return [
            [[cell for cell in row if cell.isdecimal()] for row in block.rows]
            for block in blocks
            if isinstance(block, Table)
        ]

    assert of_table(zh) == of_table(en)
    for one, other in zip(zh.sections, en.sections, strict=True):
        assert len(one.said) == len(other.said)
        assert len(one.points) == len(other.points)
        for a, b in zip(one.said, other.said, strict=True):
            digits = [sorted(re.findall(r"\d+(?:\.\d+)?", text)) for text in (a, b)]
            assert digits[0] == digits[1]


DAYS = st.dates(date(2022, 1, 1), date(2025, 12, 31)).map(date.isoformat)
AGAIN = st.sampled_from([None, *Recurrence])
GIVEN = st.one_of(
    st.dates(date(2023, 1, 1), date(2023, 12, 31)).map(lambda day: day.isoformat()[5:]),
    st.integers(1, 28).map("{:02}".format),
    DAYS,
)


@st.composite
def dated_plans(draw: st.DrawFn) -> Facts:
    """Facts of one plan with deadlines, duties, and a row that states a task again."""
    facts = draw(plans.filter(lambda made: bool(made.tasks)))
    [plan] = facts.plans
    numbers = st.integers(0, len(facts.tasks) - 1)
    deadlines = []
    due = st.tuples(numbers, st.none() | DAYS, AGAIN, st.integers(0, 40))
    for n, (task, day, again, start) in enumerate(draw(st.lists(due, max_size=6))):
        again, event = (None, None) if day else (again, None if again else "验收前")
        key = facts.tasks[task].id
        deadlines.append(Deadline(f"d{n}", plan.id, key, day, again, event, start, start + 3))
    duties = []
    for n, (again, days, start) in enumerate(
        draw(
            st.lists(st.tuples(AGAIN, st.lists(GIVEN, max_size=3), st.integers(0, 40)), max_size=3)
        )
    ):
        units = tuple(unit.id for unit in facts.units[:n])
        place = (again, tuple(days), start, start + 5)
        duties.append(Duty(f"u{n}", plan.id, DutyKind.REPORT, units, None, *place))
    tasks = facts.tasks
    if len(tasks) > 1 and draw(st.booleans()):
        tasks = (*tasks[:-1], replace(tasks[-1], same_as=tasks[0].id))
    issued = draw(st.none() | DAYS)
    return replace(
        facts,
        plans=(replace(plan, issued=issued),),
        tasks=tasks,
        deadlines=tuple(deadlines),
        duties=tuple(duties),
    )


@settings(max_examples=examples(15), deadline=None)
@given(dated_plans())
def test_figures_of_generated_facts(facts: Facts) -> None:
    compare(facts)
