"""Lists of bodies split into mentions.

Separators, 和 and 等, names glued together, names with 、 inside. Works on squeezed text (no white
space), by rules 3 to 5 of the annotation guide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from graphmodel.extraction.brackets import CLOSING, OPENING
from graphmodel.extraction.words import body_words


class Name(NamedTuple):
    """A mention in a squeezed text."""

    words: str
    start: int
    end: int


class NameList(NamedTuple):
    """What a list of bodies says."""

    names: tuple[Name, ...]
    open_ended: bool


_LONGEST_END = 40
"""Characters at the end of a name that tell what it is: an ending and a bracket behind it."""
_LONGEST_WITHOUT_ENDING = 14
_LEVEL = "省市县区旗州"
_SEPARATOR_OR_BRACKET = re.compile(
    rf"[、，,；;/／｜|。.：:]|(?P<opening>[{re.escape(OPENING)}])|(?P<closing>[{re.escape(CLOSING)}])"
)
_ETC = re.compile(r"(?<![高中初同平优上])等(?![级级差额保效候])")
_JOINT = re.compile("以及|及其|和|及|与")
_TRAILING_BRACKET = re.compile(
    rf"[{re.escape(OPENING)}][^{re.escape(OPENING + CLOSING)}]*+[{re.escape(CLOSING)}]$"
)
_BEGINNING = re.compile(
    r"(?:各|驻|有关|相关|[省市县区州旗](?!场|级|直|政|民)|[省市县区](?:级|直|政府)|中共|国家|国网|人民|公安|生态|自然资源)"
)
_GLUE = re.compile(
    rf"(?<=[局办部厅署院会社门位镇道心室委队所司府关行校联站团])(?=各|[{_LEVEL}](?![)）]))"
)
_GLUE_BEFORE_PLACE = re.compile(
    r"(?<=[局厅委心])(?=[\u4e00-\u9fff]{2,3}[县区](?![级直域])[\u4e00-\u9fff]{2})"
)
"""Where a body may end and one of another place begin: 甲河区发改局乙山区教育局."""
_EACH_OF = re.compile(
    "各(?:组成部门|工作部门|部门|单位|委办局|办局|科局|委局|委办|机构|处室|科室|直属|内设)"
)
_BRANCH = re.compile("(?:分局|分公司|分行|支行|支队|大队|税务局)$")
_GLUE_KEPT = re.compile(r"[县市区省]委$")
_VERB_FIRST = re.compile(
    "健全|完善|建立|构建|形成|推动|坚持|强化|突出|压实|明确|制定|印发|"
    "建设[县市区省乡]|新建|改造|修订|支持|鼓励|引导|探索|遴选|培育|发挥|依托|督促|要求|加强|配备"
)
"""What no name of a body begins with, but sentences about bodies do."""
_COUNTED = re.compile("\\d+[部个处项台套家所座条]$")
"""更新电梯42部 is no 部."""
_BY_WHOM = re.compile("(?<!自)由")
_BRACKETS = frozenset(OPENING + CLOSING)
_LEADING = re.compile(
    r"^(?:[—–\-*·•◆★▲◇☆△▼■□]+|[（(][一二三四五六七八九十\d]{1,2}[)）]|[①-⑩]|\d{1,2}[.．、]"
    r"|[^、，,；;（(]{1,16}?(?<!自)由(?=..)|由|和|及|以及|与|并|其中|即)+"
)
"""What stands before a name: a number, the scope of a part (供水由县水务局), a joint."""
_TRAILING = re.compile(
    r"(?:[*◆★▲◇☆△▼■□]+|等|以及|及|和|与|共同|分别|联合|要|应|将|均|都|认真|积极|全力|具体|密切|切实|抓好|支持|协同|主动|做好"
    r"|结合(?:各自|本地|工作)?实际|根据(?:各自)?(?:职责|实际)(?:分工)?|按照?(?:要求|分工|各?自?职责(?:分工)?))+$"
)
_PLURAL = re.compile(r"(?<=[局委办厅院])(?<![省市县区]委)(?:各?部门|等?单位)$")
_GROUP = re.compile(rf"^[\u4e00-\u9fff]{{2,8}}组(?:由|(?=[{_LEVEL}]))")
_WIDGETS = re.compile(
    rf"(?:[{re.escape(OPENING)}](?:打印|关闭|返回|分享|收藏|字号|字体|纠错)"
    rf"[^{re.escape(OPENING + CLOSING)}]{{0,6}}[{re.escape(CLOSING)}])+$"
)
"""What web pages print behind a text: ［打印本页］."""
_SHARED_NOUN = re.compile(
    r"^(?:直属机构|派出机构|政府|单位|部门|企业|院校|街道|园区|机构|办事处|社区)(?=$|以?及|和|与)"
)
_GENERIC_PAIR = re.compile(r"等(?:各|有关|相关)*+(?:部门、单位|单位、部门)$")
_A_LEVEL = "地级以上市|地级市|(?:市辖)?[省市县区州盟镇乡旗](?:[（(][^（()）]{1,6}[）)])?"
_EACH_LEVEL = re.compile(
    rf"各(?:{_A_LEVEL})(?:、(?:{_A_LEVEL}|街道)){{1,2}}"
    r"(?:[（(〔［\[][^）)〕］\]]{1,8}[）)〕］\]])?(?:(?:人民)?政府|党委|党工委|管委会|办事处)(?![\u4e00-\u9fff])"
    r"(?:[（(][^（()）]{1,8}[)）])?"
    r"|各(?P<level>[省市县区州旗])委、(?P=level)(?:人民)?政府(?![\u4e00-\u9fff])"
)
"""各市、县（市、区）政府: one 各 over several levels."""
_UNSPLIT = re.compile(rf"^[{_LEVEL}]")


def has_ending(name: str) -> bool:
    """Whether a name ends as names of bodies do: 局, 委, 办, 中心, …; brackets behind it aside."""
    name = name[-_LONGEST_END:]
    return body_words().ending.search(_TRAILING_BRACKET.sub("", name)) is not None


def is_body(name: str) -> bool:
    """Whether words can name a body, damaged by OCR or not."""
    if not 2 <= len(name) <= 40 or name in body_words().empty or not is_balanced(name):
        return False
    if _VERB_FIRST.match(name) or _BY_WHOM.search(name) or _COUNTED.search(name):
        return False
    return has_ending(name) or (name[0] in _LEVEL + "各" and len(name) <= _LONGEST_WITHOUT_ENDING)


def is_balanced(name: str) -> bool:
    """Whether a name has as many closing brackets as opening ones."""
    return sum(char in OPENING for char in name) == sum(char in CLOSING for char in name)


def split_names(text: str, base: int = 0) -> NameList:
    """The mentions of a list of bodies.

    Args:
        text: Squeezed text such as `县公安局、县税务局等相关单位及各乡镇`.
        base: Added to the offsets of the mentions.
    """
    names: list[Name] = []
    open_ended = False
    for start, end in _members(text):
        for piece_start, piece_end, is_open in _split_etc(text, start, end):
            open_ended |= is_open
            for a, b in _split_joint(text, piece_start, piece_end):
                name = _trimmed(text, a, b, base)
                if name is not None:
                    names.append(name)
    return NameList(tuple(names), open_ended)


def _members(text: str) -> list[tuple[int, int]]:
    """Spans between separators outside brackets, those joined again that are one name."""
    spans: list[tuple[int, int]] = []
    depth = start = 0
    for match in _SEPARATOR_OR_BRACKET.finditer(text):
        kind = match.lastgroup
        if kind == "opening":
            depth += 1
        elif kind == "closing":
            depth = max(0, depth - 1)
        elif depth == 0:
            spans.append((start, match.start()))
            start = match.end()
    spans.append((start, len(text)))
    return list(_joined(text, [(a, b) for a, b in spans if a < b]))


def _joined(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Joins 县防汛 and 抗旱指挥部办公室, 各市党委 and 政府; not 甲河区 and 乙山区人民政府."""
    i = 0
    while i < len(spans):
        start = spans[i][0]
        last = _last_of_name(text, spans, i)
        yield start, spans[last][1]
        i = last + 1


