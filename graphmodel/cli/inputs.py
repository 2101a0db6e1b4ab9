"""Reading the inputs of a command: what failed is told, the rest is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import typer

from graphmodel.cli.errors import error_line
from graphmodel.cli.output import say
from graphmodel.cli.status import Status
from graphmodel.model.facts import Facts
from graphmodel.reports.wording import Language, Wording

_PARTLY = Wording(
    "有 {count} 个输入未能读取（见上），其余已完成。",
    "{count} of the inputs could not be read (see above); the others are done.",
)


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
    for failure in reading.failures:
        say(error_line(failure, language))
    if reading.failures and not reading.facts.plans:
        raise typer.Exit(Status.FAILED)
    yield reading.facts
    if reading.failures:
        say(_PARTLY(language, count=len(reading.failures)))
        raise typer.Exit(Status.PARTLY_DONE)
