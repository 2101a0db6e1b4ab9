"""The ids of nodes by their key in the facts."""

from __future__ import annotations

from collections.abc import Iterable

from graphmodel.views.index import Row


class NodeIds:
    """Finds the nodes of bodies and tasks by id, those of indicators by id and place.

    Attributes:
        bodies: The nodes of units, collectives and outside bodies.
        tasks: The nodes of tasks.
        indicators: The nodes of indicators, which each place has for itself.
    """

    def __init__(self, nodes: Iterable[Row]) -> None:
        """Take the nodes."""
        self.bodies: dict[str, int] = {}
        self.tasks: dict[str, int] = {}
        self.indicators: dict[tuple[str, int], int] = {}
        for node in nodes:
            if node["group"] == "indicator":
                self.indicators[node["key"], node["place"]] = node["id"]
            else:
                ids = self.tasks if node["group"] == "task" else self.bodies
                ids[node["key"]] = node["id"]
