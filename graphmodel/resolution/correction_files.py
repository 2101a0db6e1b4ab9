"""Which `corrections.toml` holds for a document, and which of its entries corrected nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from graphmodel.model.errors import CorrectionError
from graphmodel.model.records import Diagnostic
from graphmodel.model.vocabulary import CORRECTION_APPLIED, CORRECTION_UNUSED, Severity
from graphmodel.resolution.corrections import FILE_NAME, Correction, read_corrections


def corrections_for(document: Path, folder: Path | None = None) -> tuple[Correction, ...]:
    """The entries that hold for a document: those of the nearest file.

    Args:
        document: The document; a file beside it comes first.
        folder: A folder above the document, up to which files are looked for.

    Raises:
        CorrectionError: The file cannot be used.
    """
    for above in document.parents:
        if (path := above / FILE_NAME).is_file():
            return _read(path)
        if folder is None or above == folder:
            break
    return ()


def correction_files(inputs: Iterable[Path]) -> list[Path]:
    """The files beside documents, and in folders and below them, in order, each once."""
    found: dict[Path, Path] = {}
    for path in inputs:
        folder = path.is_dir()
        files = sorted(path.rglob(FILE_NAME)) if folder else [path.parent / FILE_NAME]
        found |= {file.resolve(): file for file in files if file.is_file()}
    return list(found.values())


def unused(files: Iterable[Path], rows: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    """A warning for each entry that corrected nothing; files that cannot be used have none.

    Args:
        files: The files.
        rows: The diagnostics of all documents that were read.
    """
    labels = {row.detail for row in rows if row.code == CORRECTION_APPLIED}
    for path in files:
        try:
            entries = _read(path)
        except CorrectionError:
            continue
        for entry in entries:
            if entry.label not in labels:
                message = f"{path.name} 第 {entry.line} 行的更正没有用到：{entry.label}"
                yield Diagnostic(
                    CORRECTION_UNUSED, Severity.WARNING, message, None, None, None, entry.label
                )


def _read(path: Path) -> tuple[Correction, ...]:
    try:
        status = path.stat()
    except OSError as error:
        raise CorrectionError(str(path), "unreadable", reason=error.strerror or "") from error
    return _read_once(path, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=32)
def _read_once(path: Path, changed: int, size: int) -> tuple[Correction, ...]:
    """The entries of a file in one state; documents of one folder share them."""
    del changed, size
    return read_corrections(path)
