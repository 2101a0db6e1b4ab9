"""The printed table of figures."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.measuring import Figure

_HEAD = ("", "figure", "× reference", "floor", "")


def table(title: str, reference: str, figures: Iterable[Figure]) -> str:
    """One section as lines of text: what was measured, and whether it is good enough."""
    rows = [_HEAD, *(_cells(figure) for figure in figures)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ("  ".join(_padded(row, widths)).rstrip() for row in rows)
    return "\n".join((title, f"reference: {reference}", *lines, ""))


def _cells(figure: Figure) -> tuple[str, ...]:
    return (
        figure.what,
        f"{'> ' if figure.is_more else ''}{figure.value:.3g} {figure.unit}",
        "" if figure.ratio is None else f"{figure.ratio:.3g}",
        "" if figure.floor is None else str(figure.floor),
        "" if figure.floor is None else _verdict(figure.floor.is_met(figure.value)),
    )


def _verdict(is_met: bool) -> str:
    return "met" if is_met else "NOT MET"


def _padded(row: tuple[str, ...], widths: list[int]) -> list[str]:
    what, *others = row
    return [
        what.ljust(widths[0]),
        *(c.rjust(w) for c, w in zip(others, widths[1:], strict=True)),
    ]
