"""Facts against annotations made by hand: precision, recall and F1 for each kind of fact.

An annotation is what `data/annotations/README.md` describes. Words are compared without white
space; nothing counts in part.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from typing import Any

from graphmodel.model.facts import Facts
from graphmodel.model.ids import squeeze
from graphmodel.model.records import Responsibility
from graphmodel.model.vocabulary import LinkBasis, Role

KINDS = (
    *("lead", "support", "engaged", "basis", "open_ended", "title", "target", "target_unit"),
    *("deadline", "measures", "indicator", "indicator_lead", "unit", "same_unit", "plan", "span"),
)
_ROLES = {Role.LEAD: "leads", Role.SUPPORT: "supports", Role.ENGAGED: "coordinates"}
_LAYOUT = re.compile(r"[\s\d—–-]")
"""White space and page numbers, which may stand inside a quote."""


@dataclass(slots=True)
class Tally:
    """How often one kind of fact was right, found without being there, or missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0
    mistakes: list[str] = field(default_factory=list)

    def compare(
        self,
        where: str,
        expected: Iterable[Hashable],
        found: Iterable[Hashable],
        optional: Iterable[Hashable] = (),
    ) -> None:
        """Count two bags of facts against each other; what is optional is right either way."""
        wanted, given = Counter(expected), Counter(found)
        missed, extra = wanted - given, given - wanted - Counter(optional)
        self.right += (wanted & given).total()
        self.missed += missed.total()
        self.extra += extra.total()
        self.mistakes += [f"{where}: missed {fact}" for fact in missed.elements()]
        self.mistakes += [f"{where}: extra {fact}" for fact in extra.elements()]

    def add(self, other: Tally) -> None:
        """Count another tally in."""
        self.right += other.right
        self.extra += other.extra
        self.missed += other.missed
        self.mistakes += other.mistakes

    @property
    def facts(self) -> int:
        """How many facts were compared."""
        return self.right + self.extra + self.missed

    @property
    def precision(self) -> float:
        """The share of what was found that is right."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """The share of what is there that was found."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.extra + self.missed) if self.facts else 1.0


@dataclass(slots=True)
class Attribution:
    """The bodies of one attribution by role."""

    bodies: dict[Role, list[str]] = field(default_factory=lambda: {role: [] for role in Role})
    basis: str | None = None
    open_ended: bool = False


@dataclass(slots=True)
class Task:
    """A task in the shape that annotations and facts share."""

    path: tuple[str, ...]
    title: str
    attributions: list[Attribution] = field(default_factory=list)
    targets: list[tuple[str, float, str]] = field(default_factory=list)
    deadlines: set[str] = field(default_factory=set)
    codes: list[str] = field(default_factory=list)
    optional_codes: list[str] = field(default_factory=list)


def score(annotation: dict[str, Any], facts: Facts) -> dict[str, Tally]:
    """The tally of each kind of fact of one plan.

    Args:
        annotation: What a careful reader takes from the plan.
        facts: The facts of this plan and no other, with its text.
    """
    tallies = {kind: Tally() for kind in KINDS}
    name = annotation["plan"]["id"]
    for expected, found in pairs(_annotated_tasks(annotation), _found_tasks(facts)):
        _score_task(name, expected, found, tallies)
    _score_indicators(name, annotation, facts, tallies)
    _score_units(name, annotation, facts, tallies)
    _score_plan(name, annotation["plan"], facts, tallies["plan"])
    _score_spans(name, facts, tallies["span"])
    return tallies


def _annotated_tasks(annotation: dict[str, Any]) -> list[Task]:
    return [
        Task(
            path=tuple(map(str, task["path"])),
            title=squeeze(task["title"]),
            attributions=[_annotated_attribution(a) for a in task["assignments"]],
            targets=[(t["op"], float(t["value"]), t["unit"]) for t in task["targets"]],
            deadlines={d.get("date") or d["recurrence"] for d in task["deadlines"]},
            codes=task["indicators"],
            optional_codes=task["indicators_optional"],
        )
        for task in annotation["tasks"]
    ]


def _annotated_attribution(assignment: dict[str, Any]) -> Attribution:
    bodies = {role: [squeeze(name) for name in assignment[key]] for role, key in _ROLES.items()}
    basis = assignment["basis"] if assignment["leads"] else None
    return Attribution(bodies, basis, assignment["open_ended"])


def _found_tasks(facts: Facts) -> list[Task]:
    tasks = {t.id: Task(tuple(map(str, t.path)), squeeze(t.title)) for t in facts.tasks}
    groups: dict[tuple[str, int], Attribution] = {}
    for row in facts.responsibilities:
        if row.task is not None:
            _add_responsibility(row, tasks[row.task], groups)
    for target in facts.targets:
        if target.task is not None:
            tasks[target.task].targets.append((target.op, target.value, target.unit))
    for deadline in facts.deadlines:
        when = deadline.date or deadline.recurrence
        if when is not None:
            tasks[deadline.task].deadlines.add(when)
    for measure in facts.measures:
        if measure.basis is LinkBasis.TITLE:
            tasks[measure.task].codes.append(measure.code)
    return list(tasks.values())


