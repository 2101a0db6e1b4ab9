"""In CI a skipped test fails, unless the shared documents are missing."""

from __future__ import annotations

from pathlib import Path

import pytest

CONFTEST = Path(__file__).resolve().parent.parent / "conftest.py"

TESTS = """
import pytest

def test_passes():
    pass

def test_lacks_a_tool():
    pytest.skip("no such tool")

def test_lacks_the_documents(shared):
    pass

@pytest.mark.xfail(reason="known", strict=True)
def test_known_to_fail():
    assert False
"""


@pytest.fixture
def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    monkeypatch.setenv("GRAPHMODEL_SHARED", str(pytester.path / "absent"))
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))
    return pytester


def test_skips_outside_ci(run: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CI", raising=False)
    run.makepyfile(TESTS)
    run.runpytest_inprocess().assert_outcomes(passed=1, skipped=2, xfailed=1)


def test_skip_fails_in_ci(run: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    run.makepyfile(TESTS)
    result = run.runpytest_inprocess()
    result.assert_outcomes(passed=1, skipped=1, failed=1, xfailed=1)
    result.stdout.fnmatch_lines(["*no such tool (CI=true*"])


def test_skipped_module_fails_in_ci(run: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    run.makepyfile("import pytest\npytest.importorskip('no_such_module_anywhere')")
    assert run.runpytest_inprocess().ret != pytest.ExitCode.OK
