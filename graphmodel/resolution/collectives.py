"""Groups that plans name like one body: 各乡镇, 县直相关部门, 驻县有关单位, 涉农单位.

All functions take a plain, contracted name.
"""

from __future__ import annotations

import re

from graphmodel.resolution.gazetteer import Entry, gazetteer
from graphmodel.resolution.spelling import without_connectives

TOWNSHIP = "township"
COLLECTIVE = "collective"

_PLACE = "(?:自治区|自治州|地区|[省市县区州盟旗])"
_ONE_PLACE = re.compile(rf"^{_PLACE}")
_LEVEL = rf"(?:全?{_PLACE}(?:级|直属|直|属|域|内)|[全本我]{_PLACE}|{_PLACE}(?=各|有关|相关))?+"
_EACH = "各级|各|有关|相关|所有|其他|其它|全体|涉及的?"
_LEAD = re.compile(rf"(?P<level>{_LEVEL})(?P<each>(?:{_EACH})*+)")
_LEADING_EACH = re.compile(rf"{_LEVEL}(?:驻[一-鿿]{{1,4}}?)?各(?![族界])")
_PLURAL = re.compile(
    "(?:部门|单位|机构|企业|主体|成员|运营商|高校|院校|学校|医院|团体|商户|平台|银行|公司|园区|开发区|"
    "管委会|派出所|协会|商会|景区|校|处室|科室|股室|站所|专班|中心|局|地区|地方|指挥部|工作组)$"
)
# No single body is called so.
_GROUP = re.compile(
    "(?:部门|单位|机构|企业|市场主体|经营主体|运营主体|责任主体|运营商|高校|院校|公立医院|行业协会|行业协会商会|"
    "(?:^|国有|股份制|地方)商业银行)$"
)
_TOWNSHIP_BODIES = re.compile("^(?:乡镇街道|镇街道|乡镇|镇街|街镇).*[^局委办厅]$")
_UTILITIES = re.compile("^供?[水电气暖热讯]、?供?[水电气暖热讯].{0,8}公司$")
_LISTED_BODIES = re.compile("（[^（）]*[局委办府院会][、，][^（）]*）$")

_COUNTIES = (
    "县市区|市县区|区县市|县区市|区市县|旗县市区|旗县区|旗县市|县区|区县|县市|市县|旗县|市辖区"
)
_TOWNSHIPS = (
    "乡镇街道|镇街道|乡镇场|镇乡街道|街道乡镇|镇乡|乡镇|镇街|街镇|乡街|镇办|街办|街道办|街道|"
    "乡|镇|社区|行政村|村|苏木"
)
_HIGHER = "省级|省区市|省市|设区市|地级市|市州|州市|地市|盟市|省|市|州"
_GOVERNMENTS = "政府|党委|党工委|管委会|办事处|村委会|居委会|公所"
_SINGLE = "县|旗|城区|区|园区|开发区|功能区|景区|新区"
_TERRITORY = re.compile(rf"(?:{_GOVERNMENTS}|{_COUNTIES}|{_TOWNSHIPS}|{_HIGHER}|{_SINGLE})++")
_SEVERAL = re.compile(rf"{_COUNTIES}|{_TOWNSHIPS}|设区市|市州|盟市")
_COUNTY_OR_BELOW = re.compile("县|旗|城区|市辖区|市区|^区|乡|镇|街|社区|村|苏木")
_AT_TOWNSHIP = re.compile(rf"(?:{_TOWNSHIPS})(?<!社区)(?<!村)")
_PUNCTUATION = re.compile("[（）、，,/]")
_SOME = re.compile("[有相]关|涉及")
_OFFICES = re.compile("政府|办事处|(?<=街道)办")


def is_collective(name: str) -> bool:
    """Whether the words name a group."""
    if _named_group(name) or _GROUP.search(name) or _LEADING_EACH.match(name):
        return True
    lead = _LEAD.match(name)
    if lead and lead["each"] and _PLURAL.search(name):
        return True
    others = (_TOWNSHIP_BODIES, _UTILITIES, _LISTED_BODIES)
    return is_territorial(name) or any(pattern.search(name) for pattern in others)


def is_territorial(name: str) -> bool:
    """Whether the words name all places of a level, or their governments: 乡镇（街道）."""
    each, core = _parts(name)
    if _TERRITORY.fullmatch(core) is None:
        return False
    return bool(each) or (len(core) > 1 and _SEVERAL.match(core) is not None)


def function_of(name: str) -> str:
    """The code of a group: `township` for those of townships and counties below."""
    group = _named_group(name)
    if group is not None:
        return group.functions[0]
    _, core = _parts(name)
    if _TERRITORY.fullmatch(core):
        return TOWNSHIP if _COUNTY_OR_BELOW.search(core) else COLLECTIVE
    of_township = _AT_TOWNSHIP.match(core) and not _GROUP.search(core)
    return TOWNSHIP if of_township else COLLECTIVE


def canonical(name: str) -> str:
    """The group's words, written one way: 各乡镇政府（街道办事处） → 各乡镇街道."""
    each, core = _parts(name)
    if is_territorial(name) and "党" not in core and (short := _OFFICES.sub("", core)):
        return ("相关" if _SOME.search(each) else "各") + short
    words = _PUNCTUATION.sub("", without_connectives(name))
    return words.replace("有关", "相关").replace("其它", "其他")


def level_word(name: str) -> str:
    """The word for the place whose group it is: 市 of 市级部门; empty if it is the plan's."""
    lead = _LEAD.match(name)
    match = re.match(_PLACE, lead["level"]) if lead else None
    return match[0] if match else ""


def _named_group(name: str) -> Entry | None:
    """The group of this name, whosever it is: 两办, 县两办."""
    groups = gazetteer().groups
    return groups.get(name) or groups.get(_ONE_PLACE.sub("", name))


def _parts(name: str) -> tuple[str, str]:
    """The word for all or some, and what stands after it without punctuation."""
    lead = _LEAD.match(name)
    each, start = (lead["each"], lead.end()) if lead else ("", 0)
    return each, _PUNCTUATION.sub("", without_connectives(name[start:]))
