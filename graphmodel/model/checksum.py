"""Checksums of facts: the same facts, the same sum, on every machine."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable
from operator import attrgetter
from typing import Any

from graphmodel.model.columns import columns_of
from graphmodel.model.facts import TABLES, Facts

_LEFT_OUT = ("texts",)
"""Facts with and without the plans' texts say the same."""
_DIGEST = 16


def checksum(facts: Facts) -> str:
    """The sum of all facts, as 32 hexadecimal digits; the plans' texts do not count."""
    total = hashlib.blake2b(digest_size=_DIGEST)
    for table in TABLES:
        total.update(_bytes(table, facts.rows(table)))
    return total.hexdigest()


def checksums(facts: Facts) -> dict[str, str]:
    """The sum of what each plan alone says, by its id; rows that plans share do not count."""
    sums = {plan.id: hashlib.blake2b(digest_size=_DIGEST) for plan in facts.plans}
    for plan in facts.plans:
        sums[plan.id].update(_bytes("plans", (plan,)))
    for table in TABLES:
        rows: defaultdict[str, list[Any]] = defaultdict(list)
        for row in facts.rows(table):
            if getattr(row, "plan", None) in sums:
                rows[row.plan].append(row)
        for key, own in rows.items():
            sums[key].update(_bytes(table, own))
    return {key: total.hexdigest() for key, total in sums.items()}


def _bytes(table: str, rows: Iterable[Any]) -> bytes:
    """The table's name and its rows as JSON."""
    if table in _LEFT_OUT:
        return b""
    get = attrgetter(*(column.name for column in columns_of(TABLES[table])))
    return json.dumps([table, [get(row) for row in rows]]).encode()
