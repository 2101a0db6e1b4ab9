"""The recogniser: pixels to words with boxes, by rapidocr and the models in its wheel.

Nothing is downloaded, written or logged, and the same image gives the same words. It is loaded
with the first image of a process: half a second, 200 MB.
"""

from __future__ import annotations

import multiprocessing
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, NamedTuple

from graphmodel.model.errors import InputError

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_SIDE = 2000
"""Pixels of the longer side that are looked at: an A4 page at 170 dpi. More costs time and reads
no better."""

Corner = tuple[float, float]


class Word(NamedTuple):
    """A stretch of text as the detector found it, most often a whole line.

    Attributes:
        text: What was recognised.
        certainty: How sure the recogniser is, 0 to 1.
        corners: In pixels from the top left: where the text begins above, ends above, ends
            below, begins below.
    """

    text: str
    certainty: float
    corners: tuple[Corner, ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Its left, upper, right and lower edge."""
        across, down = zip(*self.corners, strict=True)
        return min(across), min(down), max(across), max(down)

    @property
    def is_tall(self) -> bool:
        """Whether it runs down the image instead of across."""
        left, top, right, bottom = self.box
        return bottom - top > 1.5 * (right - left)


def is_available() -> bool:
    """Whether the extra `graphmodel[ocr]` is installed."""
    return all(find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


def read_words(image: Image, source: str) -> list[Word]:
    """Recognise the words of an RGB image that stands upright, in no order to rely on.

    Raises:
        InputError: `needs_ocr` where the extra is not installed.
    """
    import numpy as np

    found = _engine(source)(np.ascontiguousarray(np.asarray(image)[:, :, ::-1]))
    if found.boxes is None or found.txts is None:
        return []
    return [
        Word(text, round(float(score), 3), tuple((float(x), float(y)) for x, y in box))
        for text, score, box in zip(found.txts, found.scores, found.boxes, strict=True)
    ]


def _engine(source: str) -> Any:
    """Give the engine; one thread in a worker process, whose neighbours need the other cores."""
    try:
        return _load(threads=-1 if multiprocessing.parent_process() is None else 1)
    except ImportError as error:
        raise InputError(source, "needs_ocr") from error


@cache
def _load(threads: int) -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.max_side_len": MAX_SIDE,
            "Global.text_score": 0.0,
            "Global.use_cls": False,
            "EngineConfig.onnxruntime.intra_op_num_threads": threads,
            "EngineConfig.onnxruntime.inter_op_num_threads": threads,
        }
    )
