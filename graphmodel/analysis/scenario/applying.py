"""The steps of a scenario, carried out on facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from graphmodel.analysis.boilerplate import boilerplate
from graphmodel.analysis.roles import NUMBERS
from graphmodel.analysis.scenario.named import body_called, task_called
from graphmodel.analysis.scenario.steps import Action, Step, bad_step
from graphmodel.model.columns import Strings
from graphmodel.model.entries import EntryFault
from graphmodel.model.facts import Facts, combine_units
from graphmodel.model.records import Responsibility, Task
from graphmodel.model.vocabulary import Basis, Role

RULE = "scenario"
"""The rule of what no plan says."""


def after_scenario(facts: Facts, steps: Iterable[Step], source: str) -> Facts:
    """The facts after all steps, each on what the one before made of them.

    Args:
        facts: The facts.
        steps: The steps (`steps.read_scenario`).
        source: Name of the file that they stand in.

    Raises:
        ScenarioError: `bad_scenario`, a step that cannot be carried out, with its line and the
            reason: no-such-task, ambiguous-task, no-such-unit, ambiguous-unit, same-unit,
            no-lead, leads-already, supports-already, no-supporter.
    """
    try:
        for step in steps:
            facts = _ACTIONS[step.action](facts, step)
    except EntryFault as fault:
        raise bad_step(source, fault) from fault
    return facts


def _move_lead(facts: Facts, step: Step) -> Facts:
    """Turn the lead into support, and the other's support into the lead, in annexes too."""
    task = task_called(facts, step.texts["task"], step.line)
    giver, taker = _two(facts, step, step.texts["from"], step.texts["to"])
    groups = _groups_led(facts, task, giver, step)
    if not groups:
        raise EntryFault(step.line, "no-lead", step.texts["from"])
    if groups & _groups_led(facts, task, taker, step):
        raise EntryFault(step.line, "leads-already", step.texts["to"])
    restating = _restating(facts, task)
    rows: list[Responsibility] = []
    led: dict[tuple[str | None, int], Responsibility] = {}
    for r in facts.responsibilities:
        is_here = (r.task == task.id and r.group in groups) or r.task in restating
        if is_here and r.unit == giver and r.role is Role.LEAD:
            led[r.task, r.group] = r
            r = replace(r, role=Role.SUPPORT, basis=None)
        elif is_here and r.unit == taker and r.role is Role.SUPPORT:
            r = replace(r, role=Role.LEAD, basis=Basis.DESIGNATED, standing=False)
        rows.append(r)
    leading = {(r.task, r.group) for r in rows if r.unit == taker and r.role is Role.LEAD}
    missing = (lead for key, lead in led.items() if key not in leading)
    return _with(facts, rows, (_part(facts, lead, taker, Role.LEAD) for lead in missing))


def _demote_lead(facts: Facts, step: Step) -> Facts:
    """Turn the lead into support, in annexes too; the task may be left without one."""
    task = task_called(facts, step.texts["task"], step.line)
    body = body_called(facts, step.texts["unit"], step.line)
    groups = _groups_led(facts, task, body, step)
    if not groups:
        raise EntryFault(step.line, "no-lead", step.texts["unit"])
    restating = _restating(facts, task)
    rows = []
    for r in facts.responsibilities:
        is_here = (r.task == task.id and r.group in groups) or r.task in restating
        is_lead = r.unit == body and r.role is Role.LEAD
        rows.append(replace(r, role=Role.SUPPORT, basis=None) if is_here and is_lead else r)
    return _with(facts, rows)


def _groups_led(facts: Facts, task: Task, body: str, step: Step) -> set[int]:
    """The attributions of a task that a body leads, of those that are meant."""
    return {
        r.group
        for r in facts.responsibilities
        if r.task == task.id and _is_meant(r, step) and r.unit == body and r.role is Role.LEAD
    }


def _add_supporter(facts: Facts, step: Step) -> Facts:
    task = task_called(facts, step.texts["task"], step.line)
    body = body_called(facts, step.texts["unit"], step.line)
    of_task = [r for r in facts.responsibilities if r.task == task.id]
    group = step.group or 0
    here = [r for r in of_task if r.group == group]
    if any(r.unit == body and r.role is not Role.ENGAGED for r in here):
        raise EntryFault(step.line, "supports-already", step.texts["unit"])
    first = min(here, key=lambda r: r.start, default=None)
    like = first or _blank(task, group)
    return _with(facts, facts.responsibilities, [_part(facts, like, body, Role.SUPPORT)])


def _drop_supporter(facts: Facts, step: Step) -> Facts:
    task = task_called(facts, step.texts["task"], step.line)
    body = body_called(facts, step.texts["unit"], step.line)
    restating = _restating(facts, task)
    kept = [
        r
        for r in facts.responsibilities
        if r.unit != body
        or r.role is not Role.SUPPORT
        or not ((r.task == task.id and _is_meant(r, step)) or r.task in restating)
    ]
    if len(kept) == len(facts.responsibilities):
        raise EntryFault(step.line, "no-supporter", step.texts["unit"])
    return _with(facts, kept)


def _merge(facts: Facts, step: Step) -> Facts:
    bodies = [body_called(facts, unit, step.line) for unit in step.units]
    if len(set(bodies)) < len(bodies):
        raise EntryFault(step.line, "same-unit", step.units[0])
    return _joined(facts, bodies, step.texts.get("name"))


