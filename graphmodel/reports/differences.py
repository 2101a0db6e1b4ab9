"""What changed between two states of a plan, as a result table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from graphmodel.analysis.difference.changes import INDICATOR, KINDS, PLAN, TASK, difference
from graphmodel.analysis.difference.matching import PATH, SAME, TITLE, WORDING
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import Recurrence
from graphmodel.reports.columns import Column, Kind
from graphmodel.reports.lookup import Lookup
from graphmodel.reports.markup import safe
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.whens import RECURRENCES, listed
from graphmodel.reports.wording import Language, Wording

MOST = 200
"""Changes that a terminal is shown."""
_TITLE = Wording("{old} → {new}：变化", "{old} → {new}: what changed")
CHANGES = {
    "gone": Wording("取消", "gone"),
    "new": Wording("新增", "new"),
    "split": Wording("拆分", "split"),
    "merged": Wording("合并", "merged"),
    "moved": Wording("移动", "moved"),
    "renumbered": Wording("重编号", "renumbered"),
    "title": Wording("标题", "title"),
    "wording": Wording("文字", "wording"),
    "lead": Wording("牵头", "lead"),
    "support": Wording("配合", "support"),
    "engaged": Wording("协同", "engaged"),
    "target": Wording("目标", "target"),
    "deadline": Wording("期限", "deadline"),
}
_ITEMS = {
    TASK: Wording("任务", "task"),
    INDICATOR: Wording("指标", "indicator"),
    PLAN: Wording("全文", "plan"),
}
_MATCHED = {
    SAME: Wording("编号、标题相同", "same number and title"),
    TITLE: Wording("标题相同", "same title"),
    PATH: Wording("编号相同，文字相似 {share}", "same number, wording {share} alike"),
    WORDING: Wording("文字相似 {share}", "wording {share} alike"),
}
_COUNT = Wording("{change} {count}", "{change} {count}")
_COUNTS = Wording(
    "任务：原 {old} 项，现 {new} 项。变化 {total} 处：{counts}。",
    "Tasks: {old} before, {new} now. {total} changes: {counts}.",
)
_NOTHING = Wording(
    "任务：原 {old} 项，现 {new} 项。没有变化。",
    "Tasks: {old} before, {new} now. Nothing changed.",
)
_RULE = Wording(
    "任务按标题、文字（不含分工）和编号配对，使总相似度最高；标题、文字都不足 50% 相似的不配对。"
    "移动：换了章节，或次序与多数任务不一致；拆分、合并：60% 以上的文字在另一项任务中。",
    "Tasks are paired by title, text (without attributions) and number so that the sum of their "
    "likeness is greatest; never where title and text are both less than 50% alike. Moved: in "
    "another section, or out of the order that most tasks keep; split, merged: 60% of the words "
    "stand in another task.",
)
_LED = Wording("{path} {title}[（{names} 牵头）]", "{path} {title}[ (led by {names})]")
_REORDERED = Wording("{path}（次序不同）", "{path} (in another order)")
_AROUND = 12
"""Characters of a changed text that are shown before and behind what changed."""
COLUMNS = (
    Column("kind", Wording("变化", "Change"), Kind.TEXT, 1, least=8),
    Column("path", Wording("编号", "Number"), Kind.TEXT, 2, least=8),
    Column("title", Wording("标题", "Title"), Kind.TEXT, 3, least=16),
    Column("was", Wording("原", "Before"), Kind.TEXT, 2, least=16),
    Column("now", Wording("现", "Now"), Kind.TEXT, 2, least=16),
    Column("matched", Wording("配对依据", "Paired by"), Kind.TEXT),
    Column("old_place", Wording("原文出处", "Place before"), Kind.TEXT),
    Column("new_place", Wording("现文出处", "Place now"), Kind.TEXT),
)


_ROLES = ("lead", "support", "engaged")
_CHARS = ("wording", "title")


def difference_report(old: Facts, new: Facts, language: Language) -> Report:
    """The changes, in the order of the new state."""
    frame = difference(old, new)
    lookups = Lookup(old), Lookup(new)
    rows = [_shown(row, lookups, language) for row in rows_of(frame)]
    return Report(
        title=_TITLE(language, old=_sources(old, language), new=_sources(new, language)),
        language=language,
        names=[*map(str, frame.columns), "old_place", "new_place"],
        rows=rows,
        columns=COLUMNS,
        findings=[_counts(old, new, rows, language)],
        rules=[_RULE(language)],
    )


def _sources(facts: Facts, language: Language) -> str:
    return listed([plan.source for plan in facts.plans], language)


def _counts(old: Facts, new: Facts, rows: Sequence[Row], language: Language) -> str:
    tasks = {
        name: sum(task.same_as is None for task in facts.tasks)
        for name, facts in (("old", old), ("new", new))
    }
    found = Counter(row["change"] for row in rows)
    counts = [
        _COUNT(language, change=CHANGES[kind](language), count=found[kind])
        for kind in KINDS
        if found[kind]
    ]
    wording = _COUNTS if rows else _NOTHING
    return wording(language, **tasks, total=len(rows), counts=listed(counts, language))


def _shown(row: Row, lookups: tuple[Lookup, Lookup], language: Language) -> Row:
    """The row with what people are shown of it."""
    was, now = _said(row, language)
    return {
        **row,
        "kind": CHANGES[row["change"]](language),
        "path": row["new_path"] or row["old_path"] or _ITEMS[row["item"]](language),
        "title": row["new_title"] or row["old_title"] or "",
        "was": was,
        "now": now,
        "matched": _matched(row, language),
        "old_place": _place(lookups[0], row["old"], language),
        "new_place": _place(lookups[1], row["new"], language),
    }


def _said(row: Row, language: Language) -> tuple[str, str]:
    before, after = row["before"], row["after"]
    if row["change"] == "wording":
        return _excerpts(*before, *after)
    if row["change"] == "deadline":
        before, after = (tuple(_word(d, language) for d in some) for some in (before, after))
    was, now = listed(before, language), listed(after, language)
    if row["change"] == "moved" and was == now:
        now = _REORDERED(language, path=now)
    if row["change"] in ("split", "merged"):
        was = _LED(language, path=row["old_path"], title=row["old_title"], names=was)
    return was, now


def _word(deadline: str, language: Language) -> str:
    if deadline in set(Recurrence):
        return RECURRENCES[Recurrence(deadline)](language)
    return deadline


def _matched(row: Row, language: Language) -> str:
    if row["matched_by"] is None:
        return ""
    return _MATCHED[row["matched_by"]](language, share=f"{row['similarity']:.0%}")


def _place(lookup: Lookup, key: str | None, language: Language) -> str:
    if key is None:
        return ""
    place = lookup.place(lookup.rows[key][1])
    return place.words(language) if place else ""


def _excerpts(old: str, new: str) -> tuple[str, str]:
    """What changed in two texts, each place with some characters around it."""
    groups = list(SequenceMatcher(None, old, new, autojunk=False).get_grouped_opcodes(_AROUND))
    was = [old[group[0][1] : group[-1][2]] for group in groups]
    now = [new[group[0][3] : group[-1][4]] for group in groups]
    return " … ".join(was), " … ".join(now)


def drawn(row: Row, column: Column) -> str | None:
    """The markup of a cell for `web.to_html`: what is gone is struck out, what came is marked."""
    if column.key == "kind" and row["change"] in ("gone", "new"):
        return _tagged("del" if row["change"] == "gone" else "ins", row["kind"])
    if column.key not in ("was", "now"):
        return None
    is_old = column.key == "was"
    if row["change"] in _CHARS:
        return "".join(_characters(*row["before"], *row["after"], is_old=is_old))
    own, other = (row["before"], row["after"]) if is_old else (row["after"], row["before"])
    if row["change"] in _ROLES:
        tag = "del" if is_old else "ins"
        return "、".join(safe(name) if name in other else _tagged(tag, name) for name in own)
    return None


def _characters(old: str, new: str, *, is_old: bool) -> Iterator[str]:
    """One of two texts, with what the other does not have marked."""
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        words = old[i:j] if is_old else new[k:m]
        if words:
            yield safe(words) if tag == "equal" else _tagged("del" if is_old else "ins", words)


def _tagged(tag: str, words: str) -> str:
    return f"<{tag}>{safe(words)}</{tag}>"
