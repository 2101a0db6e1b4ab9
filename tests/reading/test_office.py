"""Formats that LibreOffice reads for us: what it is given, and what becomes of its failures."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from graphmodel.model.errors import InputError
from graphmodel.reading import office, read_bytes
from graphmodel.reading.document import PlaceUnit
from tests.reading.docx_parts import docx, paragraph
from tests.reading.ole import compound
from tests.reading.zips import archive

RTF = (
    r"{\rtf1\ansi\deff0{\fonttbl{\f0 SimSun;}}"
    r"{\*\listtable{\list{\listlevel\levelnfc0\levelstartat7{\leveltext\'02\'00.;}"
    r"{\levelnumbers\'01;}}\listid1}}{\*\listoverridetable{\listoverride\listid1\ls1}}"
    r"{\listtext\pard\plain \u19968?\u12289?\tab}\ls1\ilvl0 \u24635?\u20307?\par "
    r"\pard {\listtext\pard\plain 1.\tab}\ls1 \u31616?\u21270?\par "
    r"\trowd\cellx2000\cellx4000\pard\intbl \u30002?\cell "
    r"{\listtext\pard 2.}\ls1 \u20057?\cell\row}"
)
LINES = ["一、 总体", "1. 简化", "甲\t2.乙"]

needs_libreoffice = pytest.mark.skipif(
    office.find_program() is None, reason="LibreOffice is not installed"
)


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A program that is found instead of LibreOffice; the test writes its lines."""
    program = tmp_path / "bin" / "soffice"
    program.parent.mkdir()
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    return program


def write_program(program: Path, *commands: str) -> None:
    """Write a program of the shell; `$results` is the folder where the document is awaited."""
    find = 'for word; do results="$given"; given="$word"; done'
    program.write_text("\n".join(["#!/bin/sh", find, *commands, ""]))
    program.chmod(0o755)


def error_of(data: bytes, source: str = "方案 一.doc") -> InputError:
    with pytest.raises(InputError) as raised:
        read_bytes(data, source)
    return raised.value


def test_says_that_libreoffice_is_needed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_FOLDERS", ())
    assert office.find_program() is None
    error = error_of(RTF.encode())
    assert (error.code, error.details) == ("needs_office", {"format": "rtf"})


def test_finds_the_program_where_it_is_usually_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_program(tmp_path / "soffice", "exit 0")
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(office, "_FOLDERS", (str(tmp_path / "missing"), str(tmp_path)))
    assert office.find_program() == str(tmp_path / "soffice")


def test_gives_the_document_in_a_folder_that_is_gone_afterwards(
    stand_in: Path, tmp_path: Path
) -> None:
    (tmp_path / "made.docx").write_bytes(docx(paragraph("总体要求")))
    write_program(
        stand_in,
        f'cp -r "$HOME" "{tmp_path}/seen"',
        f'echo "$HOME" "$TMPDIR" "$PWD" "$@" >"{tmp_path}/arguments"',
        f'mkdir "$results" && cp "{tmp_path}/made.docx" "$results/document.docx"',
        "echo noise; echo noise >&2",
    )
    document = read_bytes(compound({"WordDocument": b"\0" * 5000}), "方案 一.wps")
    assert (document.format, document.text) == ("doc", "总体要求\n")
    assert document.unit is PlaceUnit.PARAGRAPH
    home, temporary, current, *arguments = (tmp_path / "arguments").read_text().split()
    assert home == temporary == current
    assert not Path(home).exists()
    assert arguments[0] == f"-env:UserInstallation=file://{home}/profile"
    assert "--headless" in arguments
    assert arguments[-1] == f"{home}/document.doc"
    settings = (tmp_path / "seen/profile/user/registrymodifications.xcu").read_text()
    assert '"DisableMacrosExecution" oor:op="fuse"><value>true<' in settings


def test_prints_nothing_of_the_program(stand_in: Path, capfd: pytest.CaptureFixture[str]) -> None:
    write_program(stand_in, "echo noise; echo noise >&2")
    error_of(RTF.encode())
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("command", ["exit 1", "exit 0", "kill -9 $$", 'mkdir "$results"'])
def test_program_that_makes_no_document_has_failed(stand_in: Path, command: str) -> None:
    write_program(stand_in, command)
    error = error_of(RTF.encode())
    assert (error.code, error.details) == ("office_failed", {})


def test_program_that_ended_at_its_start_is_started_once_more(
    stand_in: Path, tmp_path: Path
) -> None:
    word = tmp_path / "word.docx"
    word.write_bytes(docx(paragraph("云岭县")))
    tried = tmp_path / "tried"
    again = f'[ -e "{tried}" ] && mkdir "$results" && cp "{word}" "$results/document.docx"'
    write_program(stand_in, again, f'echo >>"{tried}"')
    assert read_bytes(RTF.encode(), "方案.rtf").text.strip() == "云岭县"
    assert tried.read_text() == "\n\n"


def test_document_that_is_none_is_damaged(stand_in: Path) -> None:
    write_program(stand_in, 'mkdir "$results" && echo none >"$results/document.docx"')
    assert error_of(RTF.encode()).code == "damaged"


def test_ends_the_program_and_its_children_in_time(
    stand_in: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "SECONDS", 0.3)
    write_program(stand_in, f'(sleep 1; touch "{tmp_path}/alive") & sleep 60')
    start = time.monotonic()
    error = error_of(RTF.encode())
    assert (error.code, error.details) == ("office_failed", {"reason": "> 0.3 s"})
    assert time.monotonic() - start < 10
    time.sleep(1.2)
    assert not (tmp_path / "alive").exists()


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"META-INF/manifest.xml": "<manifest:encryption-data/>"}, "encrypted"),
        ({"content.xml": "<x/>"}, "office_failed"),
    ],
)
def test_encrypted_text_documents_are_refused(
    stand_in: Path, members: dict[str, str], code: str
) -> None:
    write_program(stand_in, "exit 1")
    mimetype = "application/vnd.oasis.opendocument.text"
    assert error_of(archive({"mimetype": mimetype, **members})).code == code


@needs_libreoffice
def test_libreoffice_reads_several_at_once_with_the_numbers_that_were_printed() -> None:
    with ThreadPoolExecutor(2) as pool:
        documents = list(pool.map(read_bytes, [RTF.encode()] * 2, ["一 份.rtf", "二.wps"]))
    assert [document.text.splitlines() for document in documents] == [LINES, LINES]
    assert [len(document.tables) for document in documents] == [1, 1]


@needs_libreoffice
def test_libreoffice_makes_nothing_of_damage() -> None:
    damaged = compound({"WordDocument": b"\xec\xa5" + bytes(5000)})
    assert error_of(damaged).code in ("office_failed", "empty")
