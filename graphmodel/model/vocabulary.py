"""Words with a fixed set of values, named as in the facts format and on the command line."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What a body does for a task."""

    LEAD = "lead"
    SUPPORT = "support"
    ENGAGED = "engaged"
    """An outside body that the lead is to coordinate with."""


class Basis(StrEnum):
    """How the lead of an attribution is known."""

    DESIGNATED = "designated"
    """A lead word marks it: 牵头, 牵头单位, 主办."""
    JOINT = "joint"
    """A list of bodies without a lead word: all lead."""
    SOLE = "sole"
    """One body without a lead word."""
    FIRST_LISTED = "first_listed"
    """The document says that the first body listed leads."""
    HEADING = "heading"
    """Only the position tells: a heading that names the body, a table cell."""


class Confidence(StrEnum):
    """How much a responsibility can be relied on; `docs/confidence.md` says what lowers it."""

    CERTAIN = "certain"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


class PlaceUnit(StrEnum):
    """What a person counts to find a place in a file."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    PAGE = "page"
    SHEET = "sheet"


class UnitKind(StrEnum):
    """What a mention names."""

    UNIT = "unit"
    """One body of the plan's jurisdiction, or a resident branch of a higher body."""
    COLLECTIVE = "collective"
    """A group named as one: 各乡镇, 县直相关部门. Never counted as a unit's load."""
    EXTERNAL = "external"
    """An enterprise, or a body of another place or level."""


class PlanStatus(StrEnum):
    """Whether the plan is in force or was sent out for comments."""

    ISSUED = "issued"
    DRAFT = "draft"


class LinkBasis(StrEnum):
    """Where the words stand that link an indicator to a task."""

    TITLE = "title"
    BODY = "body"
    TABLE = "table"


class Operator(StrEnum):
    """How a target's value is to be read."""

    AT_MOST = "<="
    AT_LEAST = ">="
    EQUAL = "="
    UP_BY = "up_by"
    DOWN_BY = "down_by"


class Recurrence(StrEnum):
    """How often something is due."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


class DutyKind(StrEnum):
    """What a recurring obligation consists of."""

    REPORT = "report"
    MEET = "meet"
    BULLETIN = "bulletin"
    ASSESS = "assess"


class JurisdictionLevel(StrEnum):
    """The rank of a place, and of the bodies that belong to it."""

    NATION = "nation"
    PROVINCE = "province"
    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"


class Severity(StrEnum):
    """How much a diagnostic matters."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


CORRECTION_APPLIED = "correction-applied"
"""Code of the diagnostic that says what a correction of people did; it is no doubt."""
CORRECTION_UNUSED = "correction-unused"
"""Code of the diagnostic about a correction that corrected nothing."""
