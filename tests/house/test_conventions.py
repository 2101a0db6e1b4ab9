"""Conventions that no linter knows, checked in every file that the repository holds."""

from __future__ import annotations

import ast
import re
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 50
MAX_FILE_BYTES = 1 << 20

MACHINE_PATH = re.compile(r"(?<![A-Za-z0-9_.])/(?:work|farm|root|home|Users|tmp/lab)/")
REGISTRY = re.compile(r"\b(?:pypi|pythonhosted|npmjs|conda)\.(?:org|com|io)\b")
SUPPRESSION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma)\b[^#\n]*")
NAMED_RULE = re.compile(
    r"#\s*(?:noqa:\s*[A-Z]+[0-9]+(?:,\s*[A-Z]+[0-9]+)*|type:\s*ignore\[[\w, -]+\])"
)


@cache
def repository_files() -> tuple[Path, ...]:
    """Every file that is tracked, or would be at the next `git add`."""
    listing = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    files = (ROOT / name for name in sorted(set(listing.stdout.split("\0"))) if name)
    return tuple(file for file in files if file.is_file())


@cache
def texts() -> dict[str, str]:
    """The text of each file that is text, by its path in the repository."""
    found = {}
    for file in repository_files():
        content = file.read_bytes()
        if b"\0" not in content:
            found[file.relative_to(ROOT).as_posix()] = content.decode("utf-8", "replace")
    return found


def code() -> dict[str, str]:
    """The text of each Python module, by its path."""
    return {name: text for name, text in texts().items() if name.endswith(".py")}


def lines_matching(pattern: re.Pattern[str]) -> list[str]:
    """Where a pattern stands in the repository: file, line number, and what it matched."""
    return [
        f"{name}:{number}: {match[0]}"
        for name, text in texts().items()
        for number, line in enumerate(text.splitlines(), start=1)
        if (match := pattern.search(line))
    ]


def long_functions(name: str, text: str) -> list[str]:
    """The functions of a module that are longer than they may be."""
    return [
        f"{name}:{node.lineno}: {node.name}"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and (node.end_lineno or 0) - node.lineno >= MAX_FUNCTION_LINES
    ]


def test_repository_is_listed() -> None:
    assert "pyproject.toml" in texts()
    assert "graphmodel/__init__.py" in code()


def test_files_are_short() -> None:
    sources = {n: t for n, t in texts().items() if n.endswith((".py", ".js", ".css"))}
    assert [n for n, t in sources.items() if t.count("\n") > MAX_FILE_LINES] == []


def test_functions_are_short() -> None:
    assert [line for name, text in code().items() for line in long_functions(name, text)] == []


def test_long_function_is_found() -> None:
    body = "    pass\n" * MAX_FUNCTION_LINES
    assert long_functions("m.py", f"def f():\n{body}") == ["m.py:1: f"]
    assert long_functions("m.py", f"def f():\n{body[:-9]}") == []


def test_every_module_has_a_docstring() -> None:
    assert [n for n, t in code().items() if t.strip() and not ast.get_docstring(ast.parse(t))] == []


def test_no_path_of_a_machine() -> None:
    assert lines_matching(MACHINE_PATH) == []


def test_no_name_of_a_registry() -> None:
    assert lines_matching(REGISTRY) == []


def test_locks_hold_versions_and_hashes_and_nothing_else() -> None:
    pinned = re.compile(r"[a-z0-9.-]+==[0-9][\w.]*( ; [^\\]+)? \\")
    digest = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")
    locks = {name: text for name, text in texts().items() if name.startswith("requirements/")}
    assert {Path(name).stem for name in locks} == {"runtime", "build", "dev"}
    for text in locks.values():
        odd = [
            line
            for line in text.splitlines()
            if not (pinned.fullmatch(line) or digest.fullmatch(line))
        ]
        assert odd == []


def test_development_lock_agrees_with_what_ships() -> None:
    pins = {
        name: {line for line in texts()[f"requirements/{name}.txt"].splitlines() if "==" in line}
        for name in ("runtime", "build", "dev")
    }
    assert pins["runtime"] | pins["build"] <= pins["dev"]


def test_suppressions_name_a_rule_and_a_reason() -> None:
    """`# type: ignore[code]  # why`, and likewise for noqa."""
    bare = [
        f"{name}:{number}"
        for name, text in code().items()
        for number, line in enumerate(text.splitlines(), start=1)
        if (match := SUPPRESSION.search(line))
        and not (NAMED_RULE.match(match[0]) and re.match(r"#\s*\S", line[match.end() :]))
    ]
    assert bare == []


def test_files_are_small() -> None:
    assert [str(f) for f in repository_files() if f.stat().st_size > MAX_FILE_BYTES] == []
