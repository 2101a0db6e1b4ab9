"""The parts of the plans' texts that the page quotes, each stored once."""

from __future__ import annotations

from collections import defaultdict

from graphmodel.model.facts import Facts

LINE_LIMIT = 160
"""How many code points of its line a quote takes along on either side, outside of tasks."""

Span = tuple[int, int]
Snippet = tuple[int, str]
"""Where a piece of text starts, in code points of the plan's text, and the piece."""

_QUOTED = (
    *("responsibilities", "measures", "indicators", "targets", "deadlines", "duties", "posts"),
)


def snippets(facts: Facts) -> list[list[Snippet] | None]:
    """The pieces of each plan's text, in order, that hold all places quoted.

    A task is one piece; what is said elsewhere comes with its line. Overlapping pieces are one.
    None stands for a plan whose text the facts do not carry.
    """
    texts = {row.plan: row.text for row in facts.texts}
    tasks: defaultdict[str, list[Span]] = defaultdict(list)
    for task in facts.tasks:
        tasks[task.plan].append((task.start, task.end))
    quotes = _quotes(facts)
    return [
        _cut(texts[plan.id], tasks[plan.id], quotes[plan.id]) if plan.id in texts else None
        for plan in facts.plans
    ]


def _quotes(facts: Facts) -> defaultdict[str, list[Span]]:
    quotes: defaultdict[str, list[Span]] = defaultdict(list)
    for table in _QUOTED:
        for row in facts.rows(table):
            if row.plan is not None and row.start is not None:
                quotes[row.plan].append((row.start, row.end))
    return quotes


def _cut(text: str, tasks: list[Span], quotes: list[Span]) -> list[Snippet]:
    pieces = _merged(tasks)
    lines = [_line(text, start, end) for start, end in _outside(quotes, pieces)]
    return [(start, text[start:end]) for start, end in _merged([*pieces, *lines])]


def _outside(quotes: list[Span], pieces: list[Span]) -> list[Span]:
    """The quotes that no piece holds whole; `pieces` are in order and apart."""
    outside = []
    number = 0
    for start, end in sorted(set(quotes)):
        while number < len(pieces) and pieces[number][1] <= start:
            number += 1
        if number == len(pieces) or start < pieces[number][0] or pieces[number][1] < end:
            outside.append((start, end))
    return outside


def _line(text: str, start: int, end: int) -> Span:
    """The line around a quote, cut where it is long."""
    low, high = max(0, start - LINE_LIMIT), min(len(text), end + LINE_LIMIT)
    before = text.rfind("\n", low, start)
    after = text.find("\n", end, high)
    return (low if before < 0 else before + 1), (high if after < 0 else after)


def _merged(pieces: list[Span]) -> list[Span]:
    merged: list[Span] = []
    for start, end in sorted(pieces):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged
