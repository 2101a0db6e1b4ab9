"""A plan's facts as the breakdown table that offices keep beside it: a worksheet, or a CSV file.

Two head rows, the second under 责任分工 alone; one group cell for all tasks of a heading; a title
across the sheet above, a note below.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from graphmodel.model.facts import Facts
from graphmodel.model.vocabulary import Role

HEAD = ("序号", "工作类别", "任务", "责任分工", "", "完成时限")
SECOND_HEAD = ("", "", "", "牵头单位", "配合单位", "")
NOTE = "注：本表所列任务由各牵头单位组织实施"


class Row(NamedTuple):
    """One task: the words of its cells; `group` is the heading above it."""

    number: int
    group: str
    title: str
    leads: str
    supports: str
    deadline: str | None


def breakdown(facts: Facts) -> list[Row]:
    """The rows of the table: each task that has a lead or a support, in order."""
    headings = {section.id: section.title for section in facts.sections}
    rows: list[Row] = []
    for task in facts.tasks:
        leads, supports = (_bodies(facts, task.id, role) for role in (Role.LEAD, Role.SUPPORT))
        if leads or supports:
            group = headings.get(task.section or "", "")
            due = next((d.date for d in facts.deadlines if d.task == task.id and d.date), None)
            rows.append(Row(len(rows) + 1, group, task.title, leads, supports, due))
    return rows


def _bodies(facts: Facts, task: str, role: Role) -> str:
    mentions = [r.mention for r in facts.responsibilities if r.task == task and r.role is role]
    return "、".join(dict.fromkeys(mentions))


def title_of(facts: Facts) -> str:
    """The title row: the plan's own title, and what the table is."""
    return f"《{facts.plans[0].title}》任务分解表"


def render_xlsx(facts: Facts) -> bytes:
    """The table as a workbook: numbers as numbers, dates as dates, merged cells."""
    import xlsxwriter

    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("任务分解表")
        date = workbook.add_format({"num_format": 'yyyy"年"m"月"d"日"'})
        sheet.merge_range("A1:F1", title_of(facts))
        for column in (0, 1, 2, 5):
            sheet.merge_range(1, column, 2, column, HEAD[column])
        sheet.merge_range("D2:E2", HEAD[3])
        sheet.write_row("D3", SECOND_HEAD[3:5])
        rows = breakdown(facts)
        for number, row in enumerate(rows, start=3):
            sheet.write_number(number, 0, row.number)
            sheet.write_row(number, 2, (row.title, row.leads, row.supports))
            if row.deadline:
                sheet.write_datetime(number, 5, datetime.datetime.fromisoformat(row.deadline), date)
        for first, last, group in _groups(rows):
            if first < last:
                sheet.merge_range(first + 3, 1, last + 3, 1, group)
            else:
                sheet.write_string(first + 3, 1, group)
        sheet.merge_range(len(rows) + 3, 0, len(rows) + 3, 5, NOTE)
    return buffer.getvalue()


def _groups(rows: Sequence[Row]) -> Iterator[tuple[int, int, str]]:
    """The first and last row of each run of tasks below one heading."""
    for group, run in groupby(enumerate(rows), key=lambda pair: pair[1].group):
        numbers = [number for number, _ in run]
        yield numbers[0], numbers[-1], group


def render_csv(facts: Facts, encoding: str = "gb18030") -> bytes:
    """The table as a CSV file, which knows no merged cells: every row has its group."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer)
    writer.writerow([title_of(facts), "", "", "", "", ""])
    writer.writerow([*HEAD[:3], *SECOND_HEAD[3:5], HEAD[5]])
    for row in breakdown(facts):
        writer.writerow([*row[:5], _written(row.deadline)])
    writer.writerow([NOTE, "", "", "", "", ""])
    return buffer.getvalue().encode(encoding)


def _written(date: str | None) -> str:
    if date is None:
        return ""
    day = datetime.date.fromisoformat(date)
    return f"{day.year}年{day.month}月{day.day}日"
