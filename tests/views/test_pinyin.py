"""What the page is told of how names sound."""

from __future__ import annotations

from graphmodel.model.resources import read_vocabulary
from graphmodel.views.pinyin import readings


def test_characters_that_occur_by_their_sound() -> None:
    assert readings(["县发改局", "县法院"])["sounds"] == {
        "fa": "发法",
        "gai": "改",
        "ju": "局",
        "xian": "县",
        "yuan": "院",
    }


def test_words_that_are_read_in_another_way() -> None:
    told = readings(["人民银行云岭县支行", "县行政审批局", "长治市"])
    assert told["words"] == {"支行": "zhi hang", "银行": "yin hang"}
    assert told["sounds"]["xing"] == "行"
    assert told["sounds"]["zhang"] == "长"


def test_names_in_other_scripts_have_no_sound() -> None:
    assert readings(["Tax office", "\U00020000", ""]) == {"sounds": {}, "words": {}}


def test_words_have_a_sound_for_each_character() -> None:
    rows = read_vocabulary("readings.csv")
    assert [row["word"] for row in rows if len(row["word"]) != len(row["sounds"].split())] == []
    assert all(sound.islower() and sound.isascii() for r in rows for sound in r["sounds"].split())
