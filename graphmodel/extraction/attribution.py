"""Who leads and who supports: the grammar of attributions, the same for brackets, labels and prose.

1. 牵头, 主办 and their labels designate the lead; everybody else named supports.
2. Without them the bodies before the first 负责 lead; labels rank 主要责任, 责任, 承办.
3. 配合, 协办, 参与 support; 协调X做好 engages an outside body; 指导 and 监督 give no role.
4. A list without any of these words leads.
5. Where the text says that the first listed leads, the others support.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import NamedTuple

from graphmodel.extraction.clause import Kind, Token, tokens
from graphmodel.extraction.names import Name, has_ending, is_body, split_names
from graphmodel.extraction.numerals import chinese_number
from graphmodel.extraction.words import attribution_words
from graphmodel.model.vocabulary import Basis, Role


class Assignment(NamedTuple):
    """One body and its role, with its place in the squeezed text."""

    words: str
    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Attribution:
    """What the words of one attribution say."""

    assignments: tuple[Assignment, ...] = ()
    persons: tuple[Name, ...] = ()
    """Officials put in charge, as written."""
    basis: Basis | None = None
    """How the lead is known; None without a lead."""
    open_ended: bool = False
    deadline: str | None = None
    rule: str = ""
    """The rule that gave the roles."""
    convention: int = 0
    """How many of the first listed lead here and in what follows (下同); 0 where nothing is said."""

    def named(self, role: Role) -> tuple[str, ...]:
        """The bodies of one role, as written."""
        return tuple(a.words for a in self.assignments if a.role is role)

    @property
    def leads(self) -> tuple[str, ...]:
        """The bodies that lead."""
        return self.named(Role.LEAD)

    @property
    def supports(self) -> tuple[str, ...]:
        """The bodies that support."""
        return self.named(Role.SUPPORT)

    @property
    def engaged(self) -> tuple[str, ...]:
        """The outside bodies that the lead is to coordinate with."""
        return self.named(Role.ENGAGED)


_FIRST_LISTED = re.compile(
    r"[，,；;。（(]?(?:以上)?(?:[排列居]名?)?在?(?:第一|首|前(?P<n>[一二两三四五]))"
    r"(?:责任|个|位|家|列)?的?(?:单位|部门|者|责任单位)?(?:的)?(?:为|是|作为)?牵头(?:单位|部门|者)?"
    r"(?:[，,](?:其他|其余)[^，,；;。）)]*+)?(?:[，,]下同)?[）)]?"
)
_STANDING = re.compile(r"[，,；;。]?以下(?:(?!不再)[^。；;])*+不再[^。；;）)]*+")
_ENGAGED_TAIL = re.compile(
    r"(?:做好|落实|开展|推进|完成|解决|研究|提出|制定|布设|组织|建立|加强|共同|负责|对[^、]|按).*$"
)
_GROUP_HEADING = re.compile(r"[^，,；;、:：]{2,10}组[:：]")
_POST = re.compile(r"(?:书记|[省市县区州镇乡]长|常委|领导|主任|部长|局长|负责人|专员|主席)")
_RANKS = {"designated": 4, "main": 3, "responsible": 2, "undertaking": 1}
_SIMPLIFIED = str.maketrans(
    "牽頭責負為單辦協參與會調職導監實領間時辦閤縣區廳務處總鎮鄉門級關聯團館黨員園開發體衛證經濟業際聞銀",
    "牵头责负为单办协参与会调职导监实领间时办合县区厅务处总镇乡门级关联团馆党员园开发体卫证经济业际闻银",
)
"""Traditional forms of the grammar's own words; mentions keep the characters they are printed in."""
_GENERIC_LABEL = re.compile(r"^(?:牵头|责任|配合|主办|承办|协办|参与)(?:单位|部门)$")


class _Claim(NamedTuple):
    """Bodies with the strength of the word that speaks of them."""

    names: tuple[Name, ...]
    strength: str
    label: str | None


