"""What a store holds, and what was written into it, in words and tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from graphmodel.reports import terminal
from graphmodel.reports.columns import Column, Kind
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row
from graphmodel.reports.wording import Language, Wording

_CHECKSUM = 12
"""Characters of a checksum that people compare."""
_PLANS = Wording("{store} 中的方案", "Plans in {store}")
_COUNTS = Wording("节点和边", "Nodes and edges")
_INTERRUPTED = Wording("载入中断", "interrupted")
_MEND = Wording(
    "“载入中断”的方案不完整；再次运行 graphmodel db load 会补全。",
    "Plans that say “interrupted” are incomplete; graphmodel db load mends them.",
)
_PLAN_COLUMNS = (
    Column("id", Wording("编号", "Id"), Kind.TEXT, 1),
    Column("title", Wording("标题", "Title"), Kind.TEXT, 3),
    Column("facts", Wording("事实校验和", "Checksum of facts"), Kind.TEXT, 2),
)
_COUNT_COLUMNS = (
    Column("name", Wording("标签或类型", "Label or type"), Kind.TEXT, 1),
    Column("count", Wording("数量", "Count"), importance=2),
)
_UNCHANGED = Wording("{store} 没有变化。", "{store}: nothing changed.")
_CHANGED = Wording("{store}：{parts}。", "{store}: {parts}.")
_KINDS = {"nodes": Wording("节点", "nodes"), "edges": Wording("边", "edges")}
_HEADINGS = {"nodes": Wording("节点", "Nodes"), "edges": Wording("边", "Edges")}
_WRITES = {
    "created": Wording("新增 {count}", "{count} created"),
    "updated": Wording("更新 {count}", "{count} updated"),
    "deleted": Wording("删除 {count}", "{count} deleted"),
}
_PART = Wording("{kind}{writes}", "{kind} {writes}")
_COMMA = Wording("，", ", ")
_STOP = Wording("；", "; ")


def changes_line(store: str, changes: Mapping[str, int], language: Language) -> str:
    """One line on what was written.

    Args:
        store: The store's name.
        changes: How many `nodes_created`, `edges_deleted` and so on.
        language: Of the line.
    """
    parts = list(_parts(changes, language))
    if not parts:
        return _UNCHANGED(language, store=store)
    return _CHANGED(language, store=store, parts=_STOP(language).join(parts))


def _parts(changes: Mapping[str, int], language: Language) -> Iterator[str]:
    for kind, word in _KINDS.items():
        counts = {write: changes[f"{kind}_{write}"] for write in _WRITES}
        writes = [_WRITES[write](language, count=n) for write, n in counts.items() if n]
        if writes:
            yield _PART(language, kind=word(language), writes=_COMMA(language).join(writes))


def status_text(
    store: str,
    plans: Sequence[Row],
    counts: Mapping[str, Mapping[str, int]],
    language: Language,
    *,
    width: int,
    color: bool,
) -> str:
    """What a store holds, as tables of at most `width` cells.

    Args:
        store: The store's name.
        plans: `id`, `title` and `facts`, the checksum, or None where a load was interrupted.
        counts: How many nodes of each label, under `nodes`, and edges of each type, under `edges`.
        language: Of heads and words.
        width: Cells of a line.
        color: Whether to use colours.
    """
    reports = (_plans_report(store, plans, language), _counts_report(counts, language))
    return "\n".join(terminal.to_text(report, width=width, color=color) for report in reports)


def _plans_report(store: str, plans: Sequence[Row], language: Language) -> Report:
    rows = [
        {**plan, "facts": (plan["facts"] or _INTERRUPTED(language))[:_CHECKSUM]} for plan in plans
    ]
    interrupted = any(plan["facts"] is None for plan in plans)
    return Report(
        _PLANS(language, store=store),
        language,
        ("id", "title", "facts"),
        rows,
        _PLAN_COLUMNS,
        findings=[_MEND(language)] if interrupted else [],
    )


def _counts_report(counts: Mapping[str, Mapping[str, int]], language: Language) -> Report:
    rows = [
        {"kind": kind, "name": name, "count": count}
        for kind, named in counts.items()
        for name, count in named.items()
        if count
    ]
    return Report(
        _COUNTS(language),
        language,
        ("kind", "name", "count"),
        rows,
        _COUNT_COLUMNS,
        group="kind",
        headings={kind: word(language) for kind, word in _HEADINGS.items()},
    )


def status_json(store: str, plans: Sequence[Row], counts: Mapping[str, Mapping[str, int]]) -> str:
    """What a store holds as one JSON object, whatever the language."""
    held = {"store": store, "plans": list(plans), **counts}
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"
