"""The arguments and options that commands share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from graphmodel.cli.errors import WrongUsage
from graphmodel.reports.wording import Language

if TYPE_CHECKING:
    from graphmodel.analysis.load import Weights

Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="INPUT",
        help="文件、文件夹、事实文件夹、事实 JSON，或 -（标准输入）"
        " | documents, folders, facts folders, facts JSON, or - (standard input)",
        show_default=False,
    ),
]
Out = Annotated[
    str | None,
    typer.Option("--out", metavar="PATH", help="写入何处（默认标准输出） | where to write"),
]
Lang = Annotated[
    Language,
    typer.Option("--lang", envvar="GRAPHMODEL_LANG", help="语言 | language"),
]
WeightsText = Annotated[
    str | None,
    typer.Option(
        "--weights",
        metavar="ROLE=N,...",
        help="角色权重（默认 lead=1,support=0.3,engaged=0.1） | weights of the roles",
    ),
]
SplitLeads = Annotated[
    bool,
    typer.Option("--split-leads", help="共同牵头平分 | share a joint lead out equally"),
]


def parse_weights(text: str | None) -> Weights:
    """`lead=1,support=0.3` as weights; roles that are not named keep their default.

    Raises:
        WrongUsage: `bad_weights`, with the part that is none.
    """
    from graphmodel.analysis.load import DEFAULT_WEIGHTS

    weights = DEFAULT_WEIGHTS
    for part in text.split(",") if text is not None else ():
        role, _, number = part.partition("=")
        try:
            weights = replace(weights, **{role.strip(): float(number)})
        except (TypeError, ValueError) as error:
            raise WrongUsage("--weights", "bad_weights", part=part) from error
    return weights
