"""What a ledger says on tasks: which are done, and on which task each row speaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphmodel.ledgers.building import build
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.ledgers.statuses import Status, statuses
from graphmodel.model.errors import LedgerError
from graphmodel.reports.wording import Language
from tests.ledgers.filling import edited, filled, put, tasks, written
from tests.ledgers.sample import titled
from tests.ledgers.test_updating import INSERTED
from tests.reports.sample import FACTS, FIRST, PLAN

DONE = {"status": "已完成", "done": "2024年6月3日", "remark": "已公示"}


def test_row_is_read_as_its_task(tmp_path: Path) -> None:
    found = statuses(written(filled(tasks(FACTS), put(**DONE)), tmp_path), FACTS)
    assert found.by_task == {FIRST: Status("已完成", True, "2024-06-03", "已公示")}
    assert found.finished == {FIRST}
    assert found.unplaced == []


@pytest.mark.parametrize(
    ("word", "is_finished"),
    [
        ("已完成", True), ("办结。", True), ("Finished", True), ("√", True),
        ("未完成", False), ("基本完成", False), ("推进中", False), ("完成50%", False),
    ],
)  # fmt: skip
def test_only_words_that_say_so_mean_done(tmp_path: Path, word: str, is_finished: bool) -> None:
    found = statuses(written(filled(tasks(FACTS), put(status=word)), tmp_path), FACTS)
    assert found.by_task[FIRST].word == word
    assert (FIRST in found.finished) is is_finished


@pytest.mark.parametrize(
    ("written_day", "day"),
    [
        ("2024/6/3", "2024-06-03"), ("2024.06.03", "2024-06-03"), ("6月上旬", "6月上旬"),
        ("", None),
    ],
)  # fmt: skip
def test_day_is_read_in_any_form(tmp_path: Path, written_day: str, day: str | None) -> None:
    path = written(filled(tasks(FACTS), put(status="办结", done=written_day)), tmp_path)
    assert statuses(path, FACTS).by_task[FIRST].date == day


def test_status_follows_its_task_to_another_number(tmp_path: Path) -> None:
    path = written(filled(tasks(FACTS), put(**DONE)), tmp_path)
    assert statuses(path, INSERTED).finished == {f"{PLAN}#1.2"}


def test_status_of_what_is_gone_is_told(tmp_path: Path) -> None:
    path = written(filled(tasks(FACTS), put(**DONE)), tmp_path)
    found = statuses(path, titled("建设数字档案馆"))
    assert (found.by_task, found.unplaced) == ({}, ["精简获得电力审批"])


def test_in_lists_of_bodies_who_leads_is_heard(tmp_path: Path) -> None:
    index, finance, approval, towns = build(FACTS, LedgerKind.UNITS, Language.ZH).parts
    assert [row[1] for row in finance.rows] == ["牵头", "配合"]
    supports_done = edited(finance, lambda rows: [rows[0], rows[1] | DONE])
    made = build(FACTS, LedgerKind.UNITS, Language.ZH)
    for lead, finished in (("推进中", set()), ("已完成", {FIRST})):
        leads = edited(approval, put(status=lead))
        parts = [index, supports_done, leads, towns]
        path = written(type(made)(made.kind, made.language, parts), tmp_path)
        assert statuses(path, FACTS).finished == finished


def test_ledger_of_pairs_has_no_statuses(tmp_path: Path) -> None:
    path = written(build(FACTS, LedgerKind.COLLABORATION, Language.ZH), tmp_path)
    with pytest.raises(LedgerError) as caught:
        statuses(path, FACTS)
    assert caught.value.code == "no_ledger"
