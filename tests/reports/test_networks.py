"""The report on the network, on facts whose figures are worked out by hand."""

from __future__ import annotations

from graphmodel.analysis.choices import Grouping
from graphmodel.model.facts import Facts, merge
from graphmodel.reports.networks import Netting, network_report
from graphmodel.reports.terminal import to_text
from graphmodel.reports.wording import Language
from tests.analysis.building import Attribution, facts_of

# A – B, A – C, C – D; X has its support in 1 to 3 only as part of a tail.
FACTS = facts_of(
    Attribution(1, "A", "B镇X"),
    Attribution(2, "A", "C镇X"),
    Attribution(3, "B", "镇X"),
    Attribution(4, "C", "D"),
)

TABLE = """\
单位协作网络

甲：5 个单位
单位  强度  度  中介   约束  居间  社群  核心    名次  计套话  计集合
─────────────────────────────────────────────────────────────────────
A        2   2   2.0  0.500     0     1  ● 核心     1       2       1
C        2   2   2.0  0.500     1     2  ● 核心     1       3       1
B        1   1   0.0  1.000     0     1             3       3       3
D        1   1   0.0  1.000     0     2             3       5       3
X        0   0   0.0      –     0     3             5       1       5

共 5 个单位，3 对有共同任务，密度 30.0%；社群 2 个，模块度 0.167。
核心：4 个相连的单位中的 2 个：A、C；与理想的核心—边缘结构的相关系数
  1.000，不符 0 对。
甲，计入套话：名次的等级相关系数，强度 -0.216，中介 0.761；变动最大的
  是X：第 5 名变为第 1 名。
"""


def test_network_with_what_it_hangs_on() -> None:
    # Modularity: 2 of 3 ties inside, strengths 3 and 3 of 6: 2/3 − 1/2. A and C lie between two
    # pairs each. Ranks of strengths 2 2 1 1 0 for A C B D X, and with boilerplate 4 3 3 1 5:
    # −2 / √(9 · 9.5); of betweenness 2 2 0 0 0, and 1 3 0 0 1: 6.25 / √(7.5 · 9).
    report = network_report(FACTS, Netting(), Language.ZH)
    assert to_text(report, width=70).startswith(TABLE)


def test_parameters_are_told() -> None:
    rules = network_report(FACTS, Netting(2, Grouping.PLACE), Language.EN).rules
    assert "have a part in, 2 at least" in rules[0]
    assert rules[2].endswith("groups: places that units belong to.")
    assert "“镇, X” in plan of 甲 (3 times, 75%)" in rules[3]
    assert "seeds 0 to 9" in rules[1]


def test_places_are_told_apart_and_few_spoken_of() -> None:
    places = [facts_of(Attribution(1, "A", "BC"), place=f"{n:02}") for n in range(6)]
    report = network_report(merge(places), Netting(), Language.EN)
    assert list(report.headings.values()) == [f"{n:02}: 3 units" for n in range(6)]
    # one line on the whole, three on connected parts, three variants of three places
    assert len(report.findings) == 1 + 3 + 9
    assert report.findings[1].startswith("Core: 3 of 3 connected units: ")
    assert report.findings[4].startswith("00, with boilerplate: ")
    assert "moves most" not in report.findings[4]


def test_nothing() -> None:
    report = network_report(Facts(), Netting(), Language.ZH)
    assert report.rows == []
    assert report.findings == ["共 0 个单位，0 对有共同任务，密度 0.0%；社群 0 个，模块度 0.000。"]
