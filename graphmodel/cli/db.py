"""`graphmodel db`: plans into a store, what it holds, and out of it."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from graphmodel.cli.errors import WrongUsage
from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang, Out
from graphmodel.cli.output import give, has_color, line_width, say
from graphmodel.cli.query import ListFormat
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
from graphmodel.reports.wording import Language, Wording

if TYPE_CHECKING:
    from graphmodel.stores.contract import Changes, CypherStore, Status

db_app = typer.Typer(
    name="db",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="把责任图载入 Neo4j 或 Ladybug。 | Load the graph into Neo4j or Ladybug.",
)
_ASKED = Wording(
    "将从 {store} 删除{what}[（{plans} 份方案，{nodes} 个节点，{edges} 条边）]。输入 y 确认：",
    "This deletes {what}[ ({plans} plans, {nodes} nodes, {edges} edges)] from {store}. "
    "Type y to go on:",
)
_ALL = Wording("整个图", "the whole graph")
_SOME = Wording("方案 {ids}", "the plans {ids}")
_KEPT = Wording("没有删除。", "Nothing was deleted.")
_CLEARED = Wording(
    "{store}：已删除整个图（{plans} 份方案，{nodes} 个节点，{edges} 条边）。",
    "{store}: the whole graph was deleted ({plans} plans, {nodes} nodes, {edges} edges).",
)
_YES = ("y", "yes", "是")


@db_app.command()
def load(  # noqa: PLR0913  # each is an option of the command line
    ctx: typer.Context,
    inputs: Inputs,
    store: Store = None,
    db: Db = None,
    uri: Uri = None,
    username: Username = None,
    password: Password = None,
    database: Database = None,
    prefix: Prefix = "",
    lang: Lang = Language.ZH,
) -> None:
    """载入方案，替换其旧内容。 | Load plans, in place of what they said before.

    载入中断后再次运行即可补全；其他方案不受影响。
    Loading again mends a load that was interrupted; other plans stay as they are.
    """
    from graphmodel.pipeline import derived
    from graphmodel.stores.loading import load as load_into

    options = options_of(ctx, store, db, (uri, username, password, database, prefix))
    _reach(options)
    with facts_of(inputs, lang) as facts, opened(options, read_only=False, is_new=True) as graph:
        _say_changes(options, load_into(graph, facts, derived(facts)), lang)


def _reach(options: Options) -> None:
    """Fail before the inputs are read, where the server cannot be reached."""
    if options.name() is StoreName.NEO4J:
        with opened(options, read_only=True):
            return
    _ = options.path


def _say_changes(options: Options, changes: Changes, lang: Language) -> None:
    from graphmodel.reports.stores import changes_line

    say(changes_line(options.shown, asdict(changes), lang))


@db_app.command()
def status(  # noqa: PLR0913  # each is an option of the command line
    ctx: typer.Context,
    store: Store = None,
    db: Db = None,
    uri: Uri = None,
    username: Username = None,
    password: Password = None,
    database: Database = None,
    prefix: Prefix = "",
    output_format: Annotated[
        ListFormat, typer.Option("--format", help="输出格式 | format")
    ] = ListFormat.TABLE,
    out: Out = None,
    lang: Lang = Language.ZH,
) -> None:
    """库中的方案、节点和边。 | Plans, nodes and edges of a store."""
    from graphmodel.stores.loading import status as status_of

    options = options_of(ctx, store, db, (uri, username, password, database, prefix))
    with opened(options, read_only=True) as graph:
        held = status_of(graph)
    give(_told(options, held, output_format, out, lang), out, lang)


def _told(
    options: Options, held: Status, output_format: ListFormat, out: str | None, lang: Language
) -> str:
    from graphmodel.reports.stores import status_json, status_text

    plans = [asdict(plan) for plan in held.plans]
    counts = {"nodes": held.nodes, "edges": held.edges}
    if output_format is ListFormat.JSON:
        return status_json(options.shown, plans, counts)
    width, color = line_width(out), has_color(out)
    return status_text(options.shown, plans, counts, lang, width=width, color=color)


@db_app.command()
def drop(  # noqa: PLR0913  # each is an option of the command line
    ctx: typer.Context,
    plan: Annotated[
        list[str] | None,
        typer.Option(
            "--plan",
            metavar="ID",
            help="只删除此方案，可多次 | this plan alone; may be repeated",
            show_default=False,
        ),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="不再询问 | do not ask")] = False,
    store: Store = None,
    db: Db = None,
    uri: Uri = None,
    username: Username = None,
    password: Password = None,
    database: Database = None,
    prefix: Prefix = "",
    lang: Lang = Language.ZH,
) -> None:
    """删除整个图或几份方案。 | Delete the whole graph, or some plans.

    服务器上不属于 graphmodel 的数据不动。
    What is not graphmodel's stays on the server as it is.
    """
    from graphmodel.stores.loading import remove
    from graphmodel.stores.loading import status as status_of

    if not yes and (sys.stdin is None or not sys.stdin.isatty()):
        raise WrongUsage("db drop", "yes_needed")
    options = options_of(ctx, store, db, (uri, username, password, database, prefix))
    with opened(options, read_only=False) as graph:
        held = status_of(graph)
        plans = _known(plan or [], held, options)
        if not yes and not _confirmed(options, plans, held, lang):
            say(_KEPT(lang))
        elif plans:
            _say_changes(options, remove(graph, plans), lang)
        else:
            _clear(graph, options, held, lang)


def _known(plans: Sequence[str], held: Status, options: Options) -> list[str]:
    """The plans, all of which have to be there."""
    from difflib import get_close_matches

    ids = [plan.id for plan in held.plans]
    for plan in plans:
        if plan not in ids:
            nearest = next(iter(get_close_matches(plan, ids, 1, 0.3)), "")
            raise WrongUsage(plan, "not_in_store", store=options.shown, nearest=nearest)
    return list(dict.fromkeys(plans))


def _confirmed(options: Options, plans: Sequence[str], held: Status, lang: Language) -> bool:
    """Ask on the terminal."""
    what = _SOME(lang, ids=", ".join(plans)) if plans else _ALL(lang)
    counts = {} if plans else _totals(held)
    say(_ASKED(lang, store=options.shown, what=what, **counts))
    return sys.stdin.readline().strip().lower() in _YES


def _totals(held: Status) -> Mapping[str, int]:
    return {
        "plans": len(held.plans),
        "nodes": sum(held.nodes.values()),
        "edges": sum(held.edges.values()),
    }


def _clear(graph: CypherStore, options: Options, held: Status, lang: Language) -> None:
    graph.clear()
    say(_CLEARED(lang, store=options.shown, **_totals(held)))
