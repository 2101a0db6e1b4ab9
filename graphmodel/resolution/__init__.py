"""Mentions of bodies in plans → units, through the gazetteer of `data/`."""

from __future__ import annotations

from graphmodel.resolution.chains import jurisdiction_chain
from graphmodel.resolution.decisions import Doubt, Rule
from graphmodel.resolution.resolver import Resolution, resolve

__all__ = ["Doubt", "Resolution", "Rule", "jurisdiction_chain", "resolve"]