def parse_squeezed(text: str, *, prose: bool = False) -> Attribution | None:
    """The attribution that a squeezed text holds; None where it gives nobody a role.

    Args:
        text: The words inside a bracket, behind a label, or a sentence; without white space.
        prose: The text is a sentence: only what is surely a body counts.
    """
    original = text
    text, first_listed = _cut_first_listed(text.translate(_SIMPLIFIED))
    standing = _STANDING.search(text)
    if standing:
        text = text[: standing.start()]
    claims, persons, open_ended, deadline = _read(text, tokens(text))
    claims = [claim for claim in claims if _is_credible(claim, prose)]
    if not claims and not persons:
        return None
    assignments, basis, rule = _roles(claims, bool(persons), first_listed)
    if not assignments and not persons:
        return None
    return Attribution(
        tuple(a._replace(words=original[a.start : a.end]) for a in assignments),
        tuple(p._replace(words=original[p.start : p.end]) for p in persons),
        basis,
        open_ended,
        deadline,
        rule,
        first_listed if "下同" in original else 0,
    )


def _cut_first_listed(text: str) -> tuple[str, int]:
    """The text without the statement that the first listed leads, and how many lead."""
    match = _FIRST_LISTED.search(text)
    if match is None:
        return text, 0
    count = chinese_number(match["n"]) if match["n"] else 1
    return text[: match.start()], count


def _read(
    text: str, parts: list[Token]
) -> tuple[list[_Claim], tuple[Name, ...], bool, str | None]:
    """The claims of all lists, in order; persons; whether a list is open; the deadline."""
    claims: list[_Claim] = []
    persons: list[Name] = []
    pending: list[Name] = []
    label: str | None = None
    word: str | None = None  # the meaning of 会同 or 协调 before the list
    open_ended, deadline, in_post = False, None, False

    def settle(strength: str | None) -> None:
        nonlocal word
        strength = word or strength or label
        posts = [n for n in pending if in_post or _is_post(n.words)]
        persons.extend(posts)
        bodies = tuple(n for n in pending if n not in posts)
        if bodies:
            claims.append(_Claim(bodies, strength or "bare", label))
        pending.clear()
        word = None

    for part in parts:
        if part.kind is Kind.LIST:
            start = _behind_group(text, part)
            found = split_names(_without_tail(text[start : part.end], word), start)
            pending.extend(found.names)
            open_ended |= found.open_ended
        elif part.kind is Kind.VERB:
            settle(part.meaning)
        elif part.kind is Kind.BEFORE:
            settle("subject" if part.meaning == "with" and not claims else None)
            word = part.meaning
        elif part.kind is Kind.TIME:
            deadline = deadline or _clean_time(part.meaning)
        else:
            settle(None)
            in_post = part.kind is Kind.POST
            label = part.meaning if part.kind is Kind.LABEL else None
    settle(None)
    return claims, tuple(persons), open_ended, deadline


def _behind_group(text: str, part: Token) -> int:
    """Where the list begins behind the name of a work group: 灭火救援组：."""
    group = _GROUP_HEADING.match(text, part.start, part.end)
    return group.end() if group else part.start


def _without_tail(text: str, word: str | None) -> str:
    return _ENGAGED_TAIL.sub("", text) if word else text


def _clean_time(words: str) -> str | None:
    return re.sub(r"^(?:于|在)|(?:完成|办结)$", "", words.strip("。；;，,|｜ ")) or None


def _is_post(words: str) -> bool:
    return _POST.search(words) is not None and not has_ending(words)


def _is_credible(claim: _Claim, prose: bool) -> bool:
    """Whether the words of a claim can all be bodies. Labels vouch for theirs."""
    if claim.label is not None and not prose:
        return all(len(n.words) <= 40 for n in claim.names)
    if any(_GENERIC_LABEL.match(n.words) for n in claim.names):
        return False
    if prose:
        return all(_is_surely_body(n.words) for n in claim.names)
    return all(is_body(n.words) or _shares_ending(n, claim.names) for n in claim.names)


_SURE = re.compile(r"^(?:[省市县区州旗]|各|中共|国家|国网)|(?:局|委|厅|办|政府|管委会|法院|检察院)$")


