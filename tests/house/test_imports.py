"""The check of imports finds what it is there to find."""

from __future__ import annotations

import grimp

from tools.check_imports import drawing, faults


def graph_of(*imports: tuple[str, str]) -> grimp.ImportGraph:
    graph = grimp.ImportGraph()
    graph.add_module("graphmodel")
    for line, (importer, imported) in enumerate(imports, start=1):
        importer, imported = (f"graphmodel.{name}" for name in (importer, imported))
        graph.add_module(importer)
        graph.add_module(imported)
        graph.add_import(
            importer=importer, imported=imported, line_number=line, line_contents="import"
        )
    return graph


def test_allowed_directions_pass() -> None:
    graph = graph_of(
        ("reading.text", "model.records"),
        ("extraction.outline", "reading.document"),
        ("extraction.outline", "extraction.numerals"),
        ("pipeline", "extraction.outline"),
        ("cli.report", "pipeline"),
    )
    assert faults(graph) == []


def test_forbidden_direction_names_the_line() -> None:
    assert faults(graph_of(("model.records", "reading.text"))) == [
        "graphmodel.model.records (line 1) imports graphmodel.reading.text, which its room may not"
    ]


def test_a_single_module_that_is_allowed_does_not_open_its_room() -> None:
    assert faults(graph_of(("extraction.outline", "reading.text"))) == [
        "graphmodel.extraction.outline (line 1) imports graphmodel.reading.text, "
        "which its room may not"
    ]


def test_undeclared_room_is_refused() -> None:
    assert len(faults(graph_of(("cellar", "model"), ("cli", "cellar")))) == 2


def test_circle_inside_a_room_is_found() -> None:
    assert faults(graph_of(("model.a", "model.b"), ("model.b", "model.a"))) == [
        "circle of modules: graphmodel.model.a -> graphmodel.model.b -> graphmodel.model.a"
    ]


def test_circle_of_rooms_without_a_circle_of_modules_is_found() -> None:
    found = faults(graph_of(("model.a", "analysis.b"), ("analysis.c", "model.d")))
    assert found[-1] == "circle of rooms: analysis -> model -> analysis"


def test_drawing_lists_imports_between_rooms_once() -> None:
    graph = graph_of(("views.page", "model.a"), ("views.page", "model.b"), ("model.a", "model.b"))
    assert drawing(graph) == "flowchart TD\n  views --> model"
