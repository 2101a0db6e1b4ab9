"""The reports by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from graphmodel.model.facts import Facts
from graphmodel.reports.collaborations import collaboration_report
from graphmodel.reports.coverages import coverage_report
from graphmodel.reports.loads import Counting, concentration_report, load_report, overload_report
from graphmodel.reports.report import Report
from graphmodel.reports.summaries import summary_report
from graphmodel.reports.wording import Language

REPORTS: Mapping[str, Callable[[Facts, Counting, Language], Report]] = {
    "load": load_report,
    "overload": overload_report,
    "concentration": concentration_report,
    "collaboration": lambda facts, _, language: collaboration_report(facts, language),
    "coverage": lambda facts, _, language: coverage_report(facts, language),
    "summary": summary_report,
}
"""What makes each report of facts; some are counted without weights."""
