"""Parts: the facts of one document in a file, written out as they will stand in the result.

A part is written whole or not at all, and named by everything that decides what it holds.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from graphmodel.model.errors import FactsError, GraphmodelError
from graphmodel.model.facts import SHARED, TABLES, Facts
from graphmodel.model.facts_folder import csv_rows
from graphmodel.model.facts_json import from_json, json_rows, to_json
from graphmodel.model.files import utf8
from graphmodel.model.vocabulary import CORRECTION_APPLIED

MERGED = ("plans", *SHARED)
"""The tables that are put together row by row; the rows of the others are only joined."""
JOINED = tuple(table for table in TABLES if table not in MERGED)


class RowFormat(StrEnum):
    """How rows are written out."""

    JSON = "json"
    CSV = "csv"


WRITE_ROWS = {RowFormat.JSON: json_rows, RowFormat.CSV: csv_rows}


@dataclass(frozen=True, slots=True)
class Part:
    """What is known of a part without its rows."""

    path: Path
    merged: Facts
    """The rows of `MERGED`; of the diagnostics what corrections did, for who reports the others."""
    counts: Mapping[str, int]
    """How much there is of what a run tells at its end."""
    sizes: tuple[int, ...]
    """Bytes of the rows of each table of `JOINED`, which end the file."""


Outcome = Part | GraphmodelError
"""What came of a document."""


def part_name(data: bytes, said: str) -> str:
    """The name of the part of a document.

    Args:
        data: The bytes of the document.
        said: Whatever else decides what the part holds: name, version, format, options.
    """
    digest = hashlib.sha256(data)
    digest.update(b"\0" + said.encode("utf-8", "backslashreplace"))
    return f"{digest.hexdigest()}.part"


def write_part(path: Path, facts: Facts, form: RowFormat, counts: Mapping[str, int]) -> Part:
    """Write the part of a document.

    Args:
        path: The file to write.
        facts: The facts of the document.
        form: How rows are written out.
        counts: What is counted of them.
    """
    applied = tuple(row for row in facts.diagnostics if row.code == CORRECTION_APPLIED)
    applied = tuple(row for row in facts.diagnostics if row.code == CORRECTION_APPLIED)
    merged = Facts(**{table: facts.rows(table) for table in MERGED}, diagnostics=applied)
    rows = [utf8(WRITE_ROWS[form](table, facts.rows(table))) for table in JOINED]
    sizes = tuple(map(len, rows))
    head = {"counts": counts, "sizes": sizes, "merged": to_json(merged)}
    beside = path.with_suffix(f".{os.getpid()}")
    with beside.open("wb") as file:
        file.write(json.dumps(head).encode() + b"\n")
        file.writelines(rows)
    os.replace(beside, path)
    return Part(path, merged, counts, sizes)


def read_part(path: Path) -> Part | None:
    """What is known of a part that was written before; None where there is none that is whole."""
    try:
        line, _, rows = path.read_bytes().partition(b"\n")
        head = json.loads(line)
        if sum(head["sizes"]) != len(rows) or len(head["sizes"]) != len(JOINED):
            return None
        merged = from_json(head["merged"], str(path))
        return Part(path, merged, head["counts"], tuple(head["sizes"]))
    except (OSError, ValueError, KeyError, TypeError, FactsError):
        return None


def rows_of(part: Part) -> Iterator[tuple[str, bytes]]:
    """The rows of each table of `JOINED`, written out in UTF-8."""
    with part.path.open("rb") as file:
        file.seek(-sum(part.sizes), os.SEEK_END)
        for table, size in zip(JOINED, part.sizes, strict=True):
            yield table, file.read(size)
