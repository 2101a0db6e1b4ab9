"""What the head of a document says of the plan: title, number, issuers, place, date, citations."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import PurePath

from graphmodel.extraction.addressees import addressees
from graphmodel.extraction.brackets import CLOSING, OPENING
from graphmodel.extraction.draft import FrontMatter
from graphmodel.extraction.names import has_ending
from graphmodel.extraction.numerals import chinese_number
from graphmodel.extraction.outline import LINE_START
from graphmodel.model.ids import squeeze
from graphmodel.model.vocabulary import PlanStatus
from graphmodel.reading.document import Document

_HEAD = 4000
"""Characters at the beginning in which front matter stands."""
_HEADING_LINE = re.compile(r"(?!附件)(?=.*[\u4e00-\u9fff]{4}).*[^：:。]$")
_LONGEST_LINE = 300
_LONGEST_TITLE = 80
_SIGNATURE = 300
"""Characters above a date in which the bodies that sign stand."""
_SEAL = re.compile(r"[（(](?:代章|章|印章|盖章)[）)]$")
_SECOND_LINE = re.compile("(?:工作)?(?:领导小组|委员会|指挥部|联席会议|专班|办公室)")
"""How the second line of a long name of a body begins."""
_SIGNED_AFTER = 200
_LAST_DATES = 20
_KIND = (
    "方案|计划|机制|意见|办法|规划|措施|要点|清单|细则|规定|纲要|举措|政策|分工|安排|制度|规程|预案|条例|"
    "指引|分工表|分解表|任务书|行动|通知|决定|通报|报告"
)
_DRAFT = re.compile(r"征求意见|送审稿|讨论稿|草案|草稿|代拟稿|修改稿|[日次]修改[）)]")
_REMARK = re.compile(
    r"[（(](?:征求意见稿|送审稿|讨论稿|草案|修订稿?|代拟稿|[^（()）]{0,12}修改稿?)[）)]"
)
_TITLE_LINE = re.compile(rf"(?:{_KIND})(?:[（(][^）)]{{2,12}}[）)])*$")
_BRACKET_LINE = re.compile(r"[（(][^（）()]{2,12}[）)]")
_NOTICE = re.compile(r"通知|通报|函$|公告|征求|说明$")
_ABOUT = re.compile(
    r"关于(?:印发|征求|转发|公开征求|下发|发布)《?(?P<title>.{2,120}?)》?(?:（[^）]{0,20}）)?"
    r"(?:意见.{0,20})?的(?:通知|函|公告)"
)
_ANNOUNCED = re.compile(r"现?将《(?P<title>[^《》]{4,80})》(?:印发|下发|予以印发)")
_PINYIN = r"(?:[(（][a-z\u00e0-\u024f]{1,6}[)）])?"
"""What some web pages inject behind a traditional character."""
_NUMBER = re.compile(
    rf"(?:{LINE_START}[ \t\u3000#*]*+|(?:文[ \t\u3000]*+号|发文字号|字[ \t]*+号)[ \t\u3000:：]*+)"
    rf"(?P<number>(?:[\u4e00-\u9fff]{_PINYIN}){{2,14}}[ \t]?[〔\[［（(【][ \t]?(?:19|20)\d\d[ \t]?"
    r"[〕\]］）)】][ \t]?(?:第)?[ \t]?\d{1,4}[ \t]?[号號])[ \t\u3000*]*(?=[\n\r\f]|\Z|[ \t]{2})"
)
_COUNT = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_DATE_LINE = re.compile(
    rf"{LINE_START}(?P<signers>[ \t\u3000]*+[\u4e00-\u9fff（）() \t]{{4,60}}?)??"
    r"[ \t\u3000（(]*+(?P<year>20\d\d|二[〇○0零Oo]\S{2})[ \t]?年"
    rf"[ \t]?(?P<month>{_COUNT})[ \t]?月[ \t]?(?P<day>{_COUNT})[ \t]?日"
    r"[ \t\u3000）)]*+(?=[\n\r\f]|\Z)"
)
_DAY_AT_LINE_END = re.compile(r"日[ \t\u3000）)]*+(?=[\n\r\f]|\Z)")
_LONGEST_DATE = 100
_CITED = re.compile(r"《(?P<title>[^《》]{3,120})》")
_POLICY = re.compile(
    r"(?:条例|法|办法|规定|方案|计划|意见|规划|纲要|战略|要点|清单|细则|通知|决定|报告|措施|标准|准则|制度"
    r"|政策|公约|宪法|章程|目录|指南|指引|规范|规则|指导意见|分工)(?:[（(][^（）()]{1,20}[）)])*$"
)
_TEMPLATE = re.compile(r"[xX×]{2,}|模板|样表|样式")
_PLACE = re.compile(
    r"^(?:中共|中国共产党)?(?P<place>[\u4e00-\u9fff]{1,8}?(?:自治县|自治州|自治旗|自治区|新区|林区|特区|地区|县|区|市|省|旗|[盟州](?![市区县省])))"
    r"(?!场|民|域|级|直|面|内|划)"
)
_NOT_A_PLACE = re.compile(
    r"^[全各我本该辖市县区省社园城老](?:[市县区省]|$)"
    r"|关于|优化|推进|加强|深化|促进|落实|贯彻|支持|提升|加快|印发|开展|建设|完善|实施"
)
_STATE = re.compile(
    r"^(?:国务院|中共中央|中华人民共和国|国家|全国人大"
    r"|(?![\u4e00-\u9fff]{1,8}[省市县区州盟旗]委)[\u4e00-\u9fff]{2,8}部(?:$|办公厅))"
)
_METADATA_DATES = ("成文日期", "发文日期", "印发日期", "生成日期")


def front_matter(document: Document, text: str, body_start: int) -> FrontMatter:
    """The front matter of a document.

    Args:
        document: The document.
        text: Its text with all digits of plain width.
        body_start: Offset of the first number of its outline; the head lies before it.
    """
    head_end = min(body_start, _HEAD) if body_start else min(len(text), _HEAD)
    lines = _lines(text, head_end)
    stated = dict(document.metadata)
    issuers, issued = _signature(text, head_end)
    issuers = issuers or _stated_issuers(stated)
    issued = issued or _stated_date(stated)
    title = _title(lines, document.title) or PurePath(document.name).stem
    return FrontMatter(
        title=_REMARK.sub("", title),
        doc_number=_doc_number(text, head_end, stated),
        issuers=issuers,
        jurisdiction=_jurisdiction(issuers, title, lines),
        issued=issued,
        status=_status(title, lines),
        references=_references(text, title),
        addressees=addressees(text, head_end),
    )


def _lines(text: str, end: int) -> list[str]:
    """The lines of the head, squeezed, headings' marks and empty lines left out."""
    lines = (squeeze(line).strip("#*") for line in re.split(r"[\n\r\f]+", text[:end]))
    return [line for line in lines if line]


