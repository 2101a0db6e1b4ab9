"""Which annotated task is which of those found."""

from __future__ import annotations

from typing import Any

import pytest

from graphmodel.evaluation import Annotation, annotation_from
from graphmodel.evaluation.tasks import Attribution, Found, paired
from graphmodel.model.vocabulary import Role


def annotation(*tasks: tuple[int, str, str], **plan: Any) -> Annotation:
    """Tasks of a number, a title and one lead."""
    return annotation_from(
        {
            "plan": {"id": "x", **plan},
            "tasks": [
                {
                    "path": [number],
                    "title": title,
                    "assignments": [{"leads": [lead], "supports": []}],
                }
                for number, title, lead in tasks
            ],
        },
        "x.json",
    )


def found(number: int, title: str, lead: str | None) -> Found:
    task = Found(f"{number}{title}", (str(number),), title)
    if lead is not None:
        task.attributions[0] = Attribution({role: [] for role in Role})
        task.attributions[0].bodies[Role.LEAD].append(lead)
    return task


def partners(wanted: Annotation, given: list[Found]) -> dict[str | None, str | None]:
    return {
        task.title if task else None: other.title if other else None
        for task, other in paired(wanted, given)
    }


@pytest.mark.parametrize(
    ("other", "is_same"),
    [
        (found(1, "深化行政审批改革", None), True),  # path and first six characters
        (found(1, "全面推开", "县审批局"), True),  # path and a body
        (found(1, "全面推开", "县财政局"), False),
        (found(9, "深化行政审批制度", None), True),  # the title
        (found(9, "深化行政审批制度改革试点", "县财政局"), True),  # eight characters
        (found(9, "深化行政审批改革", "县财政局"), False),
        (found(9, "全面推开", "县审批局"), True),  # the bodies
    ],
)
def test_what_makes_two_tasks_the_same(other: Found, is_same: bool) -> None:
    wanted = annotation((1, "深化行政审批制度", "县审批局"))
    assert (partners(wanted, [other])["深化行政审批制度"] == other.title) is is_same


def test_the_surest_partner_comes_first() -> None:
    wanted = annotation((1, "甲", "子"), (2, "乙", "丑"))
    given = [found(7, "甲", "寅"), found(1, "丙", "子"), found(8, "乙", "卯")]
    assert partners(wanted, given) == {"甲": "丙", "乙": "乙", None: "甲"}


def test_found_tasks_that_assign_nothing_are_no_mistake() -> None:
    assert partners(annotation(), [found(1, "甲", None), found(2, "乙", "子")]) == {None: "乙"}
    assert partners(annotation(partial=True), [found(2, "乙", "子")]) == {}
