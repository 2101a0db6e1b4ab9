"""Scans: what stands in images, by the recogniser of the extra `graphmodel[ocr]`."""

from __future__ import annotations

from graphmodel.reading.ocr.engine import is_available
from graphmodel.reading.ocr.page import recognise
from graphmodel.reading.ocr.reader import read_image

__all__ = ["is_available", "read_image", "recognise"]
