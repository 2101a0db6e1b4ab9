"""The reader of the catalogue, and what every file of it has to have."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from graphmodel import catalogue
from graphmodel.catalogue import Column, Entry, Parameter, Said
from graphmodel.catalogue.header import parse
from graphmodel.model.errors import QueryError
from graphmodel.model.facts import Facts
from graphmodel.model.resources import resource
from graphmodel.pipeline import derived
from graphmodel.stores.ladybug_store import LadybugStore
from graphmodel.stores.loading import load
from tests.catalogue.parity import measure_of, measured, parameters_of, samples

CHINESE = re.compile(r"[\u4e00-\u9fff]")
HEADER = """\
// title: 题目 | Title
// a remark: of no interest
// param: unit: str | 单位 | a unit
// param: lead: float = 1.0 | 权重 | a weight
// param: plan: str = | 方案 | a plan
// column: unit: str | 编号 | an id
// column: load: float | 负荷 | its load
// measure: load.load
"""
QUERY = "MATCH (u:Unit)\nRETURN u.id AS unit, 1.0 AS load // said: once\n"

every = pytest.mark.parametrize("name", catalogue.names())


def entry_of(*parameters: Parameter) -> Entry:
    said = Said("题目", "Title")
    return Entry("q", said, parameters, (Column("unit", "str", said),), "load.load", QUERY)


def parameter(name: str, kind: str, default: str | None = None) -> Parameter:
    return Parameter(name, kind, default, Said("参数", "a parameter"))


def error_of(entry: Entry, **given: str) -> tuple[str, str, dict[str, object]]:
    with pytest.raises(QueryError) as caught:
        entry.values(given)
    return caught.value.source, caught.value.code, caught.value.details


def test_header_is_read() -> None:
    entry = parse("some-name", f"{HEADER}\n{QUERY}")
    assert entry == Entry(
        name="some-name",
        title=Said("题目", "Title"),
        parameters=(
            Parameter("unit", "str", None, Said("单位", "a unit")),
            Parameter("lead", "float", "1.0", Said("权重", "a weight")),
            Parameter("plan", "str", "", Said("方案", "a plan")),
        ),
        columns=(
            Column("unit", "str", Said("编号", "an id")),
            Column("load", "float", Said("负荷", "its load")),
        ),
        measure="load.load",
        text=QUERY,
    )


def test_remarks_below_a_blank_line_belong_to_the_query() -> None:
    text = f"// title: of no interest here\n{QUERY}"
    assert parse("q", f"{HEADER}\n{text}").text == text


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("// title: 题目 | Title\n", "", 8),
        ("// title: 题目 | Title\n", "// title: 题目\n", 1),
        ("// a remark", "// title: 题目 | again", 2),
        ("// measure: load.load", "// measure: load", 8),
        ("// measure: load.load\n", "", 8),
        ("float = 1.0", "real = 1.0", 4),
        ("float = 1.0", "float = one", 4),
        ("param: lead: float", "param: Lead: float", 4),
        ("param: lead: float = 1.0", "param: unit: str", 4),
        ("column: load: float", "column: unit: float", 7),
        ("| 编号 | an id", "| 编号", 6),
        ("| 编号 | an id", "| 编号 |  ", 6),
        ("plan: str = |", "plan: date = |", 5),
    ],
)
def test_wrong_header_names_the_line(old: str, new: str, line: int) -> None:
    assert old in HEADER
    with pytest.raises(QueryError) as caught:
        parse("some-name", HEADER.replace(old, new, 1) + "\n" + QUERY)
    assert (caught.value.source, caught.value.code) == ("some-name", "bad_header")
    assert caught.value.details == {"file": "cypher/some-name.cypher", "line": line}


@pytest.mark.parametrize("text", [HEADER, "", QUERY, HEADER.replace("// column", "// no column")])
def test_part_that_is_missing_is_a_wrong_header(text: str) -> None:
    with pytest.raises(QueryError, match="bad_header"):
        parse("q", text)


def test_values_by_type() -> None:
    entry = entry_of(
        parameter("s", "str"),
        parameter("i", "int"),
        parameter("f", "float"),
        parameter("b", "bool"),
        parameter("d", "date"),
        parameter("l", "strings"),
    )
    given = {"s": " a ", "i": " -12", "f": "1e3", "b": "True", "d": "2024-02-29", "l": "a|b\\|c"}
    assert entry.values(given) == {
        "s": " a ",
        "i": -12,
        "f": 1000.0,
        "b": True,
        "d": date(2024, 2, 29),
        "l": ["a", "b|c"],
    }


def test_defaults_are_of_the_type_too() -> None:
    entry = entry_of(
        parameter("f", "float", "0.3"), parameter("b", "bool", "false"), parameter("s", "str", "")
    )
    assert entry.values({}) == {"f": 0.3, "b": False, "s": ""}
    assert entry.values({"b": "是", "f": "2"}) == {"f": 2.0, "b": True, "s": ""}


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        *(("int", text) for text in ("", "1.5", "1_000", "9" * 19, "x")),
        *(("float", text) for text in ("", "nan", "inf", "1e999", "x")),
        *(("bool", text) for text in ("", "1", "yes")),
        *(("date", text) for text in ("", "20240229", "2024-W09-4", "2023-02-29", "today")),
    ],
)
def test_text_of_another_type_is_refused(kind: str, text: str) -> None:
    details = {"parameter": "p", "value": text, "type": kind}
    assert error_of(entry_of(parameter("p", kind)), p=text) == ("q", "bad_parameter", details)


def test_parameter_that_is_missing_or_unknown() -> None:
    entry = entry_of(parameter("unit", "str"), parameter("plan", "str", ""))
    assert error_of(entry) == ("q", "missing_parameter", {"parameter": "unit"})
    details = {"parameter": "units", "nearest": "unit"}
    assert error_of(entry, units="x") == ("q", "no_such_parameter", details)
    assert error_of(entry, zzz="x")[2] == {"parameter": "zzz", "nearest": ""}


def test_today_has_to_be_given() -> None:
    day = parameter("day", "date", "today")
    assert day.is_required and day.is_today
    assert error_of(entry_of(day)) == ("q", "missing_parameter", {"parameter": "day"})
    assert entry_of(day).values({"day": "2024-01-01"}) == {"day": date(2024, 1, 1)}
    assert not parameter("s", "str", "today").is_today


def test_unknown_query_has_the_nearest_name() -> None:
    with pytest.raises(QueryError) as caught:
        catalogue.entry("overloded")
    assert (caught.value.source, caught.value.code) == ("overloded", "no_such_query")
    assert caught.value.details == {"nearest": "overloaded"}


def test_name_is_no_path() -> None:
    with pytest.raises(QueryError, match="no_such_query"):
        catalogue.entry("../cypher/load")


def test_names_are_in_order_and_spelt_alike() -> None:
    names = catalogue.names()
    assert len(names) >= 25
    assert names == sorted(names)
    assert all(re.fullmatch(r"[a-z]+(-[a-z]+)*", name) for name in names)


def test_page_of_the_catalogue_names_each_query() -> None:
    page = resource("cypher", "README.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| ")]
    assert sorted({*re.findall(r"`([a-z-]+)`", "".join(rows))}) == catalogue.names()


@every
def test_everything_is_said_in_both_languages(name: str) -> None:
    entry = catalogue.entry(name)
    said = [entry.title, *(p.doc for p in entry.parameters), *(c.doc for c in entry.columns)]
    assert all(CHINESE.search(words.zh) for words in said)
    assert not any(CHINESE.search(words.en) for words in said)


@every
def test_parameters_of_query_header_and_measure_are_the_same(name: str) -> None:
    entry = catalogue.entry(name)
    declared = {p.name for p in entry.parameters}
    assert set(re.findall(r"\$(\w+)", entry.text)) == declared
    given = {p.name: "2024-01-01" for p in entry.parameters if p.is_required}
    defaults = {
        p.name: None if p.is_required else entry.values(given)[p.name] for p in entry.parameters
    }
    assert parameters_of(measure_of(entry)) == defaults


@every
def test_measure_gives_the_declared_types(name: str) -> None:
    entry = catalogue.entry(name)
    rows = _rows_of_samples(entry)
    types = {"str": str, "int": int, "float": float, "bool": bool, "date": str, "strings": tuple}
    for place, column in enumerate(entry.columns):
        values = {type(row[place]) for row in rows} - {type(None)}
        assert values <= {types[column.type]}, column.name


def _rows_of_samples(entry: Entry) -> list[tuple[object, ...]]:
    facts = samples()
    most = max(facts.units, key=lambda unit: sum(r.unit == unit.id for r in facts.responsibilities))
    given = {"unit": most.id, "plan": facts.plans[0].id, "other": facts.plans[1].id}
    given |= {"since": "2000-01-01", "until": "2100-01-01", "day": "2100-01-01"}
    given |= {"id": facts.tasks[0].id, "function": most.function, "metric": ""}
    required = {p.name: given[p.name] for p in entry.parameters if p.is_required}
    return measured(facts, entry, entry.values(required))


def test_queries_give_the_declared_columns_even_without_facts(tmp_path: Path) -> None:
    store = LadybugStore(tmp_path / "graph.lbug")
    load(store, Facts(), derived(Facts()))
    for entry in map(catalogue.entry, catalogue.names()):
        given = {p.name: "2024-01-01" for p in entry.parameters if p.is_required}
        answer = store.run(entry.text, entry.values(given))
        assert answer.columns == tuple(column.name for column in entry.columns), entry.name
        assert answer.rows == ()
        assert measured(Facts(), entry, entry.values(given)) == []
    store.close()


@every
def test_rows_are_ordered(name: str) -> None:
    clauses = re.split(r"\bORDER BY\b", catalogue.entry(name).text)
    assert len(clauses) > 1 and "\n" not in clauses[-1].strip()
