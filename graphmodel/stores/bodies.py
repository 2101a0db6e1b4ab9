"""What a shared body is called, when plans that are not being loaded speak of it too."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from graphmodel.model.errors import FactsError
from graphmodel.model.facts import Facts, combine_units
from graphmodel.model.graph import label_of
from graphmodel.model.records import Unit
from graphmodel.model.schema import EDGE_TYPES
from graphmodel.model.vocabulary import UnitKind
from graphmodel.stores.contract import Store

_NAMES = next(edge for edge in EDGE_TYPES if edge.type == "NAMES")
_SAID = [p.name for p in _NAMES.properties]


def with_other_claims(store: Store, facts: Facts, plans: Sequence[str]) -> Facts:
    """The facts with each body as these and all other plans of the store have it together.

    Args:
        store: The store.
        facts: Facts of plans that are being loaded.
        plans: All plans that are being loaded; what the store holds of them does not count.

    Raises:
        FactsError: `body_conflict`, naming the body, and the other plan.
    """
    units = {unit.id: unit for unit in facts.units}
    for label in ("Unit", "Collective"):
        for source, key, *said in store.claims(label, list(units), plans):
            if label_of(units[key].kind) != label:
                raise FactsError(key, "body_conflict", plan=source)
            units[key] = combine_units(units[key], _unit(key, said))
    return replace(facts, units=tuple(units.values()))


def bodies_of_others(
    store: Store, label: str, ids: Sequence[str], plans: Sequence[str]
) -> Iterable[Unit]:
    """Bodies of a label as all plans of the store but some have them together.

    Those that no other plan names are left out.
    """
    units: dict[str, Unit] = {}
    for _, key, *said in store.claims(label, ids, plans) if ids else ():
        unit = _unit(key, said)
        units[key] = combine_units(units.get(key, unit), unit)
    return units.values()


def _unit(key: str, said: Sequence[Any]) -> Unit:
    """The body as the edge NAMES of a plan has it."""
    cells: dict[str, Any] = dict(zip(_SAID, said, strict=True))
    cells.pop("plan")
    functions = tuple(cells.pop("functions") or ())
    return Unit(**{**cells, "id": key, "functions": functions, "kind": UnitKind(cells["kind"])})
