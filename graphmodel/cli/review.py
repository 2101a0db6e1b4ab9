"""`graphmodel review`: what is doubtful, and what would settle it."""

from __future__ import annotations

from typing import Annotated

import typer

from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Inputs, Lang, Out
from graphmodel.cli.output import give, line_width
from graphmodel.cli.report import ReportFormat
from graphmodel.model.facts import Facts
from graphmodel.reports.wording import Language


def review(
    inputs: Inputs,
    output_format: Annotated[
        ReportFormat, typer.Option("--format", help="输出格式 | format")
    ] = ReportFormat.TABLE,
    out: Out = None,
    lang: Lang = Language.ZH,
) -> None:
    """列出存疑之处和可用的更正。 | What is doubtful, and the corrections that would settle it.

    把更正写进文件旁的 corrections.toml，再次运行即生效，见 docs/corrections.md。
    Corrections go into corrections.toml beside the documents, see docs/corrections.md.
    """
    with facts_of(inputs, lang) as facts:
        give(_written(facts, output_format, out, lang), out, lang)


def _written(facts: Facts, output_format: ReportFormat, out: str | None, lang: Language) -> str:
    from graphmodel.reports import formats, review_text
    from graphmodel.reports.review import review as of

    items = of(facts, lang)
    match output_format:
        case ReportFormat.JSON:
            return formats.to_json(review_text.to_report(items, lang))
        case ReportFormat.CSV:
            return formats.to_csv(review_text.to_report(items, lang))
        case ReportFormat.MD:
            return review_text.to_markdown(items, lang)
        case ReportFormat.TABLE:
            return review_text.to_text(items, lang, width=line_width(out))