def _add_responsibility(
    row: Responsibility, task: Task, groups: dict[tuple[str, int], Attribution]
) -> None:
    key = (str(row.task), row.group)
    if key not in groups:
        groups[key] = Attribution()
        task.attributions.append(groups[key])
    attribution = groups[key]
    attribution.bodies[row.role].append(row.mention)
    attribution.open_ended |= row.open_ended
    attribution.basis = row.basis or attribution.basis


_KEYS: tuple[Callable[[Task], Hashable], ...] = (
    lambda task: (task.path, task.title),
    lambda task: task.path,
    lambda task: task.title,
)
"""How an annotated task is recognized among those found, the surest way first."""


def pairs(expected: list[Task], found: list[Task]) -> list[tuple[Task | None, Task | None]]:
    """Annotated tasks with those found; what has no partner stands alone."""
    paired: list[tuple[Task | None, Task | None]] = []
    for key in _KEYS:
        partners: dict[Hashable, list[Task]] = {}
        for task in found:
            partners.setdefault(key(task), []).append(task)
        for task in list(expected):
            if same := partners.get(key(task)):
                partner = same.pop(0)
                paired.append((task, partner))
                # by identity: two tasks may be equal
                expected = [other for other in expected if other is not task]
                found = [other for other in found if other is not partner]
    return paired + [(task, None) for task in expected] + [(None, task) for task in found]


def _score_task(
    name: str, expected: Task | None, found: Task | None, tallies: dict[str, Tally]
) -> None:
    some = expected or found
    if some is None:
        return
    where = f"{name} {'.'.join(some.path)}"
    nothing = Task((), "")
    _score_attributions(where, expected or nothing, found or nothing, tallies)
    if expected is None:
        return
    given = found or nothing
    if found is not None:
        tallies["title"].compare(where, [expected.title], [found.title])
    tallies["target_unit"].compare(where, expected.targets, given.targets)
    values = [[target[:2] for target in task.targets] for task in (expected, given)]
    tallies["target"].compare(where, *values)
    tallies["deadline"].compare(where, expected.deadlines, given.deadlines)
    tallies["measures"].compare(where, expected.codes, given.codes, expected.optional_codes)


def _score_attributions(where: str, expected: Task, found: Task, tallies: dict[str, Tally]) -> None:
    for number in range(max(len(expected.attributions), len(found.attributions))):
        want, got = (
            task.attributions[number] if number < len(task.attributions) else Attribution()
            for task in (expected, found)
        )
        for role in Role:
            tallies[role].compare(where, want.bodies[role], got.bodies[role])
        if want.basis is not None:
            tallies["basis"].compare(where, [want.basis], [got.basis] if got.basis else [])
        tallies["open_ended"].compare(where, [True] * want.open_ended, [True] * got.open_ended)


def _score_indicators(
    name: str, annotation: dict[str, Any], facts: Facts, tallies: dict[str, Tally]
) -> None:
    if not annotation["indicators"]:
        return
    names = {row.id: row.name for row in facts.indicators}
    tallies["indicator"].compare(
        name,
        [(squeeze(i["name"]), i["level"], i["parent"]) for i in annotation["indicators"]],
        [
            (squeeze(row.name), row.level, names[row.parent] if row.parent else None)
            for row in facts.indicators
            if row.plan is not None
        ],
    )
    tallies["indicator_lead"].compare(
        name,
        [(squeeze(i["name"]), squeeze(m)) for i in annotation["indicators"] for m in i["leads"]],
        [
            (squeeze(names[row.indicator]), row.mention)
            for row in facts.responsibilities
            if row.indicator is not None
        ],
    )


def _score_units(
    name: str, annotation: dict[str, Any], facts: Facts, tallies: dict[str, Tally]
) -> None:
    units = {unit.id: unit for unit in facts.units}
    named = {row.mention: units[row.unit] for row in facts.responsibilities}
    tallies["unit"].compare(
        name,
        [(squeeze(u["mention"]), u["kind"], u["function"]) for u in annotation["units"]],
        [(mention, str(unit.kind), unit.function) for mention, unit in named.items()],
    )
    for unit in annotation["units"]:
        if "same_as" in unit:
            pair = squeeze(unit["mention"]), squeeze(unit["same_as"])
            one, other = (named.get(mention) for mention in pair)
            joined = one is not None and one == other
            tallies["same_unit"].compare(name, [pair], [pair] * joined)


def _score_plan(name: str, expected: dict[str, Any], facts: Facts, tally: Tally) -> None:
    plan = facts.plans[0]
    for key in ("title", "doc_number", "jurisdiction", "issued", "status"):
        values = (expected[key], getattr(plan, key))
        want, got = ([squeeze(value)] if value else [] for value in values)
        tally.compare(f"{name} {key}", want, got)
    for key in ("issuers", "references"):
        want, got = (list(map(squeeze, value)) for value in (expected[key], getattr(plan, key)))
        tally.compare(f"{name} {key}", want, got)


def _score_spans(name: str, facts: Facts, tally: Tally) -> None:
    text = facts.text_of(facts.plans[0].id) or ""
    for row in facts.responsibilities:
        quote = text[row.start : row.end]
        right = bool(quote) and _LAYOUT.sub("", quote) == _LAYOUT.sub("", row.mention)
        tally.compare(f"{name} {row.id} {quote!r}", [row.mention], [row.mention] * right)
