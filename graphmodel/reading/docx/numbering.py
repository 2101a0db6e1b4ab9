"""The numbers that Word makes itself (ECMA-376 17.9): 一、 （一） 1. ①, counted as it does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from graphmodel.reading.docx.elements import below, integer, is_on, value
from graphmodel.reading.docx.numerals import printed
from graphmodel.reading.docx.styles import Style, Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
_LONGEST_TEXT = 255
"""Most characters around a number, as in Word."""
_MOST_LINKS = 9
"""Most definitions that refer to one another; a circle of them numbers nothing."""
_PLACE = re.compile(r"%([1-9])")


class Level(NamedTuple):
    """One level of a list.

    Attributes:
        number_format: As `numerals.printed` takes it.
        text: `第%1章`, `%1.%2`: what is printed, with places for the numbers of the levels.
        start: The first number.
        restart: Begins again after a paragraph of this level or one above, 1 for the first; 0 for
            never. None: after any level above.
        is_legal: Whether the numbers of all levels are printed in digits.
        is_close: Whether nothing is printed between the number and the words.
        style: Name of the style whose paragraphs stand on this level.
    """

    number_format: str
    text: str
    start: int
    restart: int | None
    is_legal: bool
    is_close: bool
    style: str | None

    def restarts_after(self, depth: int) -> bool:
        """Whether a paragraph of a level above (0 for the first) makes this one begin again."""
        return self.restart is None or depth < self.restart


class Number(NamedTuple):
    """What Word prints before the words of a paragraph."""

    text: str
    is_close: bool

    def before(self, words: str) -> str:
        """Put the number before the words so that it can be told from them.

        Chinese words follow their number directly, as they are typed where people number.
        """
        if not words:
            return self.text
        last, first = self.text[-1], words[0]
        is_bare = (last.isalpha() or last.isdecimal()) and not self.is_close
        is_apart = is_bare or first.isdecimal() or (last.isascii() and first.isascii())
        return f"{self.text} {words}" if is_apart else self.text + words


@dataclass(slots=True)
class _List:
    """A list: its levels by depth, and the counters that it shares with others.

    `fresh` holds the levels on which it begins anew whatever the counters say.
    """

    counters: list[int | None]
    levels: dict[int, Level]
    fresh: set[int]

    def depth(self, paragraph: Style) -> int:
        """Give the level of a paragraph: the one linked with its style, if it states none."""
        for name in paragraph.linked:
            for depth, level in self.levels.items():
                if level.style == name:
                    return depth
        return paragraph.depth or 0

    def count(self, depth: int) -> None:
        """Count a paragraph; levels above that had none yet count as if they had one."""
        if depth in self.fresh:
            self.fresh.discard(depth)
            self.counters[depth] = None
        for above in range(depth):
            if self.counters[above] is None:
                self.counters[above] = self._next(above)
        self.counters[depth] = self._next(depth)
        for under in range(depth + 1, LEVELS):
            if under in self.levels and self.levels[under].restarts_after(depth):
                self.counters[under] = None

    def text(self, level: Level) -> str:
        """Print the number that the counters stand at, with what stands around it."""
        return _PLACE.sub(
            lambda place: self._printed(int(place[1]) - 1, level), level.text, count=LEVELS
        )

    def _next(self, depth: int) -> int:
        last = self.counters[depth]
        start = self.levels[depth].start if depth in self.levels else 1
        return start if last is None else last + 1

    def _printed(self, depth: int, level: Level) -> str:
        number, place = self.counters[depth], self.levels.get(depth)
        if number is None or place is None:
            return ""
        return printed(number, "decimal" if level.is_legal else place.number_format)


class Numbering:
    """Counts the paragraphs of all lists, in the order in which they are asked for."""

    def __init__(self, root: _Element | None, styles: Styles) -> None:
        """Take the root of the part that holds the lists; None for a document without."""
        self._styles = styles
        self._definitions = _by_id(root, "abstractNum", "abstractNumId")
        self._instances = _by_id(root, "num", "numId")
        self._levels: dict[_Element, dict[int, Level]] = {}
        self._counters: dict[_Element, list[int | None]] = {}
        self._lists: dict[int, _List | None] = {}

    def number(self, paragraph: Style) -> Number | None:
        """Count a paragraph and give its number; None where none is printed."""
        if not paragraph.number:
            return None
        if paragraph.number not in self._lists:
            self._lists[paragraph.number] = self._list(paragraph.number)
        found = self._lists[paragraph.number]
        if found is None:
            return None
        depth = found.depth(paragraph)
        level = found.levels.get(depth)
        if level is None:
            return None
        found.count(depth)
        text = "" if level.number_format == "bullet" else found.text(level).strip()
        return Number(text, level.is_close) if text else None

    def _list(self, number: int) -> _List | None:
        instance = self._instances.get(number)
        definition = self._definition(number)
        if instance is None or definition is None:
            return None
        if definition not in self._levels:
            self._levels[definition] = _levels(definition)
        levels, fresh = dict(self._levels[definition]), set()
        for override in instance.iterchildren("{*}lvlOverride"):
            levels |= _levels(override)
            depth = integer(override, "ilvl")
            start = integer(below(override, "startOverride"))
            if depth in levels and start is not None:
                levels[depth] = levels[depth]._replace(start=max(start, 0))
                fresh.add(depth)
        counters = self._counters.setdefault(definition, [None] * LEVELS)
        return _List(counters, levels, fresh)

    def _definition(self, number: int) -> _Element | None:
        """Find the definition of a list, which may refer to that of a style, and so on."""
        for _ in range(_MOST_LINKS):
            instance = self._instances.get(number)
            definition = self._definitions.get(integer(below(instance, "abstractNumId")))
            link = below(definition, "numStyleLink")
            if link is None:
                return definition
            number = self._styles.style(value(link)).number or 0
        return None


def _by_id(root: _Element | None, name: str, key: str) -> Mapping[int | None, _Element]:
    elements = () if root is None else root.iterchildren("{*}" + name)
    return {integer(element, key): element for element in elements}


def _levels(parent: _Element) -> dict[int, Level]:
    """Read the levels of a definition or an override by their depth."""
    levels = ((integer(node, "ilvl"), node) for node in parent.iterchildren("{*}lvl"))
    return {n: _level(node) for n, node in levels if n is not None and 0 <= n < LEVELS}


def _level(node: _Element) -> Level:
    formats = [*node.iter("{*}numFmt")]  # of alternatives the last is the one without extensions
    text, suffix, style = below(node, "lvlText"), below(node, "suff"), below(node, "pStyle")
    is_hidden = is_on(below(node, "rPr", "vanish"))
    return Level(
        number_format=(value(formats[-1]) if formats else None) or "decimal",
        text="" if text is None or is_hidden else (value(text) or "")[:_LONGEST_TEXT],
        start=max(integer(below(node, "start")) or 0, 0),
        restart=integer(below(node, "lvlRestart")),
        is_legal=bool(is_on(below(node, "isLgl"))),
        is_close=suffix is not None and value(suffix) == "nothing",
        style=None if style is None else value(style),
    )
