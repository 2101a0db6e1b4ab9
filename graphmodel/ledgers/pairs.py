"""The ledger of bodies that have to work together."""

from __future__ import annotations

from graphmodel.ledgers.fields import ID, PAIR_FIELDS, kind_title
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.ledgers.ledger import Part, table
from graphmodel.ledgers.lines import pairs_line, source_lines, title_of
from graphmodel.ledgers.words import path_words, sentences
from graphmodel.model.columns import encode
from graphmodel.model.facts import Facts
from graphmodel.reports.wording import Language

_COUNTS = ("tasks", "lead_support", "co_lead", "support_support", "boilerplate")


def pairs(facts: Facts, language: Language) -> list[Part]:
    """One table of the pairs of bodies that share tasks, the closest first."""
    from graphmodel.analysis.collaboration import collaboration

    titles = {task.id: f"{path_words(task.path, language)} {task.title}" for task in facts.tasks}
    rows = [
        {
            ID.key: encode((row["unit_a"], row["unit_b"])),
            "a": row["name_a"],
            "b": row["name_b"],
            "titles": sentences((titles[task] for task in row["task_ids"]), language),
            **{key: str(row[key] or "") for key in _COUNTS},
        }
        for row in collaboration(facts).to_dict("records")
    ]
    kind = LedgerKind.COLLABORATION
    fields, cells = table(PAIR_FIELDS, rows)
    lines = [*source_lines(facts, language), pairs_line(language)]
    return [Part(kind_title(kind, language), title_of(facts, kind, language), lines, fields, cells)]
