"""Mentions of one plan → its units, each decision with its rule and reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from graphmodel.model.columns import Strings
from graphmodel.model.facts import fullest
from graphmodel.model.ids import squeeze
from graphmodel.model.records import Jurisdiction, Mention, Unit
from graphmodel.model.vocabulary import JurisdictionLevel
from graphmodel.resolution.correcting import Corrector, Merged, told
from graphmodel.resolution.corrections import Action, Correction
from graphmodel.resolution.decisions import Doubt, Rule, decide, doubts
from graphmodel.resolution.hosts import hosts, stated_hosts
from graphmodel.resolution.joining import Joined, join
from graphmodel.resolution.leads import level_stated
from graphmodel.resolution.names import Name, read_name
from graphmodel.resolution.reforms import former_names
from graphmodel.resolution.setting import RANKS, Setting

_RESIDENT = ("central_bank", "banking_regulator", "tax", "statistics_survey")
"""Functions of the nation's bodies that have a branch at every place."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The units of one plan, and how its mentions came to them."""

    units: tuple[Unit, ...]
    """In order of first mention."""
    mentions: tuple[Mention, ...]
    """One for each distinct mention and unit that it names, in order."""
    doubts: tuple[Doubt, ...]
    jurisdictions: tuple[Jurisdiction, ...]
    """The plan's places, then all that its units belong to, each after the one above it."""
    applied: tuple[Doubt, ...]
    """What corrections settled."""
    settled: frozenset[str]
    """The mentions that a person looked at, as corrections show."""
    _ids: Mapping[str, Strings] = field(repr=False)

    def units_of(self, mention: str) -> Strings:
        """Ids of the units that a mention names: one, if no correction says otherwise.

        Raises:
            KeyError: It is no mention of the plan.
        """
        return self._ids[squeeze(mention)]


def resolve(
    plan: str,
    mentions: Mapping[str, int],
    places: tuple[Jurisdiction, ...],
    corrections: Iterable[Correction] = (),
    text: str = "",
) -> Resolution:
    """Find the units that the mentions of one plan name.

    Args:
        plan: Id of the plan.
        mentions: Words as written, without white space, with the number of times that they occur,
            in order of first appearance.
        places: The plan's place with those above it, from the top down; empty if not known.
        corrections: What people said about names; those for other plans are left out already.
        text: The text of the plan, which may say which bodies house offices.

    Returns:
        The units, a mention row for each of the words, and what is doubtful. Ids depend on the
        order of the mentions only where one of two spellings that are equally frequent is wrong.
    """
    corrector = Corrector(corrections)
    counts = _counts(mentions, corrector)
    setting = Setting(plan, places) if places else _likely_setting(plan, counts)
    given = corrector.given
    names = [read_name(words, setting, trusted=words in given) for words in counts]
    merged = corrector.merged(names, lambda words: read_name(words, setting, trusted=True))
    joins, formers = former_names(names)
    joined = join(names, counts, {**joins, **merged.joins})
    housed = hosts(names, stated_hosts(text), setting)
    units = _units([*names, *merged.missing], joined, housed)
    by_words = {name.mention: name for name in names}
    meant = {mention: [by_words[w] for w in corrector.meaning(mention)] for mention in mentions}
    settled = dict(_settled(meant, corrector, merged))
    found = (doubt for doubt in doubts(names, joined, formers) if doubt.mention in meant)
    open_doubts, closed = _told(found, settled, merged)
    return Resolution(
        units=tuple(units.values()),
        mentions=tuple(_rows(plan, meant, settled, units, joined)),
        doubts=tuple(open_doubts),
        jurisdictions=_jurisdictions(setting, units.values()),
        applied=tuple(closed),
        settled=frozenset(settled),
        _ids={mention: _ids(of_it, joined) for mention, of_it in meant.items()},
    )


