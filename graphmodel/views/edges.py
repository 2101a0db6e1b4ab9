"""The edges of the page: who leads and supports what, what indicators measure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from graphmodel.analysis.graph import repeats
from graphmodel.model.records import Responsibility
from graphmodel.model.vocabulary import Confidence, Role
from graphmodel.views.ids import NodeIds
from graphmodel.views.index import Index, Row, compact


def edge_rows(index: Index, nodes: Iterable[Row]) -> list[Row]:
    """All edges, numbered from 1 as `id`.

    Each has `from` and `to` (ids of nodes), `kind` and `plan` (number); those that were read from
    words have `at` (start and end in the plan's text) and `group`, the number of the attribution,
    where it is not the first. Kinds: `lead`, `support`, `engaged`;
    `boilerplate` for support that does not count as load; `measures`; `part` from a second-level
    indicator to the one above it. A `repeat` states again what another row states, and is not
    counted. What is not certain has its `confidence` and the codes of the `reasons`.
    """
    ids = NodeIds(nodes)
    rows = [*_responsibilities(index, ids), *_measures(index, ids), *_hierarchy(index, ids)]
    return [{"id": number, **row} for number, row in enumerate(rows, start=1)]


def _responsibilities(index: Index, ids: NodeIds) -> Iterator[Row]:
    again = repeats(index.facts)
    for part in index.facts.responsibilities:
        if part.task is not None:
            target = ids.tasks[part.task]
        elif part.indicator is not None:
            target = ids.indicators[part.indicator, index.place_of(part.plan)]
        else:
            continue
        yield compact(
            **{"from": ids.bodies[part.unit], "to": target},
            kind=_kind(part, index),
            key=part.id,
            plan=index.plan[part.plan],
            at=[part.start, part.end],
            mention=part.mention,
            rule=part.rule,
            basis=part.basis,
            group=part.group or None,
            open=part.open_ended,
            standing=part.standing,
            repeat=part.id in again,
            **_doubts(part),
        )


def _doubts(part: Responsibility) -> Row:
    """How far the row can be relied on, where it is not certain, and why not further."""
    if part.confidence is Confidence.CERTAIN:
        return {}
    return {"confidence": str(part.confidence), "reasons": list(part.reasons)}


def _kind(part: Responsibility, index: Index) -> str:
    counts = part.role is not Role.SUPPORT or not (part.standing or part.id in index.boilerplate)
    return str(part.role) if counts else "boilerplate"


def _measures(index: Index, ids: NodeIds) -> Iterator[Row]:
    for row in index.facts.measures:
        yield {
            "from": ids.indicators[row.indicator, index.place_of(row.plan)],
            "to": ids.tasks[row.task],
            "kind": "measures",
            "key": row.id,
            "plan": index.plan[row.plan],
            "at": [row.start, row.end],
            "mention": row.words,
            "basis": str(row.basis),
        }


def _hierarchy(index: Index, ids: NodeIds) -> Iterator[Row]:
    for indicator in index.facts.indicators:
        if indicator.parent is None:
            continue
        for place in range(len(index.places)):
            source = ids.indicators.get((indicator.id, place))
            target = ids.indicators.get((indicator.parent, place))
            if source is not None and target is not None:
                plan = None if indicator.plan is None else index.plan[indicator.plan]
                yield compact(**{"from": source, "to": target}, kind="part", plan=plan)
