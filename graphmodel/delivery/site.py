"""Pages that lead to each other: an index, the interactive page, a page for each body, findings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from graphmodel.checks.registry import RULES
from graphmodel.delivery.contents import GRAPH, Contents
from graphmodel.delivery.findings_page import NAME, findings_page
from graphmodel.delivery.index_page import Made, index_page
from graphmodel.delivery.unit_pages import UnitPages
from graphmodel.delivery.words import WORDS
from graphmodel.model.facts import Facts
from graphmodel.model.files import utf8
from graphmodel.model.owned_folder import write_owned_folder
from graphmodel.reports.findings import closing_line
from graphmodel.reports.wording import Language
from graphmodel.views.page import rendered

INDEX = "index.html"


def write_site(
    facts: Facts, folder: Path, *, language: Language, kinds: Sequence[str], today: date | None
) -> None:
    """Write the pages into a folder, whole or not at all.

    Args:
        facts: The facts of one plan or of many.
        folder: The folder to make, or to replace where nothing was added or changed in it.
        language: The language of the pages.
        kinds: The views of the interactive page.
        today: The day by which it judges deadlines; None: the reader's own day.

    Raises:
        OutputError: `not_a_folder`, `holds_others`, `unwritable`.
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    write_owned_folder(folder, pages(Contents(facts, language, today), kinds))


def pages(
    contents: Contents, kinds: Sequence[str], made: Sequence[Made] = ()
) -> Iterator[tuple[str, bytes]]:
    """The path in the folder and the content of each page.

    Args:
        contents: What the pages tell.
        kinds: The views of the interactive page.
        made: Other files that the index leads to.
    """
    language = contents.language
    yield INDEX, index_page(contents, kinds, [page_files(contents)[-1], *made])
    page = rendered(contents.facts, lang=language, kinds=kinds, today=contents.today)
    yield GRAPH, utf8(page)
    yield NAME, findings_page(contents)
    yield from UnitPages(contents)


def page_files(contents: Contents) -> list[Made]:
    """The pages beside those of bodies, the index first."""
    language = contents.language
    said = {
        INDEX: WORDS["index_said"](language),
        GRAPH: WORDS["graph_said"](language),
        NAME: closing_line(contents.findings, len(RULES), language),
    }
    titles = {INDEX: "index", GRAPH: "graph", NAME: "findings"}
    return [Made(name, WORDS[titles[name]](language), said[name]) for name in said]
