"""The single bodies that a notice is addressed to: 县发改局、县住建局，各乡镇：."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmodel.extraction.names import is_body, split_names
from graphmodel.extraction.outline import LINE_START

_ADDRESSED = re.compile(
    rf"{LINE_START}[ \t\u3000]*+(?P<names>[^\n\r\f：:。；;《》]{{4,300}}+)"
    r"[：:][ \t\u3000]*+(?=[\n\r\f])"
)
_PART = re.compile("[^，,]++")
_GROUP = re.compile(
    "各|有关|相关|所有|直属|下属|组成部门|^(?:乡镇?|镇街|街道|园区|开发区|人民团体)"
    "|(?:部门|单位|机构|团体|企业|院校)$|[（(][省市县区镇乡街道、]+[）)]"
)
"""In the name of a group of bodies."""
_LEVEL_FIRST = re.compile("[省市县区州旗]")
_SHORTEST = 4


def addressees(text: str, head_end: int) -> tuple[str, ...]:
    """The bodies, without the groups among them; none where no line of the head is an address.

    Args:
        text: The text of the document.
        head_end: Where its head ends.
    """
    for match in _ADDRESSED.finditer(text, 0, head_end):
        squeezed = "".join(match["names"].split())
        names = split_names(squeezed).names
        if names and all(is_body(name.words) for name in names):
            return tuple(dict.fromkeys(_single_bodies(squeezed)))
    return ()


def _single_bodies(words: str) -> Iterator[str]:
    """The names that stand whole between two separators and mean one body each.

    In 各乡镇、街道办事处 the 各 goes for both; a body that follows tells its level: 县公安局.
    """
    for part in _PART.finditer(words):
        is_each = part.group().startswith("各")
        for name in split_names(part.group()).names:
            whole = part.group()[name.end : name.end + 1] in ("", "、", "和", "及")
            told = not is_each or _LEVEL_FIRST.match(name.words)
            if whole and told and len(name.words) >= _SHORTEST and not _GROUP.search(name.words):
                yield name.words
