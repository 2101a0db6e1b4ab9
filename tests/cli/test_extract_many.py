"""`graphmodel extract` on a folder: several processes, stopped, started again."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from graphmodel.model.facts_json import to_json
from graphmodel.pipeline import read_inputs
from tests.batch.documents import PLAN, make_documents
from tests.cli.commands import hear_ctrl_c, run
from tests.cli.conftest import Call


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_documents(tmp_path / "方案 集")


def test_extract_a_folder(folder: Path, tmp_path: Path, call: Call) -> None:
    expected = to_json(read_inputs([folder]).facts)
    printed = call("extract", folder)
    assert (printed.status, printed.out) == (4, expected)
    out = tmp_path / "facts.json"
    written = call("extract", folder, "--out", out, "--jobs", "2", "--lang", "en")
    assert (written.status, written.out) == (4, "")
    assert out.read_text(encoding="utf-8") == expected
    assert written.messages[-2] == "6 plans, 12 tasks, 30 responsibilities, none doubtful."
    assert sorted(path.name for path in tmp_path.iterdir()) == ["facts.json", folder.name]


@pytest.mark.slow
def test_stopped_and_started_again(folder: Path, tmp_path: Path) -> None:
    for number in range(120):
        text = PLAN.format(place=f"青禾{number}县", number=5)
        (folder / f"more-{number}.txt").write_text(text, encoding="utf-8")
    out, parts = tmp_path / "facts.json", tmp_path / ".facts.json.parts"
    command = [sys.executable, "-m", "graphmodel", "extract", str(folder), "--jobs", "2"]
    started = subprocess.Popen(
        [*command, "--out", str(out)], stderr=subprocess.PIPE, preexec_fn=hear_ctrl_c
    )
    deadline = time.monotonic() + 60
    while not any(parts.glob("*.part")) and time.monotonic() < deadline:
        time.sleep(0.02)
    started.send_signal(signal.SIGINT)
    _, said = started.communicate(timeout=60)
    assert started.returncode == 130, said.decode()
    assert str(parts) in said.decode()
    assert not out.exists()
    kept = {path.name: path.stat().st_mtime_ns for path in parts.glob("*.part")}
    assert kept
    done = run("extract", folder, "--jobs", "2", "--out", out)
    assert done.returncode == 4, done.stderr.decode()
    assert not parts.exists()
    assert out.read_text(encoding="utf-8") == to_json(read_inputs([folder]).facts)


def test_closing_line_names_what_to_look_at(tmp_path: Path, call: Call) -> None:
    path = tmp_path / "两 个.txt"
    path.write_text(
        PLAN.format(place="青禾县", number=3)
        + "3.绿化。（责任单位：县林业局；配合单位：加快进度）\n",
        encoding="utf-8",
    )
    said = call("extract", path, "--lang", "en").messages[-1]
    assert said == (f"1 plans, 3 tasks, 7 responsibilities, 1 doubtful: graphmodel review '{path}'")
    assert call("extract", path).messages[-1].endswith(f"存疑 1 处：graphmodel review '{path}'")


def test_reasons_of_many_failures_are_summed_up(tmp_path: Path, call: Call) -> None:
    folder = make_documents(tmp_path / "many")
    for number in range(3):
        (folder / f"empty-{number}.txt").write_bytes(b"")
    done = call("extract", folder, "--lang", "en", "--jobs", "1")
    assert done.messages[-1] == (
        "5 of the inputs could not be read (see above); the others are done: "
        "empty 3, same id 1, not a plan 1."
    )
