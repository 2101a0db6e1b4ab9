"""How much each responsibility can be relied on, and what lowers it.

`data/confidence.csv` says what each kind of evidence is worth; `docs/confidence.md` explains it.
A responsibility is as certain as the weakest evidence about it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from graphmodel.extraction.draft import DraftAttribution
from graphmodel.extraction.names import has_ending, is_balanced
from graphmodel.model.facts import Facts
from graphmodel.model.ids import squeeze
from graphmodel.model.resources import read_vocabulary, simplified
from graphmodel.model.vocabulary import Confidence, Severity
from graphmodel.resolution import Resolution

_GROUP = re.compile("各|有关|相关")
"""One of these stands over several nouns: 各市、县政府, 有关部门、单位."""
_LONG_NAME = 24
"""Characters of a mention beyond which it is likely to be more than a name."""
_LEAST_CERTAINTY = 0.9
"""How sure optical recognition has to be of the words."""
_ODD = re.compile(r"[■□×*#@=+<>|\ufffd？！?!；;：:。,，]")
"""What names of bodies do not hold."""
_ORDER = tuple(Confidence)
"""From the most to the least."""


@cache
def classes() -> dict[str, Confidence]:
    """The table `data/confidence.csv`: the class that each kind of evidence allows at most."""
    rows = read_vocabulary("confidence.csv")
    return {row["evidence"]: Confidence(row["confidence"]) for row in rows}


class Judge:
    """Judges the responsibilities of one plan."""

    def __init__(self, resolution: Resolution) -> None:
        """Note how the plan's mentions were resolved, and what stayed doubtful."""
        self._said: defaultdict[str, list[str]] = defaultdict(list)
        for row in resolution.mentions:
            self._said[row.mention].append(f"unit:{row.rule}")
        for doubt in resolution.doubts:
            self._said[squeeze(doubt.mention)].append(doubt.code)
        self._settled = resolution.settled
        self._judged: dict[tuple[str, str, bool], tuple[Confidence, tuple[str, ...]]] = {}

    def __call__(
        self, attribution: DraftAttribution, mention: str, certainty: float | None
    ) -> tuple[Confidence, tuple[str, ...]]:
        """The class of one responsibility, and the evidence that lowers it, in order.

        Args:
            attribution: The attribution that it is part of.
            mention: The words that name the body, without white space.
            certainty: How sure optical recognition is of them, None of text that needed none.
        """
        unsure = certainty is not None and certainty < _LEAST_CERTAINTY
        key = (attribution.rule, mention, unsure)
        if key not in self._judged:  # a plan names the same bodies again and again
            self._judged[key] = self._judge(*key)
        return self._judged[key]

    def _judge(self, rule: str, mention: str, unsure: bool) -> tuple[Confidence, tuple[str, ...]]:
        if mention in self._settled:
            return _ORDER[0], ()
        known = classes()
        evidence = (f"rule:{rule}", *_of_words(mention), *self._said[squeeze(mention)])
        reasons = [code for code in evidence if known.get(code, _ORDER[0]) is not _ORDER[0]]
        reasons += ["words:unsure-recognition"] if unsure else []
        worst = max((known[code] for code in reasons), key=_ORDER.index, default=_ORDER[0])
        return worst, tuple(dict.fromkeys(reasons))


def _of_words(mention: str) -> Iterator[str]:
    words = simplified(mention)
    if not has_ending(words):
        yield "words:unknown-ending"
    if _ODD.search(words):
        yield "words:odd-signs"
    first, comma, _ = words.partition("、")
    if comma and has_ending(first) and not _GROUP.search(first):
        yield "words:several"
    if not is_balanced(mention):
        yield "words:open-bracket"
    if len(mention) > _LONG_NAME:
        yield "words:long"


def doubtful(facts: Facts) -> int:
    """How much a person should look at: doubtful responsibilities, and diagnostics that warn."""
    rows = sum(row.confidence is Confidence.DOUBTFUL for row in facts.responsibilities)
    return rows + sum(row.severity is not Severity.INFO for row in facts.diagnostics)
