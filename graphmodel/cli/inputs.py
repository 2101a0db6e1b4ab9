"""Reading the inputs of a command: what failed is told, the rest is done."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

import typer

from graphmodel.cli.errors import error_line, short_reason
from graphmodel.cli.output import say
from graphmodel.cli.status import Status
from graphmodel.model.errors import GraphmodelError
from graphmodel.model.facts import Facts
from graphmodel.model.records import Diagnostic
from graphmodel.model.vocabulary import CORRECTION_UNUSED
from graphmodel.reports.wording import Language, Wording

_PARTLY = Wording(
    "有 {count} 个输入未能读取（见上），其余已完成[：{reasons}]。",
    "{count} of the inputs could not be read (see above); the others are done[: {reasons}].",
)
_UNUSED = Wording("{message}。", "A correction was not used: {entry}")
_SUMMED_UP = 4
"""Failures from which on their reasons are summed up."""
_LONGEST = 200
"""Characters of inputs that are repeated on a command line."""


@contextmanager
def facts_of(
    inputs: Sequence[str], language: Language, *, plan_id: str | None = None
) -> Iterator[Facts]:
    """The facts of the inputs that can be read, for the work of a command.

    Each input that cannot be read is a line on stderr.

    Raises:
        typer.Exit: 2 before the work, where no input could be read; 4 after it, where some
            could not.
    """
    from graphmodel.pipeline import read_inputs

    reading = read_inputs(inputs, plan_id=plan_id)
    say_failures(reading.failures, language)
    if reading.facts.plans:
        say_unused(reading.facts.diagnostics, language)
    elif reading.failures:
        raise typer.Exit(Status.FAILED)
    yield reading.facts
    end(reading.failures, language)


def say_unused(rows: Iterable[Diagnostic], language: Language) -> None:
    """A line for each entry of `corrections.toml` that corrected nothing."""
    for row in rows:
        if row.code == CORRECTION_UNUSED:
            say(_UNUSED(language, message=row.message, entry=row.detail))


def say_failures(failures: Iterable[GraphmodelError], language: Language) -> None:
    """A line for each input that cannot be read."""
    for failure in failures:
        say(error_line(failure, language))


def end(failures: Sequence[GraphmodelError], language: Language) -> None:
    """The end of a command that did its work on the inputs that could be read.

    Raises:
        typer.Exit: 4, where some could not.
    """
    if failures:
        say(_PARTLY(language, count=len(failures), reasons=_reasons(failures, language)))
        raise typer.Exit(Status.PARTLY_DONE)


def _reasons(failures: Sequence[GraphmodelError], language: Language) -> str | None:
    """How often each reason, the most frequent first; None where the lines can be counted."""
    if len(failures) < _SUMMED_UP:
        return None
    counts = Counter(failure.code for failure in failures)
    comma = "，" if language is Language.ZH else ", "
    return comma.join(
        f"{short_reason(code, language)} {count}" for code, count in counts.most_common()
    )


def quoted(inputs: Sequence[str]) -> str:
    """The inputs as a shell takes them, cut where there are many."""
    words = subprocess.list2cmdline(inputs) if os.name == "nt" else shlex.join(inputs)
    return words if len(words) <= _LONGEST else "INPUT…"
