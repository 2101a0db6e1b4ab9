"""The commands, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from graphmodel import __version__
from graphmodel.cli.calendar import calendar
from graphmodel.cli.check import check
from graphmodel.cli.compare import compare
from graphmodel.cli.db import db_app
from graphmodel.cli.diff import diff
from graphmodel.cli.evaluate import evaluate
from graphmodel.cli.explain import explain
from graphmodel.cli.export import export
from graphmodel.cli.extract import extract
from graphmodel.cli.ledger import ledger
from graphmodel.cli.make import make
from graphmodel.cli.query import query_app
from graphmodel.cli.relieve import relieve
from graphmodel.cli.report import report
from graphmodel.cli.review import review
from graphmodel.cli.view import view
from graphmodel.cli.whatif import whatif

app = typer.Typer(
    name="graphmodel",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    # Help made by rich costs as much again as the rest of the start.
    rich_markup_mode=None,
)


def _print_version(asked: bool) -> None:
    if asked:
        typer.echo(f"graphmodel {__version__}")
        raise typer.Exit


@app.callback()
def graphmodel(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="版本 | Version"),
    ] = False,
) -> None:
    """读取方案文件，整理谁负责什么。 | Reads official plans: who is responsible for what."""


for command in (
    extract,
    review,
    check,
    report,
    diff,
    compare,
    relieve,
    whatif,
    explain,
    evaluate,
    view,
    make,
    export,
    ledger,
    calendar,
):
    app.command()(command)
for group in (query_app, db_app):
    app.add_typer(group)
