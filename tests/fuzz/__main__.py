"""`make fuzz`: damaged files of each kind and any texts, and nothing breaks.

`python -m tests.fuzz [KIND…] [--count N] [--seed N] [--out FOLDER]`, or `--file PATH` to run one
input again. Every input follows from the seed. Inputs that fail are kept in the folder. Exits
with 1 where there are any.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.fuzz.checking import FACTS
from tests.fuzz.kinds import KINDS, check_damaged, check_file, damaged, intact_files, sample_forms
from tests.fuzz.pool import Worker
from tests.fuzz.texts import run_texts

TEXTS = "texts"
TEXT_COUNT, BATCH = 150_000, 2_500
BATCH_SECONDS = 600
GRACE = 2.0
"""Seconds that a damaged file may take beyond what an intact one takes."""
PATIENCE = 120.0
"""Seconds more until a file counts as one that never ends, however busy the machine is."""


def main() -> int:
    """Run what is asked for and print one line a kind."""
    arguments = _arguments()
    if arguments.file:
        print(check_file(arguments.file))
        return 0
    arguments.out.mkdir(parents=True, exist_ok=True)
    failures = 0
    worker = Worker()
    for kind in arguments.kinds or (TEXTS, *KINDS):
        run = _texts if kind == TEXTS else _files
        failures += run(kind, worker, arguments)
    worker.close()
    return int(failures > 0)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("kinds", nargs="*", metavar="KIND", help=", ".join((TEXTS, *KINDS)))
    parser.add_argument("--count", type=int, help="inputs of each kind")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--out", type=Path, default=Path("build/fuzz"), help="for what fails")
    parser.add_argument("--file", type=Path, help="one input that failed")
    return parser.parse_args()


def _texts(kind: str, worker: Worker, arguments: argparse.Namespace) -> int:
    count = arguments.count or TEXT_COUNT
    failures = 0
    for number, first in enumerate(range(0, count, BATCH)):
        seed = arguments.seed + number
        path = arguments.out / f"{kind}-{seed}.txt"
        size = min(BATCH, count - first)
        outcome = worker.run(run_texts, seed, size, path, limit=BATCH_SECONDS)
        failures += _report(outcome.failure, path)
    print(f"{kind:6}{count:>8}, failed {failures}", flush=True)
    return failures


def _files(kind: str, worker: Worker, arguments: argparse.Namespace) -> int:
    came_of: Counter[str] = Counter()
    slowest = 0.0
    with tempfile.TemporaryDirectory() as folder:
        intact = intact_files(kind, sample_forms(Path(folder)))
        if not intact:
            print(f"{kind:6} left out: only LibreOffice writes such files", flush=True)
            return 0
        usual = {path: _usual_seconds(worker, path) for path in intact}
        for number in range(arguments.count or KINDS[kind].count):
            path = intact[number % len(intact)]
            case = (kind, path, arguments.seed, number)
            outcome = worker.run(check_damaged, *case, limit=usual[path] + PATIENCE)
            failure = outcome.failure or _slowness(outcome.seconds, usual[path])
            if failure:
                data, name = damaged(*case)
                (arguments.out / name).write_bytes(data)
                _report(failure, arguments.out / name)
            came_of["FAILED" if failure else outcome.result] += 1
            slowest = max(slowest, outcome.seconds)
    codes = ", ".join(f"{code} {count}" for code, count in came_of.most_common())
    print(
        f"{kind:6}{came_of.total():>8}, failed {came_of['FAILED']}; {slowest:.1f} s at most, "
        f"intact {max(usual.values()):.1f} s; {codes}",
        flush=True,
    )
    return came_of["FAILED"]


def _usual_seconds(worker: Worker, intact: Path) -> float:
    """What an intact file takes; it has to give facts."""
    outcome = worker.run(check_file, intact, limit=PATIENCE)
    if outcome.result != FACTS:
        raise RuntimeError(f"{intact.name} is intact: {outcome.result}{outcome.failure}")
    return outcome.seconds


def _slowness(seconds: float, usual: float) -> str:
    return f"{seconds:.1f} s, intact {usual:.1f} s" if seconds > usual + GRACE else ""


def _report(failure: str, path: Path) -> bool:
    """Print a failure and how to see it again; whether there was one."""
    if failure:
        print(f"{failure.rstrip()}\n  again: python -m tests.fuzz --file {path}\n", flush=True)
    return bool(failure)


if __name__ == "__main__":
    sys.exit(main())
