"""The kinds of files that are damaged: their intact files, and the ways to damage them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from unittest.mock import patch

from tests.fuzz.checking import check
from tests.fuzz.images import with_damaged_pixels, with_other_pixels
from tests.fuzz.mutations import (
    OUTER,
    Mutation,
    with_other_members,
    with_other_numbers,
    with_other_streams,
    with_shuffled_tags,
)
from tests.roundtrip.formats import FORMS, SCAN, Forms
from tests.roundtrip.office import program
from tests.roundtrip.plans import plan_text
from tools.make_data import SHARED

PLANS = ("jiling-2022-digital", "jiling-2023-action")
"""Short ones, so that reading takes no time; the second has a table."""
_ARCHIVED = (*OUTER, *[with_other_members] * 9)
_PRINTED = (*OUTER, with_other_numbers, *[with_other_streams] * 4)
_MARKED_UP = (*OUTER, with_other_numbers, with_shuffled_tags, with_shuffled_tags)
_PLAIN = (*OUTER, with_other_numbers)
_PIXELS = (with_other_pixels, with_damaged_pixels)
MANY, FEW = 2_000, 50


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of files.

    Attributes:
        forms: The forms of plans that are damaged.
        mutations: The ways to damage them, the likelier ones more than once.
        count: How many damaged files `make fuzz` reads.
    """

    forms: tuple[str, ...]
    mutations: tuple[Mutation, ...]
    count: int = MANY


KINDS: Mapping[str, Kind] = {
    "html": Kind(("html", "html by LibreOffice"), _MARKED_UP),
    "ofd": Kind(("ofd",), _ARCHIVED),
    "xlsx": Kind(("xlsx", "xlsx by LibreOffice"), _ARCHIVED),
    "xls": Kind(("xls by LibreOffice",), _PLAIN),
    "ods": Kind(("ods by LibreOffice",), _ARCHIVED),
    "docx": Kind(("docx", "docx by LibreOffice"), _ARCHIVED),
    "pdf": Kind(("pdf", "pdf by LibreOffice"), _PRINTED),
    "csv": Kind(("csv",), _PLAIN),
    "scan": Kind((SCAN,), _PIXELS, FEW),
    "doc": Kind(("doc by LibreOffice",), _PLAIN, FEW),
    "rtf": Kind(("rtf by LibreOffice",), _PLAIN, FEW),
    "odt": Kind(("odt by LibreOffice",), _ARCHIVED, FEW),
}


def intact_files(kind: str, forms: Forms) -> list[Path]:
    """The intact files of a kind: the sample plans, and real ones where they are there.

    Without LibreOffice there are none that only LibreOffice writes.
    """
    there = [form for form in KINDS[kind].forms if FORMS[form].render or program()]
    files = [path for form in there for path in forms.files(form).values()]
    return files + sorted((SHARED / "documents").glob(f"*.{kind}"))


def sample_forms(folder: Path) -> Forms:
    """The forms of the sample plans that are damaged, written to a folder."""
    return Forms({name: plan_text(name, SHARED) for name in PLANS}, folder)


def damaged(kind: str, intact: Path, seed: int, number: int) -> tuple[bytes, str]:
    """A damaged file that follows from an intact one, a seed and a number: bytes and name."""
    random = Random(f"{seed} {kind} {number}")
    mutation = random.choice(KINDS[kind].mutations)
    return mutation(intact.read_bytes(), random), f"{kind}-{seed}-{number}{intact.suffix}"


def check_damaged(kind: str, intact: Path, seed: int, number: int) -> str:
    """As `check`, of one damaged file.

    Damage takes the text from pages of PDF, which are then recognised at ten seconds each: not
    here.
    """
    with patch("graphmodel.reading.pdf.page.is_available", return_value=False):
        return check(*damaged(kind, intact, seed, number))


def check_file(path: Path) -> str:
    """As `check`, of a file."""
    return check(path.read_bytes(), path.name)
