"""`python -m tests.roundtrip [FORM…]`: a table of plans by forms, and what is lost on the way.

Says `=` where the facts read back are those of the text, else how many parts differ; the first
differences of each follow below. `--plan NAME` chooses plans. The form `scan`, which takes minutes,
is made only where it is named.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Mapping
from pathlib import Path

from graphmodel.model.errors import GraphmodelError
from graphmodel.model.facts import Facts
from tests.roundtrip.formats import FORMS, SCAN, Forms
from tests.roundtrip.plans import facts_from, plan_names, plan_text, text_facts
from tools.make_data import SHARED

_SHOWN = 6
"""Differences shown of each file."""
_WIDEST = max(map(len, FORMS)) + 1


def main() -> None:
    """Write, read back, compare and print."""
    arguments = _arguments()
    texts = {name: plan_text(name, SHARED) for name in arguments.plan or plan_names(SHARED)}
    expected = {name: text_facts(text) for name, text in texts.items()}
    with tempfile.TemporaryDirectory() as folder:
        forms = Forms(texts, Path(folder))
        lost = {
            (plan, form): _lost(form, path, expected[plan])
            for form in arguments.forms or [form for form in FORMS if form != SCAN]
            for plan, path in forms.files(form).items()
        }
    print(_table(lost, list(texts)))
    for (plan, form), lines in lost.items():
        if lines:
            print(f"\n{plan}, {form}: {len(lines)}", *lines[:_SHOWN], sep="\n  ")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.roundtrip")
    parser.add_argument("forms", nargs="*", metavar="FORM", help=", ".join(FORMS))
    parser.add_argument("--plan", action="append", help="of all plans only this one")
    return parser.parse_args()


def _lost(form: str, path: Path, expected: Facts) -> list[str]:
    try:
        return FORMS[form].differences(expected, facts_from(path.read_bytes(), path.name))
    except GraphmodelError as error:
        return [str(error)]


def _table(lost: Mapping[tuple[str, str], list[str]], plans: list[str]) -> str:
    forms = list(dict.fromkeys(form for _, form in lost))
    width = max(map(len, plans))
    lines = [
        f"{form:<{_WIDEST}}"
        + "".join(f"{len(lost[plan, form]) or '=':>{width + 2}}" for plan in plans)
        for form in forms
    ]
    return "\n".join([" " * _WIDEST + "".join(f"{plan:>{width + 2}}" for plan in plans), *lines])


if __name__ == "__main__":
    main()
