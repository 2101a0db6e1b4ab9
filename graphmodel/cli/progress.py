"""A bar for runs over many documents."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from graphmodel.reports.wording import Language, Wording

_READING = Wording("读取", "Reading")


@contextmanager
def progress(total: int, language: Language) -> Iterator[Callable[[], None]]:
    """A bar on stderr that grows at each call of what is given; none where it is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(_READING(language), total=total)
        yield lambda: bar.advance(task)
