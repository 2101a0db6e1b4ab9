"""Facts in the words of a ledger's cells."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.model.columns import Path, encode
from graphmodel.model.records import Deadline, Duty, Target
from graphmodel.reports import whens
from graphmodel.reports.explanation_words import value_word
from graphmodel.reports.wording import Language, Wording

_TARGET = Wording("{metric}{values}", "[{metric} ]{values}")
_VALUE = Wording("{op}{value}{unit}", "{op} {value} {unit}")
_ANNEX = Wording("附件{number}", "annex {number}")
_INDICATOR = Wording("负责“{name}”指标", "Be in charge of the indicator “{name}”")
_DUTY = Wording("{kind}[（向{to}）]", "{kind}[ (to {to})]")


def listed(parts: Iterable[str], language: Language) -> str:
    """Names one after the other, each once."""
    return whens.listed(list(dict.fromkeys(filter(None, parts))), language)


def sentences(parts: Iterable[str], language: Language) -> str:
    """Clauses one after the other, each once."""
    return ("；" if language is Language.ZH else "; ").join(dict.fromkeys(filter(None, parts)))


def path_words(path: Path, language: Language) -> str:
    """The printed numbers of an item: `3.1.1`, of a row of a table in an annex `附件1.4`."""
    if path[:1] == ("annex",):
        return _ANNEX(language, number=encode(path[1:]))
    return encode(path)


def targets_words(targets: Iterable[Target], language: Language) -> str:
    """What is to be reached: `审批不超过5个工作日`; values of one metric stand together."""
    values: dict[str, list[str]] = {}
    for target in targets:
        op = value_word("op", target.op, language)
        value = _VALUE(language, op=op, value=f"{target.value:.12g}", unit=target.unit)
        values.setdefault(target.metric, []).append(value)
    return sentences(
        (_TARGET(language, metric=m, values=listed(v, language)) for m, v in values.items()),
        language,
    )


def deadline_words(deadline: Deadline, language: Language) -> str:
    """When something is due: a day in ISO 8601, how often, or the event."""
    if deadline.date:
        return deadline.date
    if deadline.recurrence:
        return value_word("recurrence", deadline.recurrence, language)
    return deadline.event or ""


def indicator_words(name: str, language: Language) -> str:
    """What the lead of an indicator has to do."""
    return _INDICATOR(language, name=name)


def duty_words(duty: Duty, to: str | None, language: Language) -> str:
    """What a recurring duty consists of, and for whom: `报送（向县审批局）`."""
    return _DUTY(language, kind=value_word("kind", duty.kind, language), to=to)
