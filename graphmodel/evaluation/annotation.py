"""Annotations: what a careful reader takes from a plan, as a JSON file.

`docs/annotating.md` describes the file. Only what it gives is compared with facts: keys that are
left out say nothing, an empty list says that there is nothing of the kind.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from graphmodel.model.errors import AnnotationError
from graphmodel.model.ids import squeeze

Target = tuple[str, float, str]
"""Comparison, value and unit."""


@dataclass(frozen=True, slots=True)
class AnnotatedAssignment:
    """One attribution of a task; bodies without white space."""

    leads: tuple[str, ...]
    supports: tuple[str, ...]
    engaged: tuple[str, ...]
    basis: str | None
    open_ended: bool


@dataclass(frozen=True, slots=True)
class AnnotatedTask:
    """A task; None where the reader did not look for something."""

    path: tuple[str, ...]
    title: str
    assignments: tuple[AnnotatedAssignment, ...]
    deadlines: frozenset[str]
    """ISO dates and recurrences."""
    targets: tuple[Target, ...] | None
    codes: tuple[str, ...] | None
    """Codes of the indicators that the title is about."""
    optional_codes: tuple[str, ...]
    """Codes that are right whether they are given or not."""


@dataclass(frozen=True, slots=True)
class AnnotatedIndicator:
    """An indicator that the plan lists."""

    name: str
    level: int
    parent: str
    leads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnnotatedUnit:
    """A mention with what it names."""

    mention: str
    kind: str
    function: str
    same_as: str | None


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a careful reader takes from one plan."""

    source: str
    """The file it was read from."""
    id: str
    plan: Mapping[str, str | tuple[str, ...] | None]
    """The properties of the plan that are given: title, doc_number, issuers, …"""
    is_partial: bool
    """It covers one part of its document, and says nothing of tasks elsewhere."""
    has_standing_rule: bool
    """A rule for later tasks is annotated where it stands and not on each of them."""
    tasks: tuple[AnnotatedTask, ...]
    indicators: tuple[AnnotatedIndicator, ...]
    units: tuple[AnnotatedUnit, ...]


PLAN_TEXTS = ("title", "doc_number", "jurisdiction", "issued", "status")
PLAN_LISTS = ("issuers", "references")


def read_annotations(path: Path) -> list[Annotation]:
    """The annotation of a file, or those of all JSON files of a folder, in order of their names.

    Raises:
        AnnotationError: `missing`, `unreadable`, `no_annotations`, `malformed_annotation`.
    """
    if not path.exists():
        raise AnnotationError(str(path), "missing")
    files = sorted(path.glob("*.json")) if path.is_dir() else [path]
    if not files:
        raise AnnotationError(str(path), "no_annotations")
    return [_read(file) for file in files]


