"""What has to hold of any file at all: facts or a clear error, and facts that hold together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from graphmodel.cli.errors import error_line
from graphmodel.extraction.squeezed import squeezed
from graphmodel.model.errors import GraphmodelError
from graphmodel.model.facts import Facts
from graphmodel.model.ids import squeeze
from graphmodel.model.validation import validate
from graphmodel.pipeline import facts_of
from graphmodel.reading import Document, read_bytes
from graphmodel.reports.wording import Language

FACTS = "facts"
"""What became of a file that was read; of others it is the code of the error."""


class BrokenError(Exception):
    """Something that has to hold of every file does not hold of this one."""


def check(data: bytes, name: str) -> str:
    """Read a file and take its facts.

    Returns:
        `facts`, or the code of the error that a user would see.

    Raises:
        BrokenError: An invariant is broken.
        Exception: Anything else is a defect too.
    """
    try:
        document = read_bytes(data, name)
        require(problems_of_document(document))
        facts = facts_of(document)
    except GraphmodelError as error:
        if any(len(error_line(error, language).splitlines()) != 1 for language in Language):
            raise BrokenError(f"no line for {error.code}") from error
        return error.code
    require(problems_of_facts(document, facts))
    return FACTS


def require(problems: Iterator[str]) -> None:
    """Raise the first problem, if there is one."""
    for problem in problems:
        raise BrokenError(problem)


def problems_of_document(document: Document) -> Iterator[str]:
    """Blocks, cells, places and certainties that do not lie in order inside the text."""
    text = document.text
    for block in document.blocks:
        if not 0 <= block.start < block.end <= len(text):
            yield f"block {block} outside the text of {len(text)}"
    for one, other in pairwise(document.blocks):
        if text[one.end : other.start].strip():
            yield f"words between {one} and {other}"
    for table in document.tables:
        for cell in table.cells:
            if not table.start <= cell.start <= cell.end <= table.end <= len(text):
                yield f"cell {cell} outside its table {table.start}:{table.end}"
        table.grid()
    if list(document.starts) != sorted(document.starts) or document.starts[-1] > len(text):
        yield f"places {document.starts[-5:]} in a text of {len(text)}"
    if document.names and len(document.names) != len(document.starts):
        yield f"{len(document.names)} names for {len(document.starts)} places"
    for part in document.certainties:
        if not (0 <= part.start < part.end <= len(text) and 0 <= part.value <= 1):
            yield f"certainty {part}"
    document.place(len(text))


def problems_of_facts(document: Document, facts: Facts) -> Iterator[str]:
    """Broken keys and spans, and words that do not stand where they are said to."""
    yield from map(str, validate(facts))
    text = facts.texts[0].text  # as long as that of the document, contact data masked
    if len(text) != len(document.text):
        yield "the text of the facts is not as long as that of the document"
    for row in facts.responsibilities:
        if _words(text, row.start, row.end) != row.mention:
            yield f"{row.mention!r} is not at {row.start}:{row.end}"
    for post in facts.posts:
        if post.post not in _words(text, post.start, post.end):  # a name may stand there
            yield f"{post.post!r} is not at {post.start}:{post.end}"
    for task in facts.tasks:
        if task.title != squeeze(task.title):
            yield f"white space in the title {task.title!r}"


def _words(text: str, start: int, end: int) -> str:
    return squeezed(text, (start, end)).text
