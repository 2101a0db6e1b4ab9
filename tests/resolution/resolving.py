"""Names resolved in a few lines, for tests."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.model.records import Jurisdiction, Unit
from graphmodel.model.vocabulary import JurisdictionLevel
from graphmodel.resolution import Resolution, jurisdiction_chain, resolve
from graphmodel.resolution.divisions import chain_of

COUNTY = chain_of(
    [
        ("岚东省", JurisdictionLevel.PROVINCE),
        ("雁州市", JurisdictionLevel.CITY),
        ("霁岭县", JurisdictionLevel.COUNTY),
    ]
)
"""A county that does not exist, in a city and a province that do not."""
CITY = COUNTY[:2]
NATION = jurisdiction_chain("全国", "")


def resolved(
    *mentions: str, places: tuple[Jurisdiction, ...] = COUNTY, plan: str = "plan"
) -> Resolution:
    """The resolution of mentions that occur as often as they are given."""
    counts: dict[str, int] = {}
    for mention in mentions:
        counts[mention] = counts.get(mention, 0) + 1
    return resolve(plan, counts, places)


def unit(mention: str, *, places: tuple[Jurisdiction, ...] = COUNTY) -> Unit:
    """The unit of a mention that stands alone."""
    return resolved(mention, places=places).units[0]


def ids(mentions: Iterable[str], *, places: tuple[Jurisdiction, ...] = COUNTY) -> list[str]:
    """The ids of the units that mentions of one plan name, in their order."""
    found = resolved(*mentions, places=places)
    return [unit_id(found, mention) for mention in mentions]


def rule(found: Resolution, mention: str) -> str:
    """The rule that decided for a mention."""
    return next(row.rule for row in found.mentions if row.mention == mention)


def unit_id(found: Resolution, mention: str) -> str:
    """The id of the one unit that a mention names."""
    (key,) = found.units_of(mention)
    return key
