"""Official plans as a graph of who is responsible for what.

>>> import graphmodel
>>> facts = graphmodel.extract(["plan.txt"])
>>> graphmodel.load(facts)           # a data frame, a row a unit
>>> graphmodel.to_networkx(facts)    # a MultiDiGraph
>>> graphmodel.view(facts, "plan.html")
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from graphmodel.extraction.clauses import parse_attribution
    from graphmodel.model import Facts, merge, validate
    from graphmodel.model.errors import FactsError, GraphmodelError, InputError, OutputError
    from graphmodel.pipeline import (
        collaboration,
        difference,
        extract,
        load,
        make,
        network,
        overload,
        relieve,
        summary,
        to_networkx,
        view,
        whatif,
    )

__version__ = "0.1.0"

_HOMES = {
    "Facts": "graphmodel.model",
    "merge": "graphmodel.model",
    "validate": "graphmodel.model",
    "FactsError": "graphmodel.model.errors",
    "GraphmodelError": "graphmodel.model.errors",
    "InputError": "graphmodel.model.errors",
    "OutputError": "graphmodel.model.errors",
    "collaboration": "graphmodel.pipeline",
    "difference": "graphmodel.pipeline",
    "extract": "graphmodel.pipeline",
    "load": "graphmodel.pipeline",
    "make": "graphmodel.pipeline",
    "network": "graphmodel.pipeline",
    "overload": "graphmodel.pipeline",
    "parse_attribution": "graphmodel.extraction.clauses",
    "relieve": "graphmodel.pipeline",
    "summary": "graphmodel.pipeline",
    "to_networkx": "graphmodel.pipeline",
    "view": "graphmodel.pipeline",
    "whatif": "graphmodel.pipeline",
}

__all__ = [
    "Facts",
    "FactsError",
    "GraphmodelError",
    "InputError",
    "OutputError",
    "collaboration",
    "difference",
    "extract",
    "load",
    "make",
    "merge",
    "network",
    "overload",
    "parse_attribution",
    "relieve",
    "summary",
    "to_networkx",
    "validate",
    "view",
    "whatif",
]


def __getattr__(name: str) -> object:
    """Import what is asked for when it is asked for: `--help` must not load pandas."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
