"""What a page costs to make, and how long its reader waits, beside stock pyvis on the same graph.

Times go by the clock, as a reader's do. A page is open at the end of the first frame in which
something of the graph is drawn; stock pyvis simulates forces before, and is given up after a
while. Frames are counted while the mouse drags the picture and while its wheel turns.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import astuple, dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.browsing import chromium, dragging, first_picture, found, opened, zooming
from benchmarks.graphs import STILL, STOCK, prepare, stock_page
from benchmarks.measuring import Figure, Floor
from benchmarks.processes import median_usage

if TYPE_CHECKING:
    from playwright.sync_api import Browser

REFERENCE = 'stock pyvis as it comes: Network(directed=True, cdn_resources="in_line")'
RUNS = 5
LONGEST = 60
"""Seconds after which a page without a picture is given up."""
_SEARCHED = "局"
_PAUSE = 500
"""Milliseconds after the first picture until frames are counted."""


@dataclass(frozen=True, slots=True)
class Target:
    """What the page of a graph has to reach."""

    opening: Floor
    frames: Floor | None = None
    view: Floor | None = None
    memory: Floor | None = None
    size: Floor | None = None


TARGETS = (
    Target(Floor(0.5), view=Floor(1.5), size=Floor(1.5)),
    Target(Floor(0.7), Floor(50, at_least=True)),
    Target(Floor(1.5), Floor(30, at_least=True), view=Floor(5), memory=Floor(400)),
)
"""Of one plan, of 1,000 nodes, and of 10,000."""
SEARCH = Floor(50)


@dataclass(frozen=True, slots=True)
class Waits:
    """What a reader of a page waits for, each the median of several openings."""

    opening: float
    """Seconds to the first picture."""
    drag: float
    """Frames a second."""
    zoom: float
    """Frames a second."""
    search: float
    """Milliseconds to the list of what was found; 0 where there is no search."""


def pages(folder: Path) -> list[Figure]:
    """Times, memory and sizes of the pages of three graphs.

    Measure before anything large is loaded: the peak of a process begins with that of its parent.
    """
    graphs = prepare(folder)
    figures: list[Figure] = []
    for place, (name, path) in enumerate(graphs.items()):
        figures += _made(name, path, _page(folder, place), TARGETS[place])
    with chromium() as browser:
        for place, name in enumerate(graphs):
            figures += _read(browser, name, folder, place)
    return figures


def _page(folder: Path, place: int) -> Path:
    return folder / f"{place}.html"


def _made(name: str, path: Path, page: Path, target: Target) -> Iterator[Figure]:
    usage = median_usage("-m", "graphmodel", "view", str(path), "--out", str(page))
    yield Figure(f"{name}: view, whole process", usage.clock, "s", floor=target.view)
    yield Figure(f"{name}: view, peak memory", usage.peak, "MB", floor=target.memory)
    yield Figure(f"{name}: page", page.stat().st_size / 1e6, "MB", floor=target.size)


def _read(browser: Browser, name: str, folder: Path, place: int) -> Iterator[Figure]:
    target = TARGETS[place]
    ours = _waits(browser, _page(folder, place))
    if ours is None:
        raise RuntimeError(f"the page of {name} shows nothing")
    others = {
        "pyvis": _waits(browser, stock_page(folder, place, STOCK)),
        "pyvis without simulation": _waits(browser, stock_page(folder, place, STILL)),
    }
    yield from _beside(f"{name}: first picture", "opening", "s", ours, others, target.opening)
    yield from _beside(f"{name}: dragging", "drag", "frames/s", ours, others, target.frames)
    yield from _beside(f"{name}: zooming", "zoom", "frames/s", ours, others, target.frames)
    yield Figure(f"{name}: search", ours.search, "ms", floor=SEARCH)


def _beside(
    what: str,
    field: str,
    unit: str,
    ours: Waits,
    others: Mapping[str, Waits | None],
    floor: Floor | None,
) -> Iterator[Figure]:
    """A figure of ours and of the others; of a page without a picture, that it was given up."""
    stock = others["pyvis"]
    value = getattr(ours, field)
    ratio = value / getattr(stock, field) if stock else None
    yield Figure(what, value, unit, ratio, floor)
    for name, waits in others.items():
        if waits is not None:
            yield Figure(f"{what}, {name}", getattr(waits, field), unit)
        elif field == "opening":
            yield Figure(f"{what}, {name}", LONGEST, unit, is_more=True)


def _waits(browser: Browser, path: Path) -> Waits | None:
    """The medians of several openings; None where the first of them shows nothing."""
    openings = []
    for _ in range(RUNS):
        one = _opened_once(browser, path)
        if one is None:
            return None
        openings.append(one)
    return Waits(*map(median, zip(*map(astuple, openings), strict=True)))


def _opened_once(browser: Browser, path: Path) -> Waits | None:
    with opened(browser, path, LONGEST) as page:
        if page is None:
            return None
        page.wait_for_timeout(_PAUSE)
        has_search = page.locator("#search").count() > 0
        return Waits(
            first_picture(page),
            dragging(page),
            zooming(page),
            found(page, _SEARCHED) if has_search else 0.0,
        )