def _title(lines: list[str], stated: str | None) -> str:
    """The last heading of a plan before its text; else the plan that the notice speaks of."""
    candidates = [line for line in _rejoined(lines) if _is_title(line)]
    plans = [line for line in candidates if not _NOTICE.search(_REMARK.sub("", line))]
    whole = squeeze(stated or "")
    if plans and not (whole.endswith(plans[-1]) and not _NOTICE.search(whole)):
        return _announced(plans[-1].strip("《》"), lines)
    for line in [*candidates, *lines]:
        about = _about(line[:_LONGEST_LINE])
        if about and not whole:
            return about["title"].strip("《》")
    if whole:
        return whole
    if candidates:
        return candidates[0]
    announced = (match["title"] for line in lines for match in _ANNOUNCED.finditer(line))
    return next(announced, None) or _first_heading(lines)


def _first_heading(lines: list[str]) -> str:
    """The first line that is no sentence and addresses nobody, else nothing."""
    headings = (line for line in lines[:3] if _HEADING_LINE.match(line))
    return next((line for line in headings if len(line) <= _LONGEST_TITLE), "")


def _about(line: str) -> re.Match[str] | None:
    """What a notice speaks of; not what a document speaks of that is cited in 《》."""
    match = _ABOUT.search(line)
    if match is None or line.count("《", 0, match.start()) > line.count("》", 0, match.start()):
        return None
    return match


def _announced(title: str, lines: list[str]) -> str:
    """The title in full, where a notice gives it in 《》 and the head only its second line."""
    for line in lines:
        for match in _ANNOUNCED.finditer(line):
            if match["title"].endswith(title) and len(match["title"]) > len(title):
                return match["title"]
    return title


def _is_title(line: str) -> bool:
    bare = _REMARK.sub("", line)
    return (
        6 <= len(bare) <= _LONGEST_TITLE
        and _TITLE_LINE.search(bare) is not None
        and not re.search(r"[。；;：:]|^附件|，现|现将|^《[^》]*》(?:已经|经)", line)
    )


def _rejoined(lines: list[str]) -> list[str]:
    """The lines, and where two short ones make one title, the two together."""
    joined: list[str] = []
    taken = False
    for line, following in pairwise((*lines, "")):
        if taken:
            taken = False
            continue
        pair = line + following
        wrapped = not _is_title(line) and 4 <= len(line) <= 40 and _opens_title(line)
        taken = _is_title(pair) and (wrapped or _BRACKET_LINE.fullmatch(following) is not None)
        joined.append(pair if taken else line)
    return joined


def _opens_title(line: str) -> bool:
    return not has_ending(line) and not re.search(r"[。，：:；;号）)]$|日$|^附件", line)


def _doc_number(text: str, head_end: int, stated: dict[str, str]) -> str | None:
    match = _NUMBER.search(text, 0, head_end)
    if match:
        return _with_matching_brackets(squeeze(match["number"]))
    number = squeeze(stated.get("发文字号", "") or stated.get("文号", ""))
    return number if "号" in number else None


