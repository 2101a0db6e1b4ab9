"""Reaching a Neo4j server: address, user, time-outs, and what its errors mean to a user."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from graphmodel.model.errors import GraphmodelError, QueryError, StoreError

if TYPE_CHECKING:
    import neo4j
    from neo4j.exceptions import Neo4jError

SCHEMES = ("neo4j", "neo4j+s", "neo4j+ssc", "bolt", "bolt+s", "bolt+ssc")
DEFAULT_URI = "bolt://127.0.0.1:7687"
_CONNECT_SECONDS = 10.0
_ACQUIRE_SECONDS = 20.0
_WRITE_SECONDS = 60.0
_RETRY_SECONDS = 20.0
_OLDEST = (5, 26)
_SILENT = logging.NullHandler()
_PLACE = re.compile(r"\(line (?P<line>\d+), column (?P<column>\d+)")

_CODES = {
    "Neo.ClientError.Security.Unauthorized": "refused",
    "Neo.ClientError.Security.AuthenticationRateLimit": "refused",
    "Neo.ClientError.Security.CredentialsExpired": "refused",
    "Neo.ClientError.Security.TokenExpired": "refused",
    "Neo.ClientError.Security.Forbidden": "no_permission",
    "Neo.ClientError.General.ForbiddenOnReadOnlyDatabase": "no_permission",
    "Neo.ClientError.General.WriteOnReadOnlyAccessDatabase": "no_permission",
    "Neo.ClientError.Database.DatabaseNotFound": "no_database",
    "Neo.TransientError.Database.DatabaseUnavailable": "unreachable",
    "Neo.TransientError.General.DatabaseUnavailable": "unreachable",
}
"""What the server's codes mean; others are `store_failed`."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is and who asks. The password never shows."""

    uri: str = DEFAULT_URI
    username: str | None = None
    password: str | None = field(default=None, repr=False)
    database: str | None = None

    def __post_init__(self) -> None:
        """Refuse what is no address.

        Raises:
            StoreError: `bad_address`.
        """
        try:
            parts = urlsplit(self.uri)
            usable = parts.scheme in SCHEMES and bool(parts.hostname) and parts.port != 0
        except ValueError:
            usable = False
        if not usable or "@" in self.uri:
            raise StoreError(self.shown, "bad_address", schemes=", ".join(SCHEMES))

    @property
    def shown(self) -> str:
        """The address for messages, without what may be a password."""
        return re.sub(r"//.*@", "//…@", self.uri)

    def driver(self) -> neo4j.Driver:
        """A driver, which connects when it is used.

        Raises:
            StoreError: `bad_address`.
        """
        import neo4j
        from neo4j.exceptions import ConfigurationError

        # Else Python prints the driver's warnings of what it tries again.
        logging.getLogger("neo4j").addHandler(_SILENT)
        auth = (self.username or "neo4j", self.password) if self.password is not None else None
        try:
            return neo4j.GraphDatabase.driver(
                self.uri,
                auth=auth,
                connection_timeout=_CONNECT_SECONDS,
                connection_write_timeout=_WRITE_SECONDS,
                connection_acquisition_timeout=_ACQUIRE_SECONDS,
                max_transaction_retry_time=_RETRY_SECONDS,
                notifications_min_severity="OFF",
                telemetry_disabled=True,
                user_agent="graphmodel",
            )
        except (ConfigurationError, ValueError) as error:
            raise StoreError(self.shown, "bad_address", schemes=", ".join(SCHEMES)) from error


def check_version(driver: neo4j.Driver, address: Address) -> None:
    """Connect, and refuse a server that lacks what we need.

    Raises:
        StoreError: `too_old`, or that it cannot be reached.
    """
    with told_as_ours(address):
        agent = driver.get_server_info().agent
    found = re.search(r"/(\d+)\.(\d+)", agent)
    if found and tuple(map(int, found.groups())) < _OLDEST:
        raise StoreError(address.shown, "too_old", version=found[0][1:], least="5.26")


@contextmanager
def told_as_ours(address: Address, query: str | None = None) -> Iterator[None]:
    """Turn the errors of the driver and the server into ours.

    Args:
        address: Of the server.
        query: The user's query, whose faults are `QueryError`; None where the query is ours.
    """
    from neo4j.exceptions import DriverError, Neo4jError

    try:
        yield
    except Neo4jError as error:
        raise _of_server(error, address, query) from error
    except ValueError as error:  # of an empty query
        if query is None:
            raise
        raise QueryError(query, "wrong_query", reason=str(error), text=query) from error
    except (DriverError, OSError) as error:
        raise _of_driver(error, address) from error


def _of_server(error: Neo4jError, address: Address, query: str | None) -> GraphmodelError:
    code = error.code or ""
    if query is not None and code.startswith("Neo.ClientError.Statement.AccessMode"):
        return QueryError(query, "read_only")
    if query is not None and code.startswith(("Neo.ClientError.Statement", "Neo.ClientError.Proc")):
        return _wrong_query(error.message or code, query)
    if code in _CODES:
        return StoreError(address.shown, _CODES[code], database=address.database)
    said = error.message or code
    if any(words in said.lower() for words in ("no space left", "disk full", "out of disk")):
        return StoreError(address.shown, "disk_full")
    return StoreError(address.shown, "store_failed", reason=f"{said.splitlines()[0]} ({code})")


def _wrong_query(message: str, query: str) -> QueryError:
    """What is wrong with a query, and where."""
    place = _PLACE.search(message)
    reason = message.splitlines()[0]
    if not place:
        return QueryError(query, "wrong_query", reason=reason, text=query)
    reason = re.sub(r"\s*\(line \d+, column \d+.*", "", reason)
    line = int(place["line"])
    column = _code_points(query, line, int(place["column"]))
    return QueryError(query, "wrong_query", reason=reason, line=line, column=column, text=query)


def _code_points(query: str, line: int, column: int) -> int:
    """A column of a line that the server counts in units of UTF-16, in code points."""
    lines = query.split("\n")
    units = lines[line - 1].encode("utf-16-le", "surrogatepass") if line <= len(lines) else b""
    return len(units[: 2 * (column - 1)].decode("utf-16-le", "replace")) + 1


def _of_driver(error: Exception, address: Address) -> StoreError:
    from neo4j.exceptions import ConfigurationError, IncompleteCommit, SessionExpired

    if isinstance(error, IncompleteCommit | SessionExpired) or "defunct" in str(error).lower():
        return StoreError(address.shown, "connection_lost")
    if isinstance(error, ConfigurationError):
        return StoreError(address.shown, "bad_address", schemes=", ".join(SCHEMES))
    return StoreError(address.shown, "unreachable")
