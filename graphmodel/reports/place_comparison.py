"""Places side by side, as result tables with a column for each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from graphmodel.analysis.load import Weights
from graphmodel.analysis.place_comparison import (
    FUNCTION,
    INDICATOR,
    Subject,
    figures_of,
    functions_of,
    indicators_of,
    lacks_of,
    subjects,
)
from graphmodel.model.facts import Facts
from graphmodel.model.resources import read_vocabulary
from graphmodel.reports.answers import Verbatim, left_out
from graphmodel.reports.columns import Column, Kind, write_value
from graphmodel.reports.overloaded import weights_line
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.whens import listed
from graphmodel.reports.wording import Language, Wording

_TITLES = {
    "figures": Wording("比较：{names}", "Compared: {names}"),
    "functions": Wording("按职能：谁承担", "By function: who carries it"),
    "indicators": Wording("按指标：谁牵头", "By indicator: who leads it"),
    "lacks": Wording("有的有、有的没有", "What some have and others lack"),
}
_RULES = {
    "figures": Wording(
        "密度、集中度：共同承担任务的单位网络，套话式配合和集合主体不计；集中度为 Freeman（1979）"
        "的度中心势，0 为处处相同，1 为全系于一个单位。基尼系数：0 为完全平均。",
        "Density and centralisation: the network of bodies that share tasks, boilerplate and "
        "groups aside; centralisation of degrees by Freeman (1979), 0 where all are alike, 1 "
        "where all hangs on one. Gini: 0 is perfectly even.",
    ),
    "functions": Wording(
        "格内：占当地负荷的比例·牵头项数·牵头单位（没有牵头的，为配合单位，加括号）。"
        "职能按单位的主要职能。",
        "Cells: share of the load there · leads · who leads (in brackets who only supports). "
        "Functions are the main ones of units.",
    ),
    "indicators": Wording(
        "格内：任务数·牵头这些任务或该指标的单位；–：没有列出，也没有任务。",
        "Cells: tasks · bodies that lead these or the indicator; –: neither listed nor a task.",
    ),
    "lacks": Wording(
        "职能：有这一职能的单位牵头任务；指标：有任务与之对应。",
        "A function is there where a unit with it leads a task, an indicator where a task is for "
        "it.",
    ),
}
MEASURES = {
    "plans": (Wording("方案", "Plans"), Kind.COUNT),
    "tasks": (Wording("任务", "Tasks"), Kind.COUNT),
    "units": (Wording("承担任务的单位", "Units with a part in a task"), Kind.COUNT),
    "overloaded": (Wording("超载单位", "Overloaded units"), Kind.COUNT),
    "gini": (Wording("负荷基尼系数", "Gini of load"), Kind.RATIO),
    "hhi": (Wording("负荷 HHI", "HHI of load"), Kind.RATIO),
    "top3_share": (Wording("前三占负荷", "Load of the top 3"), Kind.SHARE),
    "bodies": (Wording("网络中的单位", "Bodies in the network"), Kind.COUNT),
    "ties": (Wording("协作对", "Pairs"), Kind.COUNT),
    "density": (Wording("密度", "Density"), Kind.RATIO),
    "centralisation": (Wording("集中度", "Centralisation"), Kind.RATIO),
}
_KINDS = {FUNCTION: Wording("职能", "function"), INDICATOR: Wording("指标", "indicator")}
_ALONE = Wording(
    "只有 {name} 一份，没有可比较的；请再给一份。",
    "There is only {name}, and nothing to compare it with; give another.",
)
_MEASURE = Wording("项目", "Measure")
_FUNCTION = Wording("职能", "Function")
_INDICATOR = Wording("指标", "Indicator")
_SUPPORTS = Wording("（{names}）", "({names})")
_NAMES = ("functions", "indicators")
"""The tables whose cells are lists of names."""
_PLACE = Wording("地方", "Place")
_WHO = Wording("谁", "Who")
_NOTHING = "–"
_LACK_COLUMNS = (
    Column("kind_word", Wording("类别", "Kind"), Kind.TEXT, 3),
    Column("name", Wording("名称", "Name"), Kind.TEXT, 1),
    Column("said", Wording("有无", "Who"), Kind.TEXT, 2),
    Column("having_names", Wording("有", "Has it"), Kind.TEXT),
    Column("lacking_names", Wording("没有", "Lacks it"), Kind.TEXT),
)
_ONLY = Wording("只有 {names}", "only {names}")
_ALL_BUT = Wording("只缺 {names}", "all but {names}")
_NARROWEST = 9
"""Cells of a place's column, so that a terminal has room for five."""
_OTHER = "other"


def place_reports(facts: Facts, weights: Weights, language: Language) -> dict[str, Report]:
    """The tables `figures`, `functions`, `indicators` and `lacks`."""
    some = subjects(facts)
    functions, indicators = functions_of(some, weights), indicators_of(some)
    figures = rows_of(figures_of(some, weights))
    lacks = rows_of(lacks_of(some, functions, indicators))
    tables = {
        "figures": (_wide(some, figures, "measure", _figure_cell, language), _MEASURE),
        "functions": (
            _wide(some, _by_share(rows_of(functions)), "function", _function_cell, language),
            _FUNCTION,
        ),
        "indicators": (
            _wide(some, _by_vocabulary(rows_of(indicators)), "code", _indicator_cell, language),
            _INDICATOR,
        ),
    }
    reports = {
        key: _report(key, some, rows, head, language) for key, (rows, head) in tables.items()
    }
    weighed = [*reports["figures"].rules, weights_line(weights, False, language)]
    return {
        **reports,
        "figures": replace(reports["figures"], rules=weighed),
        "lacks": _lacks(some, lacks, language),
    }


