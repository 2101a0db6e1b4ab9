"""Relief as text for a terminal, in Markdown, as JSON, and as a scenario to try out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from graphmodel.reports import markdown, terminal
from graphmodel.reports.cells import NARROWEST, visible, wrap
from graphmodel.reports.explanation_text import underlined
from graphmodel.reports.reliefs import Proposal, ReliefReport
from graphmodel.reports.report import Report
from graphmodel.reports.rows import Row
from graphmodel.reports.toml import entry
from graphmodel.reports.wording import Language, Wording

_INDENT = "  "
MOST = 40
"""Changes that a terminal is shown; a county has a dozen."""
_HEAD = Wording(
    "{number}. {giver_name} → {taker_name}[（{note}）]：{path} {title}[（{place}）]",
    "{number}. {giver_name} → {taker_name}[ ({note})]: {path} {title}[ ({place})]",
)
_MORE = Wording(
    "以上是前 {shown} 项，共 {total} 项；要全部，请用 --format csv、json 或 md。",
    "The first {shown} of {total}; --format csv, json or md gives all.",
)
_SCENARIO = Wording(
    "减负方案；可以改动，再用 graphmodel whatif 试算。写法见 docs/scenarios.md。",
    "Changes that relieve; change them as you like, and try them with graphmodel whatif. "
    "docs/scenarios.md describes the file.",
)


def to_text(relief: ReliefReport, *, width: int, color: bool = False) -> str:
    """What it comes to, the changes with their words, loads before and after, what is in the way.

    Args:
        relief: The relief.
        width: Cells of a line at most.
        color: Whether to use colours.
    """
    width = max(width, NARROWEST)
    changes = relief.changes
    lines = [changes.title, ""]
    for finding in changes.findings:
        lines += wrap(visible(finding), width, _INDENT)
    for number, proposal in enumerate(relief.proposals[:MOST], start=1):
        lines += ["", *_proposal(proposal, changes.rows[number - 1], number, changes, width)]
    if len(relief.proposals) > MOST:
        more = _MORE(changes.language, shown=MOST, total=len(relief.proposals))
        lines += ["", *wrap(more, width)]
    tables = [f"\n{terminal.to_text(t, width=width, color=color)}" for t in _tables(relief)]
    rules = [line for rule in changes.rules for line in wrap(rule, width, _INDENT)]
    return "".join([*(f"{line.rstrip()}\n" for line in lines), *tables, "\n", *_ended(rules)])


def _ended(lines: Sequence[str]) -> Iterator[str]:
    return (f"{line}\n" for line in lines)


def _tables(relief: ReliefReport) -> list[Report]:
    return [report for report in (relief.units, relief.obstacles) if report.rows]


def _proposal(
    proposal: Proposal, row: Row, number: int, changes: Report, width: int
) -> Iterator[str]:
    yield from wrap(visible(_head(row, number, changes.language)), width, _INDENT)
    if proposal.passage is not None:
        yield from underlined(proposal.passage, width)


def _head(row: Row, number: int, language: Language) -> str:
    return _HEAD(language, number=number, **row)


def to_markdown(relief: ReliefReport) -> str:
    """The changes, loads before and after, and what is in the way, each as a table."""
    return "\n".join(markdown.to_markdown(r) for r in (relief.changes, *_tables(relief)))


def to_json(relief: ReliefReport) -> str:
    """One object: the places, the changes, the units before and after, what is in the way."""
    tables: dict[str, Sequence[Row]] = {
        "places": relief.places,
        **{
            name: [{key: row[key] for key in report.names} for row in report.rows]
            for name, report in (
                ("changes", relief.changes),
                ("units", relief.units),
                ("obstacles", relief.obstacles),
            )
        },
    }
    return json.dumps(tables, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def to_scenario(relief: ReliefReport) -> str:
    """The changes as a file that `graphmodel whatif` takes."""
    changes = relief.changes
    parts = [f"# {_SCENARIO(changes.language)}"]
    for number, row in enumerate(changes.rows, start=1):
        values = {
            "task": row["task"],
            "group": row["group"],
            "from": row["giver"],
            "to": row["taker"],
        }
        head = _head({**row, "place": None, "note": None}, number, changes.language)
        parts.append(f"# {visible(head)}\n{entry('move_lead', values)}")
    return "\n\n".join(parts) + "\n"
