"""Whatever the facts and their texts are, and whatever befalls a store, its graph is right."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from hypothesis import strategies as st

from graphmodel.model.claims import facts_of_plans
from graphmodel.model.facts import Facts, merge
from graphmodel.model.records import Task
from graphmodel.model.validation import validate
from graphmodel.stores.contract import Changes, Store
from graphmodel.stores.loading import remove
from tests.analysis.building import Attribution, facts_of
from tests.model.building import SOUND
from tests.stores.conftest import ForAll
from tests.stores.contract import (
    Interrupted,
    empty,
    graph_in,
    graph_of,
    graph_of_plans,
    interrupted,
    load,
)
from tests.stores.generating import HALF, LONG, NASTY, NUL, Step, histories, rich_facts

TEXTS = (*NASTY, NUL, f"a{NUL}b", f"{NUL}" * 3)


def test_what_is_loaded_is_there_whatever_it_is(store: Store, for_all: ForAll) -> None:
    def check(facts: Facts) -> None:
        empty(store)
        load(store, facts)
        assert graph_in(store) == graph_of(facts)
        assert load(store, facts) == Changes()

    for_all(rich_facts(), check)


def test_graph_is_that_of_the_last_loads(store: Store, for_all: ForAll) -> None:
    def check(steps: list[Step]) -> None:
        empty(store)
        plans: dict[str, Facts] = {}
        for step in steps:
            take(store, step)
            remember(plans, step)
            assert graph_in(store) == graph_of_plans(plans.values())

    for_all(histories(), check)


def take(store: Store, step: Step) -> None:
    if isinstance(step, Facts):
        load(store, step)
    else:
        remove(store, step)


def remember(plans: dict[str, Facts], step: Step) -> None:
    """Keep the plans that a store holds, each as it was loaded last."""
    if isinstance(step, Facts):
        plans.update(facts_of_plans(step))
    else:
        for plan in step:
            plans.pop(plan, None)


def test_steps_that_break_off_are_mended_when_taken_again(store: Store, for_all: ForAll) -> None:
    def check(case: tuple[list[Step], list[int]]) -> None:
        empty(store)
        plans: dict[str, Facts] = {}
        for step, writes in zip(*case, strict=False):
            with suppress(Interrupted):
                take(interrupted(store, writes), step)
            take(store, step)
            remember(plans, step)
            assert graph_in(store) == graph_of_plans(plans.values())

    for_all(st.tuples(histories(), breaks), check)


def test_steps_that_break_off_leave_nothing_that_cannot_be_removed(
    store: Store, for_all: ForAll
) -> None:
    def check(case: tuple[list[Step], list[int]]) -> None:
        for step, writes in zip(*case, strict=False):
            with suppress(Interrupted):
                take(interrupted(store, writes), step)
        empty(store)
        load(store, SOUND)
        assert graph_in(store) == graph_of(SOUND)

    for_all(st.tuples(histories(), breaks), check)


breaks = st.lists(st.integers(0, 120), min_size=4, max_size=4)
"""After how many rows the steps of a history break off."""


def of_text(number: int, text: str) -> Facts:
    """A small plan whose id, title and place, and with them all ids, begin with a text."""
    part = Attribution(1, "A", "B镇", "企")
    facts = facts_of(part, place=f"{text}{number}place", plan=f"{text}{number}")
    (plan,) = facts.plans
    return replace(facts, plans=(replace(plan, references=tuple(filter(None, TEXTS))),))


def test_words_of_a_query_in_names_and_ids_are_words(store: Store) -> None:
    several = [of_text(number, text) for number, text in enumerate(TEXTS)]
    whole = merge(several)
    assert validate(whole) == []
    load(store, whole)
    assert graph_in(store) == graph_of(whole)
    assert load(store, whole) == Changes()
    changed = [replace(facts, tasks=renamed_tasks(facts)) for facts in several[::2]]
    load(store, merge(changed))
    remove(store, [facts.plans[0].id for facts in several[1::2]])
    assert graph_in(store) == graph_of(merge(changed))


def renamed_tasks(facts: Facts) -> tuple[Task, ...]:
    return tuple(replace(task, title=f"{task.title}'\"`\\") for task in facts.tasks)


def test_names_and_titles_are_kept_character_for_character(store: Store) -> None:
    for text in (LONG, NUL, f"{NUL}x", "", "\r\n"):
        facts = called(text)
        load(store, facts)
        assert graph_in(store) == graph_of(facts), repr(text[:3])
        assert load(store, facts) == Changes()
        remove(store, ["p"])  # the next one is written anew


def called(text: str) -> Facts:
    """The sound facts, in which every name and title is a text."""
    plans = (replace(SOUND.plans[0], title=text, references=(text or "x", "a|b")), SOUND.plans[1])
    return replace(
        SOUND,
        plans=plans,
        units=tuple(replace(unit, name=text, functions=(text, "tax")) for unit in SOUND.units),
        tasks=tuple(replace(task, title=text) for task in SOUND.tasks),
        responsibilities=tuple(replace(r, mention=text) for r in SOUND.responsibilities),
    )


def test_name_of_a_file_that_is_no_text_is_the_same_every_time(store: Store) -> None:
    """Python has half a character for a byte of a file name that is no UTF-8."""
    facts = replace(SOUND, plans=(replace(SOUND.plans[0], source=f"方案{HALF}"), SOUND.plans[1]))
    load(store, facts)
    assert graph_in(store) == graph_of(facts)
    assert load(store, facts) == Changes()
