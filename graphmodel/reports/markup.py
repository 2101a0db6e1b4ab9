"""A web page of ours that needs nothing else: its frame, and text that a browser does not read."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from html import escape

from graphmodel.model.resources import resource
from graphmodel.reports.cells import visible
from graphmodel.reports.wording import Language

LANGUAGES = {Language.ZH: "zh-CN", Language.EN: "en"}


def page(title: str, body: Iterable[str], *, style: str, language: Language) -> str:
    """The page. It runs no script and loads nothing, which its policy says, too.

    Args:
        title: Its title and first heading, as text.
        body: The lines of markup below the heading.
        style: Name of its style sheet in `viz/`, which comes after what all have in common.
        language: The language of its words.
    """
    rules = rules_of(style)
    return "\n".join(
        [
            "<!DOCTYPE html>",
            f'<html lang="{LANGUAGES[language]}">',
            '<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{policy_of(rules)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{safe(title)}</title>",
            f"<style>{rules}</style>\n</head>\n<body>",
            f"<h1>{safe(title)}</h1>",
            *body,
            "</body>\n</html>\n",
        ]
    )


def rules_of(style: str) -> str:
    """The rules of a style sheet in `viz/`, after what all pages have in common."""
    sheets = (resource("viz", name) for name in ("page.css", style))
    return "".join(sheet.read_text(encoding="utf-8") for sheet in sheets)


def policy_of(rules: str) -> str:
    """A Content Security Policy by which these rules hold, nothing runs and nothing is loaded."""
    digest = base64.b64encode(hashlib.sha256(rules.encode("utf-8")).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def safe(text: str) -> str:
    """The text so that a browser prints it and does not read it."""
    return escape(visible(text))
