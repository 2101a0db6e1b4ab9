"""All documents of a run, by one process or several; a process that dies takes one with it."""

from __future__ import annotations

import multiprocessing
import os
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from graphmodel.batch.parts import Outcome, RowFormat
from graphmodel.batch.result import Result
from graphmodel.batch.worker import Item, Source, Work, do_batch, end_on_interrupt
from graphmodel.model.errors import InputError, OutputError

_MANY_DOCUMENTS, _MANY_BYTES = 32, 4_000_000
"""From here on it is worth the half second that a process takes to start."""
_LARGEST_BATCH = 16
_BATCHES_A_PROCESS = 8
"""So that no process waits long for the last one."""


def usual_jobs(documents: Sequence[Source]) -> int:
    """How many processes are worth it for these documents on this machine."""
    size = sum(_size(source.path) for source in documents)
    worth_it = len(documents) >= _MANY_DOCUMENTS or size >= _MANY_BYTES
    return min(_cores(), len(documents)) if worth_it else 1


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def outcomes(documents: Sequence[Source], work: Work, jobs: int) -> Iterator[tuple[int, Outcome]]:
    """What came of each document, with its number, in the order in which they are done.

    Args:
        documents: The files.
        work: What is to be done with each.
        jobs: Number of processes; of 1 this process does it all.
    """
    left = dict(enumerate(documents))
    if jobs > 1:
        yield from _by_processes(left, work, jobs)
    for number, source in left.items():
        yield number, work.do(source)


def _by_processes(left: dict[int, Source], work: Work, jobs: int) -> Iterator[tuple[int, Outcome]]:
    """Take documents out of `left` as they are done; some stay where no process can live."""
    before = None
    while left and len(left) != before:
        before = len(left)
        for number, outcome in _until_one_dies(left, work, jobs):
            del left[number]
            yield number, outcome
        for number in [number for number in left if work.mark_of(number).exists()]:
            suspect = {number: left.pop(number)}
            yield next(_until_one_dies(suspect, work, 1), (number, _killed(suspect[number])))
            work.mark_of(number).unlink(missing_ok=True)


def _killed(source: Source) -> Outcome:
    return InputError(str(source.path), "killed")


def _until_one_dies(
    left: Mapping[int, Source], work: Work, jobs: int
) -> Iterator[tuple[int, Outcome]]:
    """The outcomes of documents until all are done or a process is killed."""
    pool = ProcessPoolExecutor(
        jobs, mp_context=multiprocessing.get_context("spawn"), initializer=end_on_interrupt
    )
    try:
        batches = _batches(list(left.items()), jobs)
        for future in as_completed([pool.submit(do_batch, work, batch) for batch in batches]):
            yield from future.result()
    except BrokenProcessPool:
        return
    except BaseException:
        for process in multiprocessing.active_children():
            process.terminate()
        raise
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _batches(items: list[Item], jobs: int) -> list[list[Item]]:
    size = min(max(len(items) // (jobs * _BATCHES_A_PROCESS), 1), _LARGEST_BATCH)
    return [items[start : start + size] for start in range(0, len(items), size)]


def many(
    documents: Sequence[Source],
    parts: Path,
    form: RowFormat,
    with_texts: bool,
    jobs: int | None,
    step: Callable[[], None],
) -> Result:
    """Read all documents, by as many processes as asked for or worth it.

    Args:
        documents: The files.
        parts: The folder of the parts; those that are there already are not made again.
        form: How rows are written out.
        with_texts: Whether the texts of the plans are kept.
        jobs: Number of processes; None for what is usual.
        step: Called once for each document that is done.

    Raises:
        OutputError: `unwritable`, where the folder of the parts cannot be written to.
    """
    try:
        scratch = Path(tempfile.mkdtemp(prefix="run-", dir=parts))
        result = Result(scratch, form)
    except OSError as error:
        raise OutputError(str(parts), "unwritable", reason=error.strerror) from error
    work = Work(parts, scratch, form, with_texts)
    for number, outcome in outcomes(documents, work, jobs or usual_jobs(documents)):
        result.add(number, outcome)
        step()
    result.finish(dict.fromkeys(source.folder or source.path for source in documents))
    return result
