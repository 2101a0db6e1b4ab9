"""Names of persons beside their posts, and numbers that belong to persons.

A name is told by its surname (`data/surnames.csv`) and by what stands beside it: a post (副县长),
同志, a label (签发人：). Words alone make no name: 高平 is a city as well as a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graphmodel.model.resources import read_vocabulary

Span = tuple[int, int]

_HAN = "[\u4e00-\u9fff]"
_GAP = "[ \t\u3000]"
_POSTS = ("书记", "主任", "主席", "常委", "委员", "同志", "经理", "调研员", "巡视员", "政委", "长")
"""How posts end."""
_HEADS = frozenset("省市县区州镇乡村书事局院校处科部厅组队司所站")
"""What stands before 长 in a post."""
_OFFICES = frozenset("局院校处科部厅组队司所站")
"""Of these, what has a department before it without a gap: 公安局长, but 张某某副县长."""
_BEFORE_POST = (
    "(?:(?:中共)?[省市县区州镇乡]委|党委|党组|党工委|党总支|支部|[省市县区]?政府|人大|政协|工委"
    "|管委会|常务|分管|常委|机关|秘|董|副|、|，|,)*"
)
_AFTER_NAME = (
    "(?=牵头|负责|主持|担?任|分管|挂帅|包[抓联保]|同志|具体|带队|总|等|亲自|统筹"
    "|[^\u4e00-\u9fff]|\\Z)"
)
_LABEL = re.compile(
    "(?:签发人?|拟稿人?|校对人?|复核人|制表人?|报送人|承办人|姓名|负责人|审批人|审签人|记录人|主办人"
    "|信息员|收件人|经手人|值班人员)"
    f"(?:[（(]签[字名章][)）])?{_GAP}*[:：]{_GAP}*"
    f"(?P<name>{_HAN}{_GAP}{{1,2}}{_HAN}|{_HAN}{{2,4}})(?![\u4e00-\u9fff])"
)
_NOT_A_NAME = re.compile(
    "[局委办厅部院会室站所处科队组社长制府厂校县市区镇乡村员]$"
    "|^(?:安[排全监]|公[安司共]|水[利务电]|商[务业]|司法|林业|农[业村民]|房[管产]|管[委理]|金融|党[委组政员建]"
    "|经[信济]|应[急当]|时[任限]|计[生划]|车管|任[务组副]|全[体面力程权]|和|于[年月本每各今近上下\\d]|卫健|方[案面]|高[度效质]|温馨"
    "|单位|关[于心]|文[化件旅]|常[务态]|平[台安]|祖国|华侨|成[立员]|相关|章程|党内)"
)
"""What begins like a surname, or ends like a body, and stands beside posts without being a name."""
_LONG_NUMBER = re.compile("[0-9]{15}(?<![0-9A-Za-z][0-9]{15})(?:[0-9]{2}[0-9Xx])?(?![0-9A-Za-z])")
_IDENTITY = re.compile(
    r"[1-9]\d{5}(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx]?"
)
_ONE_NUMBER = r"\+?\d(?:[ ()（）—–-]{0,2}\d){4,17}"
_NUMBERS = re.compile(
    r"(?:电话|手机|传真|联系方式|座机|短号|号码)[号码:： \t\u3000(（]*+"
    rf"(?P<numbers>{_ONE_NUMBER}(?:[、,，/;；转\s]{{1,2}}{_ONE_NUMBER})*)"
)
_HOTLINE = re.compile(r"1\d{4}|95\d{3}|400[\d-]+")
"""Numbers of public services: 12345."""
_WIDE = re.compile("[０-９＠Ａ-Ｚａ-ｚ＋－．／]+")
"""Digits, letters and the signs of addresses and numbers in full width."""
_BRACKET = "[（(][^（()）]{0,16}"
_FAR = 24
"""Characters before a post in which its holder is looked for."""


@cache
def _name() -> str:
    """A pattern for a surname and one or two characters."""
    surnames = [row["surname"] for row in read_vocabulary("surnames.csv")]
    double = "|".join(name for name in surnames if len(name) > 1)
    single = "".join(name for name in surnames if len(name) == 1)
    return f"(?P<name>(?:{double}|[{single}])(?:{_GAP}{{1,2}}{_HAN}|{_HAN}{{1,2}}?))"


@cache
def _behind_post() -> re.Pattern[str]:
    return re.compile(f"{_GAP}*[:：]?{_GAP}*{_name()}{_AFTER_NAME}")


@cache
def _before_post(with_gap: bool) -> re.Pattern[str]:
    gap = f"(?:{_GAP}{'+' if with_gap else '*'}|{_BRACKET})"
    return re.compile(f"(?:\\A|[^\u4e00-\u9fff]|[由以请]){_name()}{gap}{_BEFORE_POST}\\Z")


@cache
def _doing() -> re.Pattern[str]:
    return re.compile(f"[（(，,；;、\\n]{_name()}(?=牵头|(?:具体|亲自)?负责|挂帅|包[抓联保])")


def names_of_persons(text: str) -> Iterator[Span]:
    """The spans of the names beside posts and behind labels."""
    for words in _POSTS:
        for start in _places(text, words):
            head = text[start - 1 : start] if words == "长" else ""
            if not head or head in _HEADS:
                yield from _beside(text, start - len(head), start + len(words), head in _OFFICES)
    for match in (*_LABEL.finditer(text), *_doing().finditer(text)):
        if not _NOT_A_NAME.search(match["name"]):
            yield match.span("name")


def _beside(text: str, start: int, end: int, is_office: bool) -> Iterator[Span]:
    """The names behind and before a post."""
    behind = _behind_post().match(text, end)
    if behind is not None and not _NOT_A_NAME.search(behind["name"]):
        yield behind.span("name")
    first = max(start - _FAR, 0)
    before = _before_post(is_office).search(text[first:start])
    if before is not None and not _NOT_A_NAME.search(before["name"]):
        yield first + before.start("name"), first + before.end("name")


def _places(text: str, words: str) -> Iterator[int]:
    """Where some words stand; much faster than one pattern for all of them."""
    start = text.find(words)
    while start >= 0:
        yield start
        start = text.find(words, start + len(words))


def numbers_of_persons(text: str) -> Iterator[Span]:
    """The spans of identity numbers, and of telephone numbers behind their label."""
    for match in _LONG_NUMBER.finditer(text):
        if _IDENTITY.fullmatch(match[0]):
            yield match.span()
    for match in _NUMBERS.finditer(text):
        if not _HOTLINE.fullmatch(match["numbers"]):
            yield match.span("numbers")


def with_narrow_letters(text: str) -> str:
    """The text with digits, letters and signs of full width as plain ones, one for one."""
    return _WIDE.sub(lambda wide: "".join(chr(ord(char) - 0xFEE0) for char in wide[0]), text)
