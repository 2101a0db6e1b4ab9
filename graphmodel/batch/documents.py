"""The documents that the inputs of a run stand for."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from graphmodel.batch.worker import Source
from graphmodel.inputs import documents_in
from graphmodel.model.errors import GraphmodelError
from graphmodel.model.facts_folder import is_facts_folder
from graphmodel.reading import find_documents
from graphmodel.resolution import corrections_for

Documents = tuple[list[Source], list[GraphmodelError]]
"""Files, and the inputs that stand for none."""


def documents_of(inputs: Sequence[str]) -> Documents | None:
    """The files that inputs stand for, in order; None where some of them are facts or a stream."""
    documents: list[Source] = []
    failures: list[GraphmodelError] = []
    for source in inputs:
        path = Path(source)
        if source == "-" or path.suffix.lower() == ".json" or _holds_facts(path):
            return None
        try:
            documents += _sources(path)
        except GraphmodelError as error:
            failures.append(error)
    return documents, failures


def _holds_facts(path: Path) -> bool:
    folders = (path, *path.iterdir()) if path.is_dir() else ()
    return any(is_facts_folder(folder) for folder in folders)


def _sources(path: Path) -> list[Source]:
    """The documents of an input; corrections that cannot be used are told once for a folder."""
    if not path.is_dir():
        return [Source(found, None) for found in find_documents([path])]
    documents = documents_in(path)
    corrections_for(path / documents[0].name)
    return [Source(document, path) for document in documents]
