"""The page's own words: in both languages, each one used, none missing."""

from __future__ import annotations

import re

from graphmodel.model.resources import resource
from graphmodel.views.page import SCRIPTS, STYLES, words

SCRIPT = "".join(resource("viz", "js", f"{name}.js").read_text("utf-8") for name in SCRIPTS)
TEMPLATE = resource("viz", "template.html").read_text("utf-8")
SAID = set(re.findall(r"\bsay\(\s*\"(\w+)\"", SCRIPT))
CHOSEN = {
    key for pair in re.findall(r"say\([\w. ]+\? \"(\w+)\" : \"(\w+)\"", SCRIPT) for key in pair
}
PREFIXES = set(re.findall(r"\bsay\(\s*`(\w+_)\$\{", SCRIPT))
# `${isNode ? "kind" : "edge"}_${kind}` of the filters.
MADE = {"kind_", "edge_"}


def test_both_languages_have_the_same_keys_and_no_empty_text() -> None:
    zh, en = words("zh"), words("en")
    assert zh.keys() == en.keys()
    assert [key for key in zh if not zh[key].strip() or not en[key].strip()] == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"\{(\w+)\}", text))

    zh, en = words("zh"), words("en")
    assert [key for key in zh if names(zh[key]) != names(en[key])] == []


def test_words_that_are_said_exist() -> None:
    asked = SAID | CHOSEN | set(re.findall(r"words\.(\w+)", TEMPLATE))
    assert asked - words("zh").keys() == set()


def test_words_that_exist_are_said() -> None:
    asked = SAID | CHOSEN | set(re.findall(r"words\.(\w+)", TEMPLATE))
    prefixes = tuple(PREFIXES | MADE)
    assert [k for k in words("zh") if k not in asked and not k.startswith(prefixes)] == []


def test_every_value_of_the_vocabulary_has_a_word() -> None:
    from graphmodel.model.vocabulary import Basis, LinkBasis, Operator, PlanStatus, Recurrence

    wanted = {
        *(f"basis_{value}" for value in (*Basis, *LinkBasis)),
        *(f"op_{value}" for value in Operator),
        *(f"status_{value}" for value in PlanStatus),
        *(f"every_{value}" for value in Recurrence),
    }
    assert wanted - words("zh").keys() == set()


def test_all_files_of_the_page_are_in_it() -> None:
    for folder, names in (("js", SCRIPTS), ("css", STYLES)):
        assert {file.stem for file in resource("viz", folder).iterdir()} == set(names)


def test_scripts_never_parse_text_as_markup_or_code() -> None:
    forbidden = (
        r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function|\.srcdoc"
    )
    assert re.findall(forbidden, SCRIPT) == []
    assert re.findall(r"https?://", SCRIPT + TEMPLATE) == []
