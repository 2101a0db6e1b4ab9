"""How long ledgers take: one of a plan as it is common, and one of all plans of a province.

Memory is what a process of its own takes at most beyond the facts.
"""

from __future__ import annotations

import gc
import io
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median

import xlsxwriter

from benchmarks.invented import Size, invented
from benchmarks.measuring import Figure, Floor, Work, cpu_seconds, median_ratio
from graphmodel.ledgers.building import build
from graphmodel.ledgers.kinds import LedgerFormat, LedgerKind
from graphmodel.ledgers.writing import written
from graphmodel.model.facts import Facts
from graphmodel.reports.wording import Language

REFERENCE = "the same rows made and written by bare xlsxwriter, all cells in one format"
_PLAN = Size(
    places=1,
    plans_a_place=1,
    tasks_a_plan=80,
    leads_a_task=1,
    supports_a_task=4,
    collectives_a_task=1,
    units_a_place=40,
    collectives_a_place=3,
    sections_a_plan=8,
)
_PROVINCE = Size(
    places=250,
    plans_a_place=4,
    tasks_a_plan=100,
    leads_a_task=1,
    supports_a_task=3,
    collectives_a_task=1,
    units_a_place=60,
    collectives_a_place=6,
    sections_a_plan=10,
)
"""100,000 tasks."""
_LARGE = "tasks of 100,000 rows, xlsx"
_RUNS = 3


def ledgers() -> list[Figure]:
    """Processor time, and memory, of ledgers."""
    plan = invented(_PLAN)
    figures = [
        _figure(f"{kind} of 80 tasks, {form}", _work(plan, kind, form), Floor(1))
        for kind in LedgerKind
        for form in (LedgerFormat.XLSX, LedgerFormat.DOCX)
    ]
    memory = Figure(f"{_LARGE}, memory beyond the facts", _memory(), "MB", None, Floor(300))
    return [*figures, _large(invented(_PROVINCE)), memory]


def _large(facts: Facts) -> Figure:
    works: dict[str, Work] = {
        "reference": lambda: _bare(facts),
        "ours": _work(facts, LedgerKind.TASKS, LedgerFormat.XLSX),
    }
    seconds = cpu_seconds(works, 1)
    ratio = median_ratio(seconds["ours"], seconds["reference"])
    return Figure(_LARGE, median(seconds["ours"]), "s", ratio, Floor(20))


def _work(facts: Facts, kind: LedgerKind, form: LedgerFormat) -> Work:
    return lambda: written(build(facts, kind, Language.ZH), form)


def _figure(what: str, work: Callable[[], object], floor: Floor) -> Figure:
    return Figure(what, median(cpu_seconds({what: work}, _RUNS)[what]), "s", None, floor)


def _bare(facts: Facts) -> None:
    """What the library needs for as many cells."""
    [table] = build(facts, LedgerKind.TASKS, Language.ZH).parts
    with xlsxwriter.Workbook(io.BytesIO(), {"constant_memory": True}) as book:
        look, sheet = book.add_format({"text_wrap": True}), book.add_worksheet()
        for row, cells in enumerate(table.rows):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, text, look)


def _memory() -> float:
    """Megabytes that a process of its own takes at most beyond the facts."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.ledgers"], check=True, capture_output=True, text=True
    )
    return float(done.stdout.split()[-1])


def _write_and_tell() -> None:
    """Write once, and print the peak of memory beyond what there was before."""
    facts = invented(_PROVINCE)
    gc.collect()
    Path("/proc/self/clear_refs").write_text("5")
    before = _megabytes("VmRSS")
    written(build(facts, LedgerKind.TASKS, Language.ZH), LedgerFormat.XLSX)
    print(_megabytes("VmHWM") - before)


def _megabytes(field: str) -> float:
    found = re.search(rf"{field}:\s+(\d+)", Path("/proc/self/status").read_text())
    return int(found[1]) / 1024 if found else float("nan")


if __name__ == "__main__":
    _write_and_tell()
