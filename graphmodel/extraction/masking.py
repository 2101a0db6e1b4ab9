"""Contact data and names of persons, masked character for character so that offsets hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from graphmodel.extraction.personal import (
    names_of_persons,
    numbers_of_persons,
    with_narrow_letters,
)

MASK = "■"

_HAN = "[\u4e00-\u9fff·]"
_GAP = "[ \t\u3000]"
_NAME = f"(?:{_HAN}{_GAP}{{1,2}}{_HAN}(?!{_HAN})|{_HAN}{{2,4}}(?!{_HAN}))"
_OFFICIAL = "(?:县|市|区)?(?:领导|负责人|责任人|人)"
_CONTACT = re.compile(
    rf"(?:联{_GAP}*系{_GAP}*人员?|经办人|填报人|填表人|审核人|联络员|负责人姓名"
    rf"|责任{_OFFICIAL}|牵头{_OFFICIAL}|分管{_OFFICIAL}|包抓{_OFFICIAL}|包联{_OFFICIAL}|挂帅{_OFFICIAL})"
    rf"{_GAP}*[:：]{_GAP}*"
    rf"(?P<name>{_HAN}{_GAP}{{1,2}}{_HAN}(?!{_HAN})"
    rf"|{_HAN}{{1,12}}(?:[、,，]{_HAN}{{2,4}}(?=[、,，。；;\s]|\Z))*)"
)
_CONTACT_WITHOUT_COLON = re.compile(
    rf"联系人{_GAP}*(?P<name>{_NAME})(?=[^\n]{{0,4}}(?:电话|手机|联系方式))"
)
_MEMBER = re.compile(
    rf"(?:副?组{_GAP}*长|副?主{_GAP}*任|召{_GAP}*集{_GAP}*人|成{_GAP}*员|副?总?指{_GAP}*挥长?"
    rf"|秘{_GAP}*书{_GAP}*长){_GAP}*[:：]{_GAP}*(?P<name>{_NAME})"
)
_COLON = re.compile("[:：]")
_BEFORE_COLON, _BEHIND_COLON = 12, 16
"""Characters around a colon in which a label and a name stand."""
"""The list of a leading group: 组长, 副组长, 成员 with names and posts."""
_NEXT_MEMBER = re.compile(rf"[^\n\r]{{0,100}}+[\n\r]{{1,2}}{_GAP}*+(?P<name>{_NAME}){_GAP}+{_HAN}")
_NOT_A_NAME = re.compile(
    r"^[省市县区各]|(?:局|委|办|部|厅|院|中心|单位|部门|政府|乡镇|街道)$|[省市县区镇乡局]长$|书记$|主任$|领导$"
)
_TELEPHONE = re.compile(
    r"1(?<![\d.]1)[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)"
    r"|0(?<![\d.]0)\d{2,3}\)?[-— ]?\d{7,8}(?:[-转]\d{1,5})?(?!\d)"
    r"|电话[:：][ \t]*(?P<local>\d{7,8})(?!\d)"
)
_MAIL = re.compile(
    r"[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}"
)
_POST = re.compile(
    r"(?:(?:常务)?副?[省市县区州镇乡]长|(?:县|市|区)?委?(?:副?书记|常委)|[\u4e00-\u9fff]{0,4}部长"
    r"|副?主任|副?局长|分管[\u4e00-\u9fff]{0,3}领导)"
)
_LABEL_WORDS = re.compile(
    r"(?:牵头|责任|配合|参与|主办|协办|承办|完成|联系)(?:单位|部门|领导|时限|电话|时间)?"
)


def masked(text: str) -> str:
    """The text with names of persons and the numbers and addresses of contacts as ■.

    Names are found behind labels (联系人：, 责任领导：), in the lists of leading groups, and beside
    posts.
    """
    plain = with_narrow_letters(text)
    spans = [span for match in _CONTACT.finditer(plain) if (span := _name_span(plain, match))]
    spans += [m.span("name") for m in _CONTACT_WITHOUT_COLON.finditer(plain)]
    spans += _members(plain)
    spans += [m.span("local") if m["local"] else m.span() for m in _TELEPHONE.finditer(plain)]
    spans += [m.span() for m in _MAIL.finditer(plain)]
    spans += [*names_of_persons(plain), *numbers_of_persons(plain)]
    return _without(text, spans)


def without_private(text: str, private: Iterable[tuple[int, int]]) -> str:
    """The text with cells of officials or contacts as ■, but for the posts in them.

    Args:
        text: The document's text.
        private: The spans of the cells.
    """
    return _without(text, [name for span in private for name in _beside_posts(text, *span)])


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces, position = [], 0
    for start, end in sorted(spans):
        if end > position:
            pieces += [text[position:start], MASK * (end - max(start, position))]
            position = end
    return "".join([*pieces, text[position:]])


def _beside_posts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is neither a post nor white space nor a separator."""
    posts = [match.span() for match in _POST.finditer(text, start, end)]
    edges = [start, *(edge for post in posts for edge in post), end]
    for left, right in zip(edges[::2], edges[1::2], strict=True):
        for words in re.finditer(r"[^\s、，,；;：:/（）()]+", text[left:right]):
            yield left + words.start(), left + words.end()


def _members(text: str) -> Iterator[tuple[int, int]]:
    """The names in the lists of leading groups, one behind each label and on each line after."""
    behind = 0
    for colon in _COLON.finditer(text):  # a label begins in many ways, but colons are rare
        match = _MEMBER.search(
            text, max(0, colon.start() - _BEFORE_COLON), colon.end() + _BEHIND_COLON
        )
        while match is not None and match.start("name") >= behind:
            behind = match.end("name")
            if not _NOT_A_NAME.search(match["name"]):
                yield match.span("name")
            match = _NEXT_MEMBER.match(text, behind)


def _name_span(text: str, match: re.Match[str]) -> tuple[int, int] | None:
    """The part of the words behind a label that is a name, a post before it left readable."""
    start, end = match.span("name")
    following = _LABEL_WORDS.search(text, start, end)
    if following:
        end = following.start()
    for post in _POST.finditer(text, start, end):
        if post.end() == end:
            end = post.start()  # 何某某副县长
        elif post.start() == start:
            start = post.end()  # 副县长何某某
    return (start, end) if start < end else None
