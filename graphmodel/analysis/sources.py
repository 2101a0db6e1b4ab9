"""Where a responsibility comes from: the words, the rule, the file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.analysis.bodies import body_names
from graphmodel.analysis.frames import INTEGER, frame
from graphmodel.analysis.tasks import tasks_by_id
from graphmodel.model.columns import encode
from graphmodel.model.facts import Facts

if TYPE_CHECKING:
    import pandas as pd


def responsibility_source(facts: Facts, id: str) -> pd.DataFrame:
    """The words and the rule behind one responsibility, or all of a task or indicator.

    Args:
        facts: The facts.
        id: Id of a responsibility, a task or an indicator.

    Returns:
        By plan, place in the plan and id: `id`, `role`, `unit`, `name`, `mention` (as written),
        `basis`, `rule`, `confidence`, `plan`, `source` (name of the file), `start`, `end` of the
        mention in code points, `about` (task or indicator), `path` (of a task), `title` (of the
        task, or name of the indicator).
    """
    chosen = [r for r in facts.responsibilities if id in (r.id, r.task, r.indicator)]
    chosen.sort(key=lambda r: (r.plan, r.start, r.id))
    names, files = body_names(facts), {plan.id: plan.source for plan in facts.plans}
    titles: dict[str | None, tuple[str | None, str]] = {
        row.id: (None, row.name) for row in facts.indicators
    }
    titles |= {key: (encode(task.path), task.title) for key, task in tasks_by_id(facts).items()}
    rows = []
    for r in chosen:
        who = (r.id, str(r.role), r.unit, names[r.unit], r.mention)
        why = (str(r.basis) if r.basis else None, r.rule, str(r.confidence))
        key = r.task or r.indicator
        rows.append((*who, *why, r.plan, files[r.plan], r.start, r.end, key, *titles[key]))
    columns = "id role unit name mention basis rule confidence plan source start end about path"
    return frame(rows, f"{columns} title", start=INTEGER, end=INTEGER)
