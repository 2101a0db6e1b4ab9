"""What changed: tasks and indicators that came, went and moved, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.analysis.difference.likeness import dice
from graphmodel.analysis.difference.matching import FLOOR, Match, Matching, match, moved
from graphmodel.analysis.difference.state import (
    State,
    keys,
    said_of_deadlines,
    said_of_targets,
    state_of,
)
from graphmodel.analysis.frames import FLOAT, frame
from graphmodel.model.columns import Strings, encode
from graphmodel.model.facts import Facts
from graphmodel.model.records import Indicator, Section, Target, Task
from graphmodel.model.vocabulary import Role

if TYPE_CHECKING:
    import pandas as pd

KINDS = (
    *("gone", "new", "split", "merged", "moved", "renumbered", "title", "wording"),
    *("lead", "support", "engaged", "target", "deadline"),
)
"""The kinds of changes, in the order in which those of one task come."""
TASK, INDICATOR, PLAN = "task", "indicator", "plan"
_ROLES = {Role.LEAD: "lead", Role.SUPPORT: "support", Role.ENGAGED: "engaged"}
_COLUMNS = (
    "change item old old_path old_title new new_path new_title before after similarity matched_by"
)


@dataclass(frozen=True, slots=True)
class _Change:
    """One row of the result."""

    change: str
    before: Strings = ()
    after: Strings = ()


def difference(old: Facts, new: Facts) -> pd.DataFrame:
    """What changed from one state to another, in the order of the new state.

    Tasks are the same where their titles or texts are alike and no other pairing is closer
    (`matching.match`); indicators where code and name are. Rows of annexes that state a task
    again are not looked at. Bodies are the same by id, or by name where only one state knows the
    place.

    Args:
        old: The facts of the state before.
        new: Those of the state after.

    Returns:
        A row a change; none where nothing changed:

        - `change`: `gone`, `new`; `split` (the old task is in several new ones), `merged`
          (several old ones are in the new one); `moved` (to another section, or out of the order
          that most keep), `renumbered`; `title`, `wording` (of the text without attributions);
          `lead`, `support`, `engaged`, `target`, `deadline`;
        - `item`: `task`, `indicator` or `plan` (targets of the whole plan);
        - `old`, `old_path`, `old_title`, `new`, `new_path`, `new_title`: id, printed numbers and
          title, None where there is none;
        - `before`, `after`: what was and what is said, tuples of names or values; of deadlines
          an ISO date, a recurrence or an event; of tasks that came, went, were split or merged
          who leads them;
        - `similarity` (0 to 1) and `matched_by` of the pair (`matching.Match`), None where there
          is none.
    """
    before, after = state_of(old), state_of(new, keys(old, new))
    matching = match(before.tasks, after.tasks, before.texts, after.texts)
    pairs = _of_pairs(before, after, matching, (old.sections, new.sections))
    rows = sorted([*pairs, *_of_single(before, after, matching)], key=lambda row: row[0])
    every = [*_of_plan(before, after), *(row for _, row in rows), *_of_indicators(before, after)]
    return frame(every, _COLUMNS, similarity=FLOAT)


_STOPS = "。．.：:"
"""What stands between a title and its text."""
_Place = tuple[float, int]
"""Of a row: that of its task in the new state, and of its kind among those of the task."""
_Row = tuple[object, ...]


def _row(
    item: str,
    old: Task | Indicator | None,
    new: Task | Indicator | None,
    change: _Change,
    pair: Match | None = None,
) -> _Row:
    known = (pair.similarity, pair.by) if pair else (None, None)
    ends = (*_end(old), *_end(new))
    return (change.change, item, *ends, change.before, change.after, *known)


def _end(item: Task | Indicator | None) -> tuple[str | None, str | None, str | None]:
    if isinstance(item, Task):
        return item.id, encode(item.path), item.title
    return (item.id, None, item.name) if item else (None, None, None)


def _of_pairs(
    old: State,
    new: State,
    matching: Matching,
    sections: tuple[Sequence[Section], Sequence[Section]],
) -> Iterator[tuple[_Place, _Row]]:
    """The changes of tasks that are in both states."""
    out_of_order = moved(matching)
    titles, others = ({section.id: section.title for section in some} for some in sections)
    known = set(others.values())
    for number, pair in enumerate(matching.pairs):
        a, b = old.tasks[pair.old], new.tasks[pair.new]
        above, below = titles.get(a.section or ""), others.get(b.section or "")
        is_moved = number in out_of_order or (above != below and above in known)
        changes = [
            *_of_path(a, b, is_moved),
            *_of_words(a, b, old.texts[pair.old], new.texts[pair.new]),
            *_of_roles(old, new, a.id, b.id),
            *_of_targets(old.targets.get(a.id, ()), new.targets.get(b.id, ())),
            *_of_deadlines(old, new, a.id, b.id),
        ]
        for change in changes:
            place = float(pair.new), KINDS.index(change.change)
            yield place, _row(TASK, a, b, change, pair)


def _of_path(old: Task, new: Task, is_moved: bool) -> Iterator[_Change]:
    before, after = encode(old.path), encode(new.path)
    if is_moved or before != after:
        yield _Change("moved" if is_moved else "renumbered", (before,), (after,))


def _of_words(old: Task, new: Task, old_text: str, new_text: str) -> Iterator[_Change]:
    if old.title != new.title:
        yield _Change("title", (old.title,), (new.title,))
    before, after = _body(old, old_text), _body(new, new_text)
    if old_text and new_text and before != after:
        yield _Change("wording", (before,), (after,))


def _body(task: Task, text: str) -> str:
    """The text behind the title, white space aside."""
    _, title, body = text.partition(task.title)
    return "".join((body if title else text).split()).lstrip(_STOPS)


def _of_roles(old: State, new: State, a: str, b: str) -> Iterator[_Change]:
    for role, change in _ROLES.items():
        before, after = old.names(a, role), new.names(b, role)
        if before.keys() != after.keys():
            was = tuple(after.get(key, name) for key, name in before.items())
            yield _Change(change, was, tuple(after.values()))


def _of_targets(old: Sequence[Target], new: Sequence[Target]) -> Iterator[_Change]:
    """Targets that changed, each beside the one that has its metric, where there is one."""
    before, after = said_of_targets(old), said_of_targets(new)
    left = [said for said in before if said not in after]
    come = [said for said in after if said not in before]
    partners = _partners([before[said] for said in left], [after[said] for said in come])
    for number, said in enumerate(left):
        other = partners.pop(number, None)
        yield _Change("target", (said,), () if other is None else (come[other],))
        if other is not None:
            come[other] = ""
    yield from (_Change("target", (), (said,)) for said in come if said)


def _partners(old: Sequence[Target], new: Sequence[Target]) -> dict[int, int]:
    """Of some old targets the new ones with the same unit and a metric that is alike."""
    from scipy.optimize import linear_sum_assignment

    alike = dice([target.metric for target in old], [target.metric for target in new])
    for i, a in enumerate(old):
        for j, b in enumerate(new):
            alike[i, j] *= a.unit == b.unit and alike[i, j] >= FLOOR
    pairs = zip(*map(list, linear_sum_assignment(alike, maximize=True)), strict=True)
    return {i: j for i, j in pairs if alike[i, j] > 0}


def _of_deadlines(old: State, new: State, a: str, b: str) -> Iterator[_Change]:
    before = said_of_deadlines(old.deadlines.get(a, ()))
    after = said_of_deadlines(new.deadlines.get(b, ()))
    if set(before) != set(after):
        yield _Change("deadline", tuple(before), tuple(after))


def _of_single(old: State, new: State, matching: Matching) -> Iterator[tuple[_Place, _Row]]:
    """The tasks that came, went, or are a part of others, with who leads them."""
    position = {pair.old: pair.new for pair in matching.pairs}
    ends: list[tuple[_Place, str, int | None, int | None]] = []
    for i in matching.gone:
        before = max((n for o, n in position.items() if o < i), default=-1)
        ends.append(((before + 0.5, i), "gone", i, None))
    ends += [((float(j), 0), "new", None, j) for j in matching.new]
    ends += [((float(j), 0), "split", i, j) for i, j in matching.split]
    ends += [((float(j), 0), "merged", i, j) for i, j in matching.merged]
    for place, change, old_row, new_row in ends:
        a = old.tasks[old_row] if old_row is not None else None
        b = new.tasks[new_row] if new_row is not None else None
        yield place, _row(TASK, a, b, _Change(change, _leads(old, a), _leads(new, b)))


def _leads(state: State, task: Task | None) -> Strings:
    return tuple(state.names(task.id, Role.LEAD).values()) if task else ()


def _of_plan(old: State, new: State) -> Iterator[_Row]:
    """The targets of the whole plan."""
    for change in _of_targets(old.targets.get(None, ()), new.targets.get(None, ())):
        yield _row(PLAN, None, None, change)


def _of_indicators(old: State, new: State) -> Iterator[_Row]:
    before, after = _by_key(old.indicators), _by_key(new.indicators)
    for key, b in after.items():
        a = before.get(key)
        if a is None:
            yield _row(INDICATOR, None, b, _Change("new"))
        else:
            yield from (_row(INDICATOR, a, b, c) for c in _of_roles(old, new, a.id, b.id))
    gone = (row for key, row in before.items() if key not in after)
    yield from (_row(INDICATOR, row, None, _Change("gone")) for row in gone)


def _by_key(indicators: Sequence[Indicator]) -> Mapping[Strings, Indicator]:
    """Indicators by what they are in any plan: code or name, and those of the one above it.

    Many first-level indicators have second-level ones of the same name: 时间, 成本.
    """
    rows = {row.id: row for row in indicators}
    found: dict[Strings, Indicator] = {}
    for row in indicators:
        above = rows.get(row.parent or "")
        names = (above.code or above.name if above else "", row.code or row.name)
        found.setdefault((str(row.level), *names), row)
    return found
