"""How far a network hangs on what is counted: on boilerplate, and on groups named as one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from graphmodel.analysis.frames import FLOAT, INTEGER, frame
from graphmodel.analysis.load import places_of
from graphmodel.analysis.networks.betweenness import betweenness
from graphmodel.analysis.networks.ties import Linking, Links
from graphmodel.analysis.statistics import ranks

if TYPE_CHECKING:
    import pandas as pd

    from graphmodel.analysis.roles import Ints

VARIANTS = {
    "boilerplate": Linking(boilerplate=True),
    "collectives": Linking(collectives=True),
    "both": Linking(boilerplate=True, collectives=True),
}
"""What the network without either is set beside."""
_BESIDE = ("strength", "betweenness")
BESIDE_COLUMNS = (
    *("rank", *(f"rank_with_{name}" for name in VARIANTS)),
    *(f"{measure}_with_{name}" for measure in _BESIDE for name in VARIANTS),
)
_TYPES = {
    "units": INTEGER,
    **dict.fromkeys(("strength_correlation", "betweenness_correlation"), FLOAT),
}


def beside(links: Links, table: pd.DataFrame, bodies: Ints, least: int) -> pd.DataFrame:
    """The table with the columns of `BESIDE_COLUMNS`.

    Args:
        links: What bodies share.
        table: Has `strength`, `jurisdiction`, `jurisdiction_id`, a row a body.
        bodies: Their rows in `facts.units`.
        least: Tasks that two bodies share at least to be tied.
    """
    table = table.assign(rank=ranks(table["strength"], places_of(table)))
    for name, variant in VARIANTS.items():
        values = _values(links, replace(variant, least=least), bodies)
        table = table.join(values.add_suffix(f"_with_{name}"))
        strength = table[f"strength_with_{name}"]
        table[f"rank_with_{name}"] = ranks(strength, places_of(table))
    return table


def _values(links: Links, linking: Linking, bodies: Ints) -> pd.DataFrame:
    """Strength and betweenness of some bodies in another network."""
    import numpy as np
    import pandas as pd

    network = links.network(linking)
    row = np.flatnonzero(np.isin(network.bodies, bodies))  # both are in the order of ids
    strength = network.ties.sum(axis=1)
    return pd.DataFrame({"strength": strength[row], "betweenness": betweenness(network.ties)[row]})


def sensitivity_of(table: pd.DataFrame) -> pd.DataFrame:
    """How alike the ranks are with and without what is left out, place by place.

    Args:
        table: `measures.network(...)`.

    Returns:
        A row for each place, in the order of the table, and variant (`VARIANTS`):
        `jurisdiction`, `variant`, `units`; `strength_correlation`, `betweenness_correlation`:
        Spearman's rank correlation of the measure with the same in the variant, -1 to 1, no
        number where it is the same for all; `name`, `rank`, `rank_with` of the body whose rank by
        strength changes most (of equals the first of the table), None where none does;
        `jurisdiction_id`.
    """
    rows = (
        row for _, some in table.groupby(places_of(table), sort=False) for row in _of_place(some)
    )
    columns = (
        "jurisdiction variant units strength_correlation betweenness_correlation name rank "
        "rank_with jurisdiction_id"
    )
    return frame(rows, columns, **_TYPES)


def _of_place(table: pd.DataFrame) -> Iterator[tuple[object, ...]]:
    first = table.iloc[0]
    for variant in VARIANTS:
        alike = (_spearman(table[name], table[f"{name}_with_{variant}"]) for name in _BESIDE)
        moved = _moved_most(table, variant)
        yield first["jurisdiction"], variant, len(table), *alike, *moved, first["jurisdiction_id"]


def _spearman(values: pd.Series[float], others: pd.Series[float]) -> float:
    """Pearson's correlation of ranks, equals sharing the mean of theirs."""
    means, other_means = values.rank(), others.rank()
    if means.nunique() < 2 or other_means.nunique() < 2:
        return float("nan")
    return float(means.corr(other_means))


def _moved_most(table: pd.DataFrame, variant: str) -> tuple[object, object, object]:
    others = table[f"rank_with_{variant}"]
    way = (table["rank"] - others).abs()
    if not way.any():
        return None, None, None
    row = int(way.to_numpy().argmax())
    return table["name"].iloc[row], int(table["rank"].iloc[row]), int(others.iloc[row])
