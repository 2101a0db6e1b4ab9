"""Sound facts of a few plans with every mechanism, their texts as nasty as files allow.

Hypothesis draws the texts, the sizes and a seed; what refers to what follows from the seed, since
drawing it piece by piece would take a hundred times as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from hypothesis import strategies as st

from graphmodel.model.facts import Facts, merge
from graphmodel.model.records import Indicator, Jurisdiction, Unit
from graphmodel.model.vocabulary import JurisdictionLevel, UnitKind
from tests.stores.writing import Writer

_HOUSE = "\U0001f3db\ufe0f"
_PERSON = "\U0001f469\u200d\U0001f4bb"
NASTY = (
    *("", " ", "  首尾皆空\u3000", "'", '"', "`", "\\", "\\'", "''", "a|b\\|c", "|", "\t"),
    *("第一行\n第二行", "\r\n", "\r", "\x01\x7f", "\x85", "\u2028", "\ufeff", "\u200b"),
    *("NULL", "null", "None", "NaN", "true", "0", "-1", "1e5", "2024-01-01", "[]", "{}"),
    *(
        _HOUSE + _PERSON,
        "𠮷野家",
        "县住建局",
        "\u202e倒过来\u202c",
        "\u2066אב\u2069",
        "é",
        "e\u0301",
    ),
    *("'}) DETACH DELETE n //", "`) MATCH (n) DETACH DELETE n; //", '"; DROP TABLE Unit; --'),
    *("$id", "${id}", "{id}", "%s", "\\u0027", "/* */", "<b>&amp;</b>", ",;，；"),
)
"""Texts that queries, files and pages stumble over."""
LONG = "长" * 5000
NUL = "\x00"
HALF = "\udcff"
"""Half a character: a byte of a file name that is no UTF-8. Only the name of a file has it."""


def _texts(nul: bool) -> st.SearchStrategy[str]:
    characters = st.characters(exclude_categories=["Cs"], exclude_characters="" if nul else NUL)
    drawn = st.sampled_from(NASTY) | st.text(characters, max_size=8) | st.just(LONG)
    return drawn | st.just(f"a{NUL}b") if nul else drawn


@dataclass(frozen=True, slots=True)
class Scene:
    """What several plans have in common."""

    texts: tuple[str, ...]
    places: tuple[Jurisdiction, ...]
    bodies: tuple[Unit, ...]
    """As no plan has them: each has its own name, kind and functions for some."""
    vocabulary: tuple[Indicator, ...]
    size: int
    """How many rows a table of one plan has at most."""
    seed: int

    def plan(self, number: int, version: int = 0) -> Facts:
        """The facts of one plan; another version has the same id and says other things."""
        rng = Random(f"{self.seed} {number} {version}")
        bodies = _closed(self, [self._body(body, rng) for body in self.bodies], rng)
        writer = Writer(rng, self.texts, number, version, self.size, bodies)
        return writer.facts(self.places, self.vocabulary)

    def _body(self, body: Unit, rng: Random) -> Unit:
        """The body as one plan has it; a group stays a group."""
        if rng.random() < 0.4:
            return body
        kind = rng.choice((UnitKind.UNIT, UnitKind.EXTERNAL))
        main = rng.choice(("other", "housing", "tax", rng.choice(self.texts)))
        others = rng.sample(("other", "audit", "water"), rng.randint(0, 2))
        return replace(
            body,
            name=rng.choice(self.texts),
            kind=body.kind if body.kind is UnitKind.COLLECTIVE else kind,
            function=main,
            functions=(main, *(code for code in others if code != main)),
            jurisdiction_id=rng.choice((body.jurisdiction_id, None)),
            host=rng.choice((None, rng.choice(self.bodies).id)),
        )


def _closed(scene: Scene, bodies: Sequence[Unit], rng: Random) -> tuple[Unit, ...]:
    """Some of the bodies, and those that host them."""
    by_id = {body.id: body for body in bodies}
    chosen: dict[str, None] = {}
    for body in rng.sample(bodies, rng.randint(min(1, len(bodies)), len(bodies))):
        key: str | None = body.id
        while key is not None and key not in chosen:
            chosen[key] = None
            key = by_id[key].host
    return tuple(by_id[key] for key in chosen)


def _places(texts: Sequence[str], counties: int) -> tuple[Jurisdiction, ...]:
    province = Jurisdiction("省", texts[0], JurisdictionLevel.PROVINCE, None)
    several = (
        Jurisdiction(f"省/{n}{_short(texts, n)}", texts[-1], JurisdictionLevel.COUNTY, "省")
        for n in range(counties)
    )
    return (province, *several)


def _short(texts: Sequence[str], number: int) -> str:
    """A text for an id, which no database wants long."""
    return texts[number % len(texts)][:40]


def _bodies(
    texts: Sequence[str], places: Sequence[Jurisdiction], groups: Sequence[bool]
) -> tuple[Unit, ...]:
    def body(number: int, is_group: bool) -> Unit:
        kind = UnitKind.COLLECTIVE if is_group else UnitKind.UNIT
        place = places[number % len(places)]
        key, name = f"unit {number}{_short(texts, number)}", texts[number % len(texts)]
        return Unit(key, name, kind, "tax", ("tax", "audit"), place.name, place.id)

    return tuple(body(number, is_group) for number, is_group in enumerate(groups))


def _vocabulary(texts: Sequence[str]) -> tuple[Indicator, ...]:
    first = Indicator("indicator:0" + _short(texts, 1), None, texts[0], 1, None, "tax", None, None)
    below = replace(first, id="indicator:1" + _short(texts, 2), level=2, parent=first.id)
    return first, below, replace(first, id="indicator:2", name=texts[-1], code=None)


@st.composite
def scenes(draw: st.DrawFn, *, nul: bool = True) -> Scene:
    """Places, bodies and texts that plans share."""
    texts = tuple(draw(st.lists(_texts(nul), min_size=1, max_size=6)))
    places = _places(texts, draw(st.integers(1, 2)))
    groups = st.sampled_from((False, False, True))
    bodies = _bodies(texts, places, draw(st.lists(groups, max_size=6)))
    size, seed = draw(st.sampled_from(range(6))), draw(st.integers(0, 2**32 - 1))
    return Scene(texts, places, bodies, _vocabulary(texts), size, seed)


@st.composite
def rich_facts(draw: st.DrawFn, *, nul: bool = True) -> Facts:
    """Sound facts of up to three plans; with `nul` some texts have the character U+0000."""
    scene = draw(scenes(nul=nul))
    return merge(map(scene.plan, range(draw(st.sampled_from((0, 1, 2, 3, 3))))))


Step = Facts | tuple[str, ...]
"""Facts to load, or plans to remove."""


@st.composite
def histories(draw: st.DrawFn, *, nul: bool = True) -> list[Step]:
    """What befalls a store: loads of versions of up to three plans, and removals of some."""
    scene = draw(scenes(nul=nul))
    steps: list[Step] = []
    for _ in range(draw(st.integers(1, 4))):
        numbers = draw(st.lists(st.integers(0, 2), unique=True, min_size=1, max_size=3))
        version = draw(st.integers(0, 2))
        facts = merge(scene.plan(number, version) for number in numbers)
        is_load = draw(st.integers(0, 3)) > 0
        steps.append(facts if is_load else tuple(plan.id for plan in facts.plans))
    return steps
