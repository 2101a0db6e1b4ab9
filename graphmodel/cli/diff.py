"""`graphmodel diff`: what changed between two states of a plan."""

from __future__ import annotations

from typing import Annotated

import typer

from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Lang, Out
from graphmodel.cli.output import give, line_width
from graphmodel.cli.status import Status
from graphmodel.cli.tables import Named, TableFormat, give_tables, needs_file
from graphmodel.reports.wording import Language, Wording

_SHEET = Wording("变化", "Changes")

_KINDS = "文件、文件夹、事实文件夹或事实 JSON | a document, folder, facts folder or facts JSON"


def diff(
    old: Annotated[str, typer.Argument(metavar="OLD", help=f"原：{_KINDS}", show_default=False)],
    new: Annotated[
        str, typer.Argument(metavar="NEW", help="现：同上 | the state after", show_default=False)
    ],
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="有变化时退出码为 1 | exit with 1 where they differ")
    ] = False,
    output_format: Annotated[
        TableFormat, typer.Option("--format", help="输出格式 | format")
    ] = TableFormat.TABLE,
    out: Out = None,
    lang: Lang = Language.ZH,
) -> None:
    """比较征求意见稿与正式文本，或两年的方案。 | A draft and the issued text, or two years.

    任务按标题、文字和编号配对，列出牵头、配合、目标、期限的变化。
    Tasks are paired by title, text and number; then come changes of lead, support, target, date.
    """
    needs_file(output_format, out)
    with facts_of([old], lang) as before, facts_of([new], lang) as after:
        from graphmodel.reports.difference_text import to_text
        from graphmodel.reports.differences import difference_report, drawn

        report = difference_report(before, after, lang)
        if output_format is TableFormat.TABLE:
            give(to_text(report, width=line_width(out)), out, lang)
        else:
            give_tables([Named("changes", _SHEET(lang), report)], output_format, out, drawn)
    if exit_code and report.rows:
        raise typer.Exit(Status.FINDINGS)
