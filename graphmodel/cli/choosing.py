"""The options that choose what `report` measures, each of some reports only."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer

from graphmodel.analysis.choices import Cut, Grouping, Side
from graphmodel.cli.errors import WrongUsage

if TYPE_CHECKING:
    from graphmodel.reports.catalogue import Parameters
    from graphmodel.reports.loads import Counting

By = Annotated[
    Cut | None,
    typer.Option(
        "--by",
        help="load：按方案、指标或到期月份分列 | load: cut by plan, indicator, month of deadline",
    ),
]
Collectives = Annotated[
    bool,
    typer.Option(
        "--collectives",
        help="load、concentration、collaboration：计入集合主体"
        " | load, concentration, collaboration: groups named as one count too",
    ),
]
Pairs = Annotated[
    Side | None,
    typer.Option(
        "--pairs",
        help="collaboration：列什么的对子（默认 units）"
        " | collaboration: what is put in pairs (default: units)",
    ),
]
Least = Annotated[
    int | None,
    typer.Option(
        "--least",
        metavar="N",
        min=1,
        help="collaboration、network：至少共有几项（默认 1）"
        " | collaboration, network: how many they share at least (default: 1)",
    ),
]
Groups = Annotated[
    Grouping | None,
    typer.Option(
        "--groups",
        help="network：居间角色按职能或地方分组（默认 function）"
        " | network: the groups that brokers stand between (default: function)",
    ),
]
_REPORTS_OF: Mapping[str, tuple[str, ...]] = {
    "--by": ("load",),
    "--collectives": ("load", "concentration", "collaboration"),
    "--pairs": ("collaboration",),
    "--least": ("collaboration", "network"),
    "--groups": ("network",),
}


def parameters_of(
    report: str,
    counting: Counting,
    by: Cut | None,
    pairs: Side | None,
    least: int | None,
    groups: Grouping | None,
) -> Parameters:
    """The parameters of a report.

    Raises:
        WrongUsage: `option_elsewhere`, where an option is given that the report does not have.
    """
    from graphmodel.reports.catalogue import Parameters
    from graphmodel.reports.networks import Netting
    from graphmodel.reports.projections import Pairing

    given = {
        "--by": by,
        "--collectives": counting.collectives,
        "--pairs": pairs,
        "--least": least,
        "--groups": groups,
    }
    for option, value in given.items():
        if value and report not in _REPORTS_OF[option]:
            raise WrongUsage(option, "option_elsewhere", part=", ".join(_REPORTS_OF[option]))
    return Parameters(
        counting,
        by,
        Pairing(pairs or Side.UNITS, least or 1, counting.collectives),
        Netting(least or 1, groups or Grouping.FUNCTION),
    )
