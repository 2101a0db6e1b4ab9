"""What a rule is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graphmodel.checks.finding import Hit, Message
from graphmodel.checks.view import PlanView
from graphmodel.model.vocabulary import Severity


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong with a plan."""

    code: str
    severity: Severity
    title: Message
    find: Callable[[PlanView], Iterator[Hit]]
    needs_text: bool = False
    """Whether it reads the words of the plan, which facts can come without."""
