"""Files as LibreOffice writes them from others: many in one start of the program."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

PATIENCE = 300
"""Seconds for all files of a call."""


def program() -> str | None:
    """The path of LibreOffice, or None where it is not installed."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def converted(files: Iterable[Path], target: str, folder: Path) -> dict[str, Path]:
    """Convert files to a format of LibreOffice in one call.

    Args:
        files: Files of one kind, with different stems.
        target: Suffix of the format: docx, doc, rtf, odt, pdf, html, xlsx, xls, ods.
        folder: Where the results go, and a profile of its own.

    Returns:
        The results by their stems.

    Raises:
        RuntimeError: LibreOffice is not there, or left out a file.
    """
    several = list(files)
    results = {file.stem: folder / f"{file.stem}.{target}" for file in several}
    subprocess.run(
        [
            program() or "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            *("--headless", "--norestore", "--convert-to", target, "--outdir", str(folder)),
            *map(str, several),
        ],
        timeout=PATIENCE,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    missing = [stem for stem, path in results.items() if not path.exists()]
    if missing:
        raise RuntimeError(f"LibreOffice wrote no {target} of {', '.join(missing)}")
    return results
