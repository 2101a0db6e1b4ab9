"""How tables, columns and values of facts are called where people read them."""

from __future__ import annotations

from functools import cache

from graphmodel.model.resources import read_vocabulary
from graphmodel.reports.wording import Language, Wording

TABLES = {
    "plans": Wording("方案", "plan"),
    "sections": Wording("章节", "section"),
    "tasks": Wording("任务", "task"),
    "jurisdictions": Wording("地方", "place"),
    "units": Wording("单位", "unit"),
    "mentions": Wording("单位判定", "unit decision"),
    "responsibilities": Wording("责任", "responsibility"),
    "posts": Wording("责任领导职务", "post in charge"),
    "indicators": Wording("指标", "indicator"),
    "measures": Wording("指标关联", "indicator link"),
    "targets": Wording("量化目标", "target"),
    "deadlines": Wording("期限", "deadline"),
    "duties": Wording("定期义务", "duty"),
    "stages": Wording("阶段", "stage"),
    "diagnostics": Wording("存疑", "doubt"),
}
_COLUMNS = {
    "plan": "方案",
    "title": "标题",
    "doc_number": "文号",
    "issuers": "发文机关",
    "issuer_ids": "发文单位",
    "jurisdiction": "地方",
    "jurisdiction_id": "所属地方",
    "host": "设在",
    "candidates": "可能是",
    "issued": "发文日期",
    "status": "状态",
    "references": "引用文件",
    "source": "文件",
    "sha256": "校验和",
    "format": "格式",
    "encoding": "编码",
    "ocr": "文字由识别得来",
    "path": "序号",
    "section": "所属章节",
    "parent": "上级",
    "level": "层级",
    "name": "名称",
    "kind": "类别",
    "function": "职能",
    "functions": "全部职能",
    "mention": "原文称谓",
    "rule": "规则",
    "reason": "理由",
    "task": "任务",
    "same_as": "同一任务",
    "indicator": "指标",
    "unit": "单位",
    "units": "单位",
    "role": "角色",
    "group": "第几处分工（从 0 起）",
    "basis": "依据",
    "confidence": "可信度",
    "reasons": "存疑理由",
    "certainty": "文字识别把握",
    "open_ended": "名单以“等”结尾",
    "standing": "来自通则",
    "post": "职务",
    "code": "代码",
    "words": "关联用语",
    "metric": "内容",
    "op": "比较",
    "value": "数值",
    "date": "日期",
    "recurrence": "周期",
    "event": "事件",
    "to": "对象",
    "dates": "日期",
    "first": "开始",
    "last": "结束",
}
_VALUES = {
    "role": {
        "lead": Wording("牵头", "leads"),
        "support": Wording("配合", "supports"),
        "engaged": Wording("协同", "is engaged in"),
    },
    "basis": {
        "designated": Wording("有“牵头”一类字样", "a lead word marks it"),
        "joint": Wording("并列多家，均为牵头", "a list without a lead word: all lead"),
        "sole": Wording("只有一家", "the only body"),
        "first_listed": Wording("文件规定列首位者牵头", "the document says the first one leads"),
        "heading": Wording("由标题或表格位置得知", "by its place in a heading or table"),
        "title": Wording("标题中出现", "in the title"),
        "body": Wording("正文中出现", "in the text"),
        "table": Wording("表格中出现", "in a table"),
    },
    "confidence": {
        "certain": Wording("确定", "certain"),
        "likely": Wording("较可信", "likely"),
        "doubtful": Wording("存疑", "doubtful"),
    },
    "kind": {
        "unit": Wording("单位", "unit"),
        "collective": Wording("集合主体", "collective"),
        "external": Wording("外部单位", "outside body"),
        "report": Wording("报送", "report"),
        "meet": Wording("会议", "meet"),
        "bulletin": Wording("通报", "bulletin"),
        "assess": Wording("考核", "assess"),
    },
    "status": {
        "issued": Wording("已印发", "issued"),
        "draft": Wording("征求意见稿", "draft"),
    },
    "op": {
        "<=": Wording("不超过", "at most"),
        ">=": Wording("不少于", "at least"),
        "=": Wording("等于", "equal to"),
        "up_by": Wording("增加", "up by"),
        "down_by": Wording("减少", "down by"),
    },
    "recurrence": {
        "daily": Wording("每日", "daily"),
        "weekly": Wording("每周", "weekly"),
        "monthly": Wording("每月", "monthly"),
        "quarterly": Wording("每季度", "quarterly"),
        "half_yearly": Wording("每半年", "half-yearly"),
        "yearly": Wording("每年", "yearly"),
    },
    "level": {
        "nation": Wording("国家", "nation"),
        "province": Wording("省级", "province"),
        "city": Wording("市级", "city"),
        "county": Wording("县级", "county"),
        "township": Wording("乡级", "township"),
    },
    "severity": {
        "info": Wording("提示", "remark"),
        "warning": Wording("警告", "warning"),
        "error": Wording("错误", "error"),
    },
}
_YES = Wording("是", "yes")


def table_word(table: str, language: Language) -> str:
    """What one row of a table is called."""
    return TABLES[table](language)


def column_word(column: str, language: Language) -> str:
    """What a column is called."""
    if language is Language.ZH:
        return _COLUMNS.get(column, column)
    return column.replace("_", " ")


def value_word(column: str, value: str, language: Language) -> str:
    """What a value is called: words with a fixed set of values are translated."""
    if value == "true":
        return _YES(language)
    if column == "reasons":
        return reason_words(value, language)
    wording = _VALUES.get(column, {}).get(value)
    return wording(language) if wording else value


def reason_words(code: str, language: Language) -> str:
    """Why a responsibility is not certain, by its code in `data/confidence.csv`."""
    wording = _reasons().get(code)
    return wording(language) if wording else code


@cache
def _reasons() -> dict[str, Wording]:
    rows = read_vocabulary("confidence.csv")
    return {row["evidence"]: Wording(row["zh"], row["en"]) for row in rows}
