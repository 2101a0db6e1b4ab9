"""Everything that can be made of plans, in one folder with an index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from graphmodel.analysis.schedule import Timing
from graphmodel.checks.registry import RULES
from graphmodel.delivery.answers import lines
from graphmodel.delivery.contents import Contents
from graphmodel.delivery.index_page import Made
from graphmodel.delivery.site import page_files, pages
from graphmodel.ledgers.building import build
from graphmodel.ledgers.kinds import LedgerFormat, LedgerKind
from graphmodel.ledgers.ledger import Ledger
from graphmodel.ledgers.writing import written as ledger_file
from graphmodel.model.facts import Facts
from graphmodel.model.facts_json import to_json
from graphmodel.model.files import utf8
from graphmodel.model.owned_folder import write_owned_folder
from graphmodel.reports.briefs.compose import brief
from graphmodel.reports.briefs.writing import BriefFormat
from graphmodel.reports.briefs.writing import written as brief_file
from graphmodel.reports.findings import closing_line, shown
from graphmodel.reports.findings_text import to_markdown
from graphmodel.reports.loads import Counting
from graphmodel.reports.wording import Language, Wording
from graphmodel.views.kinds import showable


@dataclass(frozen=True, slots=True)
class Product:
    """A file to hand on."""

    title: Wording
    """What it is called, in the index; its name but for the suffix."""
    suffix: str
    said: Wording
    content: Callable[[Contents], str | bytes]

    def made(self, language: Language) -> Made:
        """The file, as the index names it."""
        title = self.title(language)
        return Made(f"{title}{self.suffix}", title, self.said(language))


def _task_ledger(contents: Contents) -> str | bytes:
    return _workbook(build(contents.facts, LedgerKind.TASKS, contents.language))


def _duty_lists(contents: Contents) -> str | bytes:
    return _workbook(contents.ledger)


def _workbook(ledger: Ledger) -> str | bytes:
    return ledger_file(ledger, LedgerFormat.XLSX)


def _summary(contents: Contents) -> str | bytes:
    timing = Timing(contents.today or date.today())
    made = brief(contents.facts, Counting(), timing, contents.language)
    return brief_file(made, BriefFormat.DOCX)


def _findings(contents: Contents) -> str:
    language, findings = contents.language, contents.findings
    closing = closing_line(findings, len(RULES), language)
    return to_markdown(shown(contents.facts, findings, language), closing, language)


def _facts(contents: Contents) -> str:
    return to_json(contents.facts)


PRODUCTS = (
    Product(
        Wording("任务分解表", "Task ledger"),
        ".xlsx",
        Wording(
            "Excel：每项任务一行，可直接下发填写。", "Excel: a row a task, ready to be filled in."
        ),
        _task_ledger,
    ),
    Product(
        Wording("责任清单", "Duty lists"),
        ".xlsx",
        Wording("Excel：每个单位一张工作表。", "Excel: a sheet for each body."),
        _duty_lists,
    ),
    Product(
        Wording("摘要", "Summary"),
        ".docx",
        Wording("Word：呈送领导的两页。", "Word: two pages to hand to a leader."),
        _summary,
    ),
    Product(
        Wording("检查结果文本", "Findings as text"),
        ".md",
        Wording("Markdown：便于摘录。", "Markdown: to quote from."),
        _findings,
    ),
    Product(
        Wording("事实", "Facts"),
        ".json",
        Wording(
            "JSON：全部数据，可再交给 graphmodel 或别的程序。",
            "JSON: all data, for graphmodel again or for other programs.",
        ),
        _facts,
    ),
)


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was made."""

    files: Sequence[Made]
    """The index first."""
    bodies: int
    """How many bodies have a page."""
    answers: Sequence[str]
    """Who is overloaded, why, and with whom these share most tasks."""


def write_delivery(
    facts: Facts, folder: Path, *, language: Language, today: date | None
) -> Delivery:
    """Write pages and products into a folder, whole or not at all.

    Args:
        facts: The facts of one plan or of many.
        folder: The folder to make, or to replace where nothing was added or changed in it.
        language: The language of everything.
        today: The day by which deadlines are judged; None: in the pages the reader's own day, in
            the summary that of the clock.

    Raises:
        OutputError: `not_a_folder`, `holds_others`, `unwritable`.
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    contents = Contents(facts, language, today)
    made = [product.made(language) for product in PRODUCTS]
    write_owned_folder(folder, _files(contents, made))
    return Delivery([*page_files(contents), *made], len(contents.names), lines(contents))


def _files(contents: Contents, made: Sequence[Made]) -> Iterator[tuple[str, bytes]]:
    yield from pages(contents, showable(contents.facts), made)
    for product, file in zip(PRODUCTS, made, strict=True):
        content = product.content(contents)
        yield file.name, utf8(content) if isinstance(content, str) else content
