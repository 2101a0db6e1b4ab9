"""The rules by code; `docs/rules/` has a page on each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from graphmodel.checks import documents, indicators, leads, loads, names, privacy, structure, times
from graphmodel.checks.finding import Message
from graphmodel.checks.rule import Rule
from graphmodel.model.vocabulary import Severity

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

_RULES = (
    Rule("R001", _ERROR, Message("没有牵头单位", "no lead"), leads.no_lead),
    Rule(
        "R002",
        _WARNING,
        Message("只由集合称谓牵头", "led only by a collective"),
        leads.only_collectives_lead,
    ),
    Rule("R003", _WARNING, Message("牵头单位过多", "many leads"), leads.many_leads),
    Rule(
        "R004",
        _ERROR,
        Message("同一单位既牵头又配合", "the same unit leads and supports"),
        leads.leads_and_supports,
    ),
    Rule("R005", _ERROR, Message("只有配合单位", "only supporters"), leads.only_supporters),
    Rule(
        "R006",
        _WARNING,
        Message("牵头单位以“等”收尾", "lead left open by 等"),
        leads.lead_left_open,
        needs_text=True,
    ),
    Rule(
        "D001",
        _ERROR,
        Message("写的数目与实际不符", "announced count differs from what follows"),
        structure.announced_counts,
        needs_text=True,
    ),
    Rule(
        "D002",
        _WARNING,
        Message("编号缺漏或重复", "gap or repeat in numbering"),
        structure.numbering,
        needs_text=True,
    ),
    Rule(
        "D003",
        _WARNING,
        Message("附件列出而没有", "annex announced, not there"),
        documents.missing_annexes,
    ),
    Rule(
        "D004",
        _ERROR,
        Message("附件与正文的牵头单位不一致", "annex and body disagree on a lead"),
        documents.annex_against_body,
    ),
    Rule(
        "D005",
        _WARNING,
        Message("分工的括号不成对", "unbalanced bracket in an attribution"),
        documents.unbalanced_brackets,
    ),
    Rule(
        "D006",
        _WARNING,
        Message("分工读不懂", "attribution not understood"),
        documents.not_understood,
    ),
    Rule(
        "D007",
        _ERROR,
        Message("引用的章节不存在", "cross-reference to a section that does not exist"),
        structure.references,
        needs_text=True,
    ),
    Rule(
        "N001",
        _WARNING,
        Message("单位名称疑有误写", "probable misspelling of a unit"),
        names.misspellings,
    ),
    Rule("N002", _WARNING, Message("简称有歧义", "ambiguous short name"), names.ambiguous_names),
    Rule(
        "N003",
        _WARNING,
        Message("一个单位两种写法", "one body under two names"),
        names.several_names,
    ),
    Rule(
        "N004",
        _WARNING,
        Message("用了机构改革前的名称", "unit by its name before the reform"),
        names.former_names,
    ),
    Rule(
        "I001", _WARNING, Message("指标没有任务", "indicator without task"), indicators.without_task
    ),
    Rule(
        "I002",
        _WARNING,
        Message("指标没有责任单位", "indicator without lead"),
        indicators.without_lead,
    ),
    Rule(
        "I003",
        _WARNING,
        Message("同一目标前后不一", "several tasks set different targets for one metric"),
        indicators.contradicting_targets,
    ),
    Rule(
        "T001",
        _ERROR,
        Message("期限早于印发日期", "deadline before the date of issue"),
        times.before_issue,
    ),
    Rule(
        "T002",
        _ERROR,
        Message("不存在的日期", "impossible date"),
        times.impossible_dates,
        needs_text=True,
    ),
    Rule(
        "T003",
        _WARNING,
        Message("定期报送没有对象", "recurrence without a recipient"),
        times.reports_to_nobody,
    ),
    Rule(
        "T004",
        _WARNING,
        Message("期限晚于方案自身的期限", "later than the plan's own end"),
        times.after_the_end,
    ),
    Rule("W001", _WARNING, Message("单位超载", "overloaded unit"), loads.overloaded_units),
    Rule("W002", _INFO, Message("套话式配合", "boilerplate supporter"), loads.boilerplate_support),
    Rule(
        "P001",
        _WARNING,
        Message("文中有联系方式", "contact data in the text (masked)"),
        privacy.contact_data,
        needs_text=True,
    ),
)
RULES: Mapping[str, Rule] = {rule.code: rule for rule in _RULES}


class NoSuchRule(LookupError):
    """A word that is neither a code nor the beginning of one."""


def chosen(prefixes: Iterable[str]) -> Sequence[Rule]:
    """The rules that are asked for, in the order of the registry.

    Args:
        prefixes: Codes, or beginnings of codes such as `R`; none: all rules.

    Raises:
        NoSuchRule: No code begins with one of these, which is its argument.
    """
    wanted: set[str] = set()
    several = list(prefixes)
    for prefix in several:
        codes = {code for code in RULES if prefix and code.startswith(prefix.upper())}
        if not codes:
            raise NoSuchRule(prefix)
        wanted |= codes
    return [rule for rule in _RULES if not several or rule.code in wanted]
