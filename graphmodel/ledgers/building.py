"""The ledgers of facts."""

from __future__ import annotations

from graphmodel.ledgers.fields import TASK_FIELDS, kind_title
from graphmodel.ledgers.items import Items
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.ledgers.ledger import Ledger, Part, table
from graphmodel.ledgers.lines import how_line, source_lines, title_of
from graphmodel.ledgers.lists import lists
from graphmodel.ledgers.pairs import pairs
from graphmodel.model.facts import Facts
from graphmodel.reports.wording import Language


def build(facts: Facts, kind: LedgerKind, language: Language) -> Ledger:
    """The ledger of facts.

    Args:
        facts: The facts.
        kind: What its rows are about.
        language: Of heads and words.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    make = {
        LedgerKind.TASKS: _tasks,
        LedgerKind.UNITS: lists,
        LedgerKind.COLLABORATION: pairs,
    }[kind]
    return Ledger(kind, language, make(facts, language))


def _tasks(facts: Facts, language: Language) -> list[Part]:
    """One table of all tasks, and of the indicators that are led without a task."""
    kind = LedgerKind.TASKS
    fields, rows = table(TASK_FIELDS, [item.texts for item in Items(facts, language)])
    lines = [*source_lines(facts, language), how_line(language)]
    name = kind_title(kind, language)
    return [Part(name, title_of(facts, kind, language), lines, fields, rows)]