def _with_matching_brackets(number: str) -> str:
    """A document number whose brackets are of two kinds, as OCR reads them, with 〔〕."""
    opening, closing = re.findall(f"[{re.escape(OPENING + CLOSING)}]", number)[:2]
    if OPENING.index(opening) == CLOSING.index(closing):
        return number
    return number.replace(opening, "〔").replace(closing, "〕")


def _signature(text: str, head_end: int) -> tuple[tuple[str, ...], str | None]:
    """The bodies printed above a line that is a date, and the date.

    A notice is signed before its plan; a plan that is the notice's own text, below it.
    """
    for match in _DATE_LINE.finditer(text, 0, head_end + _SIGNED_AFTER):
        issuers = _signers(text, _date_start(match))
        if match.start() > 0 and (issuers or not match["signers"]):
            return issuers, _iso(match)
    for match in reversed([*_date_lines(text, head_end)][-_LAST_DATES:]):
        issuers = _signers(text, _date_start(match))
        if issuers:
            return issuers, _iso(match)
    return (), None


def _date_start(match: re.Match[str]) -> int:
    """Where the date itself begins, behind who signed on the same line."""
    return match.end("signers") if match["signers"] else match.start()


def _date_lines(text: str, start: int) -> Iterator[re.Match[str]]:
    """Lines behind `start` that are a date; lines that end with 日 are few."""
    for end in _DAY_AT_LINE_END.finditer(text, start):
        match = _DATE_LINE.search(text, max(start, end.start() - _LONGEST_DATE), end.end())
        if match is not None:
            yield match


def _signers(text: str, end: int) -> tuple[str, ...]:
    """The bodies on the lines above a date, in order."""
    above = re.split(r"[\n\r\f]+", text[max(0, end - _SIGNATURE) : end].strip())
    issuers: list[str] = []
    while above and (names := _names_on(above[-1])):
        above.pop()
        if above and _SECOND_LINE.match(names[0]) and _is_name(above[-1]):
            names[0] = squeeze(above.pop()) + names[0]
        issuers = names + issuers
    return tuple(issuers)


def _names_on(line: str) -> list[str]:
    """The bodies that a line holds and nothing else: one, or several with wide gaps between."""
    words = [_SEAL.sub("", part) for part in line.split()]
    if not all(has_ending(part) and 4 <= len(part) <= 30 for part in words):
        words = [_SEAL.sub("", squeeze(line))]
    named = all(has_ending(part) and len(part) <= 30 and _is_name(part) for part in words)
    return words if all(words) and named else []


def _is_name(line: str) -> bool:
    return re.search(r"[，。：:、；;《》“”]", line) is None


def _iso(match: re.Match[str]) -> str | None:
    def value(words: str) -> int:
        words = re.sub("[○0Oo]", "〇", words) if words.startswith("二") else words
        return int(words) if words.isdecimal() else chinese_number(words)

    try:
        return datetime.date(*(value(match[k]) for k in ("year", "month", "day"))).isoformat()
    except ValueError:
        return None


def _stated_issuers(stated: dict[str, str]) -> tuple[str, ...]:
    words = squeeze(stated.get("发文机关", "") or stated.get("发布机构", ""))
    return tuple(part for part in re.split("[、，,；;]", words) if part)


def _stated_date(stated: dict[str, str]) -> str | None:
    for key in _METADATA_DATES:
        found = re.search(
            r"(?P<year>20\d\d)\D{1,2}(?P<month>\d{1,2})\D{1,2}(?P<day>\d{1,2})", stated.get(key, "")
        )
        if found and (date := _iso(found)):
            return date
    return None


def _jurisdiction(issuers: tuple[str, ...], title: str, lines: list[str]) -> str | None:
    """The place of the first issuer, else the one that the title or a line of the head names."""
    for words in (*issuers, title, *lines[:8]):
        if _STATE.match(words):
            return "全国"
        match = _PLACE.match(words.lstrip("《"))
        if match and not _NOT_A_PLACE.search(match["place"]):
            return match["place"]
    return None


def _status(title: str, lines: list[str]) -> PlanStatus:
    draft = _DRAFT.search(title) or any(_DRAFT.search(line) for line in lines if len(line) < 80)
    return PlanStatus.DRAFT if draft else PlanStatus.ISSUED


def _references(text: str, title: str) -> tuple[str, ...]:
    """The titles of policy and legal documents cited in 《》, each once, in order."""
    found: dict[str, None] = {}
    own = _plain(title)
    for match in _CITED.finditer(text):
        words = squeeze(match["title"])
        if (
            _POLICY.search(words)
            and len(words) >= 4
            and _plain(words) != own
            and not _TEMPLATE.search(words)
        ):
            found.setdefault(words)
    return tuple(found)


def _plain(title: str) -> str:
    """A title without the remark on its status, its brackets of one width."""
    return _REMARK.sub("", title).replace("(", "（").replace(")", "）")
