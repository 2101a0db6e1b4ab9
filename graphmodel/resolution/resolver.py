"""Mentions of one plan → its units, each decision with its rule and reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from graphmodel.model.facts import fullest
from graphmodel.model.ids import squeeze
from graphmodel.model.records import Jurisdiction, Mention, Unit
from graphmodel.model.vocabulary import JurisdictionLevel
from graphmodel.resolution.decisions import Doubt, decide, doubts
from graphmodel.resolution.joining import Joined, join
from graphmodel.resolution.names import Name, read_name
from graphmodel.resolution.setting import LEVEL_WORDS, RANKS, Setting


@dataclass(frozen=True, slots=True)
class Resolution:
    """The units of one plan, and how its mentions came to them."""

    units: tuple[Unit, ...]
    """In order of first mention."""
    mentions: tuple[Mention, ...]
    """One for each distinct mention, in order."""
    doubts: tuple[Doubt, ...]
    jurisdictions: tuple[Jurisdiction, ...]
    """The plan's places, then all that its units belong to, each after the one above it."""
    _ids: Mapping[str, str] = field(repr=False)

    def unit_of(self, mention: str) -> str:
        """Id of the unit that a mention names.

        Raises:
            KeyError: It is no mention of the plan.
        """
        return self._ids[squeeze(mention)]


def resolve(plan: str, mentions: Mapping[str, int], places: tuple[Jurisdiction, ...]) -> Resolution:
    """Find the units that the mentions of one plan name.

    Args:
        plan: Id of the plan.
        mentions: Words as written, without white space, with the number of times that they occur,
            in order of first appearance.
        places: The plan's place with those above it, from the top down; empty if not known.

    Returns:
        The units, a mention row for each of the words, and what is doubtful. Ids depend on the
        order of the mentions only where one of two spellings that are equally frequent is wrong.
    """
    setting = Setting(plan, places, None if places else _usual_level(mentions))
    names = [read_name(mention, setting) for mention in mentions]
    joined = join(names, mentions)
    units = _units(names, joined)
    ids = {name.mention: _id(name, joined) for name in names}
    rows = tuple(
        Mention(plan, n.mention, ids[n.mention], *_decision(n, units[ids[n.mention]].name, joined))
        for n in names
    )
    return Resolution(
        units=tuple(units.values()),
        mentions=rows,
        doubts=tuple(doubts(names, joined)),
        jurisdictions=_jurisdictions(setting, units.values()),
        _ids=ids,
    )


def _usual_level(mentions: Mapping[str, int]) -> JurisdictionLevel | None:
    """The level that most mentions begin with, the lower of equals."""
    counts: dict[JurisdictionLevel, int] = {}
    for mention, count in mentions.items():
        level = LEVEL_WORDS.get(mention[:1])
        if level is not None:
            counts[level] = counts.get(level, 0) + count
    return max(counts, key=lambda level: (counts[level], RANKS[level]), default=None)


def _id(name: Name, joined: Joined) -> str:
    found = joined.joins.get(name.key)
    return found.key if found else name.key


def _decision(name: Name, unit_name: str, joined: Joined) -> tuple[str, str | None]:
    rule, reason = decide(name, unit_name, joined.joins.get(name.key))
    return str(rule), reason


def _units(names: Sequence[Name], joined: Joined) -> dict[str, Unit]:
    members: dict[str, list[Name]] = {}
    for name in names:
        members.setdefault(_id(name, joined), []).append(name)
    return {key: _unit(key, of_it, joined) for key, of_it in members.items()}


def _unit(key: str, members: Sequence[Name], joined: Joined) -> Unit:
    """One unit of all names that mean it, called by the fullest that is right."""
    right = _right(members, joined)
    words = fullest(_spelling(name) for name in right)
    chosen = next(name for name in right if _spelling(name) == words)
    others = sorted(members, key=lambda name: name.mention)
    functions = tuple(dict.fromkeys(code for n in (chosen, *others) for code in n.functions))
    return Unit(
        id=key,
        name=words,
        kind=chosen.kind,
        function=functions[0],
        functions=functions,
        jurisdiction=chosen.place.name if chosen.place else None,
        jurisdiction_id=chosen.place.id if chosen.place else None,
    )


def _spelling(name: Name) -> str:
    return name.repaired or name.words


def _right(members: Sequence[Name], joined: Joined) -> Sequence[Name]:
    """The body's own names without a slip; if there are none, its own put right."""
    own = [name for name in members if name.key not in joined.joins]
    return [name for name in own if not name.repaired] or own


def _jurisdictions(setting: Setting, units: Iterable[Unit]) -> tuple[Jurisdiction, ...]:
    rows = {place.id: place for place in setting.places}
    for unit in units:
        line = []
        place = setting.known.get(unit.jurisdiction_id or "")
        while place is not None and place.id not in rows:
            line.append(place)
            place = setting.known.get(place.parent or "")
        rows.update((above.id, above) for above in reversed(line))
    return tuple(rows.values())
