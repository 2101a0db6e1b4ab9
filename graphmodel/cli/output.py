"""Results to stdout or a file, all else to stderr."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import typer

from graphmodel.cli.errors import STDOUT
from graphmodel.cli.status import Status
from graphmodel.model.errors import OutputError
from graphmodel.model.files import write_text_atomically
from graphmodel.reports.wording import Language, Wording

_WIDTH = 100
"""Cells of a line where there is no terminal, and no COLUMNS says otherwise."""
_WRITTEN = Wording("已写入 {path}", "Written: {path}")


def prepare_streams() -> None:
    """Pipes and files get UTF-8, whatever the locale; a terminal gets ? for what it lacks."""
    for stream in (sys.stdout, sys.stderr):
        if not isinstance(stream, io.TextIOWrapper):
            continue
        if stream.isatty():
            stream.reconfigure(errors="replace")
        else:
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def say(line: str) -> None:
    """One line for the user, on stderr; lost where there is none."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            print(line, file=sys.stderr, flush=True)


def give(text: str | Iterable[bytes], out: str | None, language: Language) -> None:
    """A result: to stdout, or into a file, whole or not at all.

    Args:
        text: The result, or the pieces of it in UTF-8.
        out: The file.
        language: Of messages.

    Raises:
        OutputError: `unwritable`.
        typer.Exit: Nobody reads stdout any longer.
    """
    if out is not None:
        write_text_atomically(Path(out), text)
        say_written(out, language)
    elif sys.stdout is None:
        raise OutputError(STDOUT(language), "unwritable")
    else:
        _print(text, language)


def say_written(out: str, language: Language) -> None:
    """Tell where a result was written."""
    say(_WRITTEN(language, path=out))


def _print(text: str | Iterable[bytes], language: Language) -> None:
    try:
        if isinstance(text, str):
            sys.stdout.write(text)
        else:
            sys.stdout.buffer.writelines(text)
        sys.stdout.flush()
    except BrokenPipeError as error:
        _discard_stdout()
        raise typer.Exit(Status.READER_GONE) from error
    except OSError as error:
        _discard_stdout()
        raise OutputError(STDOUT(language), "unwritable", reason=error.strerror) from error


def _discard_stdout() -> None:
    """Let what is still buffered go nowhere, or Python would complain about it at the end."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def line_width(out: str | None) -> int:
    """Cells of a line of text: the terminal's, or COLUMNS, or 100."""
    return _WIDTH if out is not None else shutil.get_terminal_size((_WIDTH, 24)).columns


def has_color(out: str | None) -> bool:
    """Whether the result goes to a terminal that shows colours."""
    if out is not None or sys.stdout is None or not sys.stdout.isatty():
        return False
    if "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb":
        return False
    from rich.console import detect_legacy_windows

    return not detect_legacy_windows()
