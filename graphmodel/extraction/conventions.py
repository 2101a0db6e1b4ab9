"""What a document says once about how its lists are to be read.

The first listed leads (列第一位的为牵头单位，下同); a body that all later items owe something to
(以下均需各县区落实，不再列出).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from graphmodel.extraction.names import Name, is_body, split_names
from graphmodel.extraction.numerals import chinese_number
from graphmodel.extraction.roles import Attribution
from graphmodel.extraction.words import LABEL_NOUN
from graphmodel.model.vocabulary import Basis, Role

_FIRST_LISTED = re.compile(
    r"[，,；;。（(]?(?:注[:：])?(?:以上)?(?:[排列居]名?)?在?(?:第一|首|前(?P<count>[一二两三四五]))"
    rf"(?:责任|个|位|家|列)?的?(?:单位|部门|者)?的?(?:为|是|作为)?(?:工作|主要|总)?(?:牵头|主办|主责)"
    rf"(?:{LABEL_NOUN}|者)?+(?:[或和及][^，,；;。）)]{{2,6}})?(?![:：])"
    r"(?:[，,](?:其他|其余)[^，,；;。）)]*+)?(?:[，,]以?下同)?[）)]?"
)
_STANDING = re.compile(
    r"[，,；;。]?以下(?:各?项?(?:任务|工作|内容|事项|条款|措施))?"
    r"(?:[均都还]?[需由须要应]?(?P<bodies>[^，,。；;]{2,60}?)[均都还]?[需由须要应]?"
    r"(?=落实|负责|配合|参与|执行|实施|抓好|贯彻))?"
    r"(?:(?!不再)[^。；;])*+不再[^。；;）)]*+"
)
_STATED_ONCE = re.compile(
    r"(?:各项|各条|所列|上述|以上|表中|本方案|本表|清单|责任单位|多个(?:单位|部门))[^。；;\n\r（()）局委办厅]{0,20}"
    r"(?:[排列居]名?)?在?(?:第一|首|前(?P<count>[一二两三四五]))"
    r"(?:责任|个|位|家|列|名)?的?(?:单位|部门|者)?的?(?:为|是|作为)?(?:总?牵头)(?![^。；;\n\r）)]{0,16}下同)"
)


def stated_once(text: str) -> int:
    """How many of the first listed lead in the whole document; 0 where no sentence says so.

    Such a sentence speaks of all lists: 各项任务的责任单位中，列第一位的为牵头单位.
    """
    if "牵头" not in text:
        return 0
    match = _STATED_ONCE.search(text)
    if match is None:
        return 0
    return chinese_number(match["count"]) if match["count"] else 1


def first_listed(text: str) -> int:
    """How many of the first listed lead by a squeezed text; 0 where it does not say so."""
    match = _FIRST_LISTED.search(text)
    if match is None:
        return 0
    return chinese_number(match["count"]) if match["count"] else 1


class Conventions(NamedTuple):
    """What an attribution says beside who has a part in it."""

    words: str
    """The squeezed attribution up to its first convention."""
    first_listed: int
    """How many of the first listed lead; 0 where it does not say so."""
    standing: tuple[Name, ...]
    """Bodies that later tasks owe something to."""


def without_conventions(text: str) -> Conventions:
    """A squeezed attribution told apart from its conventions."""
    count = first_listed(text)
    stated = _FIRST_LISTED.search(text) if count else None
    text = text[: stated.start()] if stated else text
    standing = _STANDING.search(text)
    if standing is None:
        return Conventions(text, count, ())
    return Conventions(text[: standing.start()], count, _standing_bodies(text, standing))


def _standing_bodies(text: str, match: re.Match[str]) -> tuple[Name, ...]:
    names = split_names(match["bodies"], match.start("bodies")).names if match["bodies"] else ()
    return tuple(name for name in names if is_body(name.words))


def by_convention(attribution: Attribution, count: int) -> Attribution:
    """The attribution where the document has said before that the first listed leads.

    Lists that no word tells apart are read so; what the text designates stays.
    """
    if not count or attribution.basis is not Basis.JOINT:
        return attribution
    leads = 0
    assignments = []
    for assignment in attribution.assignments:
        leads += assignment.role is Role.LEAD
        demoted = assignment.role is Role.LEAD and leads > count
        assignments.append(assignment._replace(role=Role.SUPPORT) if demoted else assignment)
    return replace(
        attribution,
        assignments=tuple(assignments),
        basis=Basis.FIRST_LISTED,
        rule="first-listed-convention",
    )
