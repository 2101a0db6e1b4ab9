"""The page's own words: in both languages, each one used, none missing."""

from __future__ import annotations

import re
from collections import Counter

from graphmodel.model.resources import resource
from graphmodel.views.page import SCRIPTS, STYLES, words

SCRIPT = "".join(resource("viz", "js", f"{name}.js").read_text("utf-8") for name in SCRIPTS)
TEMPLATE = resource("viz", "template.html").read_text("utf-8")
SAID = set(re.findall(r"\bsay\(\s*\"(\w+)\"", SCRIPT))
STATIC = set(re.findall(r"data-say(?:-\w+)?\"?[=:] ?\"(\w+)\"", SCRIPT + TEMPLATE))
CHOSEN = {
    key for pair in re.findall(r"say\([\w. ]+\? \"(\w+)\" : \"(\w+)\"", SCRIPT) for key in pair
}
PREFIXES = set(re.findall(r"\bsay\(\s*`(\w+_)\$\{", SCRIPT))
SVG = "http://www.w3.org/2000/svg"
"""The name of the language of pictures; nothing is loaded from there."""
NAMED = {"app", "no_script"}
"""What the template is given."""
# `${isNode ? "kind" : "edge"}_${kind}` of the filters.
MADE = {"kind_", "edge_", "view_", "zoom_"}


def test_no_text_is_empty() -> None:
    assert [key for key, pair in words().items() if not all(text.strip() for text in pair)] == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", text))

    assert [key for key, (zh, en) in words().items() if names(zh) != names(en)] == []


def test_words_that_are_said_exist() -> None:
    asked = SAID | CHOSEN | STATIC | NAMED
    assert asked - words().keys() == set()


def test_words_that_exist_are_said() -> None:
    asked = SAID | CHOSEN | STATIC | NAMED
    prefixes = tuple(PREFIXES | MADE)
    assert [k for k in words() if k not in asked and not k.startswith(prefixes)] == []


def test_every_value_of_the_vocabulary_has_a_word() -> None:
    from graphmodel.model.vocabulary import Basis, LinkBasis, Operator, PlanStatus, Recurrence

    wanted = {
        *(f"basis_{value}" for value in (*Basis, *LinkBasis)),
        *(f"op_{value}" for value in Operator),
        *(f"status_{value}" for value in PlanStatus),
        *(f"every_{value}" for value in Recurrence),
    }
    assert wanted - words().keys() == set()


def test_all_files_of_the_page_are_in_it() -> None:
    for folder, names in (("js", SCRIPTS), ("css", STYLES)):
        assert {file.stem for file in resource("viz", folder).iterdir()} == set(names)


def test_scripts_never_parse_text_as_markup_or_code() -> None:
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\.srcdoc"
    )
    assert re.findall(forbidden, SCRIPT) == []
    assert set(re.findall(r"https?://[\w./]*", SCRIPT + TEMPLATE)) == {SVG}


def test_no_two_files_of_the_page_give_a_name_twice() -> None:
    names = re.findall(r"^(?:function|class|const|let) (\w+)", SCRIPT, re.MULTILINE)
    assert [name for name, count in Counter(names).items() if count > 1] == []
