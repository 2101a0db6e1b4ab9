"""Annex tables beside the same tasks in the body."""

from __future__ import annotations

from graphmodel.extraction.annexes import restated
from graphmodel.pipeline import facts_of, load
from graphmodel.reading import read_bytes
from tests.extraction.drafts import draft_of

PLAN = (
    "澄原县工作方案\n一、任务\n"
    "1. 推进审批制度改革。全面梳理事项。（牵头单位：县住建局；配合单位：县公安局）\n"
    "2. 推进“一网通办”，事项全部上网。（牵头单位：县税务局）\n"
    "附件1\n任务分解表\n序号\t任务\t牵头单位\t配合单位\n"
    "1\t推进审批制度改革\t县住建局\t县公安局\n"
    "2\t2.推进一网通办，事项全部上网；\t县财政局\t\n"
    "3\t推进审批制度改革试点\t县司法局\t\n"
)


def test_rows_that_state_a_task_again() -> None:
    tasks = draft_of(PLAN).tasks
    assert [task.path for task in tasks] == [
        (1, 1),
        (1, 2),
        ("annex", 1, 1),
        ("annex", 1, 2),
        ("annex", 1, 3),
    ]
    assert restated(tasks) == {2: 0, 3: 1}


def test_a_title_that_goes_on_after_its_first_clause() -> None:
    text = PLAN.replace("推进审批制度改革\t", "推进审批制度改革：梳理事项\t")
    assert restated(draft_of(text).tasks) == {2: 0, 3: 1}


def test_disagreement_is_reported_and_agreement_counts_once() -> None:
    facts = facts_of(read_bytes(PLAN.encode(), "plan.txt"))
    ids = {task.path: task.id for task in facts.tasks}
    same = {task.path: task.same_as for task in facts.tasks if task.same_as}
    assert same == {("annex", 1, 1): ids[(1, 1)], ("annex", 1, 2): ids[(1, 2)]}
    found = [d.detail for d in facts.diagnostics if d.code == "annex-disagrees"]
    assert found == ["22.推进一网通办，事项全部上网；县财政局"]
    leads = dict(zip(load(facts)["name"], load(facts)["leads"], strict=True))
    assert (leads["县住建局"], leads["县税务局"], leads["县财政局"]) == (1, 1, 1)
