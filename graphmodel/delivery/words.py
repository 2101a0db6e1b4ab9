"""The words of the pages, by the keys that templates name them by."""

from __future__ import annotations

from collections.abc import Mapping

from graphmodel.reports.wording import Wording

WORDS: Mapping[str, Wording] = {
    "several": Wording("[{place} ]{count} 个方案", "{count} plans[ of {place}]"),
    "index_title": Wording("{title}：谁负责什么", "{title}: who is responsible for what"),
    "figures": Wording(
        "{plans} 个方案，{tasks} 项任务，{bodies} 个单位和集合主体，{overloaded} 个单位超载。",
        "Plans: {plans}, tasks: {tasks}, bodies: {bodies}, overloaded units: {overloaded}.",
    ),
    "who": Wording("谁担子过重", "Who carries too much"),
    "answer": Wording(
        "{sentence}[与其共同任务最多：{partners}。]",
        "{sentence}[ Shares most tasks with: {partners}.]",
    ),
    "closest": Wording("与其共同任务最多：", "Shares most tasks with: "),
    "more_overloaded": Wording(
        "另有 {count} 个单位超载，下表以 ▲ 标出。",
        "{count} more are overloaded, marked ▲ in the table below.",
    ),
    "index": Wording("总览", "Overview"),
    "index_said": Wording("总览，从这里进入。", "The overview, which leads to everything else."),
    "graph": Wording("交互网页", "Interactive page"),
    "graph_said": Wording(
        "可搜索、筛选、打印，每条都有原文。",
        "To search, filter and print; with the words behind everything.",
    ),
    "findings": Wording("检查结果", "Findings"),
    "plans": Wording("方案", "Plans"),
    "plan": Wording("方案", "Plan"),
    "issued": Wording("印发", "Issued"),
    "draft": Wording("征求意见稿", "draft"),
    "tasks": Wording("任务", "Tasks"),
    "bodies": Wording("单位", "Bodies"),
    "units": Wording("单位", "Units"),
    "unit": Wording("单位", "Unit"),
    "rank": Wording("名次", "Rank"),
    "load": Wording("负荷", "Load"),
    "leads": Wording("牵头", "Leads"),
    "supports": Wording("配合", "Supports"),
    "boilerplate": Wording("其中套话", "Boilerplate"),
    "engaged": Wording("协同", "Engaged"),
    "partners": Wording("共同任务最多的单位", "Shares most tasks with"),
    "overloaded": Wording("▲ 超载", "▲ overloaded"),
    "bar": Wording("负荷的构成", "What the load consists of"),
    "solid": Wording("牵头", "Leads"),
    "light": Wording("配合和协同", "Supports and engaged"),
    "line": Wording("超载线", "Overloaded above"),
    "comma": Wording("、", ", "),
    "others": Wording(
        "集合主体、外部单位和只负责指标的单位", "Collectives, outside bodies, leads of indicators"
    ),
    "kind": Wording("类别", "Kind"),
    "indicators": Wording("指标", "Indicators"),
    "counted": Wording("算法", "How this was counted"),
    "in_graph": Wording("在交互网页中查看", "See it in the interactive page"),
    "together": Wording("和谁一起做", "Who it works with"),
    "nobody": Wording("没有与其他单位共同承担的任务。", "No task is shared with another unit."),
    "shared": Wording("共同任务", "Shared tasks"),
    "co_lead": Wording("其中共同牵头", "Led jointly"),
    "besides": Wording("另有套话", "Boilerplate besides"),
    "further": Wording("还有：", "Also: "),
    "more_partners": Wording("，另有 {count} 个单位", ", and {count} more units"),
    "items": Wording("{part}（{count} 项）", "{part} ({count})"),
    "due": Wording("时限", "Due"),
    "target": Wording("目标", "Target"),
    "indicator": Wording("指标", "Indicator"),
    "lead": Wording("牵头", "Lead"),
    "support": Wording("配合", "Support"),
    "no_weight": Wording("套话或通则，不计负荷", "boilerplate or standing rule, no load"),
    "write": Wording("改为：{words}", "write: {words}"),
    "none_found": Wording("没有发现问题。", "Nothing found."),
}
