"""What tests need beside Python is named where it cannot be installed."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ENSURE = Path(__file__).resolve().parent.parent.parent / "tools" / "ensure-test-tools"
OFFICE = " libreoffice-writer-nogui libreoffice-calc-nogui"
FETCHED = {"java": "echo 'openjdk version \"17.0.15\"' >&2", "mvn": ":", "npm": ":"}
OTHERS = {"chromium-browser": ":", "soffice": ":", "fc-list": "echo Noto"}


def messages(commands: dict[str, str], folder: Path) -> str:
    """What the script says where these commands, each a line of shell, are all there is."""
    for name, line in {"id": "echo 1000", **commands}.items():
        (folder / name).write_text(f"#!{shutil.which('bash')}\n{line}\n")
        (folder / name).chmod(0o755)
    (folder / "grep").symlink_to(shutil.which("grep") or "grep")
    done = subprocess.run(
        [shutil.which("bash") or "bash", ENSURE],
        env={"PATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
    return done.stderr


@pytest.mark.parametrize(
    ("commands", "named"),
    [
        ({}, " chromium fontconfig fonts-noto-cjk" + OFFICE + " default-jre-headless maven npm"),
        ({"chromium": ":", "soffice": ":", **FETCHED}, " fontconfig fonts-noto-cjk"),
        ({"google-chrome": ":", "fc-list": "echo Noto", **FETCHED}, OFFICE),
        ({"fc-list": "echo Noto", "libreoffice": ":", **FETCHED}, " chromium"),
        (
            {**OTHERS, **FETCHED, "java": "echo 'openjdk version \"11.0.2\"' >&2"},
            " default-jre-headless",
        ),
    ],
)
def test_what_is_missing_is_named(commands: dict[str, str], named: str, tmp_path: Path) -> None:
    said = messages(commands, tmp_path)
    assert said == f"Some tests need{named}: install them to have these tests run.\n"


def test_nothing_is_said_where_all_is_there(tmp_path: Path) -> None:
    assert messages({**OTHERS, **FETCHED}, tmp_path) == ""
