"""The errors that a user can cause. Everything else is a defect.

Each error carries a code and details; the command line turns them into one line in the
user's language, so no error holds a sentence of its own.
"""

from __future__ import annotations

from pathlib import Path


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

    def __reduce__(self) -> tuple[object, ...]:
        """How one process hands it to another."""
        return _again, (type(self), self.source, self.code, self.details)

    def __str__(self) -> str:
        """The parts in one line, for people who read a log."""
        parts = "".join(f", {key}={value}" for key, value in self.details.items())
        return f"{self.source}: {self.code}{parts}"


def _again(
    kind: type[GraphmodelError], source: str, code: str, details: dict[str, object]
) -> GraphmodelError:
    return kind(source, code, **details)


def told(error: BaseException) -> str:
    """A defect for who has to find it: its kind and place, never its words, which may be private.

    `KeyError (resolver.py:55)`
    """
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    where = f" ({Path(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno})" if place else ""
    return type(error).__name__ + where


class InputError(GraphmodelError):
    """A document could not be read.

    Codes: missing, empty, not_text, unsupported_format, unreadable, too_large, changed,
    folder_empty, not_a_plan, damaged, encrypted, needs_ocr, needs_office, office_failed, killed,
    defect. The last is an error of ours, kept to one document.
    """


class FactsError(GraphmodelError):
    """Facts are malformed, or facts of several sources contradict each other.

    Codes: malformed, invalid, plan_conflict, body_conflict, no_text, unknown_id, no_tasks.
    """


class AnnotationError(GraphmodelError):
    """An annotation cannot be read, or there are no facts to compare it with.

    Codes: missing, unreadable, no_annotations, malformed_annotation, no_such_plan.
    """


class CorrectionError(GraphmodelError):
    """The file of corrections beside documents cannot be used.

    Codes: unreadable, too_large, bad_correction. The last tells the line, the reason and the key
    or words.
    """


class ScenarioError(GraphmodelError):
    """A scenario cannot be read, or a step of it cannot be carried out.

    Codes: missing, unreadable, too_large, bad_scenario. The last tells the line, the reason and
    the key or name.
    """


class LedgerError(GraphmodelError):
    """A ledger that was filled in cannot be used.

    Codes: no_ledger (none of its sheets has the heads of a ledger), other_kind (its rows are about
    something else than was asked for).
    """


class OutputError(GraphmodelError):
    """A result could not be written.

    Codes: unwritable, missing_package, not_a_folder, holds_others (a folder of ours holds a file
    that is not, or not any more, as it was written).
    """


class StoreError(GraphmodelError):
    """A store could not be reached or used; `source` is its address or file, never a password.

    Codes: unreachable, refused (user or password), no_database, no_permission, disk_full,
    connection_lost, locked, store_damaged, too_old, foreign_nodes, bad_address, bad_prefix,
    store_failed.
    """


class QueryError(GraphmodelError):
    """A query cannot be run; `source` is its name, or the words that it begins with.

    Codes: no_such_query, no_such_parameter, missing_parameter, bad_parameter, bad_header,
    wrong_query (with `reason`, and `line`, `column`, `text` where the engine tells), read_only,
    timed_out.
    """
