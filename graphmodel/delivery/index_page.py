"""The index: who carries too much and with whom, the plans, all bodies, what else there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from graphmodel.delivery.answers import CLOSEST, answers
from graphmodel.delivery.bars import Bar, bar
from graphmodel.delivery.contents import GRAPH, Contents, Partner, graph_link
from graphmodel.delivery.templates import rendered
from graphmodel.delivery.words import WORDS
from graphmodel.model.records import Plan
from graphmodel.model.vocabulary import PlanStatus
from graphmodel.reports.rows import Row
from graphmodel.reports.wording import Language, Wording
from graphmodel.views.page import words


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A plan in the index."""

    plan: Plan
    is_draft: bool
    link: str
    tasks: int
    bodies: int


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in the index."""

    load: Row
    """Of the load table."""
    bar: Bar
    partners: Sequence[Partner]
    """The closest."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that the index leads to."""

    name: str
    title: str
    said: str
    """What is in it."""

    @property
    def link(self) -> str:
        """Its address, from the folder of the index."""
        return quote(self.name)


def index_page(contents: Contents, kinds: Sequence[str], made: Sequence[Made]) -> bytes:
    """The index.

    Args:
        contents: What the pages tell.
        kinds: The views of the interactive page.
        made: The files beside the pages, in the order in which they are named.
    """
    facts, report = contents.facts, contents.load
    said = answers(contents)
    overloaded = sum(row["overloaded"] for row in report.rows)
    return rendered(
        "index",
        contents.language,
        title=title_of(contents),
        tasks=len(facts.tasks),
        bodies=len(contents.names),
        overloaded=overloaded,
        answers=said,
        nobody=() if said else report.findings,
        unsaid=overloaded - len(said),
        graph=GRAPH,
        views=_views(kinds, contents.language),
        made=made,
        plans=list(_plans(contents)),
        places=_places(contents),
        others=[unit for unit in contents.counts if unit not in contents.loads],
        counts=contents.counts,
        link=contents.link,
        rules=report.rules,
    )


def _views(kinds: Sequence[str], language: Language) -> list[tuple[str, str]]:
    """What the interactive page calls its views, each with its address."""
    named = {kind: Wording(*words()[f"view_{kind}"]) for kind in kinds}
    return [(name(language), graph_link(view=kind)) for kind, name in named.items()]


def title_of(contents: Contents) -> str:
    """What the delivery is about: the plan, or how many of which place."""
    plans, language = contents.facts.plans, contents.language
    if len(plans) == 1:
        return plans[0].title
    places = {plan.jurisdiction_id or plan.jurisdiction: plan.jurisdiction for plan in plans}
    place = next(iter(places.values())) if len(places) == 1 else None
    return WORDS["several"](language, place=place, count=len(plans))


def _plans(contents: Contents) -> Iterator[PlanRow]:
    """The plans in their order."""
    tasks: defaultdict[str, int] = defaultdict(int)
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    for task in contents.facts.tasks:
        tasks[task.plan] += 1
    for part in contents.facts.responsibilities:
        bodies[part.plan].add(part.unit)
    for duty in contents.facts.duties:
        bodies[duty.plan].update(duty.units)
    for plan in contents.facts.plans:
        is_draft = plan.status is PlanStatus.DRAFT
        link = graph_link(plan=plan.id)
        yield PlanRow(plan, is_draft, link, tasks[plan.id], len(bodies[plan.id]))


def _places(contents: Contents) -> list[tuple[str, list[UnitRow]]]:
    """The units of each place under its heading, the heaviest first."""
    report = contents.load
    longest = max((row["load"] for row in report.rows), default=0.0)
    return [
        (report.headings[place], [_unit(contents, row, longest) for row in rows])
        for place, rows in report.groups(report.rows).items()
    ]


def _unit(contents: Contents, row: Row, longest: float) -> UnitRow:
    return UnitRow(row, bar(row, longest), contents.partners[row["unit"]][:CLOSEST])
