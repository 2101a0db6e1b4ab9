"""Which views there is something to show in."""

from __future__ import annotations

from collections.abc import Collection

from graphmodel.model.facts import Facts
from graphmodel.views.index import place_key
from graphmodel.views.payload import KINDS


def showable(facts: Facts, kinds: Collection[str] = KINDS) -> list[str]:
    """The chosen views in the order of the page, without those that facts give nothing for.

    A comparison takes two places; the others say themselves what there is none of.
    """
    has_several_places = len({place_key(plan) for plan in facts.plans}) > 1
    chosen = [kind for kind in KINDS if kind in kinds]
    return [kind for kind in chosen if kind != "compare" or has_several_places]
