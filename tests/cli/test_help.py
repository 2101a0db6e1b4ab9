"""Help: bilingual, and quick because nothing heavy is loaded for it."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.cli.commands import run

HEAVY = ("pandas", "numpy", "scipy", "networkx", "pyvis", "lxml", "rich", "ladybug", "neo4j")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("--help",), ["extract", "report", "explain", "view", "make", "谁负责什么"]),
        (("extract", "--help"), ["--format", "<json|csv|parquet>", "--no-text", "--plan-id"]),
        (
            ("report", "--help"),
            ["load", "overload", "concentration", "--weights", "--split-leads", "<table|json|csv"],
        ),
        (("explain", "--help"), ["--id", "--lang", "The words behind a fact"]),
        (("view", "--help"), ["--out", "[required]", "交互网页", "--kind", "--split", "--today"]),
        (("make", "--help"), ["--out", "[required]", "一次做齐", "Everything in one folder"]),
        (("query", "--help"), ["list", "show", "run", "用 Cypher 查询责任图"]),
        (("query", "run", "--help"), ["--cypher", "--param", "--today", "--db", "NEO4J_URI"]),
        (("db", "--help"), ["load", "status", "drop", "Load the graph"]),
        (("db", "load", "--help"), ["<ladybug|neo4j>", "--prefix", "env var: NEO4J_PASSWORD"]),
    ],
)
def test_help_names_what_there_is(arguments: tuple[str, ...], expected: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [words for words in expected if words not in done.stdout.decode()] == []


def test_version() -> None:
    done = run("--version")
    assert (done.returncode, done.stdout) == (0, b"graphmodel 0.1.0\n")


def test_help_loads_nothing_heavy() -> None:
    code = (
        "import sys; from graphmodel.cli.run import run; run(['report', '--help']); "
        f"sys.exit(', '.join(m for m in {HEAVY} if m in sys.modules) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
