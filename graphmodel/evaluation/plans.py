"""Which facts an annotation is to be compared with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any

from graphmodel.evaluation.annotation import Annotation
from graphmodel.evaluation.scoring import KINDS, Tallies, score
from graphmodel.evaluation.tally import Tally
from graphmodel.model.errors import AnnotationError
from graphmodel.model.facts import TABLES, Facts
from graphmodel.model.records import Plan


def score_all(annotations: Sequence[Annotation], facts: Facts) -> Tallies:
    """The tallies of several plans together.

    Raises:
        AnnotationError: `no_such_plan`, where the facts hold no plan for an annotation.
    """
    totals = {kind: Tally() for kind in KINDS}
    alone = len(annotations) == len(facts.plans) == 1
    for annotation in annotations:
        plan = facts.plans[0] if alone else _plan_of(annotation, facts)
        for kind, tally in score(annotation, _of_plan(facts, plan)).items():
            totals[kind].add(tally)
    return totals


def _plan_of(annotation: Annotation, facts: Facts) -> Plan:
    """The plan whose id, or the name of whose file without suffix, is the annotation's id."""
    for plan in facts.plans:
        if annotation.id in (plan.id, PurePath(plan.source).stem):
            return plan
    raise AnnotationError(annotation.source, "no_such_plan", plan=annotation.id)


def _of_plan(facts: Facts, plan: Plan) -> Facts:
    """The rows of one plan; units and the other tables that all plans share stay whole."""

    def is_of_plan(row: Any) -> bool:
        return row is plan if isinstance(row, Plan) else getattr(row, "plan", plan.id) == plan.id

    tables = {table: tuple(filter(is_of_plan, facts.rows(table))) for table in TABLES}
    return Facts(**tables)
