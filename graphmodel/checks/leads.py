"""R: who leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from graphmodel.analysis.tasks import leaders
from graphmodel.checks.finding import Hit, Message, Span
from graphmodel.checks.view import Item, PlanView
from graphmodel.model.records import Responsibility
from graphmodel.model.vocabulary import Role, UnitKind

MOST_LEADS = 3
"""Bodies that may lead together; of more nobody knows whom to ask."""
_LEAST_SHARE = 2 / 3
"""Of the items beside one without an attribution, how many must have one."""
_ASSIGNING = re.compile("牵头|负责|分管|责任(?:领导|单位|部门|人)")
_LEFT_OPEN = re.compile(r"\s*等")


def no_lead(plan: PlanView) -> Iterator[Hit]:
    """R001: an item that nobody leads, beside items that somebody leads."""
    led = leaders(plan.facts)
    posts = {post.task for post in plan.facts.posts}
    for task in plan.tasks:
        if task.id not in led and task.id not in posts and not plan.attributions.get(task.id):
            yield _unled(plan.heading(task.start, task.end))
    for item in _left_out(plan):
        yield _unled((item.start, item.title_end))
    for _ in plan.diagnosed("no-attribution"):
        yield Hit(
            plan.title_span,
            Message("全文没有写明任何任务由谁负责", "the plan says of no task who is responsible"),
        )


def _unled(span: Span) -> Hit:
    return Hit(span, Message("没有写明由谁负责", "nobody is named as responsible"))


def _left_out(plan: PlanView) -> Iterator[Item]:
    """The items that assign nothing, with none below, between items that do, or whose items do.

    What comes first or last in a series is often no task: general demands, safeguards.
    """
    paths = {task.path[:length] for task in plan.facts.tasks for length in range(len(task.path))}
    for items in plan.below.values():
        assigned = [n for n, item in enumerate(items) if item.is_task or item.path in paths]
        if len(assigned) >= 2 and len(assigned) >= _LEAST_SHARE * len(items):
            between = sorted(set(range(assigned[0], assigned[-1])).difference(assigned))
            yield from (items[n] for n in between if _is_bare(plan, items[n]))


def _is_bare(plan: PlanView, item: Item) -> bool:
    """Whether an item has none below, and no word that might assign it in another way."""
    words = plan.text[item.start : item.end]
    return item.path not in plan.below and not _ASSIGNING.search(words)


def only_collectives_lead(plan: PlanView) -> Iterator[Hit]:
    """R002: an attribution that only groups lead."""
    for _, attribution in plan.stated():
        leads = attribution.of(Role.LEAD)
        if leads and all(_is_group(plan, part) for part in leads):
            names = _names(leads)
            yield Hit(
                _span(leads),
                Message(
                    f"只由集合称谓“{names}”牵头，落不到具体单位",
                    f"led only by “{names}”, which names no body in particular",
                ),
            )


def many_leads(plan: PlanView) -> Iterator[Hit]:
    """R003: an attribution that more than three bodies lead."""
    for _, attribution in plan.stated():
        leads = attribution.of(Role.LEAD)
        count = len({part.unit for part in leads})
        if count > MOST_LEADS:
            yield Hit(
                _span(leads),
                Message(
                    f"{count} 个单位共同牵头，超过 {MOST_LEADS} 个，难以追责",
                    f"{count} bodies lead together, more than {MOST_LEADS}: none can be held to it",
                ),
            )


def leads_and_supports(plan: PlanView) -> Iterator[Hit]:
    """R004: an attribution in which one body both leads and supports."""
    for _, attribution in plan.stated():
        leads = {part.unit: part for part in attribution.of(Role.LEAD)}
        for part in attribution.of(Role.SUPPORT):
            lead = leads.get(part.unit)
            if lead is not None and lead.start != part.start:
                yield Hit(
                    (part.start, part.end),
                    Message(
                        f"“{part.mention}”既牵头又配合",
                        f"“{part.mention}” both leads and supports",
                    ),
                    also=((lead.start, lead.end),),
                )


def only_supporters(plan: PlanView) -> Iterator[Hit]:
    """R005: a task with supporters or bodies to be coordinated with, and nobody who leads."""
    led = leaders(plan.facts)
    posts = {post.task for post in plan.facts.posts}
    for task in plan.tasks:
        attributions = plan.attributions.get(task.id)
        if attributions and task.id not in led and task.id not in posts:
            parts = attributions[0].parts
            names = _names(parts)
            yield Hit(
                _span(parts),
                Message(
                    f"只有配合单位（{names}），没有牵头单位", f"only supporters ({names}), no lead"
                ),
            )


def lead_left_open(plan: PlanView) -> Iterator[Hit]:
    """R006: a list of those who lead that ends with 等."""
    for _, attribution in plan.stated():
        leads = attribution.of(Role.LEAD)
        if leads and leads[0].open_ended:
            yield from (hit for part in leads if (hit := _left_open(plan, part)) is not None)


def _left_open(plan: PlanView, part: Responsibility) -> Hit | None:
    open_end = _LEFT_OPEN.match(plan.text, part.end)
    if open_end is None:
        return None
    message = Message(
        f"“{part.mention}等”：牵头单位没有列全", f"“{part.mention}等” leaves open who else leads"
    )
    return Hit((part.start, open_end.end()), message)


def _is_group(plan: PlanView, part: Responsibility) -> bool:
    return plan.units[part.unit].kind is UnitKind.COLLECTIVE


def _names(parts: Sequence[Responsibility]) -> str:
    return "、".join(dict.fromkeys(part.mention for part in parts))


def _span(parts: Sequence[Responsibility]) -> Span:
    return min(part.start for part in parts), max(part.end for part in parts)
