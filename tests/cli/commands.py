"""Running the command line as a user does, and inputs to run it on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

from graphmodel.model.facts_json import to_json
from tests.reports.sample import FACTS

PLAN_TEXT = """\
云岭县优化营商环境实施方案

一、主要任务

1.精简审批。减少材料，优化流程。〔牵头单位：县审批局；配合单位：县财政局〕

2.规范收费。公布清单。〔牵头单位：县财政局〕
"""
REPORTS = (
    "load",
    "overload",
    "concentration",
    "collaboration",
    "network",
    "deadlines",
    "coverage",
    "summary",
)


def run(
    *arguments: str | Path, stdin: str | bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """Run `graphmodel` as a process of its own, in an environment without settings for it."""
    inherited = {
        key: value
        for key, value in os.environ.items()
        if key not in ("COLUMNS", "GRAPHMODEL_LANG", "GRAPHMODEL_DEBUG", "PYTHONIOENCODING")
    }
    return subprocess.run(
        [sys.executable, "-m", "graphmodel", *map(str, arguments)],
        input=stdin.encode() if isinstance(stdin, str) else stdin,
        capture_output=True,
        env={**inherited, **environment},
        timeout=60,
        check=False,
    )


def hear_ctrl_c() -> None:
    """Let a new process hear SIGINT, which shells keep from what they start in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def lines(output: bytes) -> list[str]:
    """The lines of what was printed, which is UTF-8."""
    return output.decode("utf-8").splitlines()


def plan_file(folder: Path, name: str = "云岭 方案.txt", text: str = PLAN_TEXT) -> Path:
    """A small plan."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def facts_file(folder: Path, name: str = "事实 一.json") -> Path:
    """The facts of the plan put together by hand."""
    path = folder / name
    path.write_text(to_json(FACTS), encoding="utf-8")
    return path
