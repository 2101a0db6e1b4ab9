"""Targets: the numbers that an item sets as a goal or limit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphmodel.extraction.numerals import number
from graphmodel.model.vocabulary import Operator


class Quantity(NamedTuple):
    """One number to be reached."""

    op: Operator
    value: float
    unit: str
    metric: str
    start: int
    end: int


_S = r"[ \t\n\r\u3000]{0,3}"
_UNIT = (
    r"(?:个|多)?(?:工作日|自然日|小时|百分点|环节|分钟|年|月|日|天|周)"
    r"|[％%]|‰|(?:万|亿)?(?:人次|场次|元|美元|吨|千瓦时|千瓦|亩|平方米|公里|户|人|家|台|套|辆|张|册|件|条)"
    r"|场次|[个项次份名所座处场批类种倍期篇]"
)
_ARABIC = r"(?<![\d.A-Za-z×+])(?:\d{1,3}(?:,\d{3})++|\d++)(?:\.\d++)?"
_CHINESE = r"(?<![一二三四五六七八九十百千万两第])[一二两三四五六七八九十]{1,3}(?=个?(?:环节|工作日|小时|次))"
_NUMBER = rf"(?:{_ARABIC}|{_CHINESE})"
_LISTED = re.compile(
    rf"(?P<numbers>{_NUMBER}(?:(?:{_S}(?:{_UNIT}))?{_S}(?:、|和|及|，(?=\d))[“”]?{_S}{_NUMBER})*)"
    rf"(?:{_S}[—–~～至-]{{1,2}}{_S}(?P<upper>{_ARABIC}))?"
    rf"{_S}(?P<unit>{_UNIT})"
)
_NUMBER_ANCHOR = re.compile(r"[\d一二两三四五六七八九十]")
"""What any number begins with; scanning for it alone is several times faster."""
_UNIT_PREFIX = re.compile(r"^[个多](?=.)")
_ITEM = re.compile(rf"{_ARABIC}|[一二两三四五六七八九十]+")
_CLAUSE_START = re.compile(r"[，。；;！？:：\n]")

_REDUCE = r"(?:压减|压缩|缩减|缩短|精简|减少|降低|下降|降|减|控制|稳定|限制|合并|整合|优化)"
_TO = rf"{_S}(?:至|到|为|成|在|[^，。；\d]{{0,2}}?不超过|{_S}“[^”]{{0,40}}”)"
_QUOTED = r"(?:“[^”]{0,40}”|[“])?"
_BEFORE: tuple[tuple[re.Pattern[str], Operator], ...] = (
    (re.compile(rf"{_REDUCE}(?:{_TO}){_S}(?:不超过|不多于|不高于)?{_S}{_QUOTED}{_S}$"), Operator.AT_MOST),
    (re.compile(rf"{_REDUCE}{_S}(?:至|到|为|成)[^，。；\d]{{1,14}}$"), Operator.AT_MOST),
    (re.compile(rf"(?:不超过|不多于|不高于|不大于|(?<!不)(?:小于|低于|少于)|至多|最多){_S}[“]?$"), Operator.AT_MOST),
    (re.compile(rf"(?:不少于|不低于|不小于|至少|达到|达|突破|[提升增扩拓][高升加大充展]?[到至])"
                rf"(?:召开|开展|组织|参加|举办|进行|完成|发布|报送|走访|培训)?{_S}[“]?$"), Operator.AT_LEAST),
    (re.compile(r"(?:不少于|不低于|至少)[^，。；\d]{1,8}$"), Operator.AT_LEAST),
    (re.compile(rf"(?:增长|增幅(?:达到|不低于)?|提高|提升|增加|上升|增速(?:达到|不低于)?){_S}$"), Operator.UP_BY),
    (re.compile(rf"{_REDUCE}{_S}$"), Operator.DOWN_BY),
)
_GROWTH = re.compile(r"(?:增幅|增速|增长率|年均增长|增长)(?:率|幅度)?(?:达到|不低于|达|超过)?[ \t\n]?$")
_AFTER_LIMIT = re.compile(rf"{_S}[”]?{_S}(?:之内|以内|内|以下)?{_S}[”]?{_S}(?:全部|一次性)?(?:办结|办成|审结|完成|办理|答复|反馈|回复|审核|拿证)")
_AFTER_WITHIN = re.compile(rf"{_S}[”]?(?:之内|以内|内)(?=[\u4e00-\u9fff，。；])")
_SHARE_AFTER = re.compile(r"[ \t\n]{0,2}(?:以上)?(?:的)?[^，。；、\d]{2,24}?(?:实现|通过|完成|办结|一次|达到|进驻|可|纳入|网上|全程|使用)")
_QUALIFIER = re.compile(rf"{_S}(?:及|或)?(?:以上|以下|及以下|及以上)?(?:（含）|\(含\))?{_S}(?:及以[上下])?的(?!基础)|{_S}(?:及以[上下])|{_S}(?:以[上下])(?:（含）)[^，。；]")
_COUNTED = re.compile(
    r"(?:新增|新建|建成|建设|打造|培育|引进|落地|落实|推动落实|完成|推广|推出|选树|遴选|举办|组织|开展|召开|实施|改造|发布|制定|"
    r"加快推进|推进|办好|创建|认定|申报|储备|新设|布局)(?P<between>[^，。；\d]{0,48}?)(?:等)?[ \t\n]?$"
)
_MEETING = re.compile(r"(?:每(?:个)?(?:季度|半年|年|月|周)|逢)[^，。；\d]{0,6}$")
_FROM = re.compile(r"(?:由|从|比|较|在)[^，。；\d]{0,8}$")
_TO_FOLLOWS = re.compile(r"[^，。；]{0,24}?(?:压缩|压减|缩短|降|减少|提高|提升|增加|增至)[^，。；]{0,3}(?:至|到|为)")
_AT_LEAST_AFTER = re.compile(rf"{_S}以上")
_AT_LEAST_BEFORE = re.compile(
    r"(?:累计|培训|完成|建成|新增|预留|安排|保持|稳定在|保障|达)[^，。；\d]{0,24}$"
)
_EXCEED = re.compile(r"(?<!不)(?:超过|超)[ \t\n]?$")
_NAMES = re.compile(r"[“《][^”》]{0,30}$")


def find_quantities(text: str, start: int, end: int, title_end: int) -> list[Quantity]:
    """The targets in text[start:end]; what the title says and the body repeats counts once.

    Args:
        text: The document's text.
        start: Where the item's own text begins, its title included.
        end: Where it ends.
        title_end: Where the title ends.
    """
    found = list(_quantities(text, start, end))
    body = {(q.op, q.value, q.unit) for q in found if q.start >= title_end}
    return [q for q in found if q.start >= title_end or (q.op, q.value, q.unit) not in body]


def _quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    position = start
    for anchor in _NUMBER_ANCHOR.finditer(text, start, end):
        if anchor.start() < position:
            continue
        match = _LISTED.match(text, anchor.start(), end)
        if match is None:
            continue
        position = match.end()
        left = _clause_start(text, start, match.start())
        before = text[left : match.start()]
        op = _operator(text, before, match, end)
        if op is None:
            continue
        unit = _UNIT_PREFIX.sub("", re.sub(r"\s", "", match["unit"]))
        metric = _metric(before)
        for value in _values(match):
            yield Quantity(op, value, unit, metric, match.start(), match.end())


def _clause_start(text: str, start: int, position: int) -> int:
    left = max(start, position - 60)
    cut = left
    for match in _CLAUSE_START.finditer(text, left, position):
        cut = match.end()
    return cut


def _values(match: re.Match[str]) -> list[float]:
    if match["upper"]:
        return [number(match["upper"])]
    return [number(item.replace(",", "")) for item in _ITEM.findall(match["numbers"])]


def _operator(text: str, before: str, match: re.Match[str], end: int) -> Operator | None:
    """How the number is to be read; None where it sets nothing."""
    unit, after = match["unit"], match.end()
    if _FROM.search(before) and _TO_FOLLOWS.match(text, after, end):
        return None
    for pattern, op in _BEFORE:
        if pattern.search(before):
            return _checked(op, before, text, match, end)
    if _is_duration(unit) and (
        _AFTER_LIMIT.match(text, after, end) or _AFTER_WITHIN.match(text, after, end)
    ):
        return Operator.AT_MOST
    if _AT_LEAST_AFTER.match(text, after, end) and _AT_LEAST_BEFORE.search(before):
        return Operator.AT_LEAST
    if unit in ("%", "％"):
        if _EXCEED.search(before) and not _QUALIFIER.match(text, after, end):
            return Operator.AT_LEAST
        return Operator.AT_LEAST if _SHARE_AFTER.match(text, after, end) else None
    if re.search(r"以上", text[after : after + 4]) and re.search(r"(?:累计|培训|完成|建成|新增)[^，。；\d]{0,10}$", before):
        return Operator.AT_LEAST
    if unit == "次" and _MEETING.search(before):
        return Operator.EQUAL
    if unit in ("个", "项", "家", "场", "件", "所", "座", "处", "场次") and match.group()[0].isdigit():
        counted = _COUNTED.search(before)
        if counted and not _QUALIFIER.match(text, after, end) and not _NAMES.search(before):
            return Operator.EQUAL
    return None


def _checked(
    op: Operator, before: str, text: str, match: re.Match[str], end: int
) -> Operator | None:
    unit, after = match["unit"], match.end()
    if op in (Operator.UP_BY, Operator.DOWN_BY):
        share = unit in ("%", "％", "百分点", "个百分点")
        return op if share else None
    if op is Operator.AT_LEAST and unit in ("%", "％", "个百分点") and _GROWTH.search(before):
        return Operator.UP_BY
    if _QUALIFIER.match(text, after, end):
        return None
    return op


def _is_duration(unit: str) -> bool:
    return unit.endswith(("日", "天", "小时", "分钟"))


_METRIC_HEAD = re.compile(r"^[ \t\n\r\u3000]*(?:将|把|使|确保|力争|实现|全面|对)?")


def _metric(before: str) -> str:
    """What is counted: the words of the clause before the number."""
    words = re.sub(r"\s", "", _METRIC_HEAD.sub("", before))
    return re.sub(rf"(?:分别|平均|均|可|{_REDUCE})?(?:至|到|为|在|不超过|不少于|不低于|达到|达|至少)*[“]?$", "", words)
