"""`graphmodel query`: the catalogue of queries, and queries of one's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from graphmodel.cli.errors import WrongUsage
from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Lang, Out
from graphmodel.cli.output import give, line_width, say
from graphmodel.cli.parameters import day, guessed, pairs, values_of
from graphmodel.cli.report import ReportFormat, write_report
from graphmodel.cli.stores import (
    Database,
    Db,
    Options,
    Password,
    Prefix,
    Store,
    StoreName,
    Uri,
    Username,
    opened,
    options_of,
)
from graphmodel.model.errors import QueryError
from graphmodel.reports.wording import Language, Wording

if TYPE_CHECKING:
    from graphmodel.catalogue import Entry
    from graphmodel.model.facts import Facts
    from graphmodel.reports.report import Report
    from graphmodel.stores.contract import Answer, CypherStore

query_app = typer.Typer(
    name="query",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="用 Cypher 查询责任图。 | Ask the graph in Cypher.",
)
_TITLE = Wording("查询结果", "Answer")
_CLOSING = Wording("{count} 行，来自 {source}。", "{count} rows, from {source}.")
_MADE = Wording("Ladybug（由输入建立）", "Ladybug (made of the inputs)")

Name = Annotated[
    str | None,
    typer.Argument(
        metavar="NAME", help="查询的名称，见 query list | name of the query", show_default=False
    ),
]
Files = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="文件、文件夹、事实文件夹、事实 JSON，或 - | documents, folders, facts, or -",
        show_default=False,
    ),
]
Cypher = Annotated[
    str | None,
    typer.Option(
        "--cypher", metavar="TEXT", help="自己的查询，代替 NAME | a query of your own, for NAME"
    ),
]
Param = Annotated[
    list[str] | None,
    typer.Option(
        "--param",
        metavar="NAME=VALUE",
        help="参数，可多次；--cypher 的参数中数字、日期（2024-06-30）、true、false、null 按其值，"
        '其余及写成 "…" 的是文字'
        " | a parameter; for --cypher numbers, days, true, false and null are what they look "
        'like, all else and what stands in "…" is text',
    ),
]
Write = Annotated[
    bool,
    typer.Option("--write", help="允许 --cypher 修改图 | let --cypher change the graph"),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="YYYY-MM-DD",
        help="当作今天的日期（默认取时钟；--cypher 中为 $today）"
        " | the day to take for today (default: the clock; in --cypher $today)",
    ),
]
Format = Annotated[ReportFormat, typer.Option("--format", help="输出格式 | format")]


class ListFormat(StrEnum):
    """How the catalogue is given."""

    TABLE = "table"
    JSON = "json"


@query_app.command("list")
def list_(
    output_format: Annotated[
        ListFormat, typer.Option("--format", help="输出格式 | format")
    ] = ListFormat.TABLE,
    out: Out = None,
    lang: Lang = Language.ZH,
) -> None:
    """列出目录中的查询。 | The queries of the catalogue."""
    from graphmodel.catalogue import entry, names
    from graphmodel.reports.queries import queries_report

    report = queries_report([entry(name) for name in names()], lang)
    give(_written(report, ReportFormat(output_format), out), out, lang)


@query_app.command()
def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="查询的名称 | name of the query")],
    out: Out = None,
    lang: Lang = Language.ZH,
) -> None:
    """一条查询：参数、列、Cypher。 | One query: parameters, columns, Cypher."""
    from graphmodel.catalogue import entry
    from graphmodel.reports.queries import query_text

    give(query_text(entry(name), lang, width=line_width(out)), out, lang)


@query_app.command()
def run(  # noqa: PLR0913  # each is an option of the command line
    ctx: typer.Context,
    name: Name = None,
    inputs: Files = None,
    cypher: Cypher = None,
    param: Param = None,
    write: Write = False,
    store: Store = None,
    db: Db = None,
    today: Today = None,
    output_format: Format = ReportFormat.TABLE,
    out: Out = None,
    uri: Uri = None,
    username: Username = None,
    password: Password = None,
    database: Database = None,
    prefix: Prefix = "",
    lang: Lang = Language.ZH,
) -> None:
    """运行 NAME 或 --cypher 的查询。 | Run a query: NAME or --cypher.

    有 INPUT 时由其事实建库，内容不变则沿用；没有时查询 --db 的文件或 Neo4j 服务器。
    With INPUT a database is made of its facts, or used again; without, --db or Neo4j is asked.
    """
    options = options_of(ctx, store, db, (uri, username, password, database, prefix))
    given, files = pairs(param or []), list(inputs or [])
    if cypher is not None:
        files = [name, *files] if name else files
        question = _own(cypher, given, day(today), write, lang)
    elif name is None or write:
        raise WrongUsage(*(("NAME", "query_needed") if name is None else ("--write", "own_query")))
    else:
        question = _of_catalogue(name, given, day(today), lang)
    with _graph(options, files, write, lang) as (graph, source):
        report = question.report(question.asked(graph), lang)
        _give(report, output_format, out, lang)
        say(_CLOSING(lang, count=len(report.rows), source=source))


@dataclass(frozen=True, slots=True)
class _Question:
    """A query with the values of its parameters."""

    text: str
    values: Mapping[str, Any]
    entry: Entry | None = None
    write: bool = False

    def asked(self, graph: CypherStore) -> Answer:
        """The answer; what is wrong with a query of the catalogue is told with its name."""
        try:
            return graph.run(self.text, self.values, write=self.write)
        except QueryError as error:
            if self.entry is None:
                raise
            raise QueryError(self.entry.name, error.code, **error.details) from error

    def report(self, answer: Answer, lang: Language) -> Report:
        """The answer with heads for people, and with the parameters that it was asked with."""
        from graphmodel.reports.answers import Head, answer_report
        from graphmodel.reports.queries import said, values_line

        if self.entry is None:
            heads = [Head(name) for name in answer.columns]
            return answer_report(_TITLE(lang), heads, answer.rows, lang, self.text)
        words = {column.name: column.doc for column in self.entry.columns}
        heads = [Head(name, words.get(name)) for name in answer.columns]
        title = said(self.entry.title, lang)
        report = answer_report(title, heads, answer.rows, lang, self.text)
        return replace(report, rules=values_line(self.values, lang))


def _own(
    cypher: str, given: Mapping[str, str], today: date | None, write: bool, lang: Language
) -> _Question:
    if not cypher.strip():
        raise WrongUsage("--cypher", "empty_query")
    values = {name: guessed(text) for name, text in given.items()}
    return _Question(cypher, {"today": today, **values} if today else values, write=write)


def _of_catalogue(
    name: str, given: Mapping[str, str], today: date | None, lang: Language
) -> _Question:
    from graphmodel.catalogue import entry as find

    entry = find(name)
    return _Question(entry.text, values_of(entry, given, today, lang), entry)


@contextmanager
def _graph(
    options: Options, files: Sequence[str], write: bool, lang: Language
) -> Iterator[tuple[CypherStore, str]]:
    """The store to ask, and its name."""
    name = options.name(inputs=bool(files))
    if not files:
        with opened(options, read_only=not write) as store:
            yield store, options.shown
    elif name is StoreName.NEO4J:
        raise WrongUsage("INPUT", "inputs_with_server")
    elif write:
        raise WrongUsage("--write", "write_to_cache")
    else:
        with facts_of(files, lang) as facts, _cached(files, facts, options.db) as store:
            yield store, f"Ladybug {options.db}" if options.db else _MADE(lang)


@contextmanager
def _cached(files: Sequence[str], facts: Facts, db: str | None) -> Iterator[CypherStore]:
    from graphmodel.pipeline import derived
    from graphmodel.stores.ladybug_cache import open_cached

    if db and Path(db).exists() and not Path(f"{db}.json").exists():
        # Without its seal it is no cache, and would be lost when the cache is built in its place.
        raise WrongUsage("--db", "db_is_no_cache", path=db)
    store = open_cached(files, facts, derived, Path(db) if db else None)
    try:
        yield store
    finally:
        store.close()


def _give(report: Report, output_format: ReportFormat, out: str | None, lang: Language) -> None:
    """The result, and on stderr what its form has no place for."""
    give(_written(report, output_format, out), out, lang)
    if output_format in (ReportFormat.JSON, ReportFormat.CSV):
        for line in report.rules:
            say(line)
    elif output_format is ReportFormat.TABLE:
        from graphmodel.reports.answers import for_people, left_out

        missing = left_out(for_people(report), line_width(out))
        if missing:
            say(missing)


def _written(report: Report, output_format: ReportFormat, out: str | None) -> str:
    from graphmodel.reports import answers

    match output_format:
        case ReportFormat.JSON:
            return answers.to_json(report)
        case ReportFormat.CSV:
            return answers.to_csv(report)
        case _:
            return write_report(answers.for_people(report), output_format, out)
