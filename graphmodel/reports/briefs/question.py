"""What is summed up, and by which parameters: the tables that all parts of the summary share."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from graphmodel.analysis.concentration import concentration_of
from graphmodel.analysis.gaps import gaps
from graphmodel.analysis.schedule import Timing, schedule, task_dates
from graphmodel.checks.checker import check
from graphmodel.checks.finding import Finding
from graphmodel.checks.registry import RULES
from graphmodel.model.facts import Facts
from graphmodel.reports.loads import Counting
from graphmodel.reports.rows import Row, rows_of
from graphmodel.reports.wording import Language

_LOAD_RULES = "W"


@dataclass(frozen=True, slots=True)
class Question:
    """Facts with the results that several sections look at, so that each is counted once."""

    facts: Facts
    counting: Counting
    timing: Timing
    language: Language
    loads: list[Row]
    uneven: list[Row]
    due: list[Row]
    dates: list[Row]
    gaps: list[Row]
    findings: list[Finding]
    """Of the plan checker, without those about load, which has a section of its own."""
    finished: int
    """How many tasks are done."""

    @property
    def has_several_plans(self) -> bool:
        """Whether places in plans have to say which."""
        return len(self.facts.plans) > 1

    def label(self, path: str | None, title: str | None) -> str:
        """How a sentence names a task or indicator: by its path, and its title where it has to.

        An indicator has no path, and in several plans the same path stands for several tasks.
        """
        if path is None or self.has_several_plans:
            return " ".join(filter(None, (path, title)))
        return path


def question(
    facts: Facts,
    counting: Counting,
    timing: Timing,
    language: Language,
    finished: Collection[str],
) -> Question:
    """Count what the summary needs.

    Args:
        facts: The facts.
        counting: The parameters of load.
        timing: The day to judge by, and the thresholds.
        language: The language.
        finished: Ids of tasks that are done.
    """
    loads = counting.loads(facts)
    rules = [rule for code, rule in RULES.items() if not code.startswith(_LOAD_RULES)]
    return Question(
        facts,
        counting,
        timing,
        language,
        loads=rows_of(loads),
        uneven=rows_of(concentration_of(loads)),
        due=rows_of(schedule(facts, timing, finished)),
        dates=rows_of(task_dates(facts)),
        gaps=rows_of(gaps(facts)),
        # Without today: what an old plan without a date of issue had to do is overdue, not wrong.
        findings=check(facts, rules),
        finished=len(finished),
    )
