"""Names of industrial parks and their committees: 柏崖经开区管委会, 现代农业产业示范区."""

from __future__ import annotations

import re

from graphmodel.resolution.bodies import whole_body
from graphmodel.resolution.leads import Lead
from graphmodel.resolution.organs import Reading
from graphmodel.resolution.spelling import without_connectives

_PARK = re.compile(
    "(?P<brand>.*)(?:经开区|高新区|农高区|开发区|园区|示范区|集中区|集聚区|聚集区|产业园|工业园|科技园|物流园|示范园|"
    "保税区|保税港区|自贸区|度假区|(?<!高)新区|新城(?!区)|试验区|实验区|合作区|创新区|功能区|工业区|科技城|"
    "科学城|风景区|风景名胜区|(?<!风)景区|保护区|片区|临空区)"
)
_COMMITTEE = re.compile("(?:管委会|管理局|党工委|工委)?$")
_SHORTEST_COMMITTEE = 5
_SIGHTS = re.compile("景区|风景|旅游|度假")
_RESERVE = re.compile("保护区")


def park(lead: Lead) -> Reading | None:
    """The park, its committee, or a body inside it, that the rest of a lead names."""
    rest = without_connectives(lead.rest)
    match = _PARK.match(rest)
    if match is None:
        return _committee(lead, rest)
    # One character is no brand: the place before it is part of a longer name, 台州湾新区.
    core = lead.taken + match[0] if len(match["brand"]) == 1 else match[0]
    after = rest[match.end() :]
    if _COMMITTEE.fullmatch(after):
        return _reading(lead, f"{core}管委会", core)
    body = whole_body(after)
    if body is None:
        return _reading(lead, core + after, core)
    canonical = core + body.canonical(uniform=True)
    return Reading(lead.where, canonical, body.functions, lead.stated, known=False)


def _committee(lead: Lead, rest: str) -> Reading | None:
    return (
        _reading(lead, rest, rest)
        if rest.endswith("管委会") and len(rest) >= _SHORTEST_COMMITTEE
        else None
    )


def _reading(lead: Lead, canonical: str, core: str) -> Reading:
    function = "industrial_park"
    if _SIGHTS.search(core):
        function = "culture_tourism"
    elif _RESERVE.search(core):
        function = "forestry"
    return Reading(lead.where, canonical, (function,), lead.stated, known=False)
