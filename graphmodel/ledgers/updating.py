"""A ledger that was filled in, brought up to what the plan says now.

What people wrote stays: in the columns for it, in columns, rows and sheets that they added, and
where they changed the words of the plan. Each cell of the plan is merged by what it said when the
ledger was made, which its checksum tells: where people changed it and the plan did not, theirs
stays; where both did, the plan's stands there and theirs goes to the remarks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from graphmodel.ledgers.changes import changed_words, gone_words, new_words, wrote_words
from graphmodel.ledgers.fields import CHANGE, ID, NAME, NUMBER, REMARK, SOURCE, SUMS, Field, Origin
from graphmodel.ledgers.filled import Filled, FilledPart, FilledRow
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.ledgers.ledger import BLANK, Ledger, Part, checksum, checksums
from graphmodel.ledgers.lines import foreign_lines, title_of_list
from graphmodel.ledgers.matching import id_and_wording, matches, sums_of
from graphmodel.ledgers.sheet_names import sheet_names
from graphmodel.reports.wording import Language

Row = dict[str, str]
NEW, CHANGED, GONE, OWN, SAME = "new", "changed", "gone", "own", "same"
"""What becomes of a row."""


@dataclass(frozen=True, slots=True)
class Update:
    """The ledger of the changed plan, with what people wrote."""

    ledger: Ledger
    rows: Counter[str] = field(default_factory=Counter)
    """How many rows are new, changed, gone, the same, and people's own."""


def update(old: Filled, new: Ledger) -> Update:
    """Bring a ledger up to date.

    Args:
        old: The ledger that was filled in.
        new: That of the plan as it is now, of the same kind and language.
    """
    rows: Counter[str] = Counter()
    known = _by_part(old, new)
    parts = [_merged(known.get(n), part, new.language, rows) for n, part in enumerate(new.parts)]
    used, bodies = {part.name for part in known.values()}, {part.body for part in new.parts}
    for part in (part for part in old.parts if part.name not in used):
        is_gone = new.kind is LedgerKind.UNITS and part.body not in bodies
        parts.append(_gone(part, new.language, rows) if is_gone else _copied(part, new.language))
    parts += [Part(name, "", (), (), cells) for name, cells in old.own.items()]
    return Update(replace(new, parts=parts), rows)


def _by_part(old: Filled, new: Ledger) -> dict[int, FilledPart]:
    """The old table of each new one: by the body, else by the name of its sheet.

    The largest of several: people keep copies of a sheet.
    """
    found = {}
    by_size = sorted(old.parts, key=lambda part: -len(part.rows))
    names = sheet_names(part.name for part in new.parts)
    for number, (part, name) in enumerate(zip(new.parts, names, strict=True)):
        same = [p for p in by_size if p.body and p.body == part.body]
        alike = [p for p in by_size if not p.body and _is_index(p) == _is_index(part)]
        named = [p for p in alike if p.name == name or not part.body]
        if several := same or named:
            found[number] = several[0]
    return found


def _is_index(part: Part | FilledPart) -> bool:
    return any(field.key == NAME.key for field in part.fields)


def _gone(old: FilledPart, language: Language, rows: Counter[str]) -> Part:
    """The list of a body that the plan does not name any longer."""
    none = Part(old.name, title_of_list(old.name, language), (), old.fields, (), old.body)
    return _merged(old, none, language, rows)


def _copied(old: FilledPart, language: Language) -> Part:
    """A sheet that people made of one of ours, as it is."""
    heads = tuple(field.head(language) for field in old.fields)
    cells = (tuple(row.get(field.key, "") for field in old.fields) for row in old.rows)
    return Part(old.name, "", (), (), [*((line,) for line in old.lines), heads, *cells])


def _merged(old: FilledPart | None, new: Part, language: Language, rows: Counter[str]) -> Part:
    """One table: the rows of the plan in its order, below each those that people added there.

    What is gone stands at the end.
    """
    old = old or FilledPart(new.name, new.body, (), new.fields, ())
    merging = _Merging(old, new, language)
    made = [*merging.rows(rows)]
    cells = [tuple(row.get(f.key, "") for f in merging.fields) for row in made]
    lines = [*new.lines, *foreign_lines(old.lines, language)]
    return replace(new, lines=lines, fields=merging.fields, rows=cells)


