"""Sentences in Chinese and English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_FIELD = re.compile(r"\{(\w+)\}")


class Language(StrEnum):
    """The languages that people are addressed in."""

    ZH = "zh"
    EN = "en"


@dataclass(frozen=True, slots=True)
class Wording:
    """One sentence in both languages.

    `{name}` stands for a value. A part in square brackets is left out where one of its values
    is not given: "no such id[; did you mean {nearest}?]".
    """

    zh: str
    en: str

    def __call__(self, language: Language, **values: object) -> str:
        """The sentence in a language, with its values; a value that is not given is left blank."""
        given = {key: str(value) for key, value in values.items() if value not in (None, "", ())}
        template = self.zh if language is Language.ZH else self.en
        kept = _OPTIONAL.sub(lambda part: _part(part[1], given), template)
        return _FIELD.sub(lambda field: given.get(field[1], ""), kept)


def _part(part: str, given: dict[str, str]) -> str:
    """The part with its marks, where all of its values are there."""
    return part if all(name in given for name in _FIELD.findall(part)) else ""
