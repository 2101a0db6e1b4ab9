"""Plans and places beside each other, by what bodies are there for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.analysis.load import DEFAULT_WEIGHTS, Weights, load
from graphmodel.analysis.parts import COUNTS, parts
from graphmodel.analysis.roles import LEAD, SUPPORT, objects, units_of_kind
from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import UnitKind

if TYPE_CHECKING:
    import pandas as pd

_COLUMNS = (
    *("unit", "name", "jurisdiction", "leads", "supports", "engaged", "load"),
    "jurisdiction_id",
)


def plans_by_function(facts: Facts, plan: str, other: str) -> pd.DataFrame:
    """The parts of two plans side by side, by the main function of units.

    Groups have none; outside bodies count. Supports without weight are left out.

    Args:
        facts: The facts.
        plan: Id of one plan.
        other: Id of the other.

    Returns:
        A row a function that has a part in one of the two, by its code: `function`; `leads`,
        `supports` (attributions) in `plan`, `other_leads`, `other_supports` in `other`.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    table = parts(facts)
    single = ~units_of_kind(facts, UnitKind.COLLECTIVE)[table["unit"].to_numpy()]
    table = table[single & (table["weightless"] == COUNTS) & (table["role"] <= SUPPORT)]
    plans = objects(facts.tasks[row].plan for row in table["task"]).to_numpy()
    functions = objects(facts.units[row].function for row in table["unit"]).to_numpy()
    is_lead = (table["role"] == LEAD).to_numpy()
    counts = table[[]].assign(
        function=functions,
        leads=is_lead & (plans == plan),
        supports=~is_lead & (plans == plan),
        other_leads=is_lead & (plans == other),
        other_supports=~is_lead & (plans == other),
    )
    chosen = counts[(plans == plan) | (plans == other)]
    sums: pd.DataFrame = chosen.groupby("function").sum().astype("int64")
    return sums.reset_index()


def units_of_function(
    facts: Facts,
    function: str,
    *,
    weights: Weights = DEFAULT_WEIGHTS,
    split_leads: bool = False,
) -> pd.DataFrame:
    """The units of one function across places, with what they carry; the heaviest first.

    Args:
        facts: The facts.
        function: Code of the function, which need not be the main one of a unit.
        weights: What an attribution weighs.
        split_leads: Whether bodies that lead together share the lead.

    Returns:
        `unit`, `name`, `jurisdiction`, `leads`, `supports`, `engaged`, `load`,
        `jurisdiction_id`, as in `load.load`; `plans` in which the unit has a part in a task.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    loads = load(facts, weights=weights, split_leads=split_leads)
    plans = parts(facts).drop_duplicates(["unit", "plan"]).groupby("unit").size()
    ids = (facts.units[row].id for row in plans.index.tolist())
    counts = dict(zip(ids, plans.tolist(), strict=True))
    having = {unit.id for unit in facts.units if function in unit.functions}
    chosen = loads[loads["unit"].isin(having)].reset_index(drop=True)
    numbers = chosen["unit"].map(counts).astype("int64")
    return chosen[list(_COLUMNS)].assign(plans=numbers)
