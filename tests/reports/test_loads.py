"""The reports on load, on facts whose figures are worked out by hand.

A leads tasks 1 to 9, and B to F one each: loads 9, 1, 1, 1, 1, 1. The median is 1 and so is the
MAD 0; the mean absolute deviation is 8/6, so that z = 8 / (1.253314 · 4/3) = 4.8 and the load at
which z is 3.5 is 1 + 3.5 · 1.253314 · 4/3 = 6.85.
"""

from __future__ import annotations

from graphmodel.analysis.load import Weights
from graphmodel.model.facts import Facts, merge
from graphmodel.reports.loads import Counting, concentration_report, load_report, overload_report
from graphmodel.reports.terminal import to_text
from graphmodel.reports.wording import Language
from tests.analysis.building import Attribution, facts_of

COUNTING = Counting()
ONE_OVERLOADED = facts_of(
    *(Attribution(number, "A") for number in range(1, 10)),
    *(Attribution(10 + number, name) for number, name in enumerate("BCDEF")),
)
SUPPORTED = facts_of(Attribution(1, "A", "B"), Attribution(2, "B", "A"), Attribution(3, "A"))

LOAD = """\
单位负荷

甲：6 个单位，负荷中位数 1，超载线 6.85
单位  状态    负荷  牵头  独牵  配合   占比  名次    z  █牵头 ░配合
────────────────────────────────────────────────────────────────────────
A     ▲ 超载   9.0     9     9     0  64.3%     1  4.8  ████████████████
B              1.0     1     1     0   7.1%     2  0.0  ██
C              1.0     1     1     0   7.1%     2  0.0  ██
D              1.0     1     1     0   7.1%     2  0.0  ██
E              1.0     1     1     0   7.1%     2  0.0  ██
F              1.0     1     1     0   7.1%     2  0.0  ██

▲ A（甲）超载：牵头 9 项，负荷 9，是中位数 1 的 9.0 倍，占当地负荷的
  64.3%，z=4.8。

超载：稳健 z = 0.6745 ×（负荷 − 中位数）÷ MAD（MAD 为 0 时改用平均绝对偏
  差）大于 3.5，且牵头至少 3 项任务；只与同一地方承担任务的单位相比，集
  合主体和外部单位不计。
权重：牵头 1，配合 0.3，协同 0.1；套话式配合和通则配合计 0。
"""


def table(facts: Facts, language: Language = Language.ZH, width: int = 72) -> str:
    return to_text(load_report(facts, COUNTING, language), width=width)


def test_load_says_who_is_overloaded_and_why() -> None:
    assert table(ONE_OVERLOADED) == LOAD


def test_load_in_english() -> None:
    text = table(ONE_OVERLOADED, Language.EN, 100)
    assert "甲: 6 units, median load 1, overloaded above 6.85\n" in text
    assert (
        "▲ A (甲) is overloaded: leads 9, load 9, 9.0 times the median 1, 64.3% of the load there, "
        "z=4.8.\n"
    ) in text.replace("\n  ", " ")


def test_machine_columns_are_those_of_the_load_table() -> None:
    report = load_report(SUPPORTED, COUNTING, Language.ZH)
    assert list(report.names[:14]) == [
        *("unit", "name", "jurisdiction", "leads", "sole_leads", "co_leads", "supports"),
        *("boilerplate_supports", "engaged", "load", "share", "rank", "z", "overloaded"),
    ]
    assert [(row["name"], row["load"]) for row in report.rows] == [("A", 2.3), ("B", 1.3)]


def test_bar_parts_are_leads_and_the_rest() -> None:
    [first, _] = load_report(SUPPORTED, COUNTING, Language.ZH).rows
    leads, rest = COUNTING.parts(first)
    assert (round(leads, 9), round(rest, 9)) == (2.0, 0.3)


def test_nobody_overloaded() -> None:
    report = load_report(SUPPORTED, COUNTING, Language.ZH)
    assert report.findings == ["没有单位超载。z 最高的是 A（甲）：牵头 2 项，负荷 2.3，z=0.7。"]


def test_no_units() -> None:
    report = load_report(Facts(), COUNTING, Language.EN)
    assert report.rows == []
    assert report.findings == ["No unit is overloaded."]


def test_more_overloaded_units_than_are_named() -> None:
    places = [
        facts_of(
            *(Attribution(number, "A") for number in range(1, 10)),
            *(Attribution(10 + number, name) for number, name in enumerate("BCDEF")),
            place=f"{number:02}",
        )
        for number in range(12)
    ]
    findings = load_report(merge(places), COUNTING, Language.ZH).findings
    assert len(findings) == 11
    assert findings[-1] == "▲ 还有 2 个单位超载，见 report overload。"


def test_weights_are_told() -> None:
    counting = Counting(Weights(lead=2, support=0.25), split_leads=True)
    assert load_report(SUPPORTED, counting, Language.ZH).rules[-1] == (
        "权重：牵头 2，配合 0.25，协同 0.1；套话式配合和通则配合计 0。共同牵头的，按单位数平分。"
    )
    assert load_report(SUPPORTED, counting, Language.EN).rules[-1] == (
        "Weights: lead 2, support 0.25, engaged 0.1; boilerplate and standing support count 0. "
        "A joint lead is shared out equally."
    )


def test_overload_has_the_overloaded_rows_alone() -> None:
    report = overload_report(ONE_OVERLOADED, COUNTING, Language.ZH)
    assert [(row["name"], round(row["excess"], 2)) for row in report.rows] == [("A", 2.15)]
    lines = to_text(report, width=80).splitlines()
    assert lines[2:6] == [
        "甲：6 个单位，负荷中位数 1，超载线 6.85",
        "单位  负荷  超载线  超出  中位数  牵头   占比  名次    z  █线内 ░超出",
        "────────────────────────────────────────────────────────────────────────────────",
        "A      9.0    6.85  2.15     1.0     9  64.3%     1  4.8  █████████████████░░░░░",
    ]


def test_concentration_is_a_row_a_place() -> None:
    report = concentration_report(ONE_OVERLOADED, COUNTING, Language.ZH)
    # Gini of 1, 1, 1, 1, 1, 9: (2·(1+2+3+4+5)·1 + 2·6·9 − 7·14) / (6·14) = 40/84
    # HHI: (9² + 5) / 14² = 86/196
    # three of six have 3/14; nine tenths are 5.4 units, with 5 + 0.4 · 9 of 14: 5 eighths
    assert to_text(report, width=80).splitlines()[2:5] == [
        "地方  单位数  总负荷  基尼系数    HHI  前三占比  轻的一半  洛伦兹曲线",
        "─────────────────────────────────────────────────────────────────────",
        "甲         6    14.0     0.476  0.439     78.6%     21.4%  ▁▁▂▂▂▃▃▃▅█",
    ]
