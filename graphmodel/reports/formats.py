"""Result tables for machines: JSON and CSV, with the columns' own names."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping

from graphmodel.model.columns import encode
from graphmodel.reports.report import Report


def to_json(report: Report) -> str:
    """The rows as a JSON list of objects, one a line; lists stay lists."""
    rows = ({name: row[name] for name in report.names} for row in report.rows)
    lines = [json.dumps(row, ensure_ascii=False, allow_nan=False) for row in rows]
    return "[\n " + ",\n ".join(lines) + "\n]\n" if lines else "[]\n"


def to_json_of(reports: Mapping[str, Report]) -> str:
    """Several tables as a JSON object of such lists; one alone as its list."""
    if len(reports) == 1:
        return "".join(map(to_json, reports.values()))
    parts = (f"{json.dumps(key)}: {to_json(report).rstrip()}" for key, report in reports.items())
    return "{\n" + ",\n".join(parts) + "\n}\n"


def to_csv(report: Report) -> str:
    """The rows as CSV under a head line; lists are joined by `|`, what is not known is empty."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(report.names)
    writer.writerows([encode(row[name]) for name in report.names] for row in report.rows)
    return file.getvalue()
