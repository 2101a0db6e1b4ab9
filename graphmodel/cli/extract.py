"""`graphmodel extract`: plans to facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graphmodel.cli.errors import WrongUsage
from graphmodel.cli.inputs import end, facts_of, quoted, say_failures, say_unused
from graphmodel.cli.options import Inputs, Lang, Out
from graphmodel.cli.output import give, say, say_written
from graphmodel.cli.status import Status
from graphmodel.reports.wording import Language, Wording

if TYPE_CHECKING:
    from graphmodel.batch.result import Result
    from graphmodel.batch.worker import Source
    from graphmodel.model.errors import GraphmodelError
    from graphmodel.model.facts import Facts


class FactsFormat(StrEnum):
    """How facts are given."""

    JSON = "json"
    CSV = "csv"
    PARQUET = "parquet"


_DONE = Wording(
    "{plans} 份方案，{tasks} 项任务，{responsibilities} 条责任，"
    "[存疑 {doubtful} 处：{review}][{none}]",
    "{plans} plans, {tasks} tasks, {responsibilities} responsibilities, "
    "[{doubtful} doubtful: {review}][{none}]",
)
_NONE = Wording("没有存疑之处。", "none doubtful.")
_STOPPED = Wording(
    "已中断；{parts} 中留有已完成的部分，再次运行同一命令会接着做。",
    "Stopped; what is done is kept in {parts}, and the same command goes on from there.",
)


def extract(
    inputs: Inputs,
    output_format: Annotated[
        FactsFormat, typer.Option("--format", help="输出格式 | format")
    ] = FactsFormat.JSON,
    out: Out = None,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="不含原文 | leave the plans' texts out")
    ] = False,
    plan_id: Annotated[
        str | None, typer.Option("--plan-id", metavar="ID", help="方案编号 | id of the plan")
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "--jobs",
            metavar="N",
            min=1,
            help="并行进程数（默认按文件多少决定） | processes (default: as many as are worth it)",
        ),
    ] = None,
    lang: Lang = Language.ZH,
) -> None:
    """从方案中提取事实。 | Take the facts from plans.

    json 写到标准输出或文件；csv、parquet 写到文件夹。用 --out 时，中断后再次运行会接着做。
    json goes to standard output or a file; csv and parquet into a folder. With --out, a run that
    was interrupted goes on where it was.
    """
    if output_format is not FactsFormat.JSON and out is None:
        raise WrongUsage(output_format, "folder_needed")
    if plan_id is None:
        from graphmodel.batch.documents import documents_of

        found = documents_of(inputs)
        if found is not None and len(found[0]) > 1:
            _extract_many(*found, inputs, output_format, out, not no_text, jobs, lang)
            return
    with facts_of(inputs, lang, plan_id=plan_id) as facts:
        from graphmodel.batch.worker import counts_of

        _give(facts.without_texts() if no_text else facts, output_format, out, lang)
        say(_closing(counts_of(facts), inputs, lang))


def _give(facts: Facts, output_format: FactsFormat, out: str | None, lang: Language) -> None:
    from graphmodel.model.facts_folder import FolderFormat, write_folder
    from graphmodel.model.facts_json import to_json

    if output_format is FactsFormat.JSON or out is None:
        give(to_json(facts), out, lang)
    else:
        write_folder(facts, Path(out), FolderFormat(output_format))
        say_written(out, lang)


def _extract_many(
    documents: Sequence[Source],
    failures: Sequence[GraphmodelError],
    inputs: Sequence[str],
    output_format: FactsFormat,
    out: str | None,
    with_texts: bool,
    jobs: int | None,
    lang: Language,
) -> None:
    """Read several documents, each kept when it is done."""
    from graphmodel.batch.parts import RowFormat
    from graphmodel.batch.run import many
    from graphmodel.batch.store import parts_folder
    from graphmodel.cli.progress import progress

    form = RowFormat.CSV if output_format is FactsFormat.CSV else RowFormat.JSON
    with parts_folder(Path(out) if out else None) as parts:
        try:
            with progress(len(documents), lang) as step:
                result = many(documents, parts, form, with_texts, jobs, step)
        except KeyboardInterrupt:
            if out:
                say(_STOPPED(lang, parts=parts))
            raise
        failures = [*failures, *result.failures]
        say_failures(failures, lang)
        if result.counts["plans"]:
            say_unused(result.unused, lang)
            _give_many(result, output_format, out, lang)
            say(_closing(result.counts, inputs, lang))
    if not result.counts["plans"]:
        raise typer.Exit(Status.FAILED)
    end(failures, lang)


def _give_many(result: Result, output_format: FactsFormat, out: str | None, lang: Language) -> None:
    from graphmodel.model.facts_folder import FolderFormat

    if output_format is FactsFormat.JSON or out is None:
        give(result.json(), out, lang)
    else:
        result.write_folder(Path(out), FolderFormat(output_format))
        say_written(out, lang)


def _closing(counts: Mapping[str, int], inputs: Sequence[str], lang: Language) -> str:
    doubtful = counts["doubtful"] or None
    return _DONE(
        lang,
        plans=counts["plans"],
        tasks=counts["tasks"],
        responsibilities=counts["responsibilities"],
        doubtful=doubtful,
        review=f"graphmodel review {quoted(inputs)}" if doubtful else None,
        none=None if doubtful else _NONE(lang),
    )
