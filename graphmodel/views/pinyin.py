"""How the characters of names sound, for search by pinyin and by its initials."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from graphmodel.model.resources import read_vocabulary
from graphmodel.views.index import Row


def readings(names: Iterable[str]) -> Row:
    """What the page needs to read the names aloud.

    Args:
        names: Names in any script.

    Returns:
        `sounds`: the characters that occur, by their most frequent sound; `words`: the sounds of
        words that occur and are read in another way, as 行 in 银行, separated by blanks.
    """
    distinct = sorted(set(names))
    characters = {char for name in distinct for char in name}
    return {"sounds": _sounds(characters), "words": _words(distinct)}


def _sounds(characters: set[str]) -> dict[str, str]:
    occurring = (
        (row["sound"], "".join(char for char in row["characters"] if char in characters))
        for row in read_vocabulary("sounds.csv")
    )
    return {sound: chars for sound, chars in occurring if chars}


def _words(names: Iterable[str]) -> dict[str, str]:
    known = _known()
    lengths = sorted({len(word) for word in known})
    found = {
        name[start : start + length]
        for name in names
        for start in range(len(name) - 1)
        for length in lengths
        if name[start : start + length] in known
    }
    return {word: known[word] for word in sorted(found)}


@cache
def _known() -> dict[str, str]:
    return {row["word"]: row["sounds"] for row in read_vocabulary("readings.csv")}
