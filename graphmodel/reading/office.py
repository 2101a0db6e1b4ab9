"""Formats of older office programs (.doc, .wps, .rtf, .odt), by way of LibreOffice to .docx."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

from graphmodel.model.errors import InputError
from graphmodel.reading.archive import Archive
from graphmodel.reading.document import Content
from graphmodel.reading.docx import read_docx
from graphmodel.reading.sniffing import binary_format

SECONDS = 120
"""Most time that LibreOffice is given for one document; a plan takes it two or three."""
MEMORY = 4 << 30
"""Most bytes that it may take, where the system can set a limit."""
ATTEMPTS = 2
"""On a busy machine LibreOffice was seen to leave no document of what it read well before."""
_NAMES = ("soffice", "libreoffice")
_FOLDERS = (
    "/Applications/LibreOffice.app/Contents/MacOS",
    r"C:\Program Files\LibreOffice\program",
    r"C:\Program Files (x86)\LibreOffice\program",
    "/opt/libreoffice/program",
    "/usr/lib/libreoffice/program",
)
"""Where it is installed when no path leads to it."""
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>
"""
_ITEM = """<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">\
<value>{value}</value></prop></item>"""
_SAFE = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
)
"""No macros, nothing fetched from elsewhere, no links brought up to date."""
_RESULTS = "results"
_MANIFEST = "META-INF/manifest.xml"
_PRINTED_NUMBER = re.compile(rb"\{\\listtext(?![a-z])(?:\s*\\pard(?![a-z]))? ?")
_LIST = re.compile(rb"\\ls\d{1,6} ?")


def read_by_office(data: bytes, source: str) -> Content:
    """Read a document that LibreOffice can make a Word document of.

    It runs with a profile of its own in a folder of its own, both of which are gone afterwards, so
    several may run at once and none meets the settings or the open documents of the user.

    Raises:
        InputError: `needs_office` (with `format`) where LibreOffice is not installed;
            `office_failed` (with `reason`) where it makes no document, or none in time;
            `damaged`, `encrypted`, `too_large` (with `limit`).
    """
    kind = binary_format(data) or ""
    if kind == "odt":
        _check(data, source)
    program = find_program()
    if program is None:
        raise InputError(source, "needs_office", format=kind)
    return read_docx(_converted(program, data, kind, source), source)


def find_program() -> str | None:
    """Find LibreOffice on the search path and where it is usually installed."""
    paths = (None, *_FOLDERS)
    found = (shutil.which(name, path=path) for path in paths for name in _NAMES)
    return next(filter(None, found), None)


def _check(data: bytes, source: str) -> None:
    """Refuse an archive that LibreOffice would choke on, or for which it would ask a password."""
    manifest = Archive(data, source).read(_MANIFEST) or b""
    if b"encryption-data" in manifest:
        raise InputError(source, "encrypted")


def _converted(program: str, data: bytes, kind: str, source: str) -> bytes:
    for _ in range(ATTEMPTS):
        with tempfile.TemporaryDirectory(prefix="graphmodel-", ignore_cleanup_errors=True) as name:
            folder = Path(name)
            is_in_time = _run(_command(program, data, kind, folder), folder)
            with suppress(OSError):
                return (folder / _RESULTS / "document.docx").read_bytes()
        if not is_in_time:
            raise InputError(source, "office_failed", reason=f"> {SECONDS} s")
    raise InputError(source, "office_failed")


def _command(program: str, data: bytes, kind: str, folder: Path) -> list[str]:
    """What converts a document, put with a profile into an empty folder, to Word."""
    document = folder / f"document.{kind}"
    document.write_bytes(_with_printed_numbers(data) if kind == "rtf" else data)
    _write_profile(folder / "profile")
    return [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
        *("--convert-to", "docx:MS Word 2007 XML"),
        *("--outdir", str(folder / _RESULTS), str(document)),
    ]


def _with_printed_numbers(rtf: bytes) -> bytes:
    """Make text of the numbers that an RTF document holds for readers that know no lists.

    They are what its author saw, while lists do not come through all programs unharmed.
    """
    if not _PRINTED_NUMBER.search(rtf):
        return rtf
    return _LIST.sub(b"{}", _PRINTED_NUMBER.sub(b"{", rtf))


def _write_profile(profile: Path) -> None:
    (profile / "user").mkdir(parents=True)
    items = (_ITEM.format(path=path, name=name, value=value) for path, name, value in _SAFE)
    settings = _SETTINGS.format(items="".join(items))
    (profile / "user" / "registrymodifications.xcu").write_text(settings, encoding="utf-8")


def _run(command: list[str], folder: Path) -> bool:
    """Run a program that may start others; say whether it ended in time.

    Whatever still runs of it afterwards is ended with it.
    """
    homes = dict.fromkeys(("HOME", "TMPDIR", "TMP", "TEMP"), str(folder))
    with subprocess.Popen(
        command,
        cwd=folder,
        env=os.environ | homes,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            _limit_memory(process.pid)
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            return False
        finally:
            _end(process)
    return True


def _limit_memory(process: int) -> None:
    """Set the limit before the program has started the one that does the work."""
    if sys.platform == "linux":
        import resource

        with suppress(OSError, ValueError):
            resource.prlimit(process, resource.RLIMIT_AS, (MEMORY, MEMORY))


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started."""
    if sys.platform != "win32":
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    elif process.poll() is None:
        subprocess.run(
            ["taskkill", "/F", "/T", "/PID", str(process.pid)],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
        )
