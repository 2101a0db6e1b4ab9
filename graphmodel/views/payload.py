"""From facts to what the page knows: nodes, edges, and what is said about them.

Nodes and edges carry small numbers for ids, and the id that the facts give them as `key`. Places
in a plan's text stay as the facts have them, `at: [start, end]` in code points; the pieces of
text that they need are in `texts`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date

from graphmodel.analysis.load import DEFAULT_WEIGHTS, LEAST_TASKS_LED
from graphmodel.analysis.statistics import THRESHOLD
from graphmodel.model.facts import Facts
from graphmodel.model.records import Plan
from graphmodel.views.aggregates import aggregate_rows
from graphmodel.views.communities import community_rows
from graphmodel.views.comparison import comparison_rows
from graphmodel.views.deadlines import deadline_rows
from graphmodel.views.edges import edge_rows
from graphmodel.views.findings import finding_rows
from graphmodel.views.index import Index, Row, compact
from graphmodel.views.nodes import node_rows
from graphmodel.views.pinyin import readings
from graphmodel.views.sources import snippets
from graphmodel.views.vocabularies import functions, reasons
from graphmodel.views.where import places

KINDS = ("graph", "load", "matrix", "timeline", "findings", "compare", "whatif")
"""The views that a page may have, in their order."""
_VIEWS = {
    "matrix": community_rows,
    "timeline": deadline_rows,
    "findings": finding_rows,
    "compare": comparison_rows,
}


@dataclass(frozen=True, slots=True)
class Payload:
    """What the page is made of; everything is plain JSON."""

    nodes: list[Row]
    """See `nodes.node_rows`."""
    edges: list[Row]
    """See `edges.edge_rows`."""
    about: Row
    """`kinds` (of views), `today` (or None), `plans`, `places` (their names), `populations` (of
    units compared with each other), `mentions` (how names were resolved), `rules` (of the load),
    `texts` (see `sources`), `where` they stand (see `where`), `functions` and `reasons` (codes in
    words), `readings` (of names, see `pinyin`), `aggregates` (see `aggregates`)."""
    views: Row
    """What single views know beyond that, by kind: `matrix`, `timeline`, `findings`, `compare`."""


def payload(facts: Facts, kinds: Sequence[str] = KINDS, today: date | None = None) -> Payload:
    """What the page shows of the facts, without positions.

    Args:
        facts: The facts.
        kinds: The views that the page has.
        today: The day by which deadlines are judged; None: the reader's own day.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    index = Index(facts, today)
    nodes = node_rows(index)
    edges = edge_rows(index, nodes)
    about = {"kinds": list(kinds), "today": today and today.isoformat(), **_about(index)}
    about |= _words(nodes, edges) | {"aggregates": aggregate_rows(nodes)}
    views = {kind: rows(index, nodes) if kind in kinds else [] for kind, rows in _VIEWS.items()}
    return Payload(nodes, edges, about, views)


def _words(nodes: list[Row], edges: list[Row]) -> Row:
    """The words of the vocabularies that nodes and edges need, and how names are read."""
    of_bodies = functions({code for node in nodes for code in node.get("functions", ())})
    names = [name for node in nodes for name in (node["label"], *node.get("names", ()))]
    return {
        "functions": of_bodies,
        "reasons": reasons({code for edge in edges for code in edge.get("reasons", ())}),
        "readings": readings([*names, *(zh for zh, _ in of_bodies.values())]),
    }


def _about(index: Index) -> Row:
    facts = index.facts
    return {
        "plans": [_plan(plan, index) for plan in facts.plans],
        "places": index.places,
        "populations": [_population(index, units) for units in index.populations],
        "mentions": [
            compact(plan=index.plan[row.plan], mention=row.mention, rule=row.rule, why=row.reason)
            for row in facts.mentions
        ],
        "rules": asdict(DEFAULT_WEIGHTS) | {"z_limit": THRESHOLD, "least": LEAST_TASKS_LED},
        "texts": snippets(facts),
        "where": places(facts),
    }


def _plan(plan: Plan, index: Index) -> Row:
    return compact(
        key=plan.id,
        title=plan.title,
        number=plan.doc_number,
        issuers=list(plan.issuers),
        issued=plan.issued,
        status=str(plan.status),
        place=index.place_of(plan.id),
        source=plan.source,
    )


def _population(index: Index, units: list[str]) -> Row:
    """What the loads of some units are compared with."""
    row = index.loads[units[0]]
    limits = {name: round(float(row[name]), 4) for name in ("median", "threshold")}
    return {"name": row["jurisdiction"] or "", "units": len(units), **limits}