def _report(
    key: str, some: Sequence[Subject], rows: list[Row], head: Wording, language: Language
) -> Report:
    """A table with a column for each place."""
    places = [
        Column(subject.key, Verbatim(subject.name, subject.name), Kind.TEXT, 2, least=_NARROWEST)
        for subject in some
    ]
    names = listed([subject.name for subject in some], language)
    return Report(
        title=_TITLES[key](language, names=names),
        language=language,
        names=("item", "places"),
        rows=rows,
        columns=[Column("name", head, Kind.TEXT, 1, least=10), *places],
        findings=[_ALONE(language, name=names)] if key == "figures" and len(some) == 1 else [],
        rules=[_RULES[key](language)],
    )


_Cell = Callable[[Row, Language], str]


def _wide(
    some: Sequence[Subject], rows: Iterable[Row], key: str, cell: _Cell, language: Language
) -> list[Row]:
    """A row for each item, with what each place has of it, in words and (`places`) as values."""
    items: defaultdict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        items[row[key]][row["subject"]] = row
    return [
        {
            "item": item,
            "name": _name(key, item, language),
            "places": {
                subject.name: _values(own[subject.key], key)
                for subject in some
                if subject.key in own
            },
            **{
                subject.key: cell(own[subject.key], language) if subject.key in own else _NOTHING
                for subject in some
            },
        }
        for item, own in items.items()
    ]


def _values(row: Row, key: str) -> Row:
    return {name: value for name, value in row.items() if name not in (key, "subject")}


def _name(key: str, item: str, language: Language) -> str:
    if key == "measure":
        return MEASURES[item][0](language)
    return _function_name(item, language) if key == "function" else indicator_name(item, language)


def _figure_cell(row: Row, _: Language) -> str:
    return write_value(row["value"], MEASURES[row["measure"]][1])


def _function_cell(row: Row, language: Language) -> str:
    names = listed(row["leading"] or row["units"], language)
    who = names if row["leading"] else _SUPPORTS(language, names=names)
    return f"{row['share']:.1%} · {row['leads']} · {who}"


def _indicator_cell(row: Row, language: Language) -> str:
    return f"{row['tasks']} · {listed(row['leads'], language) or _NOTHING}"


def _by_share(rows: Sequence[Row]) -> list[Row]:
    """Functions by what they carry in all places together; what has no function comes last."""
    sums: defaultdict[str, float] = defaultdict(float)
    for row in rows:
        sums[row["function"]] += row["share"]
    return sorted(
        rows, key=lambda r: (r["function"] == _OTHER, -sums[r["function"]], r["function"])
    )


def _by_vocabulary(rows: Sequence[Row]) -> list[Row]:
    """Indicators in the order in which the vocabulary has them."""
    order = list(_indicators())
    return sorted(rows, key=lambda row: order.index(row["code"]))


def for_terminal(reports: Mapping[str, Report], width: int) -> dict[str, Report]:
    """The tables in lines of at most `width` cells: those of names, or too wide, narrowed."""
    return {
        key: _narrowed(report)
        if key in _NAMES or (key == "figures" and left_out(report, width))
        else report
        for key, report in reports.items()
    }


def _narrowed(report: Report) -> Report:
    """A table with a row for each item and place."""
    name, *places = report.columns
    rows = [
        {"name": "" if number else row["name"], "place": place, "cell": cell}
        for row in report.rows
        for number, (place, cell) in enumerate(
            (column.head(report.language), row[column.key])
            for column in places
            if row[column.key] != _NOTHING
        )
    ]
    place, who = Column("place", _PLACE, Kind.TEXT, 1), Column("cell", _WHO, Kind.TEXT, 2)
    return replace(report, rows=rows, columns=(replace(name, importance=3), place, who))


def _lacks(some: Sequence[Subject], lacks: Sequence[Row], language: Language) -> Report:
    names = {subject.key: subject.name for subject in some}
    rows = [_lack(row, names, language) for row in lacks]
    return Report(
        title=_TITLES["lacks"](language),
        language=language,
        names=("kind", "code", "having", "lacking"),
        rows=rows,
        columns=_LACK_COLUMNS,
        rules=[_RULES["lacks"](language)],
    )


def _lack(row: Row, names: Mapping[str, str], language: Language) -> Row:
    having, lacking = (
        listed([names[key] for key in row[which]], language) for which in ("having", "lacking")
    )
    is_rare = len(row["having"]) <= len(row["lacking"])
    return {
        **row,
        "kind_word": _KINDS[row["kind"]](language),
        "name": _name(row["kind"], row["code"], language),
        "said": _ONLY(language, names=having) if is_rare else _ALL_BUT(language, names=lacking),
        "having_names": having,
        "lacking_names": lacking,
    }


def _function_name(code: str, language: Language) -> str:
    return _functions().get(code, {}).get(language, code)


def indicator_name(code: str, language: Language) -> str:
    """What an indicator of the vocabulary is called; in English its code in words."""
    return _indicators()[code] if language is Language.ZH else code.replace("_", " ")


@cache
def _functions() -> Mapping[str, Mapping[str, str]]:
    return {row["code"]: row for row in read_vocabulary("functions.csv")}


@cache
def _indicators() -> Mapping[str, str]:
    first_level = (row for row in read_vocabulary("indicators.csv") if row["level"] == "1")
    return {row["code"]: row["name"] for row in first_level}
