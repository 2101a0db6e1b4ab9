"""What a person is shown of doubts, and the corrections that would settle them."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from graphmodel.model.facts import Facts, merge
from graphmodel.pipeline import extract
from graphmodel.reports import formats, review_text
from graphmodel.reports.remedies import remedies
from graphmodel.reports.review import Item, review
from graphmodel.reports.wording import Language

PLAN = """\
霁岭县优化营商环境工作方案

一、主要任务

1.压减时限。减少材料。（牵头单位：县审批局；配合单位：县医疗障局、县工信和商务、县财政局）

2.加强服务。优化流程。（牵头单位：县教育局；配合单位：县教体局、县医疗障局、县青苗促进办）

3.便利融资。做好对接。（牵头单位：人行；配合单位：人行霁岭支行、人行雁州市中心支行）
"""


def facts(folder: Path, text: str = PLAN, name: str = "方案.txt") -> Facts:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return extract(path)


def items(folder: Path, language: Language = Language.ZH) -> list[Item]:
    return review(facts(folder), language)


def by_words(folder: Path) -> dict[str, Item]:
    return {item.words: item for item in items(folder)}


def test_worst_first_then_what_most_hangs_on(tmp_path: Path) -> None:
    ranks = [(str(item.severity), item.parts, item.words) for item in items(tmp_path)]
    assert ranks == [
        ("warning", 2, "县医疗障局"),
        ("warning", 1, "县教育局"),
        ("doubtful", 1, "县工信和商务"),
        ("info", 1, "县青苗促进办"),
    ]


def test_an_item_shows_the_words_in_their_place(tmp_path: Path) -> None:
    item = by_words(tmp_path)["县教育局"]
    assert item.place is not None
    assert item.passage is not None
    assert str(item.place) == "方案.txt:7"
    assert item.passage.context[item.passage.start : item.passage.end] == "县教育局"
    assert item.message == "“县教育局”与“县教体局”可能是同一机构，没有合并。"


@pytest.mark.parametrize(
    ("words", "entries"),
    [
        (
            "县医疗障局",
            [
                {"accept": [{"words": "县医疗障局", "reason": "已核对原文"}]},
                {"rename": [{"words": "县医疗障局", "to": "县医疗障局", "reason": "已核对原文"}]},
            ],
        ),
        (
            "县教育局",
            [
                {"merge": [{"words": ["县教体局", "县教育局"], "reason": "已核对原文"}]},
                {"accept": [{"words": "县教育局", "reason": "已核对原文"}]},
            ],
        ),
        (
            "县工信和商务",
            [
                {
                    "split": [
                        {
                            "words": "县工信和商务",
                            "to": ["县工信", "商务"],
                            "reason": "已核对原文",
                        }
                    ]
                },
                {"accept": [{"words": "县工信和商务", "reason": "已核对原文"}]},
                {"ignore": [{"words": "县工信和商务", "reason": "已核对原文"}]},
            ],
        ),
    ],
)
def test_entries_that_would_settle_it(
    tmp_path: Path, words: str, entries: list[dict[str, object]]
) -> None:
    remedies = by_words(tmp_path)[words].remedies
    assert [tomllib.loads(remedy.entry) for remedy in remedies] == entries


def test_the_first_entry_of_each_settles_all(tmp_path: Path) -> None:
    entries = [item.remedies[0].entry for item in items(tmp_path)]
    (tmp_path / "corrections.toml").write_text("\n\n".join(entries), encoding="utf-8")
    assert items(tmp_path) == []


def test_entries_of_several_plans_are_for_one_each(tmp_path: Path) -> None:
    one = facts(tmp_path)
    other = facts(tmp_path, PLAN.replace("霁岭", "云溪"), "另一方案.txt")
    entries = [
        tomllib.loads(item.remedies[0].entry)["accept"][0]
        for item in review(merge([one, other]), Language.ZH)
        if item.words == "县医疗障局"
    ]
    assert [entry["plan"] for entry in entries] == [plan.id for plan in (*one.plans, *other.plans)]


def test_text_for_a_terminal(tmp_path: Path) -> None:
    text = review_text.to_text(items(tmp_path), Language.ZH, width=100)
    assert text.splitlines()[:13] == [
        "4 处存疑，最要紧的在前",
        "",
        "1. 称谓疑有误写（方案.txt 第 5 行），涉及 2 条责任",
        "  “县医疗障局”应为“县医疗保障局”，已按同一机构处理。",
        "  （牵头单位：县审批局；配合单位：县医疗障局、县工信和商务、县财政局）",
        "                                  ^^^^^^^^^^",
        "  # 确为“县医疗保障局”的误写",
        "  [[accept]]",
        '  words = "县医疗障局"',
        '  reason = "已核对原文"',
        "  # 写法无误，是另一机构",
        "  [[rename]]",
        '  words = "县医疗障局"',
    ]
    assert "corrections.toml" in text.splitlines()[-1]


def test_nothing_doubtful(tmp_path: Path) -> None:
    clean = PLAN[: PLAN.index("1.")] + "1.压减时限。减少材料。（牵头单位：县审批局）\n"
    found = review(facts(tmp_path, clean), Language.EN)
    assert review_text.to_text(found, Language.EN, width=80) == "Nothing is doubtful.\n"
    assert formats.to_json(review_text.to_report(found, Language.EN)) == "[]\n"


def test_english_heads_and_reasons(tmp_path: Path) -> None:
    first = items(tmp_path, Language.EN)[0]
    assert first.head == "name that may be misspelt"
    assert 'reason = "checked against the text"' in first.remedies[0].entry


def test_rows_for_machines(tmp_path: Path) -> None:
    rows = json.loads(formats.to_json(review_text.to_report(items(tmp_path), Language.ZH)))
    assert list(rows[0]) == [
        "severity",
        "code",
        "words",
        "message",
        "parts",
        "plan",
        "place",
        "context",
        "corrections",
    ]
    assert rows[0]["place"] == "方案.txt 第 5 行"
    assert len(rows[0]["corrections"]) == 2


def test_markdown_shows_entries_as_code(tmp_path: Path) -> None:
    text = review_text.to_markdown(items(tmp_path), Language.ZH)
    assert '```toml\n[[accept]]\nwords = "县医疗障局"\nreason = "已核对原文"\n```' in text
    assert "### 1. 称谓疑有误写" in text


def test_facts_without_text_still_name_the_place(tmp_path: Path) -> None:
    first = review(facts(tmp_path).without_texts(), Language.ZH)[0]
    assert first.passage is None
    assert str(first.place).startswith("方案.txt[")


def test_entries_are_toml_whatever_the_words(tmp_path: Path) -> None:
    words = 'a"b\\c\x7f\x01\n[[x]]'
    for remedy in remedies("likely", words, (), plan='p"1', language=Language.ZH):
        ((_, (entry,)),) = tomllib.loads(remedy.entry).items()
        assert entry["words"] == words
        assert entry["plan"] == 'p"1'


@pytest.mark.parametrize(
    ("words", "pieces"),
    [
        ("县工信局和县商务局", ["县工信局", "县商务局"]),
        ("三街道（东街办、西街办、南街办）", ["东街办", "西街办", "南街办"]),
        ("县工信局（县科技局）和县商务局", None),
        ("和平街道", None),
        ("县青苗促进办", None),
    ],
)
def test_pieces_that_words_may_be_split_into(words: str, pieces: list[str] | None) -> None:
    first = remedies("likely", words, (), plan=None, language=Language.ZH)[0]
    entry = tomllib.loads(first.entry)
    assert entry.get("split", [{"to": None}])[0]["to"] == pieces
