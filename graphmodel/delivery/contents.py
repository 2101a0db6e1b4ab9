"""What the pages of a delivery tell, counted once: loads, lists of duties, partners."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote

from graphmodel.analysis.partners import partners
from graphmodel.checks.checker import check
from graphmodel.delivery.file_names import page_names
from graphmodel.ledgers.building import build
from graphmodel.ledgers.fields import ID
from graphmodel.ledgers.kinds import LedgerKind
from graphmodel.ledgers.ledger import Part
from graphmodel.model.facts import Facts
from graphmodel.reports.loads import Counting, load_report
from graphmodel.reports.rows import rows_of
from graphmodel.reports.wording import Language

GRAPH = "graph.html"
"""The interactive page."""


@dataclass(frozen=True, slots=True)
class Partner:
    """A unit that shares tasks with another one, as the interactive page counts them."""

    unit: str
    """Its id."""
    name: str
    shared: int
    """The tasks in which both have more than boilerplate or standing support."""
    co_lead: int
    """Of these, tasks that both lead."""
    boilerplate: int
    """Further tasks that they share."""


class Contents:
    """Facts with the tables that several pages look at.

    Attributes:
        facts: The facts.
        language: The language of the pages.
        today: The day by which deadlines are judged; None: the reader's own day.
        findings: What the plan checker found.
        ledger: The list of duties of each body, and their index.
        lists: The list of each body that has to do anything, by id, who leads most first.
        counts: The texts of each such body's row in the index, by id.
        names: The path of each such body's page, from the folder of the index.
        load: The report on load.
        loads: Its rows, by id of the unit.
        partners: Of each unit, by id, the units that share tasks with it, the closest first.
    """

    def __init__(self, facts: Facts, language: Language, today: date | None) -> None:
        """Count what the pages need.

        Raises:
            FactsError: `unknown_id`, when a responsibility names what is in no table.
        """
        self.facts = facts
        self.language = language
        self.today = today
        self.findings = check(facts, today=today)
        self.ledger = build(facts, LedgerKind.UNITS, language)
        index, *lists = self.ledger.parts
        self.lists = {part.body: part for part in lists}
        self.counts = {row[ID.key]: row for row in texts(index)}
        units = [unit for unit in facts.units if unit.id in self.lists]
        names = (f"units/{name}.html" for name in page_names(units))
        self.names = dict(zip((unit.id for unit in units), names, strict=True))
        self.load = load_report(facts, Counting(), language)
        self.loads = {row["unit"]: row for row in self.load.rows}
        self.partners = _partners(facts)

    def link(self, unit: str) -> str:
        """The address of a body's page, from the folder of the index."""
        return quote(self.names[unit])


def _partners(facts: Facts) -> defaultdict[str, list[Partner]]:
    order = {unit.id: number for number, unit in enumerate(facts.units)}
    found: defaultdict[str, list[Partner]] = defaultdict(list)
    for row in rows_of(partners(facts)):
        partner = Partner(
            unit=row["partner"],
            name=row["partner_name"],
            shared=row["tasks"] - row["boilerplate"],
            co_lead=row["co_lead"],
            boilerplate=row["boilerplate"],
        )
        if partner.shared:
            found[row["unit"]].append(partner)
    for several in found.values():
        # Of equally close ones the interactive page names first who comes first in the facts.
        several.sort(key=lambda one: (-one.shared, order[one.unit]))
    return found


def texts(part: Part) -> list[dict[str, str]]:
    """The rows of a table of a ledger, by the keys of its columns."""
    keys = [field.key for field in part.fields]
    return [dict(zip(keys, row, strict=True)) for row in part.rows]


def graph_link(**asked: object) -> str:
    """The address of the interactive page with something chosen, from the folder of the index."""
    chosen = "&".join(f"{key}={quote(str(value), safe='')}" for key, value in asked.items())
    return f"{GRAPH}#{chosen}"
