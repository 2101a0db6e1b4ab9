"""What one process does with one document."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from graphmodel import __version__
from graphmodel.batch.parts import Outcome, Part, RowFormat, part_name, read_part, write_part
from graphmodel.confidence import doubtful
from graphmodel.model.facts import Facts
from graphmodel.pipeline import facts_of, guarded
from graphmodel.reading import read_bytes
from graphmodel.reading.files import read_file
from graphmodel.resolution import corrections_for


class Source(NamedTuple):
    """A document of a run."""

    path: Path
    folder: Path | None
    """The input that it was found in; None where it was named itself."""


Item = tuple[int, Source]
"""A document with its number in the run."""


@dataclass(frozen=True, slots=True)
class Work:
    """What is to be done with every document, and where parts are kept."""

    store: Path
    """The folder of the parts."""
    scratch: Path
    """A folder of this run alone."""
    form: RowFormat
    with_texts: bool

    def do(self, source: Source) -> Outcome:
        """The part of a document, made now or before, or why there is none."""
        return guarded(source.path, lambda: self._part(source))

    def _part(self, source: Source) -> Part:
        data = read_file(source.path)
        corrections = corrections_for(*source)
        said = (source.path.name, __version__, self.form, self.with_texts, corrections)
        path = self.store / part_name(data, repr(said))
        done = read_part(path)
        if done is not None:
            return done
        facts = facts_of(read_bytes(data, str(source.path)), corrections=corrections)
        given = facts if self.with_texts else facts.without_texts()
        return write_part(path, given, self.form, counts_of(facts))

    def mark_of(self, number: int) -> Path:
        """The file that is there while a document is being read."""
        return self.scratch / f"{number}.begun"


def counts_of(facts: Facts) -> Counter[str]:
    """What a run tells at its end."""
    return Counter(
        plans=len(facts.plans),
        tasks=len(facts.tasks),
        responsibilities=len(facts.responsibilities),
        doubtful=doubtful(facts),
    )


def do_batch(work: Work, items: Sequence[Item]) -> list[tuple[int, Outcome]]:
    """The outcome of several documents; a document that kills the process leaves its mark."""
    outcomes = []
    for number, source in items:
        mark = work.mark_of(number)
        mark.touch()
        outcomes.append((number, work.do(source)))
        mark.unlink()
    return outcomes


def end_on_interrupt() -> None:
    """Let Ctrl-C end a process at once; parts are written whole or not at all."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
