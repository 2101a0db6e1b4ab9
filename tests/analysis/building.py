"""Small facts for tests, written as lists of attributions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import count

from hypothesis import settings
from hypothesis import strategies as st

from graphmodel.model.facts import Facts
from graphmodel.model.records import Jurisdiction, Plan, Responsibility, Task, Unit
from graphmodel.model.vocabulary import Basis, JurisdictionLevel, PlanStatus, Role, UnitKind

KINDS = {"镇": UnitKind.COLLECTIVE, "众": UnitKind.COLLECTIVE, "企": UnitKind.EXTERNAL}
"""Names that stand for groups and outside bodies; all others are units."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """The words that assign a task; bodies are named by one character each."""

    task: int
    leads: str = ""
    supports: str = ""
    engaged: str = ""
    standing: bool = False


def facts_of(
    *attributions: Attribution, place: str = "甲", plan: str | None = None, tasks: int = 0
) -> Facts:
    """The facts of one plan of one place.

    Args:
        attributions: In printed order; the groups of a task are numbered in this order.
        place: The jurisdiction; ids of its bodies are `place:name`.
        plan: The id of the plan, `plan of place` where none is given.
        tasks: How many tasks there are at least, with or without attributions.
    """
    plan = plan or f"plan of {place}"
    numbers = range(1, max([tasks, *(a.task for a in attributions)], default=0) + 1)
    names = dict.fromkeys(n for a in attributions for n in a.leads + a.supports + a.engaged)
    return Facts(
        plans=(_plan(plan, place),),
        tasks=tuple(Task(f"{plan}#{n}", plan, (n,), f"task {n}", None, 0, 1) for n in numbers),
        jurisdictions=(Jurisdiction(place, place, JurisdictionLevel.COUNTY, None),),
        units=tuple(unit(name, place) for name in names),
        responsibilities=tuple(_responsibilities(attributions, plan, place)),
    )


def unit(name: str, place: str | None) -> Unit:
    """A body of a place; its name decides whether it is a group or an outside body."""
    kind = KINDS.get(name, UnitKind.UNIT)
    return Unit(f"{place}:{name}", name, kind, "other", ("other",), place, place)


def _plan(plan: str, place: str) -> Plan:
    return Plan(
        plan, plan, None, (), (), place, place, None, PlanStatus.ISSUED, (), plan, "", "text", None
    )


def _responsibilities(
    attributions: Iterable[Attribution], plan: str, place: str
) -> Iterable[Responsibility]:
    offsets = count()
    groups: dict[int, int] = {}
    for a in attributions:
        group = groups[a.task] = groups.get(a.task, -1) + 1
        roles: Mapping[Role, str] = {
            Role.LEAD: a.leads,
            Role.SUPPORT: a.supports,
            Role.ENGAGED: a.engaged,
        }
        for role, names in roles.items():
            for number, name in enumerate(names):
                start = next(offsets)
                yield Responsibility(
                    id=f"{plan}#{a.task}/{group}.{role}.{number}",
                    plan=plan,
                    task=f"{plan}#{a.task}",
                    indicator=None,
                    unit=f"{place}:{name}",
                    mention=name,
                    role=role,
                    group=group,
                    basis=Basis.DESIGNATED if role is Role.LEAD else None,
                    open_ended=False,
                    standing=a.standing,
                    rule="test",
                    start=start,
                    end=start + 1,
                )


def _names(alphabet: str) -> st.SearchStrategy[str]:
    return st.text(st.sampled_from(alphabet), max_size=4)


attributions = st.builds(
    Attribution,
    task=st.integers(1, 6),
    leads=_names("ABCD镇"),
    supports=_names("BCDEF众"),
    engaged=_names("F企"),
    standing=st.booleans(),
)
plans = st.lists(attributions, max_size=12).map(lambda found: facts_of(*found))
"""Facts of one plan, bodies named several times and in several roles."""

of_tables = settings(max_examples=50, deadline=None)
"""For properties of tables: pandas takes milliseconds an example, and longer where it is new."""
