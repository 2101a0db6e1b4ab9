"""Readable ids, made of what the plan itself says, so that every machine makes the same."""

from __future__ import annotations

from collections import Counter

from graphmodel.model.columns import Path, encode


def squeeze(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def plan_id(
    jurisdiction: str | None, doc_number: str | None, title: str, issued: str | None
) -> str:
    """`霁岭县:霁政办发〔2021〕50号`, or jurisdiction, title and date where there is no number."""
    parts = [jurisdiction, doc_number] if doc_number else [jurisdiction, title, issued]
    return ":".join(squeeze(part) for part in parts if part)


def item_id(plan: str, path: Path) -> str:
    """The id of a section or task: `plan#3.1.1`."""
    return f"{plan}#{encode(path)}"


def part_id(owner: str, *parts: str | int) -> str:
    """The id of something that belongs to another: `plan#3.1.1/0.lead.2`."""
    return f"{owner}/{'.'.join(str(part) for part in parts)}"


class Uniquifier:
    """Keeps ids apart where a document repeats a number: the second `x` becomes `x~2`."""

    def __init__(self) -> None:
        """Start with nothing seen."""
        self._seen: Counter[str] = Counter()

    def __call__(self, key: str) -> str:
        """The key itself the first time, then the key with the number of its occurrence."""
        self._seen[key] += 1
        if self._seen[key] == 1:
            return key
        return self(f"{key}~{self._seen[key]}")
