"""Which documents the folders stand for that are given as inputs."""

from __future__ import annotations

from pathlib import Path

from graphmodel.model.errors import InputError
from graphmodel.model.facts_folder import is_facts_folder
from graphmodel.model.owned_folder import is_owned_folder
from graphmodel.reading import find_documents


def documents_in(folder: Path) -> list[Path]:
    """The documents of a folder and those below it.

    The tables of facts folders are none, nor is what we made of documents ourselves: the result of
    one run may lie beside the documents of the next.

    Raises:
        InputError: As `graphmodel.reading.find_documents`.
    """
    found = find_documents([folder])
    ours = {parent for parent in {path.parent for path in found} if _is_ours(parent, folder)}
    documents = [path for path in found if path.parent not in ours]
    if not documents:
        raise InputError(str(folder), "folder_empty")
    return documents


def _is_ours(parent: Path, folder: Path) -> bool:
    """Whether a folder, itself or below `folder`, holds facts, or lies in a result of ours."""
    between = (parent, *(path for path in parent.parents if path.is_relative_to(folder)))
    return is_facts_folder(parent) or any(map(is_owned_folder, between))
