"""Small Word documents, put together from the XML of their parts."""

from __future__ import annotations

from graphmodel.reading import Document, read_bytes
from tests.rendering.docx import package, part


def docx(body: str, **parts: str) -> bytes:
    """A document around the XML of its body; the other parts by name, such as `numbering`."""
    members = {"word/document.xml": part("document", f"<w:body>{body}</w:body>")}
    members |= {f"word/{name}.xml": part(name, inside) for name, inside in parts.items()}
    return package(members)


def read(body: str, **parts: str) -> Document:
    """The document of `docx`, read."""
    return read_bytes(docx(body, **parts), "方案.docx")


def lines(body: str, **parts: str) -> list[str]:
    """The text of the document, line by line."""
    return read(body, **parts).text.splitlines()


def run(words: str, properties: str = "") -> str:
    """A run of words."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


def paragraph(words: str, properties: str = "") -> str:
    """A paragraph of one run."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(words) if words else ''}</w:p>"


def numbered(words: str, depth: int = 0, number: int = 1) -> str:
    """A paragraph on a level of a list."""
    return paragraph(words, in_list(number, depth))


def in_list(number: int, depth: int | None = None) -> str:
    """The property that puts a paragraph or a style on a level of a list."""
    level = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    return f'<w:numPr>{level}<w:numId w:val="{number}"/></w:numPr>'


def level(depth: int, number_format: str, text: str, more: str = "", start: int = 1) -> str:
    """One level of a list."""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="{start}"/><w:numFmt w:val="{number_format}"/>'
        f'{more}<w:lvlText w:val="{text}"/></w:lvl>'
    )


def definition(*levels: str, number: int = 0) -> str:
    """The definition of a list."""
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def use(number: int, of: int = 0, overrides: str = "") -> str:
    """A list of a definition."""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def style(name: str, properties: str, more: str = "", kind: str = "paragraph") -> str:
    """A style with properties of its paragraphs."""
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}">{more}<w:pPr>{properties}</w:pPr></w:style>'
    )


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def cell(words: str, properties: str = "") -> str:
    """A cell of one paragraph."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"
