"""Who leads and who supports: the rules by which claims become roles.

1. 牵头, 主办 and their labels designate the lead; everybody else named supports.
2. Without them the bodies before the first 负责 lead; labels rank 主要责任, 责任, 承办.
3. 配合, 协办, 参与 support; 协调X做好 engages an outside body; 指导 and 监督 give no role.
4. A list without any of these words leads.
5. Where the text says that the first listed leads, the others support.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from graphmodel.extraction.claims import Claim
from graphmodel.extraction.names import Name
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
    officials: tuple[Name, ...] = ()
    """Officials put in charge, with their places."""
    basis: Basis | None = None
    """How the lead is known; None without a lead."""
    open_ended: bool = False
    deadline: str | None = None
    rule: str = ""
    """The rule that gave the roles."""
    convention: int = 0
    """How many of the first listed lead here and in what follows (下同); 0 if nothing is said."""
    standing: tuple[Name, ...] = ()
    """Bodies that a rule stated here gives a part in every later task."""

    def named(self, role: Role) -> tuple[str, ...]:
        """The bodies of one role, as written."""
        return tuple(a.words for a in self.assignments if a.role is role)

    @property
    def persons(self) -> tuple[str, ...]:
        """The officials put in charge, by name or post, as written."""
        return tuple(official.words for official in self.officials)

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


class Roles(NamedTuple):
    """Assignments with the basis of their leads and the name of the rule."""

    assignments: tuple[Assignment, ...]
    basis: Basis | None
    rule: str


_RANKING = ("designated", "charge", "main", "responsible", "undertaking", "subject")
"""What makes a lead, the strongest first."""


def assign_roles(claims: list[Claim], first_listed: int) -> Roles:
    """The roles of all claims.

    Args:
        claims: At least one.
        first_listed: How many of the first listed lead; 0 where the text does not say so.
    """
    if first_listed:
        return _by_order(claims, first_listed)
    strongest = _strongest(claims)
    assignments = _distinct(
        Assignment(name.words, role, name.start, name.end)
        for index, claim in enumerate(claims)
        if (role := _role_of(claim, index, strongest)) is not None
        for name in claim.names
    )
    leads = sum(a.role is Role.LEAD for a in assignments)
    if not leads:
        return Roles(assignments, None, "support-only")
    basis = Basis.JOINT if leads > 1 else Basis.SOLE
    if strongest == "designated":
        basis = Basis.DESIGNATED
    form = "label" if any(claim.label for claim in claims) else "verb"
    return Roles(assignments, basis, f"{'list' if strongest == 'bare' else form}-{basis}")


def _by_order(claims: list[Claim], count: int) -> Roles:
    names = [name for claim in claims if claim.strength != "none" for name in claim.names]
    distinct = {name.words: name for name in reversed(names)}
    ordered = sorted(distinct.values(), key=lambda name: name.start)
    assignments = tuple(
        Assignment(n.words, Role.LEAD if i < count else Role.SUPPORT, n.start, n.end)
        for i, n in enumerate(ordered)
    )
    return Roles(assignments, Basis.FIRST_LISTED if names else None, "first-listed")


def _strongest(claims: list[Claim]) -> str:
    present = {claim.strength for claim in claims}
    return next((strength for strength in _RANKING if strength in present), "bare")


def _role_of(claim: Claim, index: int, strongest: str) -> Role | None:
    if claim.strength == "none":
        return None
    if claim.strength == "engaged":
        return Role.ENGAGED
    if claim.strength != strongest:
        return Role.SUPPORT
    # a list without a word behind one that has no rank (指导) goes on with it
    return Role.SUPPORT if strongest == "bare" and index > 0 else Role.LEAD


def _distinct(assignments: Iterable[Assignment]) -> tuple[Assignment, ...]:
    """Each body once a role, at its first place."""
    first: dict[tuple[str, Role], Assignment] = {}
    for assignment in assignments:
        first.setdefault((assignment.words, assignment.role), assignment)
    return tuple(first.values())
