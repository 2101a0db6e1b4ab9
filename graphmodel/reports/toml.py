"""Entries of files in TOML that people may change."""

from __future__ import annotations

import json
from collections.abc import Mapping

from graphmodel.model.columns import Strings


def entry(table: str, values: Mapping[str, str | int | Strings | None]) -> str:
    """One entry of an array of tables; texts are written like those of JSON, None is left out."""
    lines = [f"[[{table}]]"]
    for key, value in values.items():
        if value is not None:
            text = json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
            lines.append(f"{key} = {text}")
    return "\n".join(lines)
