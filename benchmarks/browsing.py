"""What a reader of a page waits for, in headless Chromium with the network shut."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from math import cos, sin
from pathlib import Path

from playwright.sync_api import Browser, Page, TimeoutError, ViewportSize, sync_playwright

from tests.conftest import CHROMIUM_ARGUMENTS, CHROMIUM_NAMES

WINDOW: ViewportSize = {"width": 1440, "height": 900}
SECONDS = 2.0
"""How long frames are counted."""

_NOTE_FIRST_PICTURE = """(() => {
  const context = CanvasRenderingContext2D.prototype;
  const { fill, stroke } = context;
  const noting = (draw) => function (...path) {
    Object.assign(context, { fill, stroke });
    requestAnimationFrame(() => { window.firstPicture = performance.now() / 1000; });
    return draw.apply(this, path);
  };
  context.fill = noting(fill);
  context.stroke = noting(stroke);
})();"""
"""When the frame is over in which something was drawn for the first time, in seconds since the
navigation began. What is drawn in a frame is on the screen before the next one begins."""
_COUNT_FRAMES = """() => {
  const counted = { count: 0, start: performance.now() };
  const next = () => { counted.count += 1; requestAnimationFrame(next); };
  window.counted = counted;
  requestAnimationFrame(next);
}"""
_FRAME_RATE = "() => window.counted.count / (performance.now() - window.counted.start) * 1000"
_SEARCH = """(text) => new Promise((resolve) => {
  const [input, list] = ['search', 'found'].map((id) => document.getElementById(id));
  input.focus();
  const start = performance.now();
  const told = () => {
    const row = list.querySelector('[role=option]');
    if (row && row.offsetHeight > 0) resolve(performance.now() - start);
  };
  new MutationObserver(told).observe(list, { attributes: true, childList: true, subtree: true });
  input.value = text;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  told();
})"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless browser, of which every page is opened as by a double click.

    Raises:
        RuntimeError: There is none.
    """
    program = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if program is None:
        raise RuntimeError("Chromium is not installed (tools/ensure-test-tools)")
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=program, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@contextmanager
def opened(browser: Browser, path: Path, longest: float) -> Iterator[Page | None]:
    """The page once it shows a picture; None where it shows none for so many seconds."""
    context = browser.new_context(locale="zh-CN", viewport=WINDOW)
    page = context.new_page()
    page.add_init_script(_NOTE_FIRST_PICTURE)
    page.goto(path.as_uri(), wait_until="commit")
    yield page if _shows_a_picture(page, longest) else None
    context.close()


def _shows_a_picture(page: Page, longest: float) -> bool:
    try:
        page.wait_for_function("() => window.firstPicture", timeout=longest * 1000)
    except TimeoutError:
        return False
    return True


def first_picture(page: Page) -> float:
    """Seconds from the start of the navigation to the end of the first frame with a drawing."""
    seconds: float = page.evaluate("window.firstPicture")
    return seconds


def found(page: Page, text: str) -> float:
    """Milliseconds from the input of a text to the list of what was found."""
    milliseconds: float = page.evaluate(_SEARCH, text)
    return milliseconds


def dragging(page: Page) -> float:
    """Frames a second while the picture is dragged about."""
    x, y = _corner(page)
    page.mouse.move(x, y)
    page.mouse.down()
    rate = _frame_rate(page, lambda step: page.mouse.move(*_on_a_circle(x, y, step / 8)))
    page.mouse.up()
    return rate


def _on_a_circle(x: float, y: float, angle: float) -> tuple[float, float]:
    return x + 60 * (1 - cos(angle)), y + 60 * sin(angle)


def zooming(page: Page) -> float:
    """Frames a second while the picture is drawn nearer and away again."""
    x, y = _corner(page)
    page.mouse.move(x + 300, y + 200)
    return _frame_rate(page, lambda step: page.mouse.wheel(0, -60 if step // 12 % 2 else 60))


def _corner(page: Page) -> tuple[float, float]:
    """A place near the upper left corner of the picture, where there are few nodes."""
    box = page.locator("canvas").first.bounding_box()
    assert box is not None
    return box["x"] + 30, box["y"] + 90


def _frame_rate(page: Page, act: Callable[[int], None]) -> float:
    page.evaluate(_COUNT_FRAMES)
    end = time.monotonic() + SECONDS
    for step in count():
        act(step)
        if time.monotonic() > end:
            break
    rate: float = page.evaluate(_FRAME_RATE)
    return rate
