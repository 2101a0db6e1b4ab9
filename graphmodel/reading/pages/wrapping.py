"""Where a line was wrapped, and how the two parts of it are put together again."""

from __future__ import annotations

import re

from graphmodel.reading.pages.page import Line

_SLACK = 0.6
"""Ems by which a line may end before the margin though the next word would have fitted."""
_NARROW = 0.55
"""Ems that a Latin letter or a digit takes, more or less."""
_OPENING = "（(《〈“‘「『【〔［{"
_CLOSING = "，。、；：！？）)》〉”’」』】〕］}…%％,.;:!?"
_UNIT = re.compile(
    rf"[{re.escape(_OPENING)}]*(?:[A-Za-z0-9.+/_-]+|.)[{re.escape(_CLOSING)}]*", re.DOTALL
)
"""What is never parted at the end of a line: a word, or a character with its punctuation."""
_SENTENCE_END = re.compile(r"[。；;！!？?：:）)》”…]$")
_ITEM = re.compile(
    r"[一二三四五六七八九十百]{1,4}、|[（(〔][一二三四五六七八九十百]{1,4}[）)〕]"
    r"|\d{1,3}(?:[.．](?!\d)|、)|[（(]\d{1,3}[）)]|[①-⑳]|第[一二三四五六七八九十百\d]{1,4}[章节条]"
    r"|[●■◆★•·◎]|附[ 　]?[件表录][ 　]?\d{0,2}[ 　]?(?:[:：]|$)"
)
_ARABIC = re.compile(r"(?:附件?[:：])?[ 　]*(?P<number>\d{1,3})(?P<mark>[.．、]|[）)])(?!\d)")
_ANNEX = re.compile(r"附[件表录]?[一二三四五六七八九十\d]{0,2}[:：]?")
_CONTINUED = re.compile(r"[（(]?[续接][上前]?[表页]\d{0,3}[）)]?|附?表\d{0,3}[（(]续[表页]?[）)]")
_DATE = re.compile(r"(?:\d{4}|二[〇○零O0]\S\S)年\S{1,3}月\S{1,3}日")
_WORD_END = re.compile(r"[A-Za-z0-9,.;:!?)%]$")
_WORD_START = re.compile(r"[A-Za-z0-9(]")
_LATIN = re.compile(r"[A-Za-z]")


def begins_item(text: str) -> bool:
    """Whether a line begins as a numbered item, a chapter or an annex does."""
    return _ITEM.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a line ends with punctuation that a paragraph may end with."""
    return _SENTENCE_END.search(text) is not None


def is_next_item(text: str, following: str) -> bool:
    """Whether a line begins with the number that follows that of the item before it."""
    first, second = _ARABIC.match(text), _ARABIC.match(following)
    return (
        first is not None
        and second is not None
        and int(second["number"]) == int(first["number"]) + 1
        and first["mark"] == second["mark"]
    )


def is_annex_mark(text: str) -> bool:
    """Whether a line is nothing but the mark of an annex."""
    return _ANNEX.fullmatch("".join(text.split())) is not None


def is_continuation_mark(text: str) -> bool:
    """Whether a line says nothing but that a table goes on from the page before."""
    return _CONTINUED.fullmatch("".join(text.split())) is not None


def is_date(text: str) -> bool:
    """Whether a line is nothing but a date, as below a signature."""
    return _DATE.fullmatch("".join(text.split())) is not None


def was_wrapped(line: Line, following: str, free: float) -> bool:
    """Whether a line ends where it does because what follows had no room.

    Args:
        line: The line.
        following: The text of the next line.
        free: Points between the end of the line and the margin.
    """
    return free < (_first_width(following) + _SLACK) * line.em


def _first_width(text: str) -> float:
    """Give the width of what is never parted at the beginning of a text, in ems."""
    unit = _UNIT.match(text)
    return sum(_NARROW if c < "\u0250" else 1.0 for c in unit.group()) if unit else 0.0


def glued(text: str, following: str) -> str:
    """Put two parts of a wrapped paragraph together; only Latin words need a space between."""
    if not text or not following:
        return text + following
    is_gap = (
        _WORD_END.search(text)
        and _WORD_START.match(following)
        and (_LATIN.search(text[-12:]) or _LATIN.match(following))
    )
    return f"{text} {following}" if is_gap else text + following
