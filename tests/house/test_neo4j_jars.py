"""Where Neo4j comes from: fetched once and whole, or one line that says what is missing."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tools.neo4j_jars import VERSION, Neo4jError, jars, lacking
from tools.neo4j_server import Server

ROOT = Path(__file__).resolve().parent.parent.parent
JAVA = "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2"
# The last option names the folder for the jars.
MAVEN = 'echo called >> "$0.calls"; sleep 0.3; folder=${@: -1}; : > "${folder#*=}/neo4j.jar"'


@pytest.fixture
def commands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of all commands there are: a shell and a pause."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("bash", "sleep"):
        (folder / name).symlink_to(shutil.which(name) or name)
    monkeypatch.setenv("PATH", str(folder))
    return folder


def provide(commands: Path, **lines: str) -> None:
    """Makes commands, each a line of shell."""
    for name, line in lines.items():
        (commands / name).write_text(f"#!{commands / 'bash'}\n{line}\n")
        (commands / name).chmod(0o755)


def test_several_at_once_fetch_one_time(commands: Path, tmp_path: Path) -> None:
    provide(commands, java=JAVA, mvn=MAVEN)
    with ThreadPoolExecutor(3) as pool:
        folders = set(pool.map(jars, [tmp_path] * 3))
    assert folders == {tmp_path / VERSION}
    assert (commands / "mvn.calls").read_text() == "called\n"
    assert sorted(file.name for file in jars(tmp_path).iterdir()) == ["neo4j.jar", "pom.xml"]
    assert f"<version>{VERSION}</version>" in (jars(tmp_path) / "pom.xml").read_text()


def test_half_a_download_does_not_count(commands: Path, tmp_path: Path) -> None:
    provide(commands, java=JAVA, mvn=f"{MAVEN}; echo '[ERROR]  no route to host'; exit 1")
    with pytest.raises(Neo4jError, match=r"could not fetch Neo4j [\d.]+: no route to host$"):
        jars(tmp_path)
    assert "is not fetched yet" in str(lacking(tmp_path))
    provide(commands, mvn=MAVEN)
    assert jars(tmp_path).is_dir()
    assert lacking(tmp_path) is None


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ({}, "Java is not installed; Neo4j needs Java 17 or newer"),
        ({"java": "echo 'openjdk version \"11.0.2\"' >&2"}, "is Java 11; Neo4j needs Java 17"),
        ({"java": "echo 'java version \"1.8.0_402\"' >&2"}, "is Java 1; Neo4j needs Java 17"),
        ({"java": "exit 1"}, "does not say its version"),
        ({"java": JAVA}, "Maven is not installed"),
    ],
)
def test_what_is_missing_is_one_line(
    commands: Path, lines: dict[str, str], said: str, tmp_path: Path
) -> None:
    provide(commands, **lines)
    with pytest.raises(Neo4jError, match=re.escape(said)) as error:
        jars(tmp_path)
    assert "\n" not in str(error.value)


def test_server_needs_java(commands: Path, tmp_path: Path) -> None:
    with pytest.raises(Neo4jError, match="Java is not installed"):
        Server(tmp_path / "home").start()


def test_command_without_java_is_one_line(commands: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tools.neo4j_command", "another"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