def _dissolve(facts: Facts, step: Step) -> Facts:
    """What the body did goes to its successor, or to nobody."""
    if "to" in step.texts:
        body, successor = _two(facts, step, step.texts["unit"], step.texts["to"])
        return _joined(facts, [successor, body], None)
    body = body_called(facts, step.texts["unit"], step.line)
    return _renamed(facts, {body: None})


def _drop_boilerplate(facts: Facts, _: Step) -> Facts:
    marked = boilerplate(facts)
    return _with(facts, [r for r in facts.responsibilities if r.id not in marked])


_ACTIONS: Mapping[Action, Callable[[Facts, Step], Facts]] = {
    Action.MOVE_LEAD: _move_lead,
    Action.DEMOTE_LEAD: _demote_lead,
    Action.ADD_SUPPORTER: _add_supporter,
    Action.DROP_SUPPORTER: _drop_supporter,
    Action.MERGE: _merge,
    Action.DISSOLVE: _dissolve,
    Action.DROP_BOILERPLATE: _drop_boilerplate,
}


def _two(facts: Facts, step: Step, first: str, second: str) -> tuple[str, str]:
    """The ids of two bodies that must not be one."""
    a, b = (body_called(facts, name, step.line) for name in (first, second))
    if a == b:
        raise EntryFault(step.line, "same-unit", first)
    return a, b


def _is_meant(part: Responsibility, step: Step) -> bool:
    return step.group in (None, part.group)


def _restating(facts: Facts, task: Task) -> set[str]:
    """The rows of annexes that state a task again."""
    return {other.id for other in facts.tasks if other.same_as == task.id}


def _part(facts: Facts, like: Responsibility, body: str, role: Role) -> Responsibility:
    """A part that no plan says, in an attribution of which one part is known.

    It stands before all that is printed there, so that a tail stays at the end of its list.
    """
    names = {unit.id: unit.name for unit in facts.units}
    return replace(
        like,
        unit=body,
        mention=names[body],
        role=role,
        basis=Basis.DESIGNATED if role is Role.LEAD else None,
        standing=False,
        rule=RULE,
        end=like.start,
    )


def _blank(task: Task, group: int) -> Responsibility:
    """The first part of an attribution of a task that has none."""
    return Responsibility(
        id=f"{task.id}/{group}",
        plan=task.plan,
        task=task.id,
        indicator=None,
        unit="",
        mention="",
        role=Role.SUPPORT,
        group=group,
        basis=None,
        open_ended=False,
        standing=False,
        rule=RULE,
        start=task.start,
        end=task.start,
    )


def _with(
    facts: Facts, rows: Iterable[Responsibility], more: Iterable[Responsibility] = ()
) -> Facts:
    """The facts with other responsibilities; those that are new get ids of their own."""
    kept = tuple(rows)
    ids = {r.id for r in kept}
    added = []
    for number, part in enumerate(more):
        key = f"{part.task}/{part.group}.{part.role}.{RULE}"
        while f"{key}.{number}" in ids:
            number += 1
        ids.add(f"{key}.{number}")
        added.append(replace(part, id=f"{key}.{number}"))
    return replace(facts, responsibilities=(*kept, *added))


def _joined(facts: Facts, bodies: Sequence[str], name: str | None) -> Facts:
    """Several bodies as the first of them."""
    first, *others = bodies
    rows = {unit.id: unit for unit in facts.units}
    one = rows[first]
    for other in others:
        one = replace(combine_units(one, replace(rows[other], id=first)), name=one.name)
    one = replace(one, kind=rows[first].kind, function=rows[first].function, name=name or one.name)
    known = replace(facts, units=tuple(one if u.id == first else u for u in facts.units))
    return _strongest(_renamed(known, dict.fromkeys(others, first)), first)


def _strongest(facts: Facts, body: str) -> Facts:
    """The facts with the strongest role of a body in each attribution alone, once."""
    best: dict[tuple[object, ...], Responsibility] = {}
    for r in facts.responsibilities:
        if r.unit == body:
            key = (r.task, r.indicator, r.group)
            best[key] = min(best.get(key, r), r, key=lambda part: NUMBERS[part.role])
    kept = {r.id for r in best.values()}
    return _with(facts, [r for r in facts.responsibilities if r.unit != body or r.id in kept])


def _renamed(facts: Facts, successors: Mapping[str, str | None]) -> Facts:
    """The facts with some bodies as others, or, where there is none, without them."""

    def one(body: str | None) -> str | None:
        return successors.get(body, body) if body is not None else None

    def several(some: Strings) -> Strings:
        return tuple(dict.fromkeys(filter(None, map(one, some))))

    return replace(
        facts,
        plans=tuple(replace(p, issuer_ids=several(p.issuer_ids)) for p in facts.plans),
        units=tuple(replace(u, host=one(u.host)) for u in facts.units if u.id not in successors),
        mentions=tuple(
            replace(row, unit=unit) for row in facts.mentions if (unit := one(row.unit))
        ),
        responsibilities=tuple(
            replace(r, unit=unit) for r in facts.responsibilities if (unit := one(r.unit))
        ),
        duties=tuple(replace(d, units=several(d.units), to=one(d.to)) for d in facts.duties),
    )
