"""Any text at all, and texts of plans with words of plans thrown between their lines."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import hypothesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graphmodel.model.errors import GraphmodelError
from graphmodel.pipeline import facts_of
from graphmodel.reading import read_document
from tests.extraction.drafts import unread
from tests.extraction.test_any_text import WORDS, texts
from tests.fuzz.checking import FACTS, check, problems_of_facts, require
from tools.make_data import ROOT

_LINES = [
    line
    for path in sorted((ROOT / "data" / "samples").iterdir())
    for line in read_document(path).text.splitlines(keepends=True)
]
_PIECES = st.one_of(
    st.sampled_from(_LINES),
    WORDS,
    st.tuples(st.sampled_from(_LINES), st.integers(0, 60), st.integers(0, 60)).map(
        lambda cut: cut[0][cut[1] : cut[1] + cut[2]]
    ),
)
any_text = st.one_of(texts, st.lists(_PIECES, max_size=40).map("".join))


def check_text(text: str) -> None:
    """Take the facts of a text, as it is and as a file.

    Raises:
        Exception: Something that has to hold of every text does not hold of this one.
    """
    document = unread(text)
    with suppress(GraphmodelError):  # not a plan
        require(problems_of_facts(document, facts_of(document)))
    check(text.encode("utf-8", "replace"), "plan.txt")


def run_texts(seed: int, count: int, failing: Path) -> str:
    """Check so many texts that follow from a seed.

    Raises:
        Exception: What the shortest failing text raised; the text is left in the file `failing`.
    """
    last = ""

    @hypothesis.seed(seed)
    @settings(
        max_examples=count, database=None, deadline=None, suppress_health_check=list(HealthCheck)
    )
    @given(any_text)
    def holds(text: str) -> None:
        nonlocal last
        last = text
        check_text(text)

    try:
        holds()
    except Exception:
        failing.write_bytes(last.encode("utf-8", "surrogatepass"))
        raise
    return FACTS
