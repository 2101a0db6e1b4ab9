"""The scripts of the page, which share one scope."""

from __future__ import annotations

import re
from collections import Counter

from graphmodel.model.resources import resource
from graphmodel.views.page import SCRIPTS

DECLARED = re.compile(r"^(?:async )?(?:function\*?|const|let|class) (\w+)", re.MULTILINE)


def test_no_name_is_declared_twice() -> None:
    texts = (resource("viz", "js", f"{name}.js").read_text("utf-8") for name in SCRIPTS)
    counts = Counter(name for text in texts for name in DECLARED.findall(text))
    assert len(counts) > 100
    assert [name for name, count in counts.items() if count > 1] == []
