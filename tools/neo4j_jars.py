"""The program files of Neo4j Community, which Maven fetches once into build/neo4j."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

from tools.neo4j_guard import locked

VERSION = "5.26.16"
FOLDER = Path(__file__).resolve().parent.parent / "build" / "neo4j"

_OLDEST_JAVA = 17
_COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies"
_LONGEST = 1800
"""Seconds after which a download is given up."""

_DEPENDENCY = """
    <dependency>
      <groupId>org.neo4j</groupId><artifactId>{artifact}</artifactId><version>{version}</version>
    </dependency>"""
_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>graphmodel</groupId><artifactId>neo4j</artifactId><version>1</version>
  <packaging>pom</packaging>
  <dependencies>{dependencies}
  </dependencies>
</project>
"""


class Neo4jError(Exception):
    """The server cannot be had, or does not do what it was told."""


def lacking(folder: Path = FOLDER) -> str | None:
    """What keeps a server from being started without a download; None if nothing does."""
    try:
        java()
    except Neo4jError as error:
        return str(error)
    if not (folder / VERSION).is_dir():
        return f"Neo4j {VERSION} is not fetched yet (python -m tools.neo4j_command jars)"
    return None


def java() -> str:
    """The path of Java.

    Raises:
        Neo4jError: It is missing or too old.
    """
    needs = f"Neo4j needs Java {_OLDEST_JAVA} or newer"
    install = "(on Debian and Ubuntu: apt-get install default-jre-headless)"
    program = shutil.which("java")
    if program is None:
        raise Neo4jError(f"Java is not installed; {needs} {install}")
    said = subprocess.run([program, "-version"], capture_output=True, text=True, check=False)
    version = re.search(r'version "(\d+)', said.stderr)
    if version is None:
        raise Neo4jError(f"{program} does not say its version; {needs} {install}")
    if int(version[1]) < _OLDEST_JAVA:
        raise Neo4jError(f"{program} is Java {version[1]}; {needs} {install}")
    return program


def jars(folder: Path = FOLDER) -> Path:
    """The folder of the jars of Neo4j, which are fetched where they are missing.

    Of several processes that ask at once one fetches, and the others wait for it.

    Args:
        folder: The folder that holds a folder for each version.

    Raises:
        Neo4jError: Maven or Java is missing, or the download failed.
    """
    ready = folder / VERSION
    if ready.is_dir():
        return ready
    with locked(folder / "fetch.lock"):
        if not ready.is_dir():
            _fetch(ready)
    return ready


def _fetch(ready: Path) -> None:
    maven = shutil.which("mvn")
    java()
    if maven is None:
        install = "(on Debian and Ubuntu: apt-get install maven)"
        raise Neo4jError(f"Maven is not installed, which fetches Neo4j {install}")
    # Only what is whole gets the name that counts.
    part = ready.with_name(f"{ready.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    part.mkdir(parents=True)
    pom = part / "pom.xml"
    pom.write_text(_pom(), encoding="utf-8")
    options = ["-DincludeScope=runtime", f"-DoutputDirectory={part}"]
    _run([maven, "--batch-mode", "--quiet", "--file", str(pom), _COPY, *options])
    part.rename(ready)


def _pom() -> str:
    artifacts = ("neo4j", "neo4j-import-tool")
    listed = "".join(_DEPENDENCY.format(artifact=name, version=VERSION) for name in artifacts)
    return _POM.format(dependencies=listed)


def _run(command: list[str]) -> None:
    failed = f"Maven could not fetch Neo4j {VERSION}"
    try:
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=_LONGEST
        )
    except subprocess.TimeoutExpired:
        raise Neo4jError(f"{failed} within {_LONGEST // 60} minutes") from None
    if done.returncode:
        said = f"{done.stdout}\n{done.stderr}".strip()
        first = re.search(r"^\[ERROR\] *(.+)", said, re.MULTILINE)
        raise Neo4jError(f"{failed}: {first[1] if first else said[-300:]}")
