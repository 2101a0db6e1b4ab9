"""What changed between two states of a plan, for a terminal: task by task, what was → what is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from graphmodel.reports.cells import NARROWEST, cut, visible, wrap
from graphmodel.reports.differences import MOST
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row
from graphmodel.reports.whens import listed
from graphmodel.reports.wording import Language, Wording

_INDENT = "  "
_HEAD = Wording("{path} {title}[（{matched}）]", "{path} {title}[ ({matched})]")
_LINE = Wording("{kind}：{said}", "{kind}: {said}")
_CHANGED = Wording("{was} → {now}", "{was} → {now}")
_NONE = Wording("（无）", "(none)")
_MORE = Wording(
    "以上是前 {shown} 处，共 {total} 处；要全部，请用 --format json、xlsx、html 或 md。",
    "The first {shown} of {total}; --format json, xlsx, html or md gives all.",
)
_LONGEST = 160
"""Cells of what was and what is; the other formats have all of it."""
_WHOLE = ("gone", "new", "split", "merged")
_LISTS = ("support", "engaged")
"""Roles of which a task may have many bodies: only those that came or went are named."""


def to_text(report: Report, *, width: int) -> str:
    """The changes as lines of at most `width` cells.

    Args:
        report: The changes (`differences.difference_report`).
        width: Cells of a line at most.
    """
    width = max(width, NARROWEST)
    lines = [*wrap(visible(report.title), width), ""]
    for finding in report.findings:
        lines += wrap(visible(finding), width, _INDENT)
    shown = report.rows[:MOST]
    for _, rows in groupby(shown, key=lambda row: (row["item"], row["old"], row["new"])):
        lines += ["", *_item(list(rows), report.language, width)]
    if len(shown) < len(report.rows):
        more = _MORE(report.language, shown=MOST, total=len(report.rows))
        lines += ["", *wrap(more, width)]
    lines += ["", *(line for rule in report.rules for line in wrap(rule, width, _INDENT))]
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _item(rows: Sequence[Row], language: Language, width: int) -> Iterator[str]:
    """The changes of one task: a head line, and a line for each."""
    first = rows[0]
    yield from wrap(visible(_HEAD(language, **first)), width, _INDENT)
    for row in rows:
        said = _LINE(language, kind=row["kind"], said=_said(row, language))
        yield from wrap(_INDENT + visible(said), width, _INDENT * 2)


def _said(row: Row, language: Language) -> str:
    if row["change"] in _LISTS:
        return " ".join(_came_and_went(row, language))
    if row["change"] in _WHOLE and not (row["old"] and row["new"]):
        return row["was"] or row["now"] or _NONE(language)
    was, now = (cut(row[side], _LONGEST) or _NONE(language) for side in ("was", "now"))
    return _CHANGED(language, was=was, now=now)


def _came_and_went(row: Row, language: Language) -> Iterator[str]:
    for sign, some, others in (
        ("−", row["before"], row["after"]),
        ("+", row["after"], row["before"]),
    ):
        names = [name for name in some if name not in others]
        if names:
            yield f"{sign} {listed(names, language)}"
