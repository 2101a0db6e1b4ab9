"""The templates of `viz/pages`: pages without script, to read and to print."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from graphmodel.delivery.words import WORDS
from graphmodel.model.files import utf8
from graphmodel.model.resources import resource
from graphmodel.reports.cells import visible
from graphmodel.reports.markup import LANGUAGES, policy_of, rules_of
from graphmodel.reports.wording import Language

if TYPE_CHECKING:
    from jinja2 import Environment

_STYLE = "pages.css"


def rendered(template: str, language: Language, **values: object) -> bytes:
    """A page, in UTF-8.

    Args:
        template: The name of its template, without the suffix.
        language: The language of its words.
        values: What the template shows; every text of it is shown as text.
    """
    from markupsafe import Markup

    rules = rules_of(_STYLE)
    page = _templates().get_template(f"{template}.html")
    return utf8(
        page.render(
            language=LANGUAGES[language],
            style=Markup(rules),  # our own style sheet, and no text of a plan
            policy=policy_of(rules),
            say=lambda key, **named: WORDS[key](language, **named),
            **values,
        )
    )


@cache
def _templates() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(resource("viz", "pages")),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def _shown(value: object) -> object:
    """A text without what a browser or a printer would obey: control characters, overrides."""
    return visible(value) if type(value) is str else value
