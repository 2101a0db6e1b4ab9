"""The reports by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from graphmodel.analysis.choices import Cut
from graphmodel.model.facts import Facts
from graphmodel.reports.coverages import coverage_report
from graphmodel.reports.loads import Counting, concentration_report, load_report, overload_report
from graphmodel.reports.loads_by import load_by_report
from graphmodel.reports.networks import Netting, network_report
from graphmodel.reports.projections import Pairing, pairs_report
from graphmodel.reports.report import Report
from graphmodel.reports.summaries import summary_report
from graphmodel.reports.wording import Language


@dataclass(frozen=True, slots=True)
class Parameters:
    """What the reports are counted by; each takes what concerns it."""

    counting: Counting = field(default_factory=Counting)
    cut: Cut | None = None
    """What load is cut by, if by anything."""
    pairing: Pairing = field(default_factory=Pairing)
    netting: Netting = field(default_factory=Netting)


def _loads(facts: Facts, given: Parameters, language: Language) -> Report:
    if given.cut is None:
        return load_report(facts, given.counting, language)
    return load_by_report(facts, given.cut, given.counting, language)


REPORTS: Mapping[str, Callable[[Facts, Parameters, Language], Report]] = {
    "load": _loads,
    "overload": lambda facts, given, language: overload_report(facts, given.counting, language),
    "concentration": lambda facts, given, language: concentration_report(
        facts, given.counting, language
    ),
    "collaboration": lambda facts, given, language: pairs_report(facts, given.pairing, language),
    "network": lambda facts, given, language: network_report(facts, given.netting, language),
    "coverage": lambda facts, _, language: coverage_report(facts, language),
    "summary": lambda facts, given, language: summary_report(facts, given.counting, language),
}
"""What makes each report of facts."""
