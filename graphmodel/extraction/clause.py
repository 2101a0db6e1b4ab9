"""The tokens of an attribution: labels, verbs, time phrases and the lists of bodies between them.

`牵头单位：县住建局；配合单位：各乡镇` is label, list, label, list;
`县住建局牵头，各乡镇配合` is list, verb, list, verb.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from typing import NamedTuple

from graphmodel.extraction.brackets import CLOSING, OPENING
from graphmodel.extraction.names import has_ending, is_body, split_names
from graphmodel.extraction.words import (
    LABEL_NOUN,
    POST_LABEL,
    TIME_LABEL,
    alternation,
    attribution_words,
)


class Kind(Enum):
    """What a token is."""

    LABEL = "label"
    VERB = "verb"
    BEFORE = "before"
    POST = "post"
    TIME = "time"
    LIST = "list"


class Token(NamedTuple):
    """A stretch of the squeezed text of an attribution."""

    kind: Kind
    meaning: str
    """Of a label or verb: its meaning in the table of words."""
    start: int
    end: int


TIME_PHRASE = (
    r"(?:20\d\d年?[—–~～至-]{1,2}20\d\d年"
    r"|(?:20\d\d年|今年|明年|本年)(?:[\u4e00-\u9fff]{1,3}节|元旦|五一|国庆|中秋|第?[一二三四1-4]季度|[上下]半年|\d{1,2}月(?:\d{1,2}日)?)?"
    r"|每(?:年|学期|半年|个?季度(?:末月)?|个?月|周|日|天)(?:第?[一二三四]季度|\d{1,2}月(?:\d{1,2}日)?|\d{1,2}日)?"
    r"|\d{1,2}月(?:\d{1,2}日)?|年底|年内|年末|第?[一二三四]季度|[上下]半年"
    r"|长期(?:坚持|推进|执行)|持续(?:推进|实施)|(?:长期|常年|全年)(?=$|[，,；;、。）)]))"
    r"(?:底|末|份|上旬|中旬|下旬)?(?:之?前|以前|内)?"
)
_TIME_LABEL = re.compile(rf"{TIME_LABEL}[:：]?$")
_EVENT_BEFORE = (
    r"[^，,；;、。：:]{2,24}前(?=完成)"
    r"|(?:[^，,；;、。：:]{1,6}期|会议召开|开学|节|会)(?:之?前)(?=$|[，,；;、。）)])"
)
_SEPARATORS = "，,；;、。/／｜|：:"
_EDGE = rf"(?=$|[{_SEPARATORS}{re.escape(CLOSING + OPENING)}\s])"
_TAIL = re.compile(rf"[^{_SEPARATORS}]*+")
_BARE = "(?:牵头|主办|主责|承办|协办|配合|责任|参与)"
"""Stems that are labels without a noun, too: 牵头：, ［配合］."""
_COPULA = re.compile("(?:作为|为|是)$")
_SENTENCE_START = re.compile("每|要|应|由|对|按|将|须|根据|定期|及时|会同|负责")
"""What follows a label in a sentence about the labelled: 牵头部门每季度召开….."""
_NOT_A_VERB = f"(?!{LABEL_NOUN})"
_NOUN = re.compile(r"领导|制(?!定|订)|任(?!务)|的|比(?!对)|医院|企业|高校|专家|作用")
"""Behind 牵头, 负责 or 配合 without a body before: 负责制, 牵头企业."""
_PERSON = re.compile(r"人(?!民|员|才|社|大|力|行|防|武)")
"""Behind 负责: a person in charge."""


@cache
def _pattern() -> re.Pattern[str]:
    words = attribution_words()
    opening, closing = re.escape(OPENING), re.escape(CLOSING)
    stems = alternation(list(words.labels))
    return re.compile(
        rf"(?P<label>[{opening}]?(?P<stem>{stems})"
        rf"(?:{LABEL_NOUN}(?:名称)?|(?<={_BARE})(?=[:：])|(?<=[{opening}]{_BARE})(?=[{closing}]))(?P<colon>[{closing}]?[:：]|[{closing}]|为|是)?)"
        rf"|(?P<other>(?<![\u4e00-\u9fff）)])(?![\u4e00-\u9fff]{{1,3}}(?:{stems}){LABEL_NOUN})"
        rf"[\u4e00-\u9fff]{{2,4}}(?:单位|部门)[:：])"
        rf"|(?P<post>{POST_LABEL}[:：])"
        rf"|(?P<time>(?:{TIME_LABEL}[:：]?)|{TIME_PHRASE}|{_EVENT_BEFORE})"
        rf"|(?P<before>{alternation(list(words.before))})"
        rf"|(?P<verb>(?:{alternation(list(words.plain_verbs))}){_NOT_A_VERB}"
        rf"|(?:{alternation(list(words.last_verbs))}){_EDGE})"
    )


def tokens(text: str) -> list[Token]:
    """The tokens of a squeezed attribution, lists included, in order."""
    return list(_with_lists(text, list(_marks(text))))


def _marks(text: str) -> Iterator[Token]:
    """Labels, verbs and time phrases: what stands between two of them is a list."""
    position = 0
    while (match := _pattern().search(text, position)) is not None:
        position = max(match.end(), match.start() + 1)
        token = _mark(text, match)
        if token is not None:
            position = token.end
            yield token


def _mark(text: str, match: re.Match[str]) -> Token | None:
    start, end = match.span()
    if match["label"]:
        if not _is_label(text, match):
            return None
        meaning = attribution_words().labels[match["stem"]]
        if (copula := _COPULA.search(text, 0, start)) is not None:
            return Token(Kind.VERB, meaning, copula.start(), end)  # 县住建局为牵头单位
        return Token(Kind.VERB if _follows_body(text, match) else Kind.LABEL, meaning, start, end)
    if match["other"]:
        return Token(Kind.LABEL, "none", start, end) if _after_break(text, start) else None
    if match["post"]:
        behind_body = has_ending(text[:start])
        return (
            Token(Kind.POST, "", start, end) if _after_break(text, start) or behind_body else None
        )
    if match["time"]:
        return _time_token(text, start, end)
    if match["before"]:
        meaning = attribution_words().before[match["before"]]
        return _before_token(text, start, end, meaning) or _verb_token(text, start, end)
    return _verb_token(text, start, end)


def _is_label(text: str, match: re.Match[str]) -> bool:
    """A label has a colon, or stands behind a break or a whole name and before a body."""
    colon = match["colon"] or ""
    if colon.endswith((":", "：")):
        return True
    if _COPULA.search(text, 0, match.start()):
        return True
    if not _after_break(text, match.start()) and not has_ending(text[: match.start()]):
        return False
    if colon and colon not in "为是":
        return True
    following = split_names(text[match.end() : match.end() + 40]).names
    if not following or following[0].start > 0 or _SENTENCE_START.match(following[0].words):
        return False
    return is_body(following[0].words)


def _follows_body(text: str, match: re.Match[str]) -> bool:
    """Whether a label in brackets speaks of the body before it: 县住建局（牵头单位）、."""
    start, end = match.span()
    bracketed = text[start] in OPENING and (match["colon"] or "") in CLOSING
    ends = end == len(text) or text[end] in _SEPARATORS
    return bracketed and bool(match["colon"]) and ends and has_ending(text[:start])


def _after_break(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in _SEPARATORS + OPENING + CLOSING


def _time_token(text: str, start: int, end: int) -> Token | None:
    previous = text[start - 1] if start else ""
    if _TIME_LABEL.match(text, start, end):
        value = _TAIL.match(text, end)
        stop = value.end() if value else end
        label = _pattern().search(text, end)
        while label and label.start() < stop and label["time"]:
            label = _pattern().search(text, label.end())
        if label and label.start() < stop and (label["label"] or label["post"]):
            stop = label.start()
        begins = text.startswith(("启动", "开始", "起始"), start)
        return Token(Kind.TIME, "" if begins else text[end:stop], start, stop)
    if previous and previous not in _SEPARATORS + OPENING + "于在至到":
        return None
    words = text[start:end]
    if previous in ("于", "在"):
        start -= 1
    tail = _TAIL.match(text, end)
    return Token(Kind.TIME, words, start, tail.end() if tail else end)


def _before_token(text: str, start: int, end: int, meaning: str) -> Token | None:
    """会同 and 协调 stand before the bodies they speak of."""
    following = split_names(text[end : end + 60]).names
    if not following or following[0].start > 0:
        return None
    if text[start:end] != "会同" and not _after_break(text, start):
        return None
    if text[start:end] == "配合" and not is_body(following[0].words):
        return None
    return Token(Kind.BEFORE, meaning, start, end)


def _verb_token(text: str, start: int, end: int) -> Token | None:
    """A verb takes the words behind it, up to the next break, as what is to be done."""
    verb = text[start:end]
    meaning = attribution_words().verbs.get(verb)
    if meaning is None or _PERSON.match(text, end) or text.startswith(("解释", "修订"), end):
        return None
    if _NOUN.match(text, end) and not has_ending(text[:start]):
        return None
    tail = _TAIL.match(text, end)
    stop = tail.end() if tail else end
    nested = _pattern().search(text, end, stop)
    return Token(Kind.VERB, meaning, start, nested.start() if nested else stop)


def _with_lists(text: str, marks: list[Token]) -> Iterator[Token]:
    position = 0
    for mark in marks:
        if mark.start > position:
            yield Token(Kind.LIST, "", position, mark.start)
        yield mark
        position = mark.end
    if position < len(text):
        yield Token(Kind.LIST, "", position, len(text))
