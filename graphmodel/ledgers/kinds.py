"""The kinds of ledgers, and the formats that they are written in."""

from __future__ import annotations

from enum import StrEnum


class LedgerKind(StrEnum):
    """What a row of a ledger is about."""

    TASKS = "tasks"
    """A task (任务分解表)."""
    UNITS = "units"
    """What one body has to do: a list for each (责任清单)."""
    COLLABORATION = "collaboration"
    """Two bodies that share tasks."""


class LedgerFormat(StrEnum):
    """What a ledger can be written as."""

    XLSX = "xlsx"
    DOCX = "docx"
    MD = "md"
    CSV = "csv"


BINARY = frozenset({LedgerFormat.XLSX, LedgerFormat.DOCX})
"""The formats that are no text."""
