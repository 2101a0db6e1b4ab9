"""Targets: the numbers that an item sets as a goal or limit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from graphmodel.extraction.numerals import number
from graphmodel.model.ids import squeeze
from graphmodel.model.vocabulary import Operator


class Quantity(NamedTuple):
    """One number to be reached."""

    op: Operator
    value: float
    unit: str
    metric: str
    start: int
    end: int


_GAP = r"[ \t\n\r\u3000]{0,3}"
_UNIT = (
    r"(?:个|多)?(?:工作日|自然日|小时|百分点|环节|分钟|年|月|日|天|周)|[％%]|‰"
    r"|(?:万|亿)?(?:人次|场次|元|美元|吨|千瓦时|千瓦|亩|平方米|公里|户|人|家|台|套|辆|张|册|件|条)"
    r"|[个项次份名所座处场批类种倍期篇]"
)
_ARABIC = r"(?<![\d.A-Za-z×+])(?:\d{1,3}(?:,\d{3}){1,4}+|\d{1,15}+)(?:\.\d{1,9}+)?(?!\d)"
_DIGITS = "一二两三四五六七八九十"
_CHINESE = rf"(?<![{_DIGITS}百千万第])[{_DIGITS}]{{1,3}}(?=个?(?:环节|工作日|小时|次))"
_NUMBER = rf"(?:{_ARABIC}|{_CHINESE})"
_QUANTITY = re.compile(
    rf"(?P<numbers>{_NUMBER}"
    rf"(?:(?:{_GAP}(?:{_UNIT}))?{_GAP}(?:、|和|及|，(?=\d))[“”]?{_GAP}{_NUMBER}){{0,9}}+)"
    rf"(?:{_GAP}[—–~～至-]{{1,2}}{_GAP}(?P<upper>{_ARABIC}))?"
    rf"{_GAP}(?P<unit>{_UNIT})"
)
_ANCHOR = re.compile(rf"[\d{_DIGITS}](?:(?<=\d)|(?=[{_DIGITS}]{{0,2}}个?(?:环节|工作日|小时|次)))")
"""What any number begins with; scanning for it alone is several times faster."""
_ITEM = re.compile(rf"(?P<value>{_ARABIC}|[{_DIGITS}]+)(?:{_GAP}(?P<unit>{_UNIT}))?")
_MEASURE_WORD = re.compile(r"^[个多](?=.)")
_CLAUSE_START = re.compile(r"[，。；;！？:：]|\n\s*\n")
_CLAUSE = 60
"""Characters before a number that can say how it is to be read."""
_BEHIND = 40

_REDUCE = "(?:压减|压缩|缩减|缩短|精简|减少|降低|下降|降|减|控制|稳定|限制|合并|整合|优化)"
_AT_MOST = re.compile(
    rf"{_REDUCE}(?:至|到|为|成|在)[^，。；\d]{{0,16}}$"
    rf"|{_REDUCE}“[^”]{{0,40}}”$|{_REDUCE}为“[^”]{{0,40}}”$"
    r"|(?:不超过|不多于|不高于|不大于|(?<!不)(?:小于|低于|少于)|至多|最多)“?$"
)
_AT_LEAST = re.compile(
    r"(?:不少于|不低于|不小于|至少|达到?|突破|[提升增扩拓][高升加大充展]?[到至])"
    r"(?:召开|开展|组织|参加|举办|进行|完成|发布|报送|走访|培训)?“?$"
    r"|(?:不少于|不低于|至少)[^，。；\d]{1,8}$|[提升增][高升加][^，。；\d]{1,24}(?:至|到)$"
)
_UP_BY = re.compile(
    r"(?:提高|提升|增加|上升|(?:增长|增幅|增速|增长率)(?:达到?|不低于|不少于|超过)?)$"
)
_DOWN_BY = re.compile(rf"{_REDUCE}$")
_LEGAL_TERM = re.compile(r"(?:印发|发布|施行|实施|公布)之日起$")
"""Before a term that is no time limit of a service: 自印发之日起30日内."""
_SHARES = ("%", "％", "‰", "百分点", "个百分点")
_DURATIONS = ("日", "天", "小时", "分钟")
_COUNTS = (
    *("个", "项", "家", "场", "件", "所", "座", "处", "户", "场次", "公里", "平方米", "亩", "吨"),
    *("人次", "套", "台", "辆", "张"),
)

_BASELINE_BEFORE = re.compile(r"(?:由|从|比|较|在)[^，。；\d]{0,8}$")
_BASELINE_AFTER = re.compile(
    r"[^，。；]{0,24}?(?:压缩|压减|缩短|降|减少|提高|提升|增加|增至)[^，。；]{0,3}(?:至|到|为)"
)
_QUALIFIER = re.compile(
    r"(?:及|或)?(?:以[上下])?(?:（含）|\(含\))?的(?!基础)|及以[上下]|以[上下]（含）[^，。；]"
)
"""Behind a number that only tells which things are meant: 超过200万元的货物."""
_WITHIN = re.compile(
    r"”?(?:之内|以内|内)(?=[\u4e00-\u9fff，。；])"
    r"|”?(?:之内|以内|内|以下)?”?(?:全部|一次性)?"
    r"(?:办结|办成|审结|完成|办理|答复|反馈|回复|审核|拿证)"
)
_MINIMUM_BEFORE = re.compile(
    r"(?:实现|力争|累计|培训|完成|建成|新增|预留|安排|保持|稳定在|保障|达)[^，。；\d]{0,24}$"
)
_EXCEEDS = re.compile(r"(?<!不)超过?$")
_SHARE_OF = re.compile(
    r"(?:以上)?的?[^，。；、\d]{2,24}?"
    r"(?:实现|通过|完成|办结|一次|达到|进驻|可|纳入|网上|全程|使用)"
)
_MEETING = re.compile(r"(?:每个?(?:季度|半年|年|月|周)|逢)(?![^，。；]*享受)[^，。；\d]{0,6}$")
_DELIVERED = re.compile(
    r"(?:新增|新建|建成|建设|打造|培育|引进|落地|落实|完成|推广|推出|选树|遴选|举办|组织|开展|召开|实施"
    r"|改造|消除|新增|发布|制定|推进|办好|创建|认定|申报|储备|新设|布局)"
    r"(?:[^，。；\d]|\d{1,9}[^，。；\d]{1,3}、){0,48}?等?$"
)
_NAME_OF_LIST = re.compile("(?:重点)?(?:改革|任务|机制|制度|行动|工程|举措|措施|保障|提升)")
"""Behind a count that only names a list: 完成6项改革任务."""
_QUOTED_BEFORE = re.compile(r"[“《][^”》]{0,30}$")


@dataclass(frozen=True, slots=True)
class _Context:
    """A number with the words around it, white space left out."""

    before: str
    after: str
    unit: str
    in_digits: bool

    @property
    def qualifies(self) -> bool:
        """Whether the number only says which things are meant."""
        return _QUALIFIER.match(self.after) is not None


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
    for anchor in _ANCHOR.finditer(text, start, end):
        if anchor.start() < position:
            continue
        match = _QUANTITY.match(text, anchor.start(), end)
        if match is None:
            continue
        position = match.end()
        context = _context(text, start, end, match)
        op = _operator(context)
        if op is not None:
            metric = _metric(context.before)
            for value, unit in _values(match):
                yield Quantity(op, value, unit, metric, *match.span())


def _context(text: str, start: int, end: int, match: re.Match[str]) -> _Context:
    left = max(start, match.start() - _CLAUSE)
    for cut in _CLAUSE_START.finditer(text, left, match.start()):
        left = cut.end()
    return _Context(
        before=squeeze(text[left : match.start()]),
        after=squeeze(text[match.end() : min(end, match.end() + _BEHIND)]),
        unit=squeeze(match["unit"]),
        in_digits=match.group()[0].isdigit(),
    )


def _values(match: re.Match[str]) -> list[tuple[float, str]]:
    """The numbers with their units: of a range the upper end; a number without takes the next."""
    unit = _plain_unit(match["unit"])
    if match["upper"]:
        return [(number(match["upper"]), unit)]
    values = []
    for item in reversed([*_ITEM.finditer(match["numbers"])]):
        # 5个、15个工作日: a measure word alone stands for the unit that follows
        own = item["unit"] if item["unit"] != "个" else None
        unit = _plain_unit(own) if own else unit
        values.append((number(item["value"].replace(",", "")), unit))
    return values[::-1]


def _plain_unit(words: str) -> str:
    return _MEASURE_WORD.sub("", squeeze(words))


def _operator(c: _Context) -> Operator | None:
    """How the number is to be read; None where it sets nothing."""
    if _BASELINE_BEFORE.search(c.before) and _BASELINE_AFTER.match(c.after):
        return None
    if _AT_MOST.search(c.before):
        once = c.unit == "次" and not c.in_digits  # 合并为一次
        return None if once or c.qualifies else Operator.AT_MOST
    if c.unit in _SHARES and _UP_BY.search(c.before):
        return Operator.UP_BY
    if _AT_LEAST.search(c.before):
        return None if c.qualifies else Operator.AT_LEAST
    if _DOWN_BY.search(c.before):
        return Operator.DOWN_BY if c.unit in _SHARES else None
    if c.unit.endswith(_DURATIONS) and _WITHIN.match(c.after):
        return None if _LEGAL_TERM.search(c.before) else Operator.AT_MOST
    if c.after.startswith("以上") and _MINIMUM_BEFORE.search(c.before):
        return Operator.AT_LEAST
    return _share(c) if c.unit in _SHARES else _count(c)


def _share(c: _Context) -> Operator | None:
    """95%的事项实现“网上办”, 打通率超过80%."""
    exceeds = _EXCEEDS.search(c.before) and not c.qualifies
    return Operator.AT_LEAST if exceeds or _SHARE_OF.match(c.after) else None


def _count(c: _Context) -> Operator | None:
    """每季度召开一次, 推动落实11个“一件事”."""
    if c.unit == "次" and _MEETING.search(c.before):
        return Operator.EQUAL
    if (
        not c.in_digits
        or not c.unit.endswith(_COUNTS)
        or c.qualifies
        or _NAME_OF_LIST.match(c.after)
    ):
        return None
    delivered = _DELIVERED.search(c.before) and not _QUOTED_BEFORE.search(c.before)
    return Operator.EQUAL if delivered else None


_METRIC_HEAD = re.compile(
    r"^(?:.*?(?:到|至)?20\d\d年(?:底|末)?[，,]?)?(?:将|把|使|确保|力争|实现|全面|对)?"
)
_METRIC_BASELINE = re.compile(r"(?:由|从)[^，、]{0,12}\d[^，、]{0,6}$")
_METRIC_TAIL = re.compile(
    rf"(?:分别|平均|均|可|{_REDUCE})?(?:至|到|为|在|不超过|不少于|不低于|达到?|至少)*“?$"
)


def _metric(before: str) -> str:
    """What is counted: the words of the clause before the number."""
    words = _METRIC_TAIL.sub("", _METRIC_HEAD.sub("", before), count=1)
    return _METRIC_BASELINE.sub("", words)
