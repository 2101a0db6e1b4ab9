"""How many examples properties of whole stores are tried on: few at every run, many when asked.

`make test EXAMPLES=200 ARGS=tests/catalogue` tries each on 200.
"""

from __future__ import annotations

import os


def examples(usual: int) -> int:
    """So many, unless the environment asks for another number."""
    return int(os.environ.get("EXAMPLES") or usual)
