"""Options that say which store, and the store that they mean."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphmodel.cli.errors import WrongUsage
from graphmodel.model.errors import StoreError

if TYPE_CHECKING:
    from graphmodel.stores.contract import CypherStore
    from graphmodel.stores.neo4j_server import Address


class StoreName(StrEnum):
    """The stores that answer queries."""

    LADYBUG = "ladybug"
    NEO4J = "neo4j"


Store = Annotated[
    StoreName | None,
    typer.Option(
        "--store",
        help="图在哪里：ladybug 是本机文件，neo4j 是服务器（默认由 --db、--uri 决定）"
        " | where the graph is: a file here, or a server (default: what --db or --uri says)",
        show_default=False,
    ),
]
Db = Annotated[
    str | None,
    typer.Option("--db", metavar="PATH", help="Ladybug 数据库文件 | a database file of Ladybug"),
]
Uri = Annotated[
    str | None,
    typer.Option(
        "--uri",
        metavar="URI",
        envvar="NEO4J_URI",
        help="Neo4j 地址，如 bolt://127.0.0.1:7687 | address of Neo4j",
        show_default=False,
    ),
]
Username = Annotated[
    str | None,
    typer.Option(
        "--username",
        metavar="NAME",
        envvar="NEO4J_USERNAME",
        help="用户名 | user",
        show_default=False,
    ),
]
Password = Annotated[
    str | None,
    typer.Option(
        "--password",
        metavar="TEXT",
        envvar="NEO4J_PASSWORD",
        help="密码，最好放在环境变量中 | password, best given in the environment",
        show_default=False,
    ),
]
Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="NAME",
        envvar="NEO4J_DATABASE",
        help="服务器上的数据库 | database of the server",
        show_default=False,
    ),
]
Prefix = Annotated[
    str,
    typer.Option(
        "--prefix",
        metavar="TEXT",
        help="Neo4j 中标签的前缀，一个前缀一张图 | prefix of labels in Neo4j, one a graph",
        show_default=False,
    ),
]


@dataclass(frozen=True, slots=True)
class Options:
    """The store as the command line names it. The password never shows."""

    store: StoreName | None
    db: str | None
    uri: str | None
    username: str | None
    password: str | None = field(repr=False)
    database: str | None
    prefix: str
    uri_is_said: bool
    """Whether the address stands on the command line, not in the environment."""

    def name(self, *, inputs: bool = False) -> StoreName:
        """Which store is meant.

        Args:
            inputs: Whether facts are given to make a database of, where no store is named.

        Raises:
            WrongUsage: `store_needed`, where nothing says which; `db_with_server`.
        """
        if self.store is StoreName.NEO4J or (not self.store and self.uri_is_said):
            if self.db is not None:
                raise WrongUsage("--db", "db_with_server")
            return StoreName.NEO4J
        if self.store or self.db is not None or inputs:
            return StoreName.LADYBUG
        if not self.uri:
            raise WrongUsage("--store", "store_needed")
        return StoreName.NEO4J

    @property
    def address(self) -> Address:
        """Of the server.

        Raises:
            StoreError: `bad_address`.
        """
        from graphmodel.stores.neo4j_server import DEFAULT_URI, Address

        return Address(self.uri or DEFAULT_URI, self.username, self.password, self.database)

    @property
    def path(self) -> Path:
        """Of the database file.

        Raises:
            WrongUsage: `store_needed`.
        """
        if not self.db:
            raise WrongUsage("--store", "store_needed")
        return Path(self.db)

    @property
    def shown(self) -> str:
        """The store in messages."""
        if self.name() is StoreName.NEO4J:
            return f"Neo4j {self.address.shown}"
        return f"Ladybug {self.path}"


def options_of(
    ctx: typer.Context,
    store: StoreName | None,
    db: str | None,
    server: tuple[str | None, str | None, str | None, str | None, str],
) -> Options:
    """The options of a command line.

    Args:
        ctx: The command, which knows where the address was said.
        store: `--store`.
        db: `--db`.
        server: Address, user, password, database and prefix.
    """
    source = ctx.get_parameter_source("uri")
    is_said = source is not None and source.name == "COMMANDLINE"
    return Options(store, db, *server, uri_is_said=is_said)


@contextmanager
def opened(options: Options, *, read_only: bool, is_new: bool = False) -> Iterator[CypherStore]:
    """The store, open.

    Args:
        options: Which.
        read_only: Whether nothing is to be written.
        is_new: Whether a database file is made where there is none.

    Raises:
        StoreError: It cannot be reached or used; `missing`.
    """
    store = _open(options, read_only, is_new)
    try:
        yield store
    finally:
        store.close()


def _open(options: Options, read_only: bool, is_new: bool) -> CypherStore:
    if options.name() is StoreName.NEO4J:
        from graphmodel.stores.neo4j_store import Neo4jStore

        return Neo4jStore(options.address, prefix=options.prefix)
    if not is_new and not options.path.exists():
        raise StoreError(str(options.path), "missing")
    from graphmodel.stores.ladybug_store import LadybugStore

    return LadybugStore(options.path, read_only=read_only)
