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
_RANK = "[省市县区州镇乡村]长|书记|主任|主席|常委|委员|秘书长|同志|经理|董事长|调研员|巡视员|政委"
"""Posts with a name before them without a gap: 张某某副县长."""
_OFFICE = "[局院校处科部厅组队司所站]长"
"""Posts with a department before them without a gap: 公安局长."""
_POST = re.compile(f"(?P<rank>{_RANK})|{_OFFICE}")
_BEFORE_POST = (
    "(?:(?:中共)?[省市县区州镇乡]委|党委|党组|党工委|党总支|支部|[省市县区]?政府|人大|政协|工委"
    "|管委会|常务|分管|常委|机关|副|、|，|,)*"
)
_AFTER_NAME = "(?=牵头|负责|主持|担?任|分管|挂帅|包[抓联保]|同志|具体|带队|总|等|亲自|统筹|[^\u4e00-\u9fff]|\\Z)"
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
_IDENTITY = re.compile(
    r"(?<![0-9A-Za-z])[1-9]\d{5}(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[0-9Xx]"
    r"|\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3})(?![0-9A-Za-z])"
)
_ONE_NUMBER = r"\+?\d(?:[ ()（）—–-]{0,2}\d){4,17}"
_NUMBERS = re.compile(
    r"(?:电话|手机|传真|联系方式|座机|短号|号码)[号码:： \t\u3000(（]*+"
    rf"(?P<numbers>{_ONE_NUMBER}(?:[、,，/;；转\s]{{1,2}}{_ONE_NUMBER})*)"
)
_HOTLINE = re.compile(r"1\d{4}|95\d{3}|400[\d-]+")
"""Numbers of public services: 12345."""
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F) if chr(code) not in "，：；（）！？"}
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
def _before_post(gap: str) -> re.Pattern[str]:
    return re.compile(f"(?:\\A|[^\u4e00-\u9fff]|[由以请]){_name()}{gap}{_BEFORE_POST}\\Z")


@cache
def _doing() -> re.Pattern[str]:
    return re.compile(f"[（(，,；;、\\n]{_name()}(?=牵头|(?:具体|亲自)?负责|挂帅|包[抓联保])")


def names_of_persons(text: str) -> Iterator[Span]:
    """The spans of the names beside posts and behind labels."""
    for post in _POST.finditer(text):
        behind = _behind_post().match(text, post.end())
        if behind is not None and not _NOT_A_NAME.search(behind["name"]):
            yield behind.span("name")
        first = max(post.start() - _FAR, 0)
        gap = f"(?:{_GAP}*|{_BRACKET})" if post["rank"] else f"(?:{_GAP}+|{_BRACKET})"
        before = _before_post(gap).search(text[first : post.start()])
        if before is not None and not _NOT_A_NAME.search(before["name"]):
            yield first + before.start("name"), first + before.end("name")
    for match in (*_LABEL.finditer(text), *_doing().finditer(text)):
        if not _NOT_A_NAME.search(match["name"]):
            yield match.span("name")


def numbers_of_persons(text: str) -> Iterator[Span]:
    """The spans of identity numbers, and of telephone numbers behind their label."""
    for match in _IDENTITY.finditer(text):
        yield match.span()
    for match in _NUMBERS.finditer(text):
        if not _HOTLINE.fullmatch(match["numbers"]):
            yield match.span("numbers")


def with_narrow_letters(text: str) -> str:
    """The text with digits, letters and signs of full width as plain ones, one for one."""
    return text.translate(_WIDE)
