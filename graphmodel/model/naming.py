"""Names that have to be short and told apart, for formats that allow no others."""

from __future__ import annotations

from collections.abc import Iterable


def told_apart(names: Iterable[str], most: int, taken: Iterable[str] = ()) -> list[str]:
    """The names, cut where they are long, and each like no other, whatever the case of letters.

    Args:
        names: The names.
        most: Units of UTF-16 that a name may have, as office programs count characters.
        taken: Names that none may be like.
    """
    known = {name.casefold() for name in taken}
    found: list[str] = []
    for name in names:
        number, unique = 1, _cut(name, most)
        while unique.casefold() in known:
            number += 1
            mark = f"~{number}"
            unique = _cut(name, most - len(mark)) + mark
        known.add(unique.casefold())
        found.append(unique)
    return found


def _cut(text: str, most: int) -> str:
    data = text.encode("utf-16-le", "surrogatepass")[: 2 * most]
    return data.decode("utf-16-le", "ignore")