def _is_surely_body(words: str) -> bool:
    return has_ending(words) and len(words) <= 24 and _SURE.search(words) is not None


def _shares_ending(name: Name, names: tuple[Name, ...]) -> bool:
    """丹渚 in 丹渚、椒岭、苇泽县人民政府 borrows the ending of the last."""
    return len(name.words) <= 6 and has_ending(names[-1].words)


def _roles(
    claims: list[_Claim], has_person: bool, first_listed: int
) -> tuple[tuple[Assignment, ...], Basis | None, str]:
    """Roles of all claims by the rules of this module, with the basis and the rule's name."""
    if first_listed:
        return _first_listed_roles(claims, first_listed)
    lead_strengths = _lead_strengths(claims)
    assignments: list[Assignment] = []
    for index, claim in enumerate(claims):
        role = _role_of(claim, index, claims, lead_strengths)
        if role is not None:
            assignments += [Assignment(n.words, role, n.start, n.end) for n in claim.names]
    assignments = _distinct(assignments)
    leads = [a for a in assignments if a.role is Role.LEAD]
    if not leads:
        return tuple(assignments), None, "support-only"
    designated = "designated" in lead_strengths
    basis = Basis.DESIGNATED if designated else Basis.JOINT if len(leads) > 1 else Basis.SOLE
    labelled = any(claim.label for claim in claims)
    form = "label" if labelled else "bare-list" if lead_strengths == {"bare"} else "verb"
    return tuple(assignments), basis, f"{form}-{basis}"


def _first_listed_roles(
    claims: list[_Claim], count: int
) -> tuple[tuple[Assignment, ...], Basis | None, str]:
    names = [n for claim in claims if claim.strength != "none" for n in claim.names]
    assignments = tuple(
        Assignment(n.words, Role.LEAD if i < count else Role.SUPPORT, n.start, n.end)
        for i, n in enumerate(names)
    )
    return assignments, Basis.FIRST_LISTED if names else None, "first-listed"


def _lead_strengths(claims: list[_Claim]) -> set[str]:
    """The strengths that make a lead in this attribution: the highest rank present."""
    present = {claim.strength for claim in claims}
    if "designated" in present:
        return {"designated"}
    if "charge" in present:
        return {"charge"}
    for strength in ("main", "responsible", "undertaking"):
        if strength in present:
            return {strength}
    return {"subject"} if "subject" in present else {"bare"}


def _role_of(
    claim: _Claim, index: int, claims: list[_Claim], lead_strengths: set[str]
) -> Role | None:
    if claim.strength == "none":
        return None
    if claim.strength == "engaged":
        return Role.ENGAGED
    if claim.strength in lead_strengths:
        first = next(i for i, c in enumerate(claims) if c.strength in lead_strengths)
        # a bare list behind a word of another rank only goes on with it
        return Role.LEAD if claim.strength != "bare" or index == first == 0 else Role.SUPPORT
    return Role.SUPPORT


def _distinct(assignments: Iterable[Assignment]) -> list[Assignment]:
    seen: set[tuple[str, Role]] = set()
    distinct = []
    for assignment in assignments:
        if (assignment.words, assignment.role) not in seen:
            seen.add((assignment.words, assignment.role))
            distinct.append(assignment)
    return distinct


def by_convention(attribution: Attribution, count: int) -> Attribution:
    """The attribution where the document has said before that the first listed leads.

    Lists that no word tells apart are read so; what the text designates stays.
    """
    if attribution.basis is not Basis.JOINT:
        return attribution
    leads = 0
    assignments = []
    for a in attribution.assignments:
        leads += a.role is Role.LEAD
        demoted = a.role is Role.LEAD and leads > count
        assignments.append(a._replace(role=Role.SUPPORT) if demoted else a)
    return replace(
        attribution,
        assignments=tuple(assignments),
        basis=Basis.FIRST_LISTED,
        rule="first-listed-convention",
    )


def can_be_attribution(text: str) -> bool:
    """Whether a text holds any word of the grammar; cheap."""
    return attribution_words().any_role.search(text) is not None
