"""Places side by side, as the page shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from graphmodel.analysis.place_comparison import (
    FUNCTION,
    Subject,
    figures_of,
    functions_of,
    indicators_of,
    lacks_of,
    places_of,
)
from graphmodel.views.index import Index, Row
from graphmodel.views.vocabularies import functions, indicators

MOST_PLACES = 8
"""More cannot be read side by side, and each takes a tenth of a second."""
_DECIMALS = 4


def comparison_rows(index: Index, nodes: Sequence[Row]) -> list[Row]:
    """A row for each of the first places of `Index.places`; none where there is one alone.

    Each has `figures` by name (`place_comparison.figures_of`); `functions`, each with its `code`,
    `name` (in Chinese and English), `share` of the load, `leads`, `units` (ids of nodes, the
    heaviest first) and which of these are `leading`; `lacks`: the `name` of what others have and
    it has not, its `kind`, and how many others `having` it.
    """
    places = places_of(index.facts)[:MOST_PLACES]
    if len(places) < 2:
        return []
    carried, led = functions_of(places), indicators_of(places)
    numbers = {place.key: number for number, place in enumerate(places)}
    rows: list[Row] = [{"figures": {}, "functions": [], "lacks": []} for _ in places]
    for place, measure, value in figures_of(places).itertuples(index=False):
        rows[numbers[place]]["figures"][measure] = round(float(value), _DECIMALS)
    _add_functions(rows, numbers, carried.to_dict("records"), _ids(places, nodes))
    for lack in lacks_of(places, carried, led).to_dict("records"):
        names = functions if lack["kind"] == FUNCTION else indicators
        row = {"kind": lack["kind"], "name": names([lack["code"]])[lack["code"]]}
        for place in lack["lacking"]:
            rows[numbers[place]]["lacks"].append(row | {"having": len(lack["having"])})
    return rows


def _add_functions(
    rows: list[Row],
    numbers: Mapping[str, int],
    carried: Sequence[Mapping[Any, Any]],
    ids: Mapping[tuple[str, str, str], int],
) -> None:
    names = functions({str(row["function"]) for row in carried})
    for row in carried:
        code, place = str(row["function"]), str(row["subject"])
        units, leading = (
            [ids[place, code, name] for name in row[which]] for which in ("units", "leading")
        )
        said: Row = {"code": code, "name": names[code], "units": units, "leading": leading}
        said |= {"share": round(float(row["share"]), _DECIMALS), "leads": int(row["leads"])}
        rows[numbers[place]]["functions"].append(said)


def _ids(places: Sequence[Subject], nodes: Sequence[Row]) -> dict[tuple[str, str, str], int]:
    """The nodes of units by place, function and name."""
    loaded = {node["key"]: node["id"] for node in nodes if "load" in node}
    return {
        (place.key, unit.function, unit.name): loaded[unit.id]
        for place in places
        for unit in place.facts.units
        if unit.id in loaded
    }
