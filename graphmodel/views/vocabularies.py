"""Words of the vocabularies of `data/`, in Chinese and English, as far as a page needs them."""

from __future__ import annotations

from collections.abc import Collection

from graphmodel.model.resources import read_vocabulary

Said = dict[str, tuple[str, str]]
"""Codes with their words in Chinese and in English."""


def functions(codes: Collection[str]) -> Said:
    """What the functions of bodies are called."""
    return _said("functions.csv", "code", codes)


def indicators(codes: Collection[str]) -> Said:
    """What first-level indicators are called; in English their codes in words."""
    rows = read_vocabulary("indicators.csv")
    known = {row["code"]: row["name"] for row in rows if row["level"] == "1"}
    return {code: (known.get(code, code), code.replace("_", " ")) for code in codes}


def reasons(codes: Collection[str]) -> Said:
    """Why a responsibility is not certain."""
    return _said("confidence.csv", "evidence", codes)


def _said(file: str, column: str, codes: Collection[str]) -> Said:
    """The words of each code; one that the vocabulary lacks stands for itself."""
    rows = read_vocabulary(file)
    known = {row[column]: (row["zh"], row["en"]) for row in rows if row[column] in codes}
    return known | {code: (code, code) for code in sorted(set(codes) - set(known))}
