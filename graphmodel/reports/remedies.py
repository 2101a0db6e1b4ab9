"""The entries of `corrections.toml` that would settle a doubt; `docs/corrections.md` has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from graphmodel.model.columns import Strings
from graphmodel.model.vocabulary import CORRECTION_UNUSED
from graphmodel.reports.toml import entry
from graphmodel.reports.wording import Language, Wording

_REASON = Wording("已核对原文", "checked against the text")
_RIGHT = Wording("读取无误", "it was read rightly")
_NO_BODY = Wording("这些字不是机构", "these words are no body")
_MISSPELT = Wording("确为“{name}”的误写", "it is a slip for {name}")
_NO_SLIP = Wording("写法无误，是另一机构", "it is no slip, but another body")
_MEANS = Wording("指“{name}”", "it means {name}")
_ONE = Wording("两者是同一机构", "both are one body")
_TWO = Wording("两者不是同一机构", "they are two bodies")
_SEVERAL = Wording("是几个机构", "these are several bodies")
_BETWEEN = re.compile("[、，,和及与]")
_LISTED = re.compile("[^（()）]*[（(](?P<names>[^（()）]*)[）)]")
_BRACKET = re.compile("[（()）]")
_SHORTEST = 2
"""Characters of the name of a body."""


@dataclass(frozen=True, slots=True)
class Remedy:
    """One entry, and when it is the right one."""

    when: str
    entry: str
    """Lines to be copied into the file."""


def remedies(
    code: str, words: str, candidates: Strings, *, plan: str | None, language: Language
) -> tuple[Remedy, ...]:
    """The entries that would settle a doubt, the likeliest first.

    Args:
        code: Code of the diagnostic, or the class of a responsibility.
        words: The words that the doubt is about.
        candidates: Names that may be meant.
        plan: Id of the plan, where the entry is to hold for that one only.
        language: The language of explanations and reasons.
    """
    if not words or code == CORRECTION_UNUSED:
        return ()
    entries = _entries(code, words, candidates)
    return tuple(
        Remedy(
            when(language, name=name),
            entry(action, {**values, "plan": plan, "reason": _REASON(language)}),
        )
        for when, name, action, values in entries
    )


_Entry = tuple[Wording, str, str, dict[str, str | Strings]]


def _entries(code: str, words: str, candidates: Strings) -> Iterator[_Entry]:
    if code == "unit-misspelling":
        yield _MISSPELT, "、".join(candidates), "accept", {"words": words}
        yield _NO_SLIP, "", "rename", {"words": words, "to": words}
    elif code == "unit-ambiguous" and len(candidates) == 1:
        yield _ONE, "", "merge", {"words": (candidates[0], words)}
        yield _TWO, "", "accept", {"words": words}
    elif code == "unit-ambiguous":
        for name in candidates:
            yield _MEANS, name, "rename", {"words": words, "to": name}
    else:
        if pieces := _pieces(words):
            yield _SEVERAL, "", "split", {"words": words, "to": pieces}
        yield _RIGHT, "", "accept", {"words": words}
        if code in ("unit-unknown", "likely", "doubtful"):
            yield _NO_BODY, "", "ignore", {"words": words}


def _pieces(words: str) -> Strings:
    """The names that words may consist of: those in brackets behind a common name, else all."""
    listed = _LISTED.fullmatch(words)
    pieces = tuple(filter(None, _BETWEEN.split(listed["names"] if listed else words)))
    whole = all(len(piece) >= _SHORTEST and not _BRACKET.search(piece) for piece in pieces)
    return pieces if len(pieces) > 1 and whole else ()