class _Merging:
    """The rows of an old table and of a new one, put together."""

    def __init__(self, old: FilledPart, new: Part, language: Language) -> None:
        self._old, self._language = old, language
        keys = [field.key for field in new.fields]
        self._new = [dict(zip(keys, row, strict=True)) for row in new.rows]
        self._planned = [f for f in new.fields if f.origin is Origin.PLAN]
        self.fields = _fields(old, new)
        self._found = matches(old.rows, self._new)
        matched = set(self._found.values())
        known = {id_and_wording(old.rows[number]) for number in matched}
        has_ids = any(row.get(ID.key) for row in old.rows)
        self._below: defaultdict[int | None, list[int]] = defaultdict(list)
        """Rows that people added, by the row of the plan above them."""
        self._gone: list[int] = []
        above = None
        for number, row in enumerate(old.rows):
            is_own = has_ids and (not row.get(ID.key) or id_and_wording(row) in known)
            if number in matched:
                above = number
            elif is_own:
                self._below[above].append(number)
            else:
                self._gone.append(above := number)

    def rows(self, counts: Counter[str]) -> Iterator[Row]:
        """The rows in their order, counted by what became of them."""
        yield from self._own(None, counts)
        for number, row in enumerate(self._new):
            other = self._found.get(number)
            if other is None:
                counts[NEW] += 1
                yield self._sealed(row, row, new_words(self._language))
                continue
            merged = self._merged(self._old.rows[other], row)
            counts[CHANGED if merged[CHANGE.key] else SAME] += 1
            yield merged
            yield from self._own(other, counts)
        for number in self._gone:
            counts[GONE] += 1
            yield self._gone_row(self._old.rows[number])
            yield from self._own(number, counts)

    def _own(self, above: int | None, counts: Counter[str]) -> Iterator[Row]:
        for number in self._below[above]:
            counts[OWN] += 1
            yield {**self._old.rows[number]}

    def _gone_row(self, old: FilledRow) -> Row:
        words = gone_words(self._language)
        planned = {f.key for f in self._old.fields if f.origin is Origin.PLAN}
        sums = {key: value for key, value in sums_of(old).items() if key in planned}
        sums[CHANGE.key] = checksum(words)
        kept = " ".join(f"{key}={value}" for key, value in sums.items())
        remark = self._remark(old, [])
        return {**old, NUMBER.key: "", CHANGE.key: words, REMARK.key: remark, SUMS.key: kept}

    def _merged(self, old: FilledRow, new: Row) -> Row:
        """What people wrote, and for each cell of the plan what it says, or people say."""
        row = {key: text for key, text in old.items() if key not in (CHANGE.key, SUMS.key)} | new
        row |= {f.key: old.get(f.key, "") for f in self.fields if f.origin is Origin.PEOPLE}
        sums = sums_of(old)
        changed, overruled = [], []
        for planned in self._planned:
            was, now = old.get(planned.key, ""), new.get(planned.key, "")
            base = sums.get(planned.key, BLANK)
            is_edited, is_changed = checksum(was) != base, checksum(now) != base
            if is_edited and not is_changed:
                row[planned.key] = was
            elif is_changed and checksum(was) != checksum(now):
                changed.append((planned, was))
                overruled += [(planned, was)] if is_edited and was else []
        row[REMARK.key] = self._remark(old, overruled)
        told = [(planned, was) for planned, was in changed if planned.key != SOURCE.key]
        return self._sealed(row, new, changed_words(told, self._language))

    def _remark(self, old: FilledRow, overruled: Sequence[tuple[Field, str]]) -> str:
        """The remark, with what people wrote into cells that are written anew."""
        was, sums = old.get(CHANGE.key, ""), sums_of(old)
        notes = [wrote_words(planned, text, self._language) for planned, text in overruled]
        if was and checksum(was) != sums.get(CHANGE.key):
            notes.append(wrote_words(CHANGE, was, self._language))
        return "\n".join(filter(None, [old.get(REMARK.key, ""), *notes]))

    def _sealed(self, row: FilledRow, planned: FilledRow, change: str) -> Row:
        """The row with its change, and with the checksums of what the plan says."""
        sums = checksums((*self._planned, CHANGE), {**planned, CHANGE.key: change})
        return {**row, CHANGE.key: change, SUMS.key: sums}


def _fields(old: FilledPart, new: Part) -> list[Field]:
    """The columns in the order that people gave them, new ones behind their neighbours.

    A column of ours that people removed, which its checksums tell, stays away.
    """
    known = {key for row in old.rows for key in sums_of(row)}
    merged = list(old.fields)
    place = 0
    for wanted in (*new.fields, CHANGE):
        keys = [field.key for field in merged]
        if wanted.key in keys:
            place = keys.index(wanted.key) + 1
        elif wanted.key not in known or wanted.key == CHANGE.key:
            merged.insert(place, wanted)
            place += 1
    return merged
