"""Spellings of a name: its normal form for identity, and how two spellings are alike.

The normal form is compared and parsed, never shown in place of the words of a plan.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from graphmodel.model.columns import Strings
from graphmodel.model.ids import squeeze
from graphmodel.model.resources import read_vocabulary, simplified

_PINYIN = re.compile(r"(?<=[㐀-鿿])\([a-zà-ɏ]++\)")
_QUOTES = str.maketrans("", "", "\"'“”‘’《》〈〉「」『』·•")
_BRACKETS = str.maketrans("([{〔【〖", "（（（（（（") | str.maketrans(")]}〕】〗", "））））））")
_CONNECTIVES = re.compile("[和与及、]")

# Longer words first: 管理委员会 before 委员会.
_CONTRACTIONS = {
    "村民委员会": "村委会",
    "居民委员会": "居委会",
    "常务委员会": "常委会",
    "纪律检查委员会": "纪委",
    "监察委员会": "监委",
    "管理委员会": "管委会",
    "人民政府": "政府",
    "人民法院": "法院",
    "人民检察院": "检察院",
    "行政公署": "行署",
    "集团有限责任公司": "集团",
    "集团股份有限公司": "集团",
    "集团有限公司": "集团",
    "有限责任公司": "公司",
    "股份有限公司": "公司",
    "有限公司": "公司",
    "集团公司": "集团",
    "街道办事处": "街道",
    "经济技术开发区": "经开区",
    "经济开发区": "经开区",
    "高新技术产业开发区": "高新区",
    "高新技术开发区": "高新区",
    "委员会": "委",
    "办公室": "办",
    "办公厅": "办",
}
_LONG = re.compile("|".join(_CONTRACTIONS))


def plain(text: str) -> str:
    """The words without what a text layer or a converter added: white space, pinyin, quotes.

    Traditional characters become simplified, widths and brackets are made alike.
    """
    half = _PINYIN.sub("", unicodedata.normalize("NFKC", squeeze(text)))
    return simplified(with_plain_brackets(half.translate(_QUOTES)))


def with_plain_brackets(text: str) -> str:
    """The text with brackets of all kinds made alike: （ and ）."""
    return text.translate(_BRACKETS)


def contract(name: str) -> str:
    """The name with the usual long words shortened, each in one way: 人民政府 → 政府."""
    return _LONG.sub(lambda match: _CONTRACTIONS[match[0]], name)


def without_connectives(name: str) -> str:
    """住房和城乡建设 → 住房城乡建设, which plans write alike."""
    return _CONNECTIVES.sub("", name)


@cache
def lookalikes() -> dict[str, str]:
    """Each character that is often mistaken, with those that look like it."""
    alike: dict[str, str] = {}
    for row in read_vocabulary("lookalikes.csv"):
        for char in row["characters"]:
            others = row["characters"].replace(char, "")
            known = alike.get(char, "")
            alike[char] = known + "".join(other for other in others if other not in known)
    return alike


@cache
def _likenesses() -> dict[str, Strings]:
    """What each character may be mistaken by: its sound, and its groups of lookalikes."""
    marks: dict[str, Strings] = {}
    groups = [(row["sound"], row["characters"]) for row in read_vocabulary("sounds.csv")]
    groups += [(row["characters"], row["characters"]) for row in read_vocabulary("lookalikes.csv")]
    for mark, characters in groups:
        for char in characters:
            marks[char] = (*marks.get(char, ()), mark)
    return marks


def blurred(name: str) -> Iterator[str]:
    """The name with one character at a time replaced by its sound, or by a group of lookalikes.

    Two names that differ in one character which sounds or looks alike have one of these in common.
    """
    likenesses = _likenesses()
    for index, char in enumerate(name):
        for mark in likenesses.get(char, ()):
            yield f"{name[:index]}<{mark}>{name[index + 1 :]}"


def are_alike(one: str, other: str) -> bool:
    """Whether two names differ in one character, which sounds or looks alike."""
    return one != other and not set(blurred(one)).isdisjoint(blurred(other))


def differ_once(one: str, other: str) -> bool:
    """Whether two names of the same length differ in one character."""
    return len(one) == len(other) and sum(a != b for a, b in zip(one, other, strict=True)) == 1


def respelt(name: str) -> Iterator[str]:
    """The name with one character at a time replaced by one that looks like it."""
    alike = lookalikes()
    for index, char in enumerate(name):
        for other in alike.get(char, ""):
            yield name[:index] + other + name[index + 1 :]


def shortened(name: str) -> Iterator[str]:
    """The name with one character at a time left out."""
    for index in range(len(name)):
        yield name[:index] + name[index + 1 :]


def swapped(name: str) -> Iterator[str]:
    """The name with two neighbouring characters at a time in the other order."""
    for index in range(len(name) - 1):
        if name[index] != name[index + 1]:
            yield name[:index] + name[index + 1] + name[index] + name[index + 2 :]
