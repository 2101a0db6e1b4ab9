"""What became of the rows of a ledger that was filled in, in words."""

from __future__ import annotations

from collections.abc import Sequence

from graphmodel.ledgers.fields import Field
from graphmodel.ledgers.words import sentences
from graphmodel.reports.wording import Language, Wording

NEW = Wording("新增", "new")
GONE = Wording("删除", "gone")
CHANGED = Wording("变更", "changed")
_GONE = Wording("删除：方案中已没有这一项", "gone: the plan has it no longer")
_CHANGED = Wording("变更：{changes}", "changed: {changes}")
_WAS = Wording("{head}原为“{old}”", "{head} was “{old}”")
_ADDED = Wording("{head}原为空", "{head} was blank")
_WROTE = Wording("原表所填{head}：{old}", "{head} as filled in before: {old}")


def new_words(language: Language) -> str:
    """Of a row that the old ledger has not."""
    return NEW(language)


def gone_words(language: Language) -> str:
    """Of a row that only the old ledger has."""
    return _GONE(language)


def changed_words(olds: Sequence[tuple[Field, str]], language: Language) -> str:
    """Of a row in which the plan says something else now; blank where it says the same.

    Args:
        olds: The columns that changed, with what the old ledger says.
        language: Of the words.
    """
    changes = sentences((_was(field, old, language) for field, old in olds), language)
    return _CHANGED(language, changes=changes) if changes else ""


def _was(field: Field, old: str, language: Language) -> str:
    wording = _WAS if old else _ADDED
    return wording(language, head=field.head(language), old=old)


def wrote_words(field: Field, old: str, language: Language) -> str:
    """What people had put into a cell of the plan that the plan has changed since."""
    return _WROTE(language, head=field.head(language), old=old)
