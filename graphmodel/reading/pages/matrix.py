"""Affine transformations, as PDF (ISO 32000-1, 8.3.3) and OFD (GB/T 33190, 7.3) write them."""

from __future__ import annotations

from math import hypot
from typing import NamedTuple


class Matrix(NamedTuple):
    """x' = ax + cy + e, y' = bx + dy + f."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    @property
    def scale(self) -> float:
        """How much longer what runs across becomes."""
        return hypot(self.a, self.b)

    def apply(self, x: float, y: float) -> tuple[float, float]:
        """Give where a point comes to lie."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def within(self, outer: Matrix) -> Matrix:
        """This transformation, then the outer one."""
        a, b = outer.a * self.a + outer.c * self.b, outer.b * self.a + outer.d * self.b
        c, d = outer.a * self.c + outer.c * self.d, outer.b * self.c + outer.d * self.d
        return Matrix(a, b, c, d, *outer.apply(self.e, self.f))
