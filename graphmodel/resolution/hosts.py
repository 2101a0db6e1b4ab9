"""The bodies that house offices of leading groups: 县营商办, which is set up in 县行政审批局."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from graphmodel.model.vocabulary import UnitKind
from graphmodel.resolution.gazetteer import usual_hosts
from graphmodel.resolution.names import Name, read_name
from graphmodel.resolution.setting import Setting
from graphmodel.resolution.spelling import plain

_SET_UP = re.compile("设[在于](?P<host>[㐀-鿿]{3,24})")
_OFFICE = re.compile(
    "(?P<group>[㐀-鿿]{0,30}(?:领导小组|协调小组|指挥部|联席会议|委员会))(?:办公室)?"
    "|[省市县区州旗][㐀-鿿]{1,6}办(?![公理事法学好案])"
)
_BEFORE_NAME = re.compile(".*(?:成立|设立|组建|建立|调整|健全|完善|发挥|简称|的|由)")
_NAMELESS = ("领导小组", "协调小组", "指挥部", "联席会议", "委员会")
_LOOK_BACK = 160
_MOST = 200
"""Statements that are read; a plan has a handful."""


def stated_hosts(text: str) -> list[tuple[str, str]]:
    """Pairs of words: an office, and the body that the text says it is set up in.

    An office without a name, as in 办公室设在县行政审批局, is that of the group named last.
    """
    return list(dict.fromkeys(_stated(text))) if "设在" in text or "设于" in text else []


def _stated(text: str) -> Iterator[tuple[str, str]]:
    for match in islice(_SET_UP.finditer(text), _MOST):
        before = plain(text[max(0, match.start() - _LOOK_BACK) : match.start()])
        sentence = before[before.rfind("。") + 1 :]
        for words in _offices(sentence)[-1:] or _offices(before)[-1:]:
            yield words, match["host"]


def _offices(text: str) -> list[str]:
    """The offices that a text names, and those of the groups that it names."""
    found = []
    for office in _OFFICE.finditer(text):
        words = _BEFORE_NAME.sub("", office["group"] or office[0])
        if words not in _NAMELESS:
            found.append(f"{words}办公室" if office["group"] else words)
    return found


def hosts(
    names: Sequence[Name], stated: Sequence[tuple[str, str]], setting: Setting
) -> dict[str, str]:
    """The key of the body that houses each office, by the key of the office.

    What stands in brackets behind the office comes first, then what the text says, then what the
    gazetteer knows; of several that fit none is taken.
    """
    bodies = {name.key: name for name in names if name.kind is UnitKind.UNIT}
    found = {name.key: name.host for name in names if name.host in bodies}
    for words, host in stated:
        office = read_name(words, setting).key
        if office in bodies and office not in found and (key := _body(host, bodies, setting)):
            found[office] = key
    for key, name in bodies.items():
        usual = (f"{name.home}:{host}" for host in usual_hosts().get(name.canonical, ()))
        fitting = [host for host in usual if host in bodies]
        if key not in found and len(fitting) == 1:
            found[key] = fitting[0]
    return {office: host for office, host in found.items() if office != host}


def _body(words: str, bodies: Mapping[str, Name], setting: Setting) -> str:
    """The body of the plan that the words begin with; empty if there is none."""
    ends = (end for end in range(len(words), 2, -1) if words[end - 1] in "局委办厅部室心院")
    keys = (read_name(words[:end], setting).key for end in ends)
    return next((key for key in keys if key in bodies), "")