def _read(file: Path) -> Annotation:
    try:
        data = json.loads(file.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise AnnotationError(str(file), "unreadable", reason=error.strerror or "") from error
    except (ValueError, RecursionError) as error:
        raise AnnotationError(str(file), "malformed_annotation", place=str(error)) from error
    return annotation_from(data, str(file))


def annotation_from(data: Any, source: str) -> Annotation:
    """The annotation that a JSON value holds.

    Args:
        data: The value of the whole file.
        source: The file, for messages.

    Raises:
        AnnotationError: `malformed_annotation`, with the place in the file.
    """
    whole = _Node(data, "", source)
    plan = whole["plan"]
    given = {key: plan[key].text_or_none() for key in PLAN_TEXTS if plan.has(key)}
    lists = {key: plan[key].texts() for key in PLAN_LISTS if plan.has(key)}
    return Annotation(
        source=source,
        id=plan["id"].text(),
        plan={**given, **lists},
        is_partial=plan.is_set("partial"),
        has_standing_rule=plan.is_set("standing_rule"),
        tasks=tuple(_task(node) for node in whole["tasks"].items()),
        indicators=tuple(_indicator(node) for node in whole.items_of("indicators")),
        units=tuple(_unit(node) for node in whole.items_of("units")),
    )


def _task(node: _Node) -> AnnotatedTask:
    return AnnotatedTask(
        path=tuple(part.path_part() for part in node["path"].items()),
        title=squeeze(node["title"].text()),
        assignments=tuple(_assignment(one) for one in node["assignments"].items()),
        deadlines=frozenset(_deadline(one) for one in node.items_of("deadlines")),
        targets=tuple(map(_target, node["targets"].items())) if node.has("targets") else None,
        codes=node["indicators"].texts() if node.has("indicators_optional") else None,
        optional_codes=node.texts_of("indicators_optional"),
    )


def _assignment(node: _Node) -> AnnotatedAssignment:
    return AnnotatedAssignment(
        leads=node["leads"].texts(),
        supports=node["supports"].texts(),
        engaged=node.texts_of("coordinates"),
        basis=node["basis"].text_or_none() if node.has("basis") else None,
        open_ended=node.is_set("open_ended"),
    )


def _deadline(node: _Node) -> str:
    return node["date" if node.is_set("date") else "recurrence"].text()


def _target(node: _Node) -> Target:
    return node["op"].text(), node["value"].number(), node["unit"].text()


def _indicator(node: _Node) -> AnnotatedIndicator:
    parent = node["parent"].text_or_none() if node.has("parent") else None
    return AnnotatedIndicator(
        name=squeeze(node["name"].text()),
        level=int(node["level"].number()),
        parent=squeeze(parent or ""),
        leads=node["leads"].texts(),
    )


def _unit(node: _Node) -> AnnotatedUnit:
    same_as = node["same_as"].text_or_none() if node.has("same_as") else None
    return AnnotatedUnit(
        mention=squeeze(node["mention"].text()),
        kind=node["kind"].text(),
        function=node["function"].text(),
        same_as=squeeze(same_as) if same_as else None,
    )


@dataclass(frozen=True, slots=True)
class _Node:
    """A value of the file with its place, so that whoever wrote it finds what is wrong."""

    value: Any
    place: str
    source: str

    def __getitem__(self, key: str) -> _Node:
        """The value of a key that has to be there."""
        if not isinstance(self.value, dict) or key not in self.value:
            raise self._wrong(f"{self._below(key)}: —")
        return _Node(self.value[key], self._below(key), self.source)

    def has(self, key: str) -> bool:
        return isinstance(self.value, dict) and key in self.value

    def is_set(self, key: str) -> bool:
        return self.has(key) and bool(self.value[key])

    def items(self) -> Iterator[_Node]:
        for number, item in enumerate(self._of(list)):
            yield _Node(item, f"{self.place}[{number}]", self.source)

    def items_of(self, key: str) -> Iterator[_Node]:
        """The items of a list that may be left out."""
        return self[key].items() if self.has(key) else iter(())

    def text(self) -> str:
        return str(self._of(str))

    def text_or_none(self) -> str | None:
        return None if self.value is None else self.text()

    def texts(self) -> tuple[str, ...]:
        """A list of words, without their white space."""
        return tuple(squeeze(item.text()) for item in self.items())

    def texts_of(self, key: str) -> tuple[str, ...]:
        return self[key].texts() if self.has(key) else ()

    def number(self) -> float:
        return float(self._of(int | float))

    def path_part(self) -> str:
        return str(self._of(int | str))

    def _of(self, kind: Any) -> Any:
        if not isinstance(self.value, kind) or isinstance(self.value, bool):
            raise self._wrong(f"{self.place}: {json.dumps(self.value, ensure_ascii=False)[:40]}")
        return self.value

    def _below(self, key: str) -> str:
        return f"{self.place}.{key}" if self.place else key

    def _wrong(self, place: str) -> AnnotationError:
        return AnnotationError(self.source, "malformed_annotation", place=place)
