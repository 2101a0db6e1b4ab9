"""What is due, as the page shows it; the page itself tells the days on which it recurs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from graphmodel.analysis.bodies import body_names
from graphmodel.analysis.schedule import DueItem, Timing, due_items
from graphmodel.views.ids import NodeIds
from graphmodel.views.index import Index, Row, compact


def deadline_rows(index: Index, nodes: Sequence[Row]) -> Row:
    """The deadlines and duties, and by what lengths (in days) they are judged.

    Returns:
        `red`, `yellow`, `horizon`: see `schedule.Timing`; `items` by plan and place in it, so
        that those of one day stand in the order of `schedule.schedule`. Each has `plan` (number),
        `kind`, `task` (id of the node), `who` and `to` (ids of nodes, or the names of bodies that
        have none), `recurrence`, `dates`, `event`, `at`.
    """
    timing = Timing(date.min)
    ids, names = NodeIds(nodes), body_names(index.facts)
    items = sorted(due_items(index.facts), key=lambda item: (item.plan, item.start, item.id))
    return {
        **{name: getattr(timing, name) for name in ("red", "yellow", "horizon")},
        "items": [_row(item, index, ids, names) for item in items],
    }


def _row(item: DueItem, index: Index, ids: NodeIds, names: Mapping[str | None, str]) -> Row:
    def body(key: str) -> int | str:
        return ids.bodies.get(key) or names.get(key, key)

    return compact(
        plan=index.plan[item.plan],
        kind=item.kind,
        task=item.task and ids.tasks[item.task.id],
        who=[body(key) for key in item.bodies],
        to=item.to and body(item.to),
        recurrence=item.recurrence,
        dates=list(item.dates),
        event=item.event,
        at=[item.start, item.end],
    )
