"""The command line, called without a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from graphmodel.cli.run import run


@dataclass(frozen=True, slots=True)
class Called:
    """What came of a command line."""

    status: int
    out: str
    err: str

    @property
    def messages(self) -> list[str]:
        """The lines on stderr."""
        return self.err.splitlines()


Call = Callable[..., Called]


@pytest.fixture
def call(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Call:
    """Carries out a command line; keywords are environment variables."""
    for name in ("GRAPHMODEL_LANG", "GRAPHMODEL_DEBUG", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "100")

    def carry_out(*arguments: str | Path, **environment: str) -> Called:
        with monkeypatch.context() as patch:
            for name, value in environment.items():
                patch.setenv(name, value)
            status = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Called(status, out, err)

    return carry_out
