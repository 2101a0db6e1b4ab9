"""What each rule of the plan checker means: its page in `docs/rules/`, in the reader's language."""

from __future__ import annotations

import re

from graphmodel.model.resources import resource
from graphmodel.reports.wording import Language

_HEADINGS = {Language.ZH: "## 中文\n", Language.EN: "## English\n"}
_PART = re.compile(r"^\*\*(.+?)\*\*(.*?)(?=^\*\*|\Z)", re.MULTILINE | re.DOTALL)
_FENCE = re.compile("^```$", re.MULTILINE)


def page(code: str, language: Language) -> str:
    """The explanation of a rule in Markdown: its title, then its part in the language."""
    text = resource("docs", "rules", f"{code}.md").read_text(encoding="utf-8")
    title, _, _ = text.partition("\n")
    _, _, behind = text.partition(_HEADINGS[language])
    said, _, _ = behind.partition("\n## ")
    return f"{title}\n\n{said.strip()}\n"


def parts(code: str, language: Language) -> list[tuple[str, str]]:
    """The page of a rule as names and texts: what it finds, why, an example, how to mend it."""
    return [
        (name, _FENCE.sub("", text).strip()) for name, text in _PART.findall(page(code, language))
    ]
