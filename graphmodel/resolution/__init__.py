"""Mentions of bodies in plans → units, through the gazetteer of `data/`."""

from __future__ import annotations

from graphmodel.resolution.chains import jurisdiction_chain
from graphmodel.resolution.correcting import accepted
from graphmodel.resolution.correction_files import (
    correction_files,
    corrections_for,
    unused,
)
from graphmodel.resolution.corrections import Correction
from graphmodel.resolution.decisions import Doubt, Rule
from graphmodel.resolution.resolver import Resolution, resolve

__all__ = [
    "Correction",
    "Doubt",
    "Resolution",
    "Rule",
    "accepted",
    "correction_files",
    "corrections_for",
    "jurisdiction_chain",
    "resolve",
    "unused",
]
