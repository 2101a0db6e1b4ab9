"""The exit statuses of the command line."""

from __future__ import annotations

from enum import IntEnum


class Status(IntEnum):
    """How a command line ended."""

    DONE = 0
    FINDINGS = 1
    """A plan has something wrong of the level of errors."""
    FAILED = 2
    """Wrong usage, or no input could be read, or the result could not be written."""
    STORE = 3
    """A store could not be reached or used."""
    PARTLY_DONE = 4
    """Some inputs could not be read; the others are done."""
    DEFECT = 70
    """graphmodel itself is at fault (EX_SOFTWARE of sysexits.h)."""
    STOPPED = 128 + 2
    """Ctrl-C, as the shell gives it."""
    READER_GONE = 128 + 13
    """The reader of the output (`| head`) has left, as the shell gives it."""
