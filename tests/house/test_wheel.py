"""The built wheel works where there is no clone; an sdist gives the same wheel."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from csv import DictReader
from io import StringIO
from pathlib import Path
from zipfile import ZipFile

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent.parent
SAMPLE = ROOT / "data" / "samples" / "jiling-2023-action.txt"


def run(*command: str | Path, cwd: Path) -> str:
    """What a command prints; it sees neither the clone nor the caller's Python settings."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    result = subprocess.run(
        command,
        cwd=cwd,
        env=environment | {"PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr
    return result.stdout


def build(kind: str, source: Path, target: Path) -> Path:
    """Build a wheel or sdist without a network: the backend comes from the development lock."""
    run(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", target, cwd=source)
    (built,) = target.iterdir()
    return built


def contents(wheel: Path) -> set[str]:
    """The names of the files in a wheel."""
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of an empty environment with the wheel, and the locked dependencies."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--no-index", "--no-deps", wheel, cwd=folder)
    # A path file adds the dependencies alone: those of the folder, which lead to the clone, are
    # not read.
    site_packages = run(
        python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=folder
    )
    dependencies = Path(site_packages.strip()) / "dependencies.pth"
    dependencies.write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return python


@pytest.fixture
def elsewhere(tmp_path: Path) -> Path:
    """A folder outside the clone that holds a copy of a sample plan."""
    shutil.copy(SAMPLE, tmp_path / "plan.txt")
    return tmp_path


def test_package_comes_from_the_wheel(python: Path, elsewhere: Path) -> None:
    where = run(python, "-c", "import graphmodel; print(graphmodel.__file__)", cwd=elsewhere)
    assert Path(where.strip()).is_relative_to(python.parent.parent)


def test_wheel_holds_what_stands_at_the_top_of_the_clone(wheel: Path) -> None:
    packed = {name for name in contents(wheel) if name.startswith("graphmodel/_resources/")}
    folders = ("data", "cypher", "viz", "docs/rules")
    listing = run("git", "ls-files", "-co", "--exclude-standard", *folders, cwd=ROOT)
    files = {name for name in listing.splitlines() if (ROOT / name).is_file()}
    assert packed == {f"graphmodel/_resources/{name}" for name in files}
    assert {name.split("/")[2] for name in packed} == {"data", "cypher", "viz", "docs"}


def test_wheel_holds_nothing_beside_the_package(wheel: Path) -> None:
    tops = {name.split("/")[0].split("-")[0] for name in contents(wheel)}
    assert tops == {"graphmodel"}


def test_sdist_gives_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    sdist = build("sdist", ROOT, tmp_path / "sdist")
    (tmp_path / "source").mkdir()
    run("tar", "-xf", sdist, "-C", "source", cwd=tmp_path)
    (source,) = (tmp_path / "source").iterdir()
    assert contents(build("wheel", source, tmp_path / "wheel")) == contents(wheel)


def test_extract_runs_outside_the_clone(python: Path, elsewhere: Path) -> None:
    run(python, "-m", "graphmodel", "extract", "plan.txt", "--out", "facts.json", cwd=elsewhere)
    facts = json.loads((elsewhere / "facts.json").read_text(encoding="utf-8"))
    assert facts["schema"] == "graphmodel.facts/1"
    assert {row["role"] for row in facts["responsibilities"]} >= {"lead", "support"}


def test_console_script_reports_load_outside_the_clone(python: Path, elsewhere: Path) -> None:
    script = python.with_name("graphmodel")
    printed = run(script, "report", "load", "plan.txt", "--format", "csv", cwd=elsewhere)
    leads = {row["name"]: int(row["leads"]) for row in DictReader(StringIO(printed))}
    assert leads["县行政审批服务局"] > 0


def test_rules_are_explained_outside_the_clone(python: Path, elsewhere: Path) -> None:
    script = python.with_name("graphmodel")
    assert "R001" in run(script, "check", "--explain", "R001", "--lang", "en", cwd=elsewhere)


def test_view_runs_outside_the_clone(python: Path, elsewhere: Path) -> None:
    run(python, "-m", "graphmodel", "view", "plan.txt", "--out", "page.html", cwd=elsewhere)
    page = (elsewhere / "page.html").read_text(encoding="utf-8")
    assert page.startswith("<!")
    assert "县行政审批服务局" in page
