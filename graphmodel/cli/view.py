"""`graphmodel view`: plans to an interactive page."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphmodel.cli.errors import WrongUsage
from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang
from graphmodel.cli.output import say, say_written
from graphmodel.cli.parameters import day
from graphmodel.reports.wording import Language, Wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from graphmodel.model.facts import Facts


class ViewKind(StrEnum):
    """The views of a page."""

    GRAPH = "graph"
    LOAD = "load"
    MATRIX = "matrix"
    TIMELINE = "timeline"
    FINDINGS = "findings"
    COMPARE = "compare"
    WHATIF = "whatif"
    ALL = "all"


_LEFT_OUT = Wording(
    "未列入 {kind}：只有一个地方，没有可以比较的。",
    "Left out: {kind}; there is one place alone, and nothing to compare it with.",
)


def view(
    inputs: Inputs,
    out: Annotated[
        str,
        typer.Option(
            "--out",
            metavar="PATH",
            help="写入的网页；用 --split 时为文件夹 | the page to write; with --split, the folder",
        ),
    ],
    kinds: Annotated[
        list[ViewKind] | None,
        typer.Option(
            "--kind",
            help="只要这些视图，可重复（默认 all）：graph 关系图, load 负荷, matrix 协作, "
            "timeline 期限, findings 检查, compare 比较, whatif 试算"
            " | only these views; may be given several times (default: all)",
            show_default=False,
        ),
    ] = None,
    split: Annotated[
        bool,
        typer.Option(
            "--split",
            help="写成文件夹：目录、完整网页、每个单位一页"
            " | a folder: an index, the whole page, and a page for each unit",
        ),
    ] = False,
    today: Annotated[
        str | None,
        typer.Option(
            "--today",
            metavar="YYYY-MM-DD",
            help="以哪天判断期限（默认为打开网页的那天）"
            " | the day to judge deadlines by (default: the day on which the page is opened)",
        ),
    ] = None,
    lang: Lang = Language.ZH,
) -> None:
    """生成可离线打开的交互网页。 | Write an interactive page that opens offline."""
    last = day(today)
    with facts_of(inputs, lang) as facts:
        from graphmodel.pipeline import view as write

        shown = _shown(facts, kinds or [ViewKind.ALL], lang)
        write(facts, out, lang=lang, kinds=shown, today=last, split=split)
        say_written(str(Path(out) / "index.html") if split else out, lang)


def _shown(facts: Facts, asked: Sequence[ViewKind], lang: Language) -> list[str]:
    """The views that were asked for; what there is nothing for is told.

    Raises:
        WrongUsage: `one_place`, where nothing remains.
    """
    from graphmodel.views.kinds import showable

    if ViewKind.ALL in asked:
        return showable(facts)
    shown = showable(facts, asked)
    for kind in asked:
        if kind not in shown and shown:
            say(_LEFT_OUT(lang, kind=kind))
    if not shown:
        raise WrongUsage(f"--kind {asked[0]}", "one_place")
    return shown
