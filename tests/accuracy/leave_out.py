"""How much of what is known of bodies each annotated plan may have taught itself.

    python -m tests.accuracy.leave_out DOCUMENTS GOLD

For each plan of GOLD that annotates units, every row of `unit_names.csv`, `unit_words.csv` and
`reforms.csv` is taken out whose words stand in that plan and in no other document of DOCUMENTS,
however common the words are elsewhere. Printed are the number of rows, the F1 of `unit`
(kind and function of each mention) and of `same_unit` (which mentions are one body) with all rows
and without these, the rows, and the mentions that are read wrongly then.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import ModuleType

import graphmodel
from graphmodel.evaluation import Annotation, Tally, read_annotations, score
from graphmodel.model.errors import GraphmodelError
from graphmodel.model.resources import read_vocabulary
from graphmodel.reading import find_documents, read_document
from graphmodel.resolution import bodies, gazetteer, heads, reforms, repairs
from graphmodel.resolution.spelling import contract, plain, without_connectives

TABLES = {"unit_names.csv": "name", "unit_words.csv": "word", "reforms.csv": "old"}
"""The tables, and the column of each that holds words."""
MODULES = (bodies, gazetteer, heads, reforms, repairs)
"""Those that keep what they read."""
_READERS = (gazetteer, heads, reforms)


def texts(folder: Path) -> dict[str, str]:
    """The text of each document as names are compared, by the name of its file."""
    found = {}
    for path in find_documents([folder]):
        try:
            document = read_document(path)
        except GraphmodelError as error:
            print(f"not read: {error}", file=sys.stderr)
            continue
        found[path.stem] = _bare(document.text)
    return found


def _bare(text: str) -> str:
    return without_connectives(contract(plain(text)))


def own_words(plan: str, known: Mapping[str, str]) -> dict[str, set[str]]:
    """The words of each table that stand in the plan and in no other document."""
    others = [text for name, text in known.items() if name != plan]
    return {
        table: {
            row[column]
            for row in read_vocabulary(table)
            if (words := _bare(row[column])) in known[plan]
            and not any(words in text for text in others)
        }
        for table, column in TABLES.items()
    }


@contextmanager
def without(words: Mapping[str, set[str]]) -> Iterator[None]:
    """Let resolution do without some words."""
    _let_read(partial(_without, words))
    try:
        yield
    finally:
        _let_read(read_vocabulary)


def _without(words: Mapping[str, set[str]], name: str) -> list[dict[str, str]]:
    rows = read_vocabulary(name)
    return [row for row in rows if row[TABLES[name]] not in words[name]] if name in words else rows


def _let_read(reader: object) -> None:
    for module in _READERS:
        vars(module)["read_vocabulary"] = reader
    for module in MODULES:
        _forget(module)


def _forget(module: ModuleType) -> None:
    for value in vars(module).values():
        if hasattr(value, "cache_clear"):
            value.cache_clear()


def measured(annotation: Annotation, path: Path) -> Mapping[str, Tally]:
    """The tallies of one plan."""
    return score(annotation, graphmodel.extract(path))


def main(documents: Path, gold: Path) -> None:
    """Print the figures of each annotated plan."""
    known = texts(documents)
    paths = {path.stem: path for path in find_documents([documents])}
    for annotation in read_annotations(gold):
        if not annotation.units:
            continue
        words = own_words(annotation.id, known)
        before = measured(annotation, paths[annotation.id])
        with without(words):
            after = measured(annotation, paths[annotation.id])
        print(f"{annotation.id}: {sum(map(len, words.values()))} rows of {len(known)} documents")
        for kind in ("unit", "same_unit"):
            print(f"  {kind}: {before[kind].f1:.4f} -> {after[kind].f1:.4f}")
        for table, of_it in words.items():
            print(f"  {table}: {' '.join(sorted(of_it))}")
        for mistake in after["unit"].mistakes:
            print(f"  {'extra' if mistake.is_extra else 'missed'}: {mistake.fact}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
