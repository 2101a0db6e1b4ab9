"""The words of the attribution grammar, compiled from the tables in `data/`."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache

from graphmodel.model.resources import read_vocabulary

LABEL_NOUN = "(?:单[位住伫]|部门|处室|科室|机构|主体)"
POST_LABEL = (
    "(?:(?:责任|牵头|分管|主管|包抓|包联|联系|挂帅|负责)"
    "(?:县|市|区|省|校|院|局)?(?:领导|负责人|责任人|人)|副?组长)"
)
TIME_LABEL = (
    "(?:完成时限|完成时间|完成期限|时间节点|时限要求|时间要求|办结时限|目标时限|时限"
    "|(?:启动|开始|起始)时间(?=[:：]|$))"
)


@dataclass(frozen=True, slots=True)
class Words:
    """Meanings of labels and verbs, and patterns made of them."""

    labels: dict[str, str]
    """From the stem of a label (牵头 of 牵头单位) to its meaning."""
    plain_verbs: dict[str, str]
    """Verbs that count wherever they stand."""
    last_verbs: dict[str, str]
    """Verbs that count only where a part of the sentence ends with them: 落实, 统筹."""
    before: dict[str, str]
    """Words that stand before the bodies they speak of: 会同, 协调."""
    any_role: re.Pattern[str]
    """Whether a text can be an attribution at all; cheap."""

    @property
    def verbs(self) -> dict[str, str]:
        """From all verbs to their meanings."""
        return self.plain_verbs | self.last_verbs


@dataclass(frozen=True, slots=True)
class BodyWords:
    """How the name of a body ends, and the words for bodies that are not named."""

    ending: re.Pattern[str]
    """Matches at the end of a name of a body."""
    generic: re.Pattern[str]
    """Matches a whole text that names nobody: 部门, 有关部门和单位, 8个部门."""
    empty: frozenset[str]


def alternation(words: list[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w)))


@cache
def attribution_words() -> Words:
    """The table `data/attribution_words.csv`."""
    uses: dict[str, dict[str, str]] = {"label": {}, "verb": {}, "last_verb": {}, "before": {}}
    for row in read_vocabulary("attribution_words.csv"):
        uses[row["use"]][row["word"]] = row["meaning"]
    everything = [word for words in uses.values() for word in words]
    return Words(
        labels=uses["label"],
        plain_verbs=uses["verb"],
        last_verbs=uses["last_verb"],
        before=uses["before"],
        any_role=re.compile(alternation([w for w in everything if len(w) == 2])),
    )


def _ends_with(endings: list[str], *, but_not: list[str]) -> str:
    """A pattern for a text that ends so; the exceptions all have two characters."""
    return f"(?:{alternation(endings)})(?<!{alternation(but_not)})$"


@cache
def body_words() -> BodyWords:
    """The table `data/body_words.csv`."""
    uses: dict[str, list[str]] = defaultdict(list)
    for row in read_vocabulary("body_words.csv"):
        uses[row["use"]].append(row["word"])
    counted = r"(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:个|家)?"
    qualifier = f"(?:{alternation(uses['qualifier'])}|{counted})"
    return BodyWords(
        ending=re.compile(_ends_with(uses["ending"], but_not=uses["no_ending"])),
        generic=re.compile(f"{qualifier}*+(?:{alternation(uses['generic'])})"),
        empty=frozenset(uses["empty"]),
    )


@cache
def personal_name() -> re.Pattern[str]:
    """A whole text that can be the name of a person, by the table `data/surnames.csv`."""
    surnames = [row["surname"] for row in read_vocabulary("surnames.csv")]
    return re.compile(rf"(?:{alternation(surnames)})[\u4e00-\u9fff·]{{1,2}}")