def _last_of_name(text: str, spans: list[tuple[int, int]], first: int) -> int:
    start, end = spans[first]
    if first + 1 < len(spans) and _GENERIC_PAIR.search(text, start, spans[first + 1][1]):
        return first + 1
    if first + 1 < len(spans) and text[end] == "、":
        following = text[slice(*spans[first + 1])]
        if _SHARED_NOUN.match(following) and re.search("各|有关|相关", text[start:end]):
            return first + 1
    for last in (first + 2, first + 1):
        if last < len(spans) and _EACH_LEVEL.fullmatch(text, start, spans[last][1]):
            return last
    if not _UNSPLIT.match(text[start:end]) or has_ending(text[start:end]):
        return first
    if _ETC.search(text, start, end) or _JOINT.search(text, start, end):
        return first
    for last in range(first + 1, min(first + 3, len(spans))):
        if text[spans[last][0] - 1] != "、" or _BEGINNING.match(text, spans[last][0]):
            return first
        if _ETC.search(text, *spans[last]):
            return first  # 市财政、医保等部门: what ends so is not the name
        if has_ending(text[slice(*spans[last])]):
            return last
    return first


def _split_etc(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """Cuts at 等: what stands before it, and the qualified collective after it, if any."""
    match = _ETC.search(text, start, end)
    if match is None:
        yield start, end, False
        return
    yield start, match.start(), True
    rest = match.end()
    joint = _JOINT.match(text, rest, end)
    if joint:
        rest = joint.end()
    generic = body_words().generic.match(text, rest, end)
    if generic and generic.end() == end:
        return
    if generic and (behind := _JOINT.match(text, generic.end(), end)):
        rest = behind.end()
    if rest < end:
        yield rest, end, True


def _split_joint(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cuts at 和, 及, 与, 以及 between two bodies, and where two bodies stand glued."""
    position = start
    for match in _JOINT.finditer(text, start, end):
        if _depth(text, start, match.start()) or match.start() < position:
            continue
        left, right = text[position : match.start()], text[match.end() : end]
        if left and right and has_ending(left) and not _SHARED_NOUN.match(right):
            yield from _split_glued(text, position, match.start())
            position = match.end()
    yield from _split_glued(text, position, end)


def _depth(text: str, start: int, end: int) -> int:
    piece = text[start:end]
    return sum(piece.count(c) for c in OPENING) - sum(piece.count(c) for c in CLOSING)


def _split_glued(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for cut in _glue_places(text, start + 2, end):
        left, right = text[position:cut], text[cut:end]
        if len(left) < 3 or not is_body(right) or _depth(text, position, cut):
            continue
        if _EACH_OF.match(right):
            continue  # 县委各部门: one collective
        if has_ending(left) and not _GLUE_KEPT.search(left) and not left.endswith("总局"):
            yield position, cut
            position = cut
    yield position, end


def _glue_places(text: str, start: int, end: int) -> list[int]:
    """Where two bodies may stand glued together."""
    places = [match.start() for match in _GLUE.finditer(text, start, end)]
    if not _BRANCH.search(text[start:end]):
        places += [match.start() for match in _GLUE_BEFORE_PLACE.finditer(text, start, end)]
    return sorted(set(places))


def _trimmed(text: str, start: int, end: int, base: int) -> Name | None:
    """The mention without the words around it; None where nothing is left that names a body."""
    words = _WIDGETS.sub("", text[start:end])
    end = start + len(words)
    for pattern in (_LEADING, _GROUP):
        match = pattern.match(words)
        if match and match.end() < len(words):
            start += match.end()
            words = text[start:end]
    if words[:1] in _BRACKETS and not _TRAILING_BRACKET.search(words):
        start += 1
        words = words[1:]
    if words[-1:] in _BRACKETS and not _TRAILING_BRACKET.search(words):
        words = words[:-1]
    match = _TRAILING.search(words)
    if match:
        words = words[: match.start()]
    words = _PLURAL.sub("", words)
    if not words or words.strip(OPENING + CLOSING) in body_words().empty:
        return None
    return Name(words, base + start, base + start + len(words))