def _counts(mentions: Mapping[str, int], corrector: Corrector) -> dict[str, int]:
    """How often each name is meant, in the order of the mentions."""
    counts: dict[str, int] = {}
    for mention, count in mentions.items():
        for words in corrector.meaning(mention):
            counts[words] = counts.get(words, 0) + count
    return counts


def _settled(
    meant: Mapping[str, Sequence[Name]], corrector: Corrector, merged: Merged
) -> Iterator[tuple[str, Correction]]:
    """The mentions that entries are about, each with its entry."""
    for mention, names in meant.items():
        merges = (merged.reasons[name.key] for name in names if name.key in merged.reasons)
        entry = corrector.of(mention) or next(merges, None)
        if entry is not None:
            yield mention, entry


def _told(
    found: Iterable[Doubt], settled: Mapping[str, Correction], merged: Merged
) -> tuple[list[Doubt], list[Doubt]]:
    """The doubts that no entry settles, and what the entries did."""
    open_doubts: list[Doubt] = []
    silenced: dict[str, list[str]] = {}
    for doubt in found:
        if doubt.mention in settled:
            silenced.setdefault(doubt.mention, []).append(doubt.message)
        else:
            open_doubts.append(doubt)
    entries = {entry.line: (entry, entry.words[-1]) for entry in merged.reasons.values()}
    entries |= {entry.line: (entry, mention) for mention, entry in reversed([*settled.items()])}
    applied = [told(entry, m, silenced.get(m, ())) for _, (entry, m) in sorted(entries.items())]
    return open_doubts, applied


def _rows(
    plan: str,
    meant: Mapping[str, Sequence[Name]],
    settled: Mapping[str, Correction],
    units: Mapping[str, Unit],
    joined: Joined,
) -> Iterator[Mention]:
    for mention, names in meant.items():
        entry = settled.get(mention)
        for key, name in {_id(name, joined): name for name in names}.items():
            rule, reason = decide(name, units[key].name, joined.joins.get(name.key))
            if entry is not None:
                rule = rule if entry.action is Action.ACCEPT else Rule.CORRECTION
                reason = entry.reason
            yield Mention(plan, mention, key, str(rule), reason)


def _ids(names: Iterable[Name], joined: Joined) -> Strings:
    return tuple(dict.fromkeys(_id(name, joined) for name in names))


def _likely_setting(plan: str, counts: Mapping[str, int]) -> Setting:
    """Where a plan stands that does not say so.

    The branches of higher bodies that it names are those at its own place (浙江金融监管局 beside
    省发展改革委), if all that lie at its level are at one.
    """
    setting = Setting(plan, (), _usual_level(counts))
    names = (read_name(words, setting) for words in counts)
    branches = (name.place for name in names if name.place and _is_branch(name))
    places = {place.id for place in branches if place.level is setting.level}
    return Setting(plan, setting.line(*places)) if len(places) == 1 else setting


def _is_branch(name: Name) -> bool:
    return bool(name.branch) or name.functions[0] in _RESIDENT


def _usual_level(mentions: Mapping[str, int]) -> JurisdictionLevel | None:
    """The level that most mentions begin with, the lower of equals."""
    counts: dict[JurisdictionLevel, int] = {}
    for mention, count in mentions.items():
        level = level_stated(mention)
        if level is not None:
            counts[level] = counts.get(level, 0) + count
    return max(counts, key=lambda level: (counts[level], RANKS[level]), default=None)


def _id(name: Name, joined: Joined) -> str:
    found = joined.joins.get(name.key)
    return found.key if found else name.key


def _units(names: Sequence[Name], joined: Joined, housed: Mapping[str, str]) -> dict[str, Unit]:
    members: dict[str, list[Name]] = {}
    for name in names:
        members.setdefault(_id(name, joined), []).append(name)
    units = {key: _unit(key, of_it, joined) for key, of_it in members.items()}
    for office, host in housed.items():
        key = joined.joins[host].key if host in joined.joins else host
        if office in units and key != office:
            units[office] = replace(units[office], host=key)
    return units


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
