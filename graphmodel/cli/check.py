"""`graphmodel check`: what is wrong with a plan, before it is issued."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from graphmodel.cli.errors import WrongUsage
from graphmodel.cli.inputs import facts_of
from graphmodel.cli.options import Lang, Out
from graphmodel.cli.output import give, line_width, say
from graphmodel.cli.parameters import day
from graphmodel.cli.status import Status
from graphmodel.model.vocabulary import Severity
from graphmodel.reports.wording import Language

if TYPE_CHECKING:
    from graphmodel.checks.finding import Finding
    from graphmodel.checks.rule import Rule
    from graphmodel.model.facts import Facts


class CheckFormat(StrEnum):
    """How findings are given."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MD = "md"
    SARIF = "sarif"


OptionalInputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="文件、文件夹、事实文件夹、事实 JSON，或 -（标准输入）"
        " | documents, folders, facts folders, facts JSON, or - (standard input)",
        show_default=False,
    ),
]
Select = Annotated[
    str | None,
    typer.Option(
        "--select",
        metavar="CODES",
        help="只查这些规则，如 R,D001（默认全部） | only these rules, such as R,D001",
    ),
]
Ignore = Annotated[
    str | None,
    typer.Option("--ignore", metavar="CODES", help="不查这些规则 | leave these rules out"),
]
Today = Annotated[
    str | None,
    typer.Option(
        "--today",
        metavar="YYYY-MM-DD",
        help="方案没有印发日期时，以此日判断期限 | the day to judge deadlines by where a plan has "
        "no date of issue",
    ),
]
Explain = Annotated[
    str | None,
    typer.Option("--explain", metavar="CODE", help="说明一条规则 | explain a rule"),
]


def check(
    inputs: OptionalInputs = None,
    select: Select = None,
    ignore: Ignore = None,
    output_format: Annotated[
        CheckFormat, typer.Option("--format", help="输出格式 | format")
    ] = CheckFormat.TABLE,
    today: Today = None,
    explain: Explain = None,
    out: Out = None,
    lang: Lang = Language.ZH,
) -> None:
    """检查方案：缺牵头、数目不符、附件不一致等。 | What is wrong with a plan before it is issued.

    发现错误级问题时退出码为 1。规则见 docs/rules/。
    The exit status is 1 where errors are found. docs/rules/ has a page on each rule.
    """
    if explain is not None:
        give(_explained(explain, lang), out, lang)
        return
    if not inputs:
        raise WrongUsage("INPUT", "inputs_needed")
    from graphmodel.checks.checker import check as findings_of

    rules, last = _rules(select, ignore), day(today)
    with facts_of(inputs, lang) as facts:
        findings = findings_of(facts, rules, last)
        give(_written(facts, findings, rules, output_format, out, lang), out, lang)
        _close(facts, findings, rules, lang)
    if any(finding.severity is Severity.ERROR for finding in findings):
        raise typer.Exit(Status.FINDINGS)


def _explained(code: str, language: Language) -> str:
    from graphmodel.reports.rules import page

    rules = _chosen("--explain", [code])
    return "\n".join(page(rule.code, language) for rule in rules)


def _rules(select: str | None, ignore: str | None) -> Sequence[Rule]:
    wanted = _chosen("--select", _codes(select))
    unwanted = _chosen("--ignore", _codes(ignore)) if ignore is not None else ()
    return [rule for rule in wanted if rule not in unwanted]


def _codes(text: str | None) -> list[str]:
    return [code.strip() for code in text.split(",")] if text is not None else []


def _chosen(option: str, codes: Sequence[str]) -> Sequence[Rule]:
    """The rules of an option.

    Raises:
        WrongUsage: `no_such_rule`.
    """
    from graphmodel.checks.registry import NoSuchRule, chosen

    try:
        return chosen(codes)
    except NoSuchRule as error:
        raise WrongUsage(option, "no_such_rule", part=error.args[0]) from error


def _written(
    facts: Facts,
    findings: Sequence[Finding],
    rules: Sequence[Rule],
    output_format: CheckFormat,
    out: str | None,
    language: Language,
) -> str:
    from graphmodel import __version__
    from graphmodel.reports import answers, findings_text, formats, sarif
    from graphmodel.reports.findings import closing_line, shown, to_report

    items = shown(facts, findings, language)
    match output_format:
        case CheckFormat.JSON:
            return formats.to_json(to_report(items, language))
        case CheckFormat.CSV:
            return answers.to_csv(to_report(items, language))
        case CheckFormat.MD:
            closing = closing_line(findings, len(rules), language)
            return findings_text.to_markdown(items, closing, language)
        case CheckFormat.SARIF:
            return sarif.to_sarif(items, rules, __version__, language)
        case CheckFormat.TABLE:
            return findings_text.to_text(items, language, width=line_width(out))


def _close(
    facts: Facts, findings: Sequence[Finding], rules: Sequence[Rule], language: Language
) -> None:
    """The last lines: what could not be checked, and how many findings."""
    from graphmodel.reports.findings import closing_line, unchecked_line

    codes = [rule.code for rule in rules if rule.needs_text]
    if (line := unchecked_line(facts, codes, language)) is not None:
        say(line)
    say(closing_line(findings, len(rules), language))
