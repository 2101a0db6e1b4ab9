"""The errors that a user can cause. Everything else is a defect.

Each error carries a code and details; the command line turns them into one line in the
user's language, so no error holds a sentence of its own.
"""

from __future__ import annotations


class GraphmodelError(Exception):
    """Base of all errors that graphmodel raises on purpose.

    Args:
        source: The file, folder or name that the error is about, as the user gave it.
        code: What is wrong, one of the codes that the subclass documents.
        **details: Values that the message needs (a place, the nearest name, a format).
    """

    def __init__(self, source: str, code: str, **details: object) -> None:
        """Keep the parts of the message apart."""
        super().__init__(source, code, details)
        self.source = source
        self.code = code
        self.details = details

    def __str__(self) -> str:
        """The parts in one line, for people who read a log."""
        parts = "".join(f", {key}={value}" for key, value in self.details.items())
        return f"{self.source}: {self.code}{parts}"


class InputError(GraphmodelError):
    """A document could not be read.

    Codes: missing, empty, not_text, unsupported_format, unreadable, too_large, changed,
    folder_empty, not_a_plan, damaged, encrypted, needs_ocr, needs_office, office_failed, defect.
    The last is an error of ours, kept to one document.
    """


class FactsError(GraphmodelError):
    """Facts are malformed, or facts of several sources contradict each other.

    Codes: malformed, invalid, plan_conflict, no_text, unknown_id, no_tasks.
    """


class OutputError(GraphmodelError):
    """A result could not be written.

    Codes: unwritable, missing_package, not_a_folder.
    """
