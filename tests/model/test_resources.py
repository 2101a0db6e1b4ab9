"""Files that travel with the package."""

from __future__ import annotations

from graphmodel.model.resources import read_vocabulary, resource


def test_resource_is_found() -> None:
    assert resource("data", "indicators.csv").is_file()
    assert resource("data", "samples").is_dir()
    assert not resource("data", "none.csv").exists()


def test_vocabulary_has_a_dictionary_a_row() -> None:
    rows = read_vocabulary("attribution_words.csv")
    assert rows[0] == {"use": "label", "word": "牵头", "meaning": "designated"}
    assert {frozenset(row) for row in rows} == {frozenset({"use", "word", "meaning"})}
