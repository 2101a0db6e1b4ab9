"""Fixtures for all tests: the shared documents, and a browser with the network shut.

Where `CI=true` a skipped test is a failure: a green run there has run everything. Only the shared
documents, which no clone carries, may be absent.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Request, Route

pytest_plugins = ["pytester", "tests.neo4j_fixtures"]

ROOT = Path(__file__).resolve().parent.parent
SHARED_ABSENT = "shared documents absent"
LOCAL_SCHEMES = ("file:", "data:", "blob:", "about:")
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND",
]


def fail_if_skipped_in_ci(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure where CI=true, unless the shared documents are its reason."""
    if os.environ.get("CI") != "true" or not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if SHARED_ABSENT not in reason:
        report.outcome = "failed"
        report.longrepr = f"{reason} (CI=true: a test that is skipped is a test that fails)"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Watch over the skips of tests."""
    report = yield
    fail_if_skipped_in_ci(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Watch over the skips of whole modules."""
    report = yield
    fail_if_skipped_in_ci(report)
    return report


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of documents and annotations that lies beside the clone."""
    folder = Path(os.environ.get("GRAPHMODEL_SHARED", ROOT.parent / "shared"))
    if not folder.is_dir():
        pytest.skip(f"{SHARED_ABSENT}: no folder {folder.name} beside the clone")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Headless Chromium, which resolves no host name."""
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        pytest.skip("Chromium is not installed (apt-get install chromium fonts-noto-cjk)")
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as driver:
        browser: Browser = driver.chromium.launch(
            executable_path=executable, args=CHROMIUM_ARGUMENTS
        )
        yield browser
        browser.close()


@pytest.fixture
def outside() -> list[str]:
    """The addresses beyond the machine's own files that `page` asked for, in order."""
    return []


@pytest.fixture
def page(browser: Browser, outside: list[str]) -> Iterator[Page]:
    """A fresh page whose requests beyond file:// are refused and recorded in `outside`."""

    def record(request: Request) -> None:
        if not request.url.startswith(LOCAL_SCHEMES):
            outside.append(request.url)

    def refuse(route: Route) -> None:
        if route.request.url.startswith(LOCAL_SCHEMES):
            route.continue_()
        else:
            route.abort()

    context = browser.new_context(locale="zh-CN", viewport={"width": 1440, "height": 900})
    context.on("request", record)
    context.route("**/*", refuse)
    page = context.new_page()
    page.on("websocket", lambda socket: outside.append(socket.url))
    yield page
    context.close()


@pytest.fixture
def complaints(page: Page) -> list[str]:
    """What `page` wrote on its console, and errors of its scripts, in order."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    return said


@pytest.fixture
def quiet(page: Page, outside: list[str], complaints: list[str]) -> Iterator[Page]:
    """A page that in the end has asked for nothing outside and complained of nothing."""
    yield page
    assert (outside, complaints) == ([], [])
