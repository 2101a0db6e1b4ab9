"""Where axe-core comes from: fetched once, the package that was pinned, or one line why not."""

from __future__ import annotations

import base64
import hashlib
import shutil
import tarfile
from pathlib import Path

import pytest

from tools import axe

NPM = 'echo called >> "$0.calls"; cp "{package}" axe-core.tgz'


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package as small as can be, taken for the pinned one."""
    source = tmp_path / "axe.min.js"
    source.write_text("axe")
    path = tmp_path / "package.tgz"
    with tarfile.open(path, "w:gz") as archive:
        archive.add(source, "package/axe.min.js")
    digest = hashlib.sha512(path.read_bytes()).digest()
    monkeypatch.setattr(axe, "INTEGRITY", f"sha512-{base64.b64encode(digest).decode()}")
    return path


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of all commands there are: a shell and `cp`."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("bash", "cp"):
        (folder / name).symlink_to(shutil.which(name) or name)
    monkeypatch.setenv("PATH", str(folder))
    return folder


def provide_npm(commands: Path, line: str) -> None:
    (commands / "npm").write_text(f"#!{commands / 'bash'}\n{line}\n")
    (commands / "npm").chmod(0o755)


def test_is_fetched_once_and_only_its_script_kept(
    commands: Path, package: Path, tmp_path: Path
) -> None:
    provide_npm(commands, NPM.format(package=package))
    folder = tmp_path / "axe"
    assert "is not fetched yet" in str(axe.lacking(folder))
    assert {axe.script(folder).read_text(), axe.script(folder).read_text()} == {"axe"}
    assert axe.lacking(folder) is None
    assert (commands / "npm.calls").read_text() == "called\n"
    assert sorted(path.name for path in folder.iterdir()) == [f"{axe.VERSION}.js", "fetch.lock"]


def test_another_package_is_refused(
    commands: Path, package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    provide_npm(commands, NPM.format(package=package))
    monkeypatch.setattr(axe, "INTEGRITY", "sha512-AAAA")
    with pytest.raises(axe.AxeError, match="is another package"):
        axe.script(tmp_path / "axe")
    assert axe.lacking(tmp_path / "axe") is not None


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (None, "npm is not installed"),
        ("echo 'npm error code ENOTFOUND' >&2; exit 1", f"{axe.VERSION}: npm error code ENOTFOUND"),
        (":", f"could not fetch axe-core {axe.VERSION}"),
    ],
)
def test_what_goes_wrong_is_one_line(
    commands: Path, line: str | None, said: str, tmp_path: Path
) -> None:
    if line:
        provide_npm(commands, line)
    with pytest.raises(axe.AxeError, match=said) as error:
        axe.script(tmp_path / "axe")
    assert "\n" not in str(error.value)
