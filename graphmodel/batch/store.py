"""Where the parts of a run are kept until it is complete."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graphmodel.model.errors import OutputError


@contextmanager
def parts_folder(out: Path | None) -> Iterator[Path]:
    """The folder of the parts of a run: beside its result, so that the next run finds it.

    It goes when the result is written, and stays where something stopped the run before.

    Args:
        out: Where the result will be written; None of a result that is printed, whose parts are
            kept in a temporary folder.

    Raises:
        OutputError: `unwritable`.
    """
    if out is None:
        with tempfile.TemporaryDirectory(prefix="graphmodel-") as folder:
            yield Path(folder)
        return
    parts = out.parent / f".{out.name}.parts"
    try:
        parts.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(str(out), "unwritable", reason=error.strerror) from error
    yield parts
    shutil.rmtree(parts, ignore_errors=True)
