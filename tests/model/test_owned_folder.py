"""Folders of ours are made anew as a whole, and never over what people did in them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphmodel.model.errors import OutputError
from graphmodel.model.owned_folder import LIST, write_owned_folder

FILES = [("index.html", b"one"), ("units/a b.html", b"two")]


def names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def refused(folder: Path) -> OutputError:
    with pytest.raises(OutputError) as caught:
        write_owned_folder(folder, [("index.html", b"new")])
    return caught.value


@pytest.fixture
def made(tmp_path: Path) -> Path:
    folder = tmp_path / "交付 一"
    write_owned_folder(folder, FILES)
    return folder


def test_files_are_written_with_their_checksums(made: Path) -> None:
    assert names(made) == [LIST, "index.html", "units", "units/a b.html"]
    assert (made / "units" / "a b.html").read_bytes() == b"two"
    assert list(json.loads((made / LIST).read_text())) == ["index.html", "units/a b.html"]


def test_folders_above_are_made_and_an_empty_one_is_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in (tmp_path / "empty", tmp_path / "a" / "b"):
        write_owned_folder(folder, FILES)
        assert (folder / "index.html").read_bytes() == b"one"


def test_folder_as_it_was_written_is_replaced_as_a_whole(made: Path) -> None:
    (made / "index.html").unlink()
    write_owned_folder(made, [("other.html", b"new")])
    assert names(made) == [LIST, "other.html"]


@pytest.mark.parametrize("name", ["units/a b.html", "units/mine.html", "mine.txt"])
def test_what_was_changed_or_added_stays(made: Path, name: str) -> None:
    (made / name).write_text("filled in")
    before = names(made)
    error = refused(made)
    assert (error.code, error.source, error.details) == ("holds_others", str(made), {"file": name})
    assert names(made) == before
    assert (made / name).read_text() == "filled in"


def test_link_that_was_added_stays(made: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (made / "units" / "link").symlink_to(tmp_path / "elsewhere")
    assert refused(made).details == {"file": "units/link"}


@pytest.mark.parametrize("text", [None, "", "[]", "{"])
def test_folder_without_our_list_is_refused(made: Path, text: str | None) -> None:
    (made / LIST).unlink()
    if text is not None:
        (made / LIST).write_text(text)
    assert refused(made).code == "not_a_folder"
    assert (made / "index.html").read_bytes() == b"one"


def test_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    assert refused(tmp_path / "file").code == "not_a_folder"
    assert refused(tmp_path / "file" / "below").code == "unwritable"
    assert (tmp_path / "file").read_text() == "x"


def test_former_folder_stays_where_a_file_cannot_be_made(made: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"new"
        raise ValueError("a defect")

    with pytest.raises(ValueError, match="a defect"):
        write_owned_folder(made, files())
    assert (made / "index.html").read_bytes() == b"one"
    assert os.listdir(made.parent) == [made.name]
