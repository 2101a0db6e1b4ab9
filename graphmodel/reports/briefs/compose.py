"""The summary, put together from its sections."""

from __future__ import annotations

from collections.abc import Collection

from graphmodel.analysis.schedule import Timing
from graphmodel.model.facts import Facts
from graphmodel.reports.briefs.advice import advice
from graphmodel.reports.briefs.agenda import agenda
from graphmodel.reports.briefs.brief import Brief
from graphmodel.reports.briefs.burden import burden
from graphmodel.reports.briefs.problems import problems
from graphmodel.reports.briefs.question import Question, question
from graphmodel.reports.briefs.scope import scope, titled
from graphmodel.reports.briefs.together import together
from graphmodel.reports.loads import Counting
from graphmodel.reports.wording import Language, Wording

_TITLE = Wording("{title}：责任分工摘要", "{title}: who is responsible for what")
_SEVERAL = Wording(
    "[{place} ]{count} 个方案责任分工摘要",
    "Who is responsible for what in {count} plans[ of {place}]",
)
_SUBTITLE = Wording(
    "[{number}，][{issued} 印发，]截至 {today}。依据：{source}。各节小字写明数字的算法。",
    "[{number}, ][issued {issued}, ]as of {today}. Made from {source}. The small print of each "
    "section says how its figures were counted.",
)
_FILES = Wording("{count} 个文件", "{count} files")


def brief(
    facts: Facts,
    counting: Counting,
    timing: Timing,
    language: Language,
    *,
    finished: Collection[str] = (),
) -> Brief:
    """The two pages that an office hands to its leader.

    Args:
        facts: The facts.
        counting: The parameters of load.
        timing: The day to judge by, and the thresholds.
        language: The language.
        finished: Ids of tasks that are done.

    Raises:
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    asked = question(facts, counting, timing, language, finished)
    sections = (scope, burden, together, problems, agenda, advice)
    return Brief(
        _title(asked), _subtitle(asked), language, tuple(section(asked) for section in sections)
    )


def _title(asked: Question) -> str:
    plans = asked.facts.plans
    if len(plans) == 1:
        return _TITLE(asked.language, title=titled(plans[0], asked.language))
    places = {plan.jurisdiction_id or plan.jurisdiction: plan.jurisdiction for plan in plans}
    place = next(iter(places.values())) if len(places) == 1 else None
    return _SEVERAL(asked.language, place=place, count=len(plans))


def _subtitle(asked: Question) -> str:
    plans, language = asked.facts.plans, asked.language
    one = plans[0] if len(plans) == 1 else None
    return _SUBTITLE(
        language,
        number=one.doc_number if one else None,
        issued=one.issued if one else None,
        today=asked.timing.today,
        source=one.source if one else _FILES(language, count=len(plans)),
    )
