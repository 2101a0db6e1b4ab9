"""Exit statuses and streams: results to stdout, all else to stderr, never a traceback."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.commands import PLAN_TEXT, facts_file, hear_ctrl_c, lines, plan_file, run

DONE, FAILED, PARTLY, STOPPED, READER_GONE = 0, 2, 4, 130, 141


def test_extract_prints_facts_and_nothing_else(tmp_path: Path) -> None:
    done = run("extract", plan_file(tmp_path))
    facts = json.loads(done.stdout)
    assert done.returncode == DONE
    assert facts["schema"] == "graphmodel.facts/1"
    assert [plan["source"] for plan in facts["plans"]] == ["云岭 方案.txt"]
    assert [task["path"] for task in facts["tasks"]] == [[1, 1], [1, 2]]
    assert lines(done.stderr)[-1].startswith("1 份方案，2 项任务，3 条责任，")


def test_standard_input_is_an_input() -> None:
    done = run("extract", "-", stdin=PLAN_TEXT)
    assert done.returncode == DONE
    assert len(json.loads(done.stdout)["tasks"]) == 2


def test_empty_standard_input() -> None:
    done = run("extract", "-")
    assert (done.returncode, done.stdout) == (FAILED, b"")
    assert lines(done.stderr) == ["标准输入 是空文件，没有可读的内容；请换成有正文的文件。"]


def test_no_escape_sequences_in_a_pipe(tmp_path: Path) -> None:
    done = run("report", "load", facts_file(tmp_path), FORCE_COLOR="1", TERM="xterm-256color")
    assert b"\x1b" not in done.stdout


def test_view_writes_one_page(tmp_path: Path) -> None:
    out = tmp_path / "网页 一.html"
    done = run("view", facts_file(tmp_path), "--out", out)
    assert (done.returncode, done.stdout) == (DONE, b"")
    assert lines(done.stderr) == [f"已写入 {out}"]
    assert "<html" in out.read_text(encoding="utf-8")[:2000].lower()


@pytest.mark.parametrize("command", [["extract"], ["report", "load"], ["view", "--out", "x.html"]])
def test_missing_file(tmp_path: Path, command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "graphmodel", *command, "没有.txt"],
        cwd=tmp_path,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        check=False,
    )
    assert (done.returncode, done.stdout) == (FAILED, b"")
    assert lines(done.stderr) == ["找不到 没有.txt，请检查路径。"]
    assert list(tmp_path.iterdir()) == []


def test_one_bad_input_among_several(tmp_path: Path) -> None:
    done = run("report", "load", tmp_path / "nope", facts_file(tmp_path), "--format", "json")
    assert done.returncode == PARTLY
    assert len(json.loads(done.stdout)) == 2
    messages = lines(done.stderr)
    assert messages[0] == f"找不到 {tmp_path / 'nope'}，请检查路径。"
    assert messages[-1] == "有 1 个输入未能读取（见上），其余已完成。"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [["extract"], ["report", "load"]])
def test_full_disk(tmp_path: Path, arguments: list[str]) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "graphmodel", *arguments, str(facts_file(tmp_path))],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert done.returncode == FAILED
    assert lines(done.stderr) == [
        "无法写入 标准输出：磁盘已满；请换一个位置，或关闭占用该文件的程序。"
    ]


def test_closed_stdout(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m graphmodel report load "{facts_file(tmp_path)}" >&-'
    done = subprocess.run(["sh", "-c", command], capture_output=True, check=False)
    assert done.returncode == FAILED
    assert lines(done.stderr) == ["无法写入 标准输出；请换一个位置，或关闭占用该文件的程序。"]


def test_reader_that_leaves(tmp_path: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "graphmodel", "extract", str(facts_file(tmp_path))],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(60) == READER_GONE


def test_ctrl_c_is_quiet(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [sys.executable, "-m", "graphmodel", "extract", str(pipe)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=hear_ctrl_c,
    )
    with pipe.open("wb") as writer:  # returns once the command waits for the plan
        writer.write(b"x")
        writer.flush()
        process.send_signal(signal.SIGINT)
    # The pipe is closed by now: a signal that came just before the command began to wait is seen
    # at the end of the file.
    output, messages = process.communicate(timeout=60)
    assert (process.returncode, output, messages) == (STOPPED, b"", b"")


@pytest.mark.parametrize(
    "environment",
    [
        {"LC_ALL": "C"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"LC_ALL": "POSIX", "PYTHONIOENCODING": "gbk"},
        {"PYTHONIOENCODING": "ascii"},
    ],
)
def test_pipes_get_utf8_in_every_locale(tmp_path: Path, environment: dict[str, str]) -> None:
    facts = facts_file(tmp_path, "facts.json")
    usual = run("report", "load", facts, "--format", "csv")
    done = run("report", "load", facts, "--format", "csv", **environment)
    assert (done.returncode, done.stdout, done.stderr) == (DONE, usual.stdout, usual.stderr)


def test_two_runs_are_equal_byte_for_byte(tmp_path: Path) -> None:
    plan = plan_file(tmp_path)
    command_lines: list[list[str | Path]] = [
        ["extract", plan],
        ["report", "collaboration", plan, "--format", "json"],
    ]
    for arguments in command_lines:
        one, other = (run(*arguments, PYTHONHASHSEED=seed) for seed in ("1", "2"))
        assert one.stdout == other.stdout


def test_defect_is_one_line(tmp_path: Path) -> None:
    code = (
        "import sys, graphmodel.pipeline as p\n"
        "def broken(*_, **__): raise ZeroDivisionError('oops')\n"
        "p.read_inputs = broken\n"
        "from graphmodel.cli.run import run\n"
        "sys.exit(run(['extract', 'x', '--lang', 'en']))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout) == (70, b"")
    assert lines(done.stderr) == [
        "graphmodel has failed: ZeroDivisionError (<string>:2). Please report this; "
        "GRAPHMODEL_DEBUG=1 in the environment shows the details."
    ]
