"""What holds of every resolution."""

from __future__ import annotations

import subprocess
import sys
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.model.facts import Facts
from graphmodel.model.records import Jurisdiction
from graphmodel.model.validation import validate
from graphmodel.resolution import Resolution, Rule, jurisdiction_chain, resolve
from graphmodel.resolution.gazetteer import gazetteer
from tests.resolution.resolving import CITY, COUNTY, NATION, unit_id

Places = tuple[Jurisdiction, ...]

# By these the presence of one mention may change the id of another.
JOINING = {Rule.MISSPELLING, Rule.SECOND_NAME, Rule.SHORT_BRANCH, Rule.FORMER_NAME}

PREFIXES = [
    "",
    "县",
    "市",
    "省",
    "霁岭县",
    "霁岭",
    "县委",
    "县政府",
    "国家",
    "各",
    "芦溪镇",
    "梓荫区",
]
HEADS = ["局", "委", "委员会", "办公室", "中心", "分局", "支行", "公司", "", "大队", "领导小组"]
ASIDES = ["", "", "", "（县营商办）", "（筹）", "(县档案局)"]

names = st.builds(
    lambda prefix, stem, head, aside: prefix + stem + head + aside,
    st.sampled_from(PREFIXES),
    st.sampled_from(sorted(gazetteer().stems)) | st.text("住建财政托分埸场", max_size=4),
    st.sampled_from(HEADS),
    st.sampled_from(ASIDES),
)
mentions = st.dictionaries(
    names | st.text("县市区各和、（）局abc·“", max_size=8), st.integers(1, 5), max_size=12
)
known_places = st.sampled_from([COUNTY, CITY, NATION, jurisdiction_chain("瑞安市", "")])
places = known_places | st.just(())


def by_mention(found: Resolution) -> dict[str, tuple[str, str]]:
    units = {unit.id: unit for unit in found.units}
    return {row.mention: (row.unit, units[row.unit].kind) for row in found.mentions}


@given(mentions, places)
def test_rows_hold_together(counts: dict[str, int], places: Places) -> None:
    found = resolve("p", counts, places)
    assert [row.mention for row in found.mentions] == list(counts)
    assert list(dict.fromkeys(row.unit for row in found.mentions)) == [u.id for u in found.units]
    assert all(unit.functions[0] == unit.function for unit in found.units)
    facts = Facts(jurisdictions=found.jurisdictions, units=found.units)
    assert validate(facts) == []


@given(mentions, places)
def test_same_input_same_output(counts: dict[str, int], places: Places) -> None:
    assert resolve("p", counts, places) == resolve("p", dict(counts), places)


@given(mentions, places, st.randoms(use_true_random=False))
def test_order_does_not_matter(counts: dict[str, int], places: Places, random: Random) -> None:
    # Distinct numbers of occurrences, so that no tie is left to the order.
    counts = {mention: number for number, mention in enumerate(counts, start=1)}
    items = list(counts.items())
    random.shuffle(items)
    first, second = resolve("p", counts, places), resolve("p", dict(items), places)
    assert by_mention(first) == by_mention(second)
    assert sorted(first.units, key=lambda u: u.id) == sorted(second.units, key=lambda u: u.id)
    assert {(d.code, d.mention) for d in first.doubts} == {
        (d.code, d.mention) for d in second.doubts
    }


@given(mentions, names, known_places)
def test_another_mention_changes_an_id_by_a_rule_only(
    counts: dict[str, int], other: str, places: Places
) -> None:
    before = resolve("p", counts, places)
    after = resolve("p", {**counts, other: counts.get(other, 1)}, places)
    rules = {row.mention: row.rule for row in after.mentions}
    for row in before.mentions:
        if row.unit != unit_id(after, row.mention):
            assert {row.rule, rules[row.mention]} & JOINING


@given(names, names, places)
def test_joining_is_symmetric(one: str, other: str, places: Places) -> None:
    first = resolve("p", {one: 2, other: 1}, places)
    second = resolve("p", {other: 2, one: 1}, places)
    together = unit_id(first, one) == unit_id(first, other)
    assert together == (unit_id(second, one) == unit_id(second, other))


@settings(max_examples=50)
@given(st.text(max_size=200), st.text(max_size=300))
def test_any_words_have_a_place_or_none(name: str, context: str) -> None:
    chain = jurisdiction_chain(name, context)
    assert validate(Facts(jurisdictions=chain)) == []


def test_hash_seed_does_not_matter() -> None:
    program = (
        "from tests.resolution.resolving import resolved;"
        "print(resolved('县住建局', '县发改局（县营商办）', '县营商办', '人行', '人行雁州市支行',"
        "'歧山经开区管委会', '岐山经开区管委会', '县教育局', '县教体局', '杭州市拱墅区发改局'))"
    )
    outputs = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
