"""`graphmodel view`: plans to an interactive page."""

from __future__ import annotations

from typing import Annotated

import typer

from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang
from graphmodel.cli.output import say_written
from graphmodel.reports.wording import Language


def view(
    inputs: Inputs,
    out: Annotated[
        str,
        typer.Option("--out", metavar="PAGE.html", help="写入的网页 | the page to write"),
    ],
    lang: Lang = Language.ZH,
) -> None:
    """生成可离线打开的交互网页。 | Write an interactive page that opens offline."""
    with facts_of(inputs, lang) as facts:
        from graphmodel.pipeline import view as write_page

        write_page(facts, out, lang=lang)
        say_written(out, lang)
