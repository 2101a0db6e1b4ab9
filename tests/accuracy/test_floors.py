"""The accuracy on the samples never falls."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from graphmodel.evaluation import KINDS, Tally
from tests.accuracy import evaluate
from tests.accuracy.evaluate import (
    FLOORS,
    Floors,
    WouldFallError,
    as_floor,
    below,
    evidence,
    measured,
    raised,
    read_floors,
    write_floors,
)

UPDATE = "run python -m tests.accuracy.evaluate --update"
GOOD, FAIR = Tally(right=3), Tally(right=3, extra=1, missed=1)
"""F1 of 1 and of 0.75."""


@cache
def figures() -> dict[str, Tally]:
    return measured()


@pytest.mark.parametrize("kind", KINDS)
def test_floor(kind: str) -> None:
    tally = figures()[kind]
    assert as_floor(tally.f1) >= read_floors().f1[kind], "\n".join(map(str, tally.mistakes))


def test_every_kind_is_measured_and_has_a_floor() -> None:
    assert tuple(figures()) == KINDS
    assert tuple(read_floors().f1) == KINDS
    assert below(read_floors(), figures()) == []


def test_floors_are_as_high_as_they_can_be() -> None:
    assert {kind: as_floor(tally.f1) for kind, tally in figures().items()} == dict(
        read_floors().f1
    ), UPDATE


def test_floors_were_measured_on_these_annotations() -> None:
    assert read_floors().evidence == evidence(), f"annotations or samples changed: {UPDATE}"


def test_every_sample_is_annotated() -> None:
    annotated = {
        json.loads(path.read_text(encoding="utf-8"))["plan"]["document"]
        for path in evaluate.ANNOTATIONS.glob("*.json")
    }
    samples = (evaluate.ROOT / "data" / "samples").iterdir()
    assert annotated == {f"data/samples/{path.name}" for path in samples}
    assert len(annotated) >= 3


@pytest.mark.parametrize(
    ("f1", "floor"), [(1.0, 1.0), (0.99999, 0.9999), (2 / 3, 0.6666), (0.8, 0.8), (0.0, 0.0)]
)
def test_figure_is_cut_never_rounded_up(f1: float, floor: float) -> None:
    assert as_floor(f1) == floor


def test_what_is_below_its_floor() -> None:
    floors = Floors("x", {"lead": 1.0, "support": 0.75, "title": 0.5})
    assert below(floors, {"lead": GOOD, "support": FAIR, "title": GOOD}) == []
    assert below(floors, {"lead": FAIR, "support": GOOD}) == ["lead", "title"]


def test_update_raises() -> None:
    floors = Floors("old", {"lead": 0.75, "support": 0.75})
    new = raised(floors, {"lead": GOOD, "support": FAIR, "span": GOOD}, "new")
    assert new == Floors("new", {"lead": 1.0, "support": 0.75, "span": 1.0})


def test_update_refuses_to_lower_unless_told() -> None:
    floors = Floors("old", {"lead": 1.0, "support": 1.0, "title": 1.0})
    tallies = {"lead": FAIR, "support": FAIR, "title": GOOD}
    with pytest.raises(WouldFallError) as caught:
        raised(floors, tallies, "new", lower=["support"])
    assert caught.value.kinds == ("lead",)
    new = raised(floors, tallies, "new", lower=["lead", "support"])
    assert new.f1 == {"lead": 0.75, "support": 0.75, "title": 1.0}


def test_update_refuses_to_drop_a_kind_unless_told() -> None:
    floors = Floors("old", {"lead": 1.0, "engaged": 0.5})
    with pytest.raises(WouldFallError):
        raised(floors, {"lead": GOOD}, "new")
    assert raised(floors, {"lead": GOOD}, "new", ["engaged"]).f1 == {"lead": 1.0}


def test_floors_are_written_in_order_and_read_back(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert read_floors(path) == Floors("", {})
    write_floors(Floors("x", {"span": 1.0, "lead": 0.5}), path)
    assert list(read_floors(path).f1) == ["lead", "span"]
    assert read_floors(path) == Floors("x", {"lead": 0.5, "span": 1.0})
    assert FLOORS.read_text(encoding="utf-8").endswith("}\n")


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The command with a floor file of its own, and figures that are known."""
    path = tmp_path / "floors.json"
    monkeypatch.setattr(evaluate, "FLOORS", path)
    monkeypatch.setattr(evaluate, "measured", lambda: {"lead": GOOD, "support": FAIR})
    return path


def test_command_prints_and_updates(command: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert evaluate.main(["--update"]) == 0
    assert read_floors(command) == Floors(evidence(), {"lead": 1.0, "support": 0.75})
    assert evaluate.main([]) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[-3].split() == ["lead", "1.0000", "1.0000", "1.0000", "1.0000", "3"]
    assert printed[-2].split() == ["support", "0.7500", "0.7500", "0.7500", "0.7500", "5"]
    assert printed[-1] == "below the floor: none"


def test_command_refuses_to_lower(command: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_floors(Floors("x", {"lead": 1.0, "support": 1.0}), command)
    before = command.read_bytes()
    assert evaluate.main([]) == 1
    assert evaluate.main(["--update"]) == 1
    assert command.read_bytes() == before
    assert "would fall: support" in capsys.readouterr().err
    assert evaluate.main(["--update", "--lower", "support"]) == 0
    assert read_floors(command).f1 == {"lead": 1.0, "support": 0.75}
