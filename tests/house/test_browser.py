"""The browser fixture itself: it shows pages, and lets nothing out unseen."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def write_page(folder: Path, body: str) -> str:
    file = folder / "page.html"
    file.write_text(f"<!doctype html><meta charset=utf-8>{body}", encoding="utf-8")
    return file.as_uri()


def test_page_runs_scripts_and_asks_for_nothing_else(
    page: Page, outside: list[str], tmp_path: Path
) -> None:
    (tmp_path / "part.js").write_text("document.querySelector('p').textContent = '牵头单位'")
    page.goto(write_page(tmp_path, "<p></p><script src=part.js></script>"))
    assert page.inner_text("p") == "牵头单位"
    assert outside == []


@pytest.mark.parametrize(
    ("body", "address"),
    [
        ("<img src='http://host.example/a.png'>", "http://host.example/a.png"),
        ("<link rel=stylesheet href='https://cdn.example/a.css'>", "https://cdn.example/a.css"),
        ("<script>fetch('https://api.example/').catch(() => 0)</script>", "https://api.example/"),
        ("<script>new WebSocket('wss://push.example/')</script>", "wss://push.example/"),
        ("<iframe src='https://frame.example/'></iframe>", "https://frame.example/"),
        ("<script>navigator.sendBeacon('https://b.example/')</script>", "https://b.example/"),
    ],
)
def test_request_to_another_host_is_refused_and_recorded(
    body: str, address: str, page: Page, outside: list[str], tmp_path: Path
) -> None:
    page.goto(write_page(tmp_path, body))
    page.wait_for_timeout(100)
    assert outside == [address]
