"""Damage to files, as disks, mail and bad programs do it: everything follows from a seed."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from copy import deepcopy
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

Mutation = Callable[[bytes, Random], bytes]

_FLIPS = (1, 3, 10, 64)
_HUGE = (b"0", b"-1", b"1", b"65536", b"2147483648", b"99999999999", b"1e308", b"NaN", b"")
_NUMBER = re.compile(rb"-?\d+(?:\.\d+)?")
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)
_TAG = re.compile(rb"<[^<>]{1,400}>")


def flipped(data: bytes, random: Random) -> bytes:
    """Some bytes changed, wherever they stand."""
    damaged = bytearray(data)
    for _ in range(random.choice(_FLIPS)):
        damaged[random.randrange(len(damaged))] = random.randrange(256)
    return bytes(damaged)


def truncated(data: bytes, random: Random) -> bytes:
    """The beginning of the file alone, as a broken transfer leaves it."""
    return data[: random.randrange(1, len(data))]


def spliced(data: bytes, random: Random) -> bytes:
    """A stretch cut out, repeated, filled with zeros, or put elsewhere."""
    start, end = sorted(random.randrange(len(data)) for _ in range(2))
    piece = data[start:end][: random.choice((8, 64, 1024, 1 << 16))]
    rest = data[:start] + data[start + len(piece) :]
    place = random.randrange(len(rest) + 1)
    return random.choice(
        (
            rest,
            data[:start] + piece * random.choice((2, 3, 50)) + data[start:],
            data[:start] + bytes(len(piece)) + data[start + len(piece) :],
            rest[:place] + piece + rest[place:],
        )
    )


def with_other_numbers(data: bytes, random: Random) -> bytes:
    """Some numbers replaced by extreme ones: sizes, spans, counts, references."""
    found = list(_NUMBER.finditer(data))
    for match in sorted(random.sample(found, min(len(found), 3)), key=lambda m: -m.start()):
        data = data[: match.start()] + random.choice(_HUGE) + data[match.end() :]
    return data


def with_shuffled_tags(data: bytes, random: Random) -> bytes:
    """Tags swapped, repeated or left out, so that the markup may not be well-formed."""
    found = list(_TAG.finditer(data))
    for _ in range(random.randint(1, 8)):
        if len(found) < 2:
            break
        one, other = sorted(random.sample(found, 2), key=lambda match: match.start())
        middle = data[one.end() : other.start()]
        first, last = random.choice(
            ((other[0], one[0]), (b"", other[0]), (one[0] * 2, other[0]), (one[0], b""))
        )
        data = data[: one.start()] + first + middle + last + data[other.end() :]
        found = list(_TAG.finditer(data))
    return data


def with_shuffled_elements(data: bytes, random: Random) -> bytes:
    """Elements of XML moved, copied, removed, their values extreme; what is no XML as it is."""
    from lxml import etree

    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return data
    for _ in range(random.randint(1, 8)):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        if len(elements) > 2:
            one, other = random.sample(elements[1:], 2)
            _change(one, other, random)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _change(one: _Element, other: _Element, random: Random) -> None:
    """One change to an element; `other` is another one of its document."""
    change = random.randrange(4)
    above = one.getparent()
    if change == 0 and one not in other.iterancestors():
        other.insert(random.randint(0, len(other)), one)
    elif change == 1 and above is not None:
        above.insert(random.randint(0, len(above)), deepcopy(one))
    elif change == 2 and above is not None:
        above.remove(one)
    elif one.attrib:
        one.set(random.choice(list(one.attrib)), random.choice(_HUGE).decode())
    else:
        one.text = random.choice(_HUGE).decode()


def with_other_members(data: bytes, random: Random) -> bytes:
    """A zip archive, sound as such, of which some members are damaged, missing, or others."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {member.filename: archive.read(member) for member in archive.infolist()}
    for _ in range(random.randint(1, 3)):
        if not members:
            break
        name = random.choice(list(members))
        change = random.randrange(8)
        if change == 0:
            del members[name]
        elif change == 1:
            members[name] = random.choice(list(members.values()))
        elif members[name]:
            members[name] = random.choice(_MEMBER)(members[name], random)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return packed.getvalue()


def with_other_streams(data: bytes, random: Random) -> bytes:
    """A PDF of which one compressed stream is unpacked, damaged and packed again."""
    found = list(_STREAM.finditer(data))
    if not found:
        return data
    match = random.choice(found)
    try:
        content = zlib.decompress(match[1])
    except zlib.error:
        return data
    if not content:
        return data
    damaged = zlib.compress(random.choice(INNER)(content, random))
    return data[: match.start(1)] + damaged + data[match.end(1) :]


INNER: tuple[Mutation, ...] = (flipped, truncated, spliced, with_other_numbers, with_shuffled_tags)
"""Damage to what a container holds."""
OUTER: tuple[Mutation, ...] = (flipped, truncated, spliced)
"""Damage to a file as a whole."""
_MEMBER: tuple[Mutation, ...] = (*[with_shuffled_elements] * 10, *INNER)
"""Damage to a member of an archive: most of it leaves the XML well-formed, to get further."""
