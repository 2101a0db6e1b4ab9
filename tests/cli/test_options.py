"""Weights as they are written on the command line, and the language of messages."""

from __future__ import annotations

import pytest

from graphmodel.analysis.load import Weights
from graphmodel.cli.errors import WrongUsage
from graphmodel.cli.options import parse_weights
from graphmodel.cli.run import language_of
from graphmodel.reports.wording import Language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (None, Weights()),
        ("lead=2", Weights(lead=2)),
        ("lead=1,support=0.3,engaged=0.1", Weights()),
        (" support = .5 , engaged=0", Weights(support=0.5, engaged=0)),
    ],
)
def test_weights(text: str | None, expected: Weights) -> None:
    assert parse_weights(text) == expected


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", ""),
        ("1", "1"),
        ("lead", "lead"),
        ("lead=", "lead="),
        ("lead=1,", ""),
        ("boss=1", "boss=1"),
        ("lead=1,support=-1", "support=-1"),
        ("lead=nan", "lead=nan"),
        ("lead=inf", "lead=inf"),
        ("lead=1;support=2", "lead=1;support=2"),
    ],
)
def test_what_is_no_weight_is_named(text: str, part: str) -> None:
    with pytest.raises(WrongUsage) as caught:
        parse_weights(text)
    assert (caught.value.code, caught.value.details) == ("bad_weights", {"part": part})


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, Language.ZH),
        ([], {"LANG": "en_US.UTF-8"}, Language.ZH),
        ([], {"GRAPHMODEL_LANG": "en"}, Language.EN),
        (["report", "--lang", "en"], {}, Language.EN),
        (["report", "--lang=en", "x"], {}, Language.EN),
        (["--lang", "zh"], {"GRAPHMODEL_LANG": "en"}, Language.ZH),
        (["--lang"], {}, Language.ZH),
        (["--lang", "fr"], {}, Language.ZH),
    ],
)
def test_language(arguments: list[str], environment: dict[str, str], expected: Language) -> None:
    assert language_of(arguments, environment) is expected
