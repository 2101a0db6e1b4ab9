"""What a document says once about how its lists are to be read.

The first listed leads (列第一位的为牵头单位，下同); a body that all later items owe something to
(以下均需各县区落实，不再列出).
"""

from __future__ import annotations

import re
from dataclasses import replace

from graphmodel.extraction.numerals import chinese_number
from graphmodel.extraction.roles import Attribution
from graphmodel.extraction.words import LABEL_NOUN
from graphmodel.model.vocabulary import Basis, Role

_FIRST_LISTED = re.compile(
    r"[，,；;。（(]?(?:以上)?(?:[排列居]名?)?在?(?:第一|首|前(?P<count>[一二两三四五]))"
    rf"(?:责任|个|位|家|列)?的?(?:单位|部门|者)?的?(?:为|是|作为)?牵头(?:{LABEL_NOUN}|者)?+(?![:：])"
    r"(?:[，,](?:其他|其余)[^，,；;。）)]*+)?(?:[，,]下同)?[）)]?"
)
_STANDING = re.compile(r"[，,；;。]?以下(?:(?!不再)[^。；;])*+不再[^。；;）)]*+")


def without_conventions(text: str) -> tuple[str, int]:
    """A squeezed attribution without its conventions, and how many of the first listed lead.

    Returns:
        The text up to the first convention; the number, 0 where nothing is said of it.
    """
    first_listed = _FIRST_LISTED.search(text)
    count = 0
    if first_listed is not None:
        count = chinese_number(first_listed["count"]) if first_listed["count"] else 1
        text = text[: first_listed.start()]
    standing = _STANDING.search(text)
    return (text[: standing.start()] if standing else text), count


def by_convention(attribution: Attribution, count: int) -> Attribution:
    """The attribution where the document has said before that the first listed leads.

    Lists that no word tells apart are read so; what the text designates stays.
    """
    if attribution.basis is not Basis.JOINT:
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
