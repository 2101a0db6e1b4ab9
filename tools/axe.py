"""axe-core, which tests hold the page's accessibility to: npm fetches it once into build/axe-core.

Only tests use it, and nothing of it is shipped. `python -m tools.axe` fetches it.
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from tools.neo4j_guard import locked

VERSION = "4.14.1"
INTEGRITY = (
    "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NP"
    "jCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ=="
)
"""The checksum of the package, in the form that npm gives it."""
FOLDER = Path(__file__).resolve().parent.parent / "build" / "axe-core"

_SCRIPT = "package/axe.min.js"
_LONGEST = 300
"""Seconds after which a download is given up."""


class AxeError(Exception):
    """The script cannot be had."""


def lacking(folder: Path = FOLDER) -> str | None:
    """What keeps the script from being used without a download; None if nothing does."""
    ready = _ready(folder).is_file()
    return None if ready else f"axe-core {VERSION} is not fetched yet (python -m tools.axe)"


def script(folder: Path = FOLDER) -> Path:
    """The file of the script, which is fetched where it is missing.

    Args:
        folder: The folder that holds a file for each version.

    Raises:
        AxeError: npm is missing, the download failed, or the package is not the pinned one.
    """
    ready = _ready(folder)
    with locked(folder / "fetch.lock"):
        if not ready.is_file():
            _fetch(ready)
    return ready


def _ready(folder: Path) -> Path:
    return folder / f"{VERSION}.js"


def _fetch(ready: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise AxeError("npm is not installed (on Debian and Ubuntu: apt-get install npm)")
    with tempfile.TemporaryDirectory(dir=ready.parent) as name:
        package = _packed(npm, Path(name))
        _check(package)
        with tarfile.open(package) as archive:
            archive.extract(_SCRIPT, name, filter="data")
        # Only what is whole gets the name that counts.
        (Path(name) / _SCRIPT).rename(ready)


def _packed(npm: str, folder: Path) -> Path:
    """The package as npm downloads it."""
    command = [npm, "pack", f"axe-core@{VERSION}", "--silent", "--ignore-scripts"]
    try:
        done = subprocess.run(
            command, cwd=folder, capture_output=True, text=True, check=False, timeout=_LONGEST
        )
    except subprocess.TimeoutExpired:
        raise AxeError(f"npm could not fetch axe-core within {_LONGEST // 60} minutes") from None
    packages = list(folder.glob("*.tgz"))
    if done.returncode or len(packages) != 1:
        said = done.stderr.strip().splitlines()
        raise AxeError(f"npm could not fetch axe-core {VERSION}: {said[-1] if said else '?'}")
    return packages[0]


def _check(package: Path) -> None:
    digest = hashlib.sha512(package.read_bytes()).digest()
    if f"sha512-{base64.b64encode(digest).decode('ascii')}" != INTEGRITY:
        raise AxeError(f"what npm fetched as axe-core {VERSION} is another package")


def main() -> None:
    """Fetch it where it is missing; one line says what goes wrong."""
    try:
        script()
    except AxeError as error:
        sys.exit(f"graphmodel: {error}")


if __name__ == "__main__":
    main()
