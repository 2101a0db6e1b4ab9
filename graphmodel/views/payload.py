"""From facts to what the page knows: nodes, edges, and what is said about them.

Nodes and edges carry small numbers for ids, and the id that the facts give them as `key`. Places
in a plan's text stay as the facts have them, `at: [start, end]` in code points; the pieces of
text that they need are in `texts`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass

from graphmodel.analysis.load import DEFAULT_WEIGHTS, LEAST_TASKS_LED
from graphmodel.analysis.statistics import THRESHOLD
from graphmodel.model.facts import Facts
from graphmodel.model.records import Plan
from graphmodel.views.edges import edge_rows
from graphmodel.views.index import Index, Row, compact
from graphmodel.views.nodes import node_rows
from graphmodel.views.sources import snippets


@dataclass(frozen=True, slots=True)
class Payload:
    """What the page is made of; everything is plain JSON."""

    nodes: list[Row]
    """See `nodes.node_rows`."""
    edges: list[Row]
    """See `edges.edge_rows`."""
    about: Row
    """`plans`, `places` (their names), `populations` (of units compared with each other),
    `mentions` (how names were resolved), `rules` (of the load), `texts` (see `sources`)."""


def payload(facts: Facts) -> Payload:
    """What the page shows of the facts, without positions.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    index = Index(facts)
    nodes = node_rows(index)
    return Payload(nodes, edge_rows(index, nodes), _about(index))


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
