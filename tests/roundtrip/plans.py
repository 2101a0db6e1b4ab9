"""The plans that go round: the project's samples, and the five plans beside the clone."""

from __future__ import annotations

from pathlib import Path

from graphmodel.model.facts import Facts
from graphmodel.pipeline import facts_of
from graphmodel.reading import read_bytes, read_document
from tools.make_data import PLANS, ROOT

SAMPLES = tuple(sorted(path.stem for path in (ROOT / "data" / "samples").iterdir()))


def plan_names(shared: Path) -> tuple[str, ...]:
    """The samples, and the five plans where the shared folder is there."""
    return (*SAMPLES, *PLANS) if shared.is_dir() else SAMPLES


def plan_text(name: str, shared: Path) -> str:
    """The text of a sample, or of one of the five plans in the shared folder."""
    if name in PLANS:
        return read_document(shared / "documents" / f"{name}.txt").text
    (path,) = (ROOT / "data" / "samples").glob(f"{name}.*")
    return read_document(path).text


def facts_from(data: bytes, name: str) -> Facts:
    """The facts of a file, under an id that does not depend on its form."""
    return facts_of(read_bytes(data, name), "plan")


def text_facts(text: str) -> Facts:
    """The facts that the plain text gives: what every form of it has to give."""
    return facts_from(text.encode(), "plan.txt")
