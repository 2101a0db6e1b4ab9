"""Words that choose what is measured, named as on the command line."""

from __future__ import annotations

from enum import StrEnum


class Cut(StrEnum):
    """What load is cut by."""

    PLAN = "plan"
    INDICATOR = "indicator"
    MONTH = "month"


class Grouping(StrEnum):
    """What brokers stand between."""

    FUNCTION = "function"
    """What bodies are there for; one of no known function is a group of its own."""
    PLACE = "place"
    """The jurisdictions that bodies belong to; one of no known place is a group of its own."""


class Side(StrEnum):
    """What is put in pairs."""

    UNITS = "units"
    """That share tasks."""
    LEAD_SUPPORT = "lead-support"
    """Leads with those who support their tasks."""
    TASKS = "tasks"
    """That share bodies."""
    INDICATORS = "indicators"
    """Whose tasks share bodies."""
