"""Offices of leading groups and the bodies that house them."""

from __future__ import annotations

import pytest

from graphmodel.model.resources import read_vocabulary
from graphmodel.resolution import resolve
from graphmodel.resolution.hosts import stated_hosts
from tests.resolution.resolving import COUNTY, ids

PLACE = "岚东省/雁州市/霁岭县"


def host(*mentions: str, text: str = "") -> str | None:
    """The host of the first mention's unit, without the place."""
    found = resolve("plan", dict.fromkeys(mentions, 1), COUNTY, text=text)
    key = found.units[0].host
    return key.removeprefix(f"{PLACE}:") if key else None


@pytest.mark.parametrize(
    ("office", "body", "text"),
    [
        (
            "县营商办",
            "县行政审批局",
            "成立霁岭县优化营商环境工作领导小组，由县长任组长。领导小组办公室设在县行政审批局，负责日常工作。",
        ),
        ("县职转办", "县政府办", "领导小组下设办公室（简称县职转办），办公室设在县政府办公室。"),
        ("县营商办", "县发改局", "县营商办设在县发展和改革局，承担协调工作。"),
        ("县营商办（设在县发改局）", "县发展改革局", ""),
        ("县营商办（县发改局）", "县发展改革局", ""),
        ("县安委办", "县应急管理局", ""),
        ("县双减办", "县教体局", ""),
        ("县文明办", "县委宣传部", ""),
        ("县食品安全委员会办公室", "县市场监管局", ""),
    ],
)
def test_host_by_text_bracket_or_gazetteer(office: str, body: str, text: str) -> None:
    assert host(office, body, text=text) == ids([body])[0].removeprefix(f"{PLACE}:")


@pytest.mark.parametrize(
    ("mentions", "text"),
    [
        (("县营商办", "县行政审批局"), ""),
        (("县营商办", "县发改局"), "县营商办设在县行政审批局。"),
        (("县营商办", "县行政审批局"), "报县营商办。县安委办设在县行政审批局。"),
        (("县双减办", "县教育局", "县教体局"), ""),
        (("县安委办",), ""),
        (("县委网信办（县大数据局）", "县大数据局"), ""),
    ],
)
def test_no_host_where_nothing_says_so(mentions: tuple[str, ...], text: str) -> None:
    assert host(*mentions, text=text) is None


def test_office_and_host_stay_two_units() -> None:
    assert len(set(ids(["县营商办（县行政审批局）", "县行政审批局"]))) == 2


def test_second_name_of_a_body_is_no_host() -> None:
    assert len(set(ids(["县委金融办（县地方金融监管局）", "县地方金融监管局"]))) == 1


def test_statements_in_a_text() -> None:
    text = "雁州市安全生产委员会办公室设在市应急管理局。" * 300
    assert stated_hosts(text) == [("雁州市安全生产委员会办公室", "市应急管理局")]
    assert stated_hosts("办公室在县发改局。") == []


def test_offices_of_the_gazetteer_are_canonical_names() -> None:
    rows = read_vocabulary("hosts.csv")
    assert len({row["office"] for row in rows}) == len(rows)
    for row in rows:
        for body in row["host"].split(";"):
            prefix = "县委" if body.endswith(("宣传部", "政法委")) else "县"
            if not body.endswith(("厅", "健委")):
                assert ids([prefix + body]) == [f"{PLACE}:{body}"]
