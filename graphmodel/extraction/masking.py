"""Contact data and names of persons, masked character for character so that offsets hold."""

from __future__ import annotations

import re

MASK = "■"

_OFFICIAL = "(?:县|市|区)?(?:领导|负责人|责任人|人)"
_SURNAME = "[\u4e00-\u9fff·]"
_CONTACT = re.compile(
    r"(?:联系人员?|经办人|填报人|填表人|审核人|联络员|负责人姓名"
    rf"|责任{_OFFICIAL}|牵头{_OFFICIAL}|分管{_OFFICIAL}|包抓{_OFFICIAL}|包联{_OFFICIAL}|挂帅{_OFFICIAL})"
    rf"[ \t]*[:：][ \t]*"
    rf"(?P<name>{_SURNAME}{{1,12}}(?:[、,，]{_SURNAME}{{2,4}}(?=[、,，。；;\s]|\Z))*)"
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
    r"(?:(?:常务)?副?[省市县区州镇乡]长|(?:县|市|区)?委?(?:副?书记|常委)|[\u4e00-\u9fff]{0,4}部长|副?主任|副?局长|分管[\u4e00-\u9fff]{0,3}领导)"
)
_LABEL_WORDS = re.compile(
    r"(?:牵头|责任|配合|参与|主办|协办|承办|完成|联系)(?:单位|部门|领导|时限|电话|时间)?"
)


def masked(text: str) -> str:
    """The text with telephone numbers, mail addresses and names behind contact labels as ■."""
    spans = [span for match in _CONTACT.finditer(text) if (span := _name_span(text, match))]
    spans += [m.span("local") if m["local"] else m.span() for m in _TELEPHONE.finditer(text)]
    spans += [m.span() for m in _MAIL.finditer(text)]
    pieces, position = [], 0
    for start, end in sorted(spans):
        if start >= position:
            pieces += [text[position:start], MASK * (end - start)]
            position = end
    return "".join([*pieces, text[position:]])


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
