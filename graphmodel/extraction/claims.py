"""From the tokens of an attribution to claims: bodies with the word that speaks of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from graphmodel.extraction.clause import Kind, Token, tokens
from graphmodel.extraction.names import Name, has_ending, split_names


class Claim(NamedTuple):
    """Bodies with the strength of the word that speaks of them."""

    names: tuple[Name, ...]
    strength: str
    """The meaning of the verb or label; `subject` before 会同, `with` and `engaged` behind
    会同 and 协调, `bare` where no word speaks of them."""
    label: str | None
    """The meaning of the label that they stand under."""


@dataclass(slots=True)
class Claims:
    """All that the tokens of one attribution say."""

    claims: list[Claim] = field(default_factory=list)
    officials: list[Name] = field(default_factory=list)
    open_ended: bool = False
    deadline: str | None = None


_OBJECT = re.compile(
    r"(?:做好|落实|开展|推进|完成|解决|研究|提出|制定|布设|组织|建立|加强|共同|负责|对[^、]|按)[^，,；;、。]*+"
)
"""What is to be done together with the bodies behind 会同 or 协调."""
_GROUP_HEADING = re.compile(r"[^，,；;、:：]{2,10}组[:：]")
_OFFICIAL = re.compile(
    r"(?!一名|每名|.*(?:统一|组织|加强|党的|坚强|全面|党委)领导)[^由的应将须，]{0,12}?"
    r"(?:书记|[省市县区州镇乡]长|常委|领导|主任|部长|局长|秘书长|负责人|负责同志|专员|主席)"
    r"[^的了应须将变更签任]{0,4}"
)
"""A post, with or without the name of who holds it."""
_HELD_BESIDE = ("常委", "党组成员", "党委委员", "副书记")
"""Posts that are held beside another one, which follows."""
_BEGUN = ("启动", "开工", "开始")
"""Behind a time that is no deadline."""
_TIME_FRAME = re.compile(r"^(?:于|在)|(?:完成|办结)$")


def read_claims(text: str) -> Claims:
    """The claims of a squeezed attribution, in order."""
    reader = _Reader(text)
    for token in tokens(text):
        reader.take(token)
    reader.settle(None)
    return reader.result


@dataclass(slots=True)
class _Reader:
    """Collects the bodies of a list until the word comes that speaks of them."""

    text: str
    result: Claims = field(default_factory=Claims)
    pending: list[Name] = field(default_factory=list)
    label: str | None = None
    before: str | None = None
    """The meaning of 会同 or 协调, while its list is read."""
    in_post: bool = False
    """Whether the label before the list is one of officials."""

    def take(self, token: Token) -> None:
        """Go on with the next token."""
        match token.kind:
            case Kind.LIST:
                self._list(token)
            case Kind.VERB:
                self.settle(token.meaning)
            case Kind.BEFORE:
                subject = token.meaning == "with" and not self.result.claims
                self.settle("subject" if subject else None)
                self.before = token.meaning
            case Kind.TIME:
                words = _TIME_FRAME.sub("", token.meaning.strip("。；;，,|｜ "))
                if not self.text[token.start : token.end].endswith(_BEGUN):
                    self.result.deadline = self.result.deadline or words or None
            case Kind.LABEL | Kind.POST:
                self.settle(None)
                self.in_post = token.kind is Kind.POST
                self.label = token.meaning or None

    def _list(self, token: Token) -> None:
        group = _GROUP_HEADING.match(self.text, token.start, token.end)
        start = group.end() if group else token.start
        done = _OBJECT.search(self.text, start, token.end) if self.before else None
        if done is None:
            self._read_names(start, token.end)
            return
        self._read_names(start, done.start())
        self.settle(None)
        self._read_names(done.end(), token.end)

    def _read_names(self, start: int, end: int) -> None:
        found = split_names(self.text[start:end], start)
        names = found.names
        if self.before and names and not has_ending(names[-1].words):
            names = (*names[:-1], _without_work(names[-1]))
        self.pending += names
        self.result.open_ended |= found.open_ended

    def settle(self, strength: str | None) -> None:
        """Give the bodies read so far to the word that speaks of them."""
        strength = self.before or strength or self.label or "bare"
        posts = [n for n in self.pending if self.in_post or _is_post(n.words)]
        bodies = tuple(n for n in self.pending if n not in posts)
        self.result.officials += _one_a_person(self.text, posts)
        if bodies:
            self.result.claims.append(Claim(bodies, strength, self.label))
        self.pending.clear()
        self.before = None


def _without_work(name: Name) -> Name:
    """会同县住建局逐户核查: the body without what is to be done together."""
    for end in range(len(name.words) - 1, 2, -1):
        if has_ending(name.words[:end]):
            return Name(name.words[:end], name.start, name.start + end)
    return name


def _is_post(words: str) -> bool:
    if words.endswith(_HELD_BESIDE):
        return True
    return _OFFICIAL.fullmatch(words) is not None and not has_ending(words)


def _one_a_person(text: str, posts: list[Name]) -> list[Name]:
    """The officials, with the posts of one put together: 县委常委、副县长."""
    joined: list[Name] = []
    for post in posts:
        above = joined[-1] if joined else None
        if above and above.words.endswith(_HELD_BESIDE) and post.start == above.end + 1:
            joined[-1] = Name(text[above.start : post.end], above.start, post.end)
        else:
            joined.append(post)
    return joined
