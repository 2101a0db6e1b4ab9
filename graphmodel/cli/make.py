"""`graphmodel make`: everything at once, from documents to a folder to hand on."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang
from graphmodel.cli.output import say
from graphmodel.cli.parameters import day
from graphmodel.reports.wording import Language, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from graphmodel.delivery.products import Delivery

_FILE = Wording("  {name}  {said}", "  {name}  {said}")
_WRITTEN = Wording("已写入文件夹 {folder}：", "Written into the folder {folder}:")
_PAGES = Wording(
    "  units/  每个单位一页，共 {count} 页。", "  units/  A page for each body, {count}."
)
_OPEN = Wording("请先打开 {path}", "Open this first: {path}")


def make(
    inputs: Inputs,
    out: Annotated[
        str, typer.Option("--out", metavar="FOLDER", help="写入的文件夹 | the folder to write")
    ],
    today: Annotated[
        str | None,
        typer.Option(
            "--today",
            metavar="YYYY-MM-DD",
            help="以哪天判断期限（默认今天；网页默认为打开的那天）"
            " | the day to judge deadlines by (default: today; in pages the day of opening)",
        ),
    ] = None,
    lang: Lang = Language.ZH,
) -> None:
    """一次做齐：网页、任务分解表、责任清单、摘要、检查结果、数据。 | Everything in one folder.

    从 index.html 进入。再次运行会整体更新文件夹；其中有您加入或改过的文件时，不会覆盖。
    index.html leads to all of it. A second run renews the folder as a whole; where a file in it
    was added or changed, nothing is overwritten.
    """
    last = day(today)
    with facts_of(inputs, lang) as facts:
        from graphmodel.pipeline import make as write

        say("\n".join(_told(write(facts, out, lang=lang, today=last), out, lang)))


def _told(made: Delivery, out: str, lang: Language) -> Iterator[str]:
    """What was made, who is overloaded, and what to open first."""
    yield _WRITTEN(lang, folder=out)
    yield from (_FILE(lang, name=file.name, said=file.said) for file in made.files)
    yield _PAGES(lang, count=made.bodies)
    yield from made.answers
    yield _OPEN(lang, path=Path(out) / made.files[0].name)
