"""Checks the directions of imports between the rooms of the package, and that nothing is circular.

`MAY_IMPORT` is the rule, an allow-list: a room that is not declared may neither import nor be
imported. Prints one line a fault and exits with 1; with `--draw` prints the rooms and the imports
between them as a Mermaid diagram instead.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp

PACKAGE = "graphmodel"

BELOW_PIPELINE = (
    "model",
    "reading",
    "extraction",
    "resolution",
    "catalogue",
    "stores",
    "analysis",
    "checks",
    "evaluation",
    "reports",
    "views",
    "ledgers",
    "delivery",
)

# Room -> the rooms, or single modules of rooms, that it may import. "" is the package itself.
MAY_IMPORT: dict[str, tuple[str, ...]] = {
    "model": (),
    "reading": ("model",),
    "extraction": ("model", "reading.document"),
    "resolution": ("model",),
    "catalogue": ("model",),
    "stores": ("model",),
    "analysis": ("model",),
    "checks": ("model", "analysis", "extraction.masking", "extraction.numerals"),
    "evaluation": ("model",),
    "reports": ("model", "analysis", "checks", "evaluation"),
    "views": (
        *("model", "analysis", "checks"),
        *("reports.lookup", "reports.passages", "reports.rules", "reports.wording"),
    ),
    "ledgers": (
        *("model", "analysis", "reports"),
        *("reading.files", "reading.sheets", "reading.sniffing"),
    ),
    "delivery": ("model", "analysis", "checks", "reports", "views", "ledgers"),
    "confidence": ("model", "extraction", "resolution"),
    "assembly": ("model", "reading.document", "extraction", "resolution", "confidence"),
    "inputs": ("model", "reading"),
    "pipeline": (*BELOW_PIPELINE, "assembly", "inputs"),
    "": ("model", "pipeline", "extraction.clauses"),
    "batch": ("", "model", "reading", "resolution", "confidence", "inputs", "pipeline"),
    "cli": ("", *BELOW_PIPELINE, "confidence", "pipeline", "batch"),
    "__main__": ("cli",),
}


def room_of(module: str, package: str = PACKAGE) -> str:
    """The room that a module lives in: `graphmodel.reading.text` -> `reading`."""
    return f"{module}.".removeprefix(f"{package}.").split(".", 1)[0]


def imports(graph: grimp.ImportGraph) -> Iterator[tuple[str, str]]:
    """The direct imports, as pairs (importer, imported) of module names, in order."""
    for importer in sorted(graph.modules):
        for imported in sorted(graph.find_modules_directly_imported_by(importer)):
            yield importer, imported


def is_allowed(importer: str, imported: str, package: str = PACKAGE) -> bool:
    """Whether the rule lets one module import the other; inside a room it always does."""
    room = room_of(importer, package)
    if room_of(imported, package) == room:
        return True
    path = imported.removeprefix(package).removeprefix(".")
    return any(
        path == allowed or (allowed and path.startswith(f"{allowed}."))
        for allowed in MAY_IMPORT.get(room, ())
    )


def misdirected(graph: grimp.ImportGraph, package: str = PACKAGE) -> Iterator[str]:
    """One line for each import that the rule forbids, with the source line that holds it."""
    for importer, imported in imports(graph):
        if not is_allowed(importer, imported, package):
            details = graph.get_import_details(importer=importer, imported=imported)
            places = ", ".join(f"line {d['line_number']}" for d in details)
            yield f"{importer} ({places}) imports {imported}, which its room may not"


def first_circle(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """The nodes of one circle, first and last the same; empty when there is none."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for importer, imported in pairs:
        sorter.add(importer, imported)
    try:
        sorter.prepare()
    except CycleError as error:
        circle: list[str] = error.args[1]
        return circle[::-1]
    return []


def between_rooms(graph: grimp.ImportGraph, package: str = PACKAGE) -> list[tuple[str, str]]:
    """The imports between rooms, each pair once, in order."""
    pairs = {(room_of(a, package), room_of(b, package)) for a, b in imports(graph)}
    return sorted(pair for pair in pairs if pair[0] != pair[1])


def faults(graph: grimp.ImportGraph, package: str = PACKAGE) -> list[str]:
    """Everything that is wrong with the imports of the package, one line each."""
    found = list(misdirected(graph, package))
    for what, pairs in (
        ("modules", imports(graph)),
        ("rooms", between_rooms(graph, package)),
    ):
        if circle := first_circle(pairs):
            found.append(f"circle of {what}: {' -> '.join(circle)}")
    return found


def drawing(graph: grimp.ImportGraph, package: str = PACKAGE) -> str:
    """The rooms and the imports between them as a Mermaid flow chart."""
    edges = [f"  {a or package} --> {b or package}" for a, b in between_rooms(graph, package)]
    return "\n".join(["flowchart TD", *edges])


def main(arguments: list[str]) -> int:
    """Check, or draw; the exit status."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    graph = grimp.build_graph(PACKAGE, cache_dir=None)
    if arguments == ["--draw"]:
        print(drawing(graph))
        return 0
    found = faults(graph)
    for line in found:
        print(line, file=sys.stderr)
    if not found:
        count = sum(1 for _ in imports(graph))
        print(f"Imports: {len(graph.modules)} modules, {count} imports, directions kept, no circle")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
