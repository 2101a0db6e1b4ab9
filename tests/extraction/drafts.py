"""Drafts of small plans for tests, and short forms of what they say."""

from __future__ import annotations

from graphmodel.extraction.attribution import parse_squeezed
from graphmodel.extraction.draft import DraftAttribution, DraftTask, PlanDraft
from graphmodel.extraction.plan import extract_plan
from graphmodel.extraction.roles import Attribution
from graphmodel.model.columns import Path
from graphmodel.model.vocabulary import Role
from graphmodel.reading import Document, read_bytes

Said = tuple[list[str], list[str], list[str]]
"""Leads, supports and engaged bodies, as written."""


def draft_of(text: str) -> PlanDraft:
    """What extraction takes from a text file."""
    return extract_plan(read_bytes(text.encode(), "plan.txt"))


def unread(text: str) -> Document:
    """A document made of any text at all, such as no file can hold (lone surrogates)."""
    return Document(
        source="plan.txt",
        name="plan.txt",
        sha256="",
        format="text",
        encoding=None,
        text=text,
        blocks=(),
    )


def said_by(attribution: DraftAttribution) -> Said:
    """The roles that one attribution gives."""
    leads, supports, engaged = (
        [a.mention.words for a in attribution.assignments if a.role is role]
        for role in (Role.LEAD, Role.SUPPORT, Role.ENGAGED)
    )
    return leads, supports, engaged


def tasks_of(text: str) -> dict[Path, list[Said]]:
    """The attributions of each task of a text, by path."""
    return {task.path: [said_by(a) for a in task.attributions] for task in draft_of(text).tasks}


def only_task(text: str) -> DraftTask:
    """The one task that a text holds."""
    (task,) = draft_of(text).tasks
    return task


def item(words: str) -> DraftTask:
    """The task of a plan with a single item of these words."""
    return only_task(f"澄原县工作方案\n一、重点任务\n1. {words}")


def parse(text: str) -> Attribution:
    """What the words of one attribution say, without white space; they must say something."""
    found = parse_squeezed(text)
    assert found is not None
    return found


def roles(text: str) -> tuple[list[str], list[str], list[str], str | None]:
    """Leads, supports, engaged bodies and the basis of one attribution."""
    found = parse(text)
    return [*found.leads], [*found.supports], [*found.engaged], found.basis
