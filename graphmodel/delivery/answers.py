"""Who carries too much, why, and with whom: the first thing that pages and commands tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphmodel.delivery.contents import Contents, Partner
from graphmodel.delivery.words import WORDS
from graphmodel.reports.cells import visible
from graphmodel.reports.whens import listed

CLOSEST = 3
"""Partners that are named beside a unit."""
MOST = 10
"""Units that are spoken of one by one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An overloaded unit."""

    sentence: str
    unit: str
    """Its id."""
    partners: Sequence[Partner]
    """The closest."""


def answers(contents: Contents) -> list[Answer]:
    """The overloaded units, the heaviest of each place first, but no more than `MOST`."""
    report = contents.load
    overloaded = [row["unit"] for row in report.rows if row["overloaded"]][:MOST]
    # The findings begin with a sentence for each, in the order of the rows.
    return [
        Answer(sentence, unit, contents.partners[unit][:CLOSEST])
        for sentence, unit in zip(report.findings, overloaded, strict=False)
    ]


def lines(contents: Contents) -> list[str]:
    """The answers as text for a terminal; where nobody is overloaded, one line that says so."""
    said = [_line(answer, contents) for answer in answers(contents)]
    return [visible(line) for line in said or contents.load.findings]


def _line(answer: Answer, contents: Contents) -> str:
    language = contents.language
    names = [f"{partner.name} {partner.shared}" for partner in answer.partners]
    return WORDS["answer"](
        language, sentence=answer.sentence, partners=listed(names, language) or None
    )
