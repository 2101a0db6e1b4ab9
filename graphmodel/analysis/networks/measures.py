"""The network of bodies that share tasks, body by body, and how far it hangs on what counts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graphmodel.analysis.choices import Grouping
from graphmodel.analysis.networks.betweenness import betweenness
from graphmodel.analysis.networks.brokerage import ROLES, brokerage
from graphmodel.analysis.networks.burt import constraint, effective_size
from graphmodel.analysis.networks.communities import communities
from graphmodel.analysis.networks.periphery import Division, divisions
from graphmodel.analysis.networks.sensitivity import BESIDE_COLUMNS, beside, sensitivity_of
from graphmodel.analysis.networks.ties import Linking, Links, Network, degrees
from graphmodel.analysis.roles import integers, objects
from graphmodel.model.facts import Facts
from graphmodel.model.records import Unit

if TYPE_CHECKING:
    import pandas as pd

    from graphmodel.analysis.roles import Ints


_NO_FUNCTION = "other"
_COLUMNS = (
    *("unit", "name", "kind", "jurisdiction"),
    *("degree", "strength", "betweenness", "constraint", "effective_size", "community"),
    *("part", "core"),
    *("out_degree", "out_strength", "in_degree", "in_strength", "brokerage", *ROLES),
    *BESIDE_COLUMNS,
    *("function", "jurisdiction_id"),
)


@dataclass(frozen=True, slots=True)
class Overview:
    """A network as a whole."""

    pairs: int
    density: float
    """Of all pairs of bodies the share that is tied, 0 to 1."""
    communities: int
    """Those of two bodies and more."""
    modularity: float
    divisions: list[Division]
    """Core and periphery of each connected part."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A network and its measures."""

    table: pd.DataFrame
    """`network(...)`."""
    sensitivity: pd.DataFrame
    """`sensitivity_of(table)`."""
    overview: Overview


def network(
    facts: Facts, *, least: int = 1, grouping: Grouping = Grouping.FUNCTION
) -> pd.DataFrame:
    """The bodies that have a part in a task, with their place in the network, the most tied first.

    Two bodies are tied where they share tasks, weighed by how many: BᵀB of the incidence of tasks
    and bodies, its diagonal left out. Groups named as one have no part in it, and a task does not
    count in which one of the two has nothing but boilerplate or standing support; the columns
    `…_with_…` say what would be if they did. Outside bodies take part; indicators do not count.

    Args:
        facts: The facts; all plans together are one network.
        least: Tasks that two bodies share at least to be tied, or that one leads and the other
            supports.
        grouping: The groups that brokers stand between.

    Returns:
        A row a body, by strength, then betweenness, both falling, then id:

        - `unit`, `name`, `kind`, `jurisdiction`;
        - `degree`: bodies tied to it; `strength`: tasks shared with them, summed up;
        - `betweenness`: pairs of others (`betweenness.betweenness`);
        - `constraint`, `effective_size` (`burt`; None where it has no tie);
        - `community` (`communities.communities`), 1 the largest;
        - `part` that is connected in itself, 1 the largest, and whether it is of its `core`
          (`periphery.divisions`), None where it has no tie;
        - `out_degree`: bodies that support a task it leads, `out_strength`: those tasks, summed up
          over them; `in_degree`, `in_strength`: bodies whose tasks it supports, and those tasks;
        - `brokerage`, and of it `coordinator`, `consultant`, `representative`, `gatekeeper`,
          `liaison`, among leads and supporters (`brokerage.brokerage`);
        - `rank` by strength in its jurisdiction, equals sharing the better place (1, 2, 2, 4);
          `rank_with_boilerplate`, `rank_with_collectives`, `rank_with_both`: what it would be,
          among the same bodies;
        - `strength_with_…`, `betweenness_with_…`;
        - `function`, `jurisdiction_id`.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    return measured(facts, least=least, grouping=grouping).table


def measured(facts: Facts, *, least: int = 1, grouping: Grouping = Grouping.FUNCTION) -> Measured:
    """As `network`, with what is to be said of the network as a whole."""
    links = Links(facts)
    net = links.network(Linking(least))
    units = [facts.units[row] for row in net.bodies.tolist()]
    parts, (community, modularity) = divisions(net.ties), communities(net.ties)
    table = _names(units).join(_of_ties(net)).join(_of_supports(net, _groups(units, grouping)))
    table = table.assign(community=community).join(_of_parts(parts, len(units)))
    table = beside(links, table, net.bodies, least).sort_values(
        ["strength", "betweenness", "unit"],
        ascending=[False, False, True],
        kind="stable",
        ignore_index=True,
    )[list(_COLUMNS)]
    overview = _overview(net, community, modularity, parts)
    return Measured(table, sensitivity_of(table), overview)


def _names(units: Sequence[Unit]) -> pd.DataFrame:
    import pandas as pd

    columns = ("name", "jurisdiction", "function", "jurisdiction_id")
    return pd.DataFrame(
        {
            "unit": objects(unit.id for unit in units),
            "kind": objects(str(unit.kind) for unit in units),
            **{column: objects(getattr(unit, column) for unit in units) for column in columns},
        }
    )


def _of_ties(net: Network) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(
        {
            "degree": degrees(net.ties),
            "strength": net.ties.sum(axis=1),
            "betweenness": betweenness(net.ties),
            "constraint": constraint(net.ties),
            "effective_size": effective_size(net.ties),
        }
    )


def _of_supports(net: Network, groups: Ints) -> pd.DataFrame:
    """The columns of leads and supporters."""
    roles = brokerage(net.supports, groups)
    return roles.assign(
        brokerage=roles.sum(axis="columns"),
        out_degree=degrees(net.supports),
        out_strength=net.supports.sum(axis=1),
        in_degree=degrees(net.supports.T.tocsr()),
        in_strength=net.supports.sum(axis=0),
    )


def _groups(units: Sequence[Unit], grouping: Grouping) -> Ints:
    """The number of the group of each body."""
    keys = [unit.id if (key := _group(unit, grouping)) is None else key for unit in units]
    numbers = {key: number for number, key in enumerate(dict.fromkeys(keys))}
    return integers(numbers[key] for key in keys)


def _group(unit: Unit, grouping: Grouping) -> str | None:
    if grouping is Grouping.FUNCTION:
        return None if unit.function == _NO_FUNCTION else unit.function
    return unit.jurisdiction_id or unit.jurisdiction


def _of_parts(parts: Sequence[Division], size: int) -> pd.DataFrame:
    """The connected part of each body, and whether it is of its core; None without any tie."""
    import pandas as pd

    numbers: list[int | None] = [None] * size
    core: list[bool | None] = [None] * size
    for number, part in enumerate(parts, start=1):
        for body, inside in zip(part.bodies.tolist(), part.core.tolist(), strict=True):
            numbers[body], core[body] = number, inside
    return pd.DataFrame({"part": objects(numbers), "core": objects(core)})


def _overview(net: Network, community: Ints, modularity: float, parts: list[Division]) -> Overview:
    import numpy as np

    size, pairs = len(net.bodies), net.ties.nnz // 2
    possible = size * (size - 1) // 2
    several = int((np.bincount(community) > 1).sum())
    return Overview(pairs, pairs / possible if possible else 0.0, several, modularity, parts)
