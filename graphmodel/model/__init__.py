"""Records, facts and the schema of the graph. Imports nothing of the project."""

from __future__ import annotations

from graphmodel.model.facts import Facts, merge
from graphmodel.model.validation import validate

__all__ = ["Facts", "merge", "validate"]
