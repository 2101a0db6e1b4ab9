"""Red seals over black print: what is under them, read with the red taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graphmodel.reading.ocr.engine import Word, read_words

if TYPE_CHECKING:
    from PIL.Image import Image

_REDNESS = 60
"""Steps of 256 by which the red of a pixel is above its green and its blue."""
_SHARE = 0.001
"""Share of a page that is red where a seal, or the red head of a document, stands on it. A seal
covers a fiftieth of the page, and a third of it is ink."""
_SURE = 0.9
"""How sure the recogniser is of red words, such as those of a red head, but not of a seal's."""


def without_seals(image: Image, words: list[Word], source: str) -> list[Word]:
    """Read a page on which there is red once more, without its red.

    Args:
        image: In RGB.
        words: What was read of the page as it is.
        source: What to call the file in messages.

    Returns:
        The words in other colours, and those of `words` that stand where there are none.
    """
    if not _has_red(image):
        return words
    # Where only red is let through, red ink is as bright as the paper.
    printed = read_words(image.getchannel("R").convert("RGB"), source)
    red = (word for word in words if word.certainty >= _SURE)
    return printed + [word for word in red if not any(_overlap(word, other) for other in printed)]


def _has_red(image: Image) -> bool:
    import numpy as np

    pixels = np.asarray(image).astype(np.int16)
    redness = pixels[:, :, 0] - pixels[:, :, 1:].max(axis=2)
    return bool((redness > _REDNESS).mean() > _SHARE)


def _overlap(first: Word, second: Word) -> bool:
    """Whether the boxes of two words share some of their area."""
    one, two = first.box, second.box
    return max(one[0], two[0]) < min(one[2], two[2]) and max(one[1], two[1]) < min(one[3], two[3])
