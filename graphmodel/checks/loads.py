"""W: how work is spread."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from graphmodel.analysis.overload import overload
from graphmodel.analysis.statistics import THRESHOLD
from graphmodel.analysis.supporters import boilerplate_supporters
from graphmodel.checks.finding import Hit, Message, Span
from graphmodel.checks.view import PlanView
from graphmodel.model.vocabulary import Role


def overloaded_units(plan: PlanView) -> Iterator[Hit]:
    """W001: a unit whose load stands out from that of all units of the plan."""
    places = _places(plan, Role.LEAD)
    for row in overload(plan.facts).to_dict("records"):
        first, *others = places[row["unit"]]
        name, tasks, load, z = row["name"], row["tasks_led"], row["load"], row["z"]
        yield Hit(
            first,
            Message(
                f"“{name}”牵头 {tasks} 项任务，负荷 {load:.1f}，远高于其他单位"
                f"（稳健 z 值 {z:.1f} > {THRESHOLD}）",
                f"“{name}” leads {tasks} tasks, load {load:.1f}, far above the other units "
                f"(robust z {z:.1f} > {THRESHOLD})",
            ),
            also=tuple(others),
        )


def boilerplate_support(plan: PlanView) -> Iterator[Hit]:
    """W002: a supporter that a plan hangs on most of its lists."""
    places = _places(plan, Role.SUPPORT)
    for row in boilerplate_supporters(plan.facts, plan.plan.id).to_dict("records"):
        first, *others = places[row["unit"]]
        name, count = row["name"], row["boilerplate"]
        yield Hit(
            first,
            Message(
                f"“{name}”在 {count} 处分工的末尾随套话列为配合，看不出具体任务",
                f"“{name}” ends {count} lists of supporters as part of the same words, which tells "
                "of no work of its own",
            ),
            also=tuple(others),
        )


def _places(plan: PlanView, role: Role) -> Mapping[str, Sequence[Span]]:
    """Where each body has a role in a task, in the order of the text."""
    found: dict[str, list[Span]] = {}
    for _, attribution in plan.stated():
        for part in attribution.of(role):
            found.setdefault(part.unit, []).append((part.start, part.end))
    return {unit: sorted(spans) for unit, spans in found.items()}
