"""The texts that are measured: the five plans, or the project's own samples without them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from graphmodel.reading import find_documents, read_document
from tools.make_data import PLANS, ROOT, SHARED


@dataclass(frozen=True, slots=True)
class Corpus:
    """Some plans."""

    name: str
    documents: tuple[Path, ...]
    has_floors: bool
    """Whether they are what the floors of speed and memory are set for."""

    def texts(self) -> list[str]:
        """The text of each plan."""
        return [read_document(path).text for path in self.documents]


def corpus() -> Corpus:
    """The five plans of ../shared; data/samples where there is no such folder."""
    folder = SHARED / "documents"
    if folder.is_dir():
        return Corpus("the five plans", tuple(folder / f"{plan}.txt" for plan in PLANS), True)
    return Corpus("data/samples", tuple(find_documents([ROOT / "data" / "samples"])), False)


def write_as_one(texts: list[str], size: int, path: Path) -> list[Path]:
    """Write the texts one after the other, again and again, to a file of at least `size` bytes.

    Returns:
        The file.
    """
    data = "".join(f"{text}\n" for text in texts).encode()
    path.write_bytes(data * _rounds(size, len(data)))
    return [path]


def write_apart(texts: list[str], size: int, folder: Path) -> list[Path]:
    """Write the texts to files of their own, again and again, to at least `size` bytes together.

    Returns:
        The files, in the order of the texts.
    """
    folder.mkdir()
    contents = [text.encode() for text in texts]
    contents *= _rounds(size, sum(map(len, contents)))
    paths = [folder / f"{number}.txt" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    return paths


def _rounds(size: int, length: int) -> int:
    return -(-size // length)
