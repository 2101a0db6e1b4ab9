"""The summary in any of its formats."""

from __future__ import annotations

from enum import StrEnum

from graphmodel.reports.briefs.brief import Brief
from graphmodel.reports.briefs.docx import to_docx
from graphmodel.reports.briefs.html import to_html
from graphmodel.reports.briefs.markdown import to_markdown


class BriefFormat(StrEnum):
    """What the summary can be written as."""

    MD = "md"
    DOCX = "docx"
    HTML = "html"


def written(brief: Brief, form: BriefFormat) -> bytes | str:
    """The whole file: of a format that is text its text, else its bytes."""
    match form:
        case BriefFormat.MD:
            return to_markdown(brief)
        case BriefFormat.DOCX:
            return to_docx(brief)
        case BriefFormat.HTML:
            return to_html(brief)
