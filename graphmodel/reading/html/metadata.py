"""The table of metadata and the line below the headline that government sites print.

Sites print 索引号, 发文机关, 成文日期 … above a document, as a table or a list, and
发布时间：… 来源：… below its headline; the labels differ from site to site.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from graphmodel.reading.html.flow import Line

_PRINTED = {
    "索引号": "索引号 信息索引号 索引码",
    "发文机关": "发文机关 发文机构 发文单位 发文部门 发布机构 发布单位 制发机关 制定机关 制发单位",
    "成文日期": "成文日期 成文时间 生成日期 发文日期 发文时间 印发日期 制发日期",
    "标题": "标题 名称 信息名称 文件名称 文件标题 公文名称",
    "发文字号": "发文字号 文号 发文文号 公文文号 文件编号",
    "发布日期": "发布日期 发布时间 公开日期 公开时间",
}
"""Keys of the metadata, and the labels that sites print for them."""
_OTHER_LABELS = (
    "主题分类 主题词 主题 体裁分类 组配分类 服务对象分类 公文种类 公文类别 文件类型 信息分类 "
    "信息类别 分类 有效性 时效性 效力状态 是否有效 生效日期 失效日期 失效时间 废止日期 有效期 "
    "公开方式 公开范围 公开类别 公开形式 公开程序 公开责任部门 来源 信息来源 文章来源 稿件来源 "
    "作者 责任编辑 编辑 浏览次数 浏览量 点击数 点击量 点击率 阅读次数 访问次数 访问量 字体 字号 "
    "关键词 关键字 内容概述 内容概要 统一登记号 登记号 语种 实施日期 联合发文单位"
)
"""Labels that stand beside them, of which nothing is kept."""
_LOOSE_LABELS = ("时间", "日期")
"""Labels of the date of publication beside another label; alone they may stand before any date."""
_KEYS = {label: key for key, labels in _PRINTED.items() for label in labels.split()}
_KEYS |= dict.fromkeys(_LOOSE_LABELS, "发布日期")

_LABEL_WORDS = "|".join(
    " ?".join(label)
    for label in sorted([*_KEYS, *_OTHER_LABELS.split()], key=lambda word: (-len(word), word))
)
_LABEL = re.compile(rf"(?<![\u4e00-\u9fff])({_LABEL_WORDS}) ?[:：]")
_BARE_LABEL = re.compile(_LABEL_WORDS)
_TABLE_LABELS = 3
"""So many labels without a colon make a table of metadata; one may be the head of a column."""

_DATE = re.compile(r"(?<!\d)((?:19|20)\d{2})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})(?!\d)日?")
_MOMENT = re.compile(rf"(?:{_DATE.pattern})(?: ?\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?)?")
_OPENING = " |｜,，;；[【(（"
_CLOSING = " |｜,，;；]】"
"""What stands between labelled values. A round bracket may close the value: 方案（试行）."""
_VALID = {
    "索引号": re.compile(r"\d"),
    "发文机关": re.compile(r"[\u4e00-\u9fff]{2}"),
    "成文日期": _DATE,
    "标题": re.compile(r"[\u4e00-\u9fff].{4}"),
    "发文字号": re.compile(r"号|\d{4}"),
    "发布日期": _DATE,
}
"""What a value must show: labels stand in search forms too, with anything behind them."""


@dataclass(slots=True)
class Metadata:
    """Pairs of key and value in the order of the page, and the lines that they were read from."""

    pairs: dict[str, str] = field(default_factory=dict)
    lines: set[int] = field(default_factory=set)

    def add(self, label: str, value: str) -> bool:
        """Keep the first good value of a key, and tell whether this one is good."""
        key = _KEYS.get(label.replace(" ", ""))
        if not key or not _VALID[key].search(value):
            return False
        self.pairs.setdefault(key, value)
        return True


def read_metadata(lines: Sequence[Line]) -> Metadata:
    """Find labelled values among lines.

    A line that begins with a label holds one or more labels with values; where the last has
    none, the next line is its value. A date before the first label is the date of publication.
    """
    found = Metadata()
    bare = {i for i, line in enumerate(lines) if _BARE_LABEL.fullmatch(line.text)}
    if len({lines[i].text for i in bare}) < _TABLE_LABELS:
        bare.clear()
    for index, line in enumerate(lines):
        if index in found.lines:
            continue
        label = line.text if index in bare else _read_line(line.text, found)
        if label is None:
            continue
        found.lines.add(index)
        value = _value_below(lines, index, bare) if label else None
        if value and (found.add(label, value) or lines[index].in_table):
            found.lines.add(index + 1)
    return found


def _read_line(text: str, found: Metadata) -> str | None:
    """Take the labelled values of a line.

    Returns:
        The last label if it has no value in the line, an empty text if all have values, None
        if the line does not begin with a label.
    """
    marks = list(_LABEL.finditer(text))
    if not marks or all(mark[1] in _LOOSE_LABELS for mark in marks):
        return None
    before = text[: marks[0].start()].strip(_OPENING + _CLOSING)
    if before and not _MOMENT.fullmatch(before):
        return None
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    value = ""
    for mark, end in zip(marks, ends, strict=True):
        value = text[mark.end() : end].rstrip(_OPENING).strip(_CLOSING)
        found.add(mark[1], value)
    found.add("发布日期", before)
    return "" if value else marks[-1][1]


def _value_below(lines: Sequence[Line], index: int, bare: set[int]) -> str | None:
    """Give the next line if it can be a value: no label itself, and in a table like its label."""
    if index + 1 == len(lines) or index + 1 in bare:
        return None
    line = lines[index + 1]
    if line.in_table != lines[index].in_table or _LABEL.match(line.text):
        return None
    return line.text


def iso_date(value: str) -> str | None:
    """Give the first date of a value, such as 2019年01月14日 or 2019-1-14 10:22, in ISO form."""
    found = _DATE.search(value)
    if not found:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    except ValueError:
        return None
