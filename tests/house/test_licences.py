"""What ships with the package, and all that it pulls in, is under a permissive licence."""

from __future__ import annotations

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

import pytest

LOCK = Path(__file__).resolve().parent.parent.parent / "requirements" / "runtime.txt"
LOCKED = re.findall(r"^([a-z0-9.-]+)==", LOCK.read_text(encoding="utf-8"), flags=re.MULTILINE)
# Locked for other systems only.
ELSEWHERE = {"colorama"}
PERMISSIVE = re.compile(
    r"\b(MIT|BSD|Apache|ISC|PSF-2\.0|Python Software Foundation)\b",
)
COPYLEFT = re.compile(r"\b[AL]?GPL|GNU|SSPL|Mozilla|MPL", re.IGNORECASE)


def stated_licence(package: Distribution) -> str:
    """The licence as the metadata states it: SPDX expression, else classifiers, else free text."""
    metadata = package.metadata
    expressions = metadata.get_all("License-Expression", [])
    classifiers = metadata.get_all("Classifier", [])
    named = [line for line in classifiers if line.startswith("License ::")]
    texts = metadata.get_all("License", [])
    return "; ".join(expressions or [*named, *(text.strip().split("\n", 1)[0] for text in texts)])


def test_lock_is_read() -> None:
    assert {"lxml", "networkx", "numpy", "pandas", "pyvis", "scipy", "typer"} <= set(LOCKED)


@pytest.mark.parametrize("name", [name for name in LOCKED if name not in ELSEWHERE])
def test_licence_is_permissive(name: str) -> None:
    try:
        licence = stated_licence(distribution(name))
    except PackageNotFoundError:
        pytest.fail(f"{name} is locked, but not installed")
    assert PERMISSIVE.search(licence), licence
    assert not COPYLEFT.search(licence), licence


@pytest.mark.parametrize(
    "licence",
    [
        "GPL-3.0-only",
        "GNU General Public License v3 (GPLv3)",
        "LGPL-2.1-or-later",
        "MIT AND MPL-2.0",
    ],
)
def test_copyleft_is_recognised(licence: str) -> None:
    assert COPYLEFT.search(licence)
