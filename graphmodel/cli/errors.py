"""Errors in one line, in the user's language: what is wrong with what, and what to do."""

from __future__ import annotations

import errno
import os
from collections.abc import Mapping

from graphmodel.cli.step_errors import STEP_REASONS
from graphmodel.cli.store_errors import (
    QUERY_ERRORS,
    STORE_ERRORS,
    USAGE_ERRORS,
    short_source,
    type_word,
)
from graphmodel.model.errors import GraphmodelError
from graphmodel.reports.wording import Language, Wording


class WrongUsage(GraphmodelError):
    """The command line cannot be carried out.

    Codes: bad_weights, file_needed, same_file, folder_needed, query_needed, own_query, empty_query,
    bad_pair, bad_day, store_needed, db_with_server, db_is_no_cache, inputs_with_server,
    write_to_cache, yes_needed, not_in_store, bad_thresholds, summary_only, inputs_needed,
    no_such_rule, option_elsewhere, one_place.
    """


ERRORS: Mapping[str, Wording] = {
    "missing": Wording(
        "找不到 {source}，请检查路径。",
        "{source}: no such file or folder; check the path.",
    ),
    "empty": Wording(
        "{source} 是空文件，没有可读的内容；请换成有正文的文件。",
        "{source} is empty; give a file that holds the text of a plan.",
    ),
    "not_text": Wording(
        "{source} 既不是文本，也不是能读取的格式；请另存为 .docx、.xlsx、.pdf 或 .txt 后再试。",
        "{source} is neither text nor a format that can be read; save it as .docx, .xlsx, .pdf or "
        ".txt and try again.",
    ),
    "unsupported_format": Wording(
        "{source} 的格式（{format}）还不能读取；请另存为 .docx、.xlsx、.pdf 或 .txt 后再试。",
        "{source}: the format {format} cannot be read yet; save it as .docx, .xlsx, .pdf or .txt "
        "and try again.",
    ),
    "unreadable": Wording(
        "无法读取 {source}[：{reason}]；请检查文件是否损坏、是否有权限打开。",
        "{source} cannot be read[: {reason}]; check that it is not damaged and that you may open "
        "it.",
    ),
    "too_large": Wording(
        "{source} 太大[，上限为 {limit}]；请拆分后再试。",
        "{source} is too large[, the limit is {limit}]; split it and try again.",
    ),
    "changed": Wording(
        "{source} 在读取过程中被改动；请等它保存完毕后再试。",
        "{source} changed while it was being read; wait until it is saved and try again.",
    ),
    "folder_empty": Wording(
        "文件夹 {source} 里没有可读的文件（Word、PDF、OFD、Excel、CSV、网页、文本、图片）；"
        "请检查路径。",
        "{source}: the folder holds nothing that can be read (Word, PDF, OFD, Excel, CSV, web "
        "pages, text, images); check the path.",
    ),
    "not_a_plan": Wording(
        "{source} 不像方案：既没有编号的条目，也没有责任分工；请检查是否选错了文件。",
        "{source} does not look like a plan: it has neither numbered items nor attributions; "
        "check that it is the right file.",
    ),
    "damaged": Wording(
        "{source} 已损坏或不完整[（{reason}）]；请重新取得该文件，或用 Office、WPS 打开后另存。",
        "{source} is damaged or incomplete[ ({reason})]; get the file again, or open and save it "
        "in an office program.",
    ),
    "encrypted": Wording(
        "{source} 已加密；请先去掉密码再试。",
        "{source} is encrypted; remove its password first.",
    ),
    "needs_ocr": Wording(
        "{source} 是扫描件，没有文字层；请先运行 pip install 'graphmodel[ocr]'。",
        "{source} is a scan without text; run pip install 'graphmodel[ocr]' first.",
    ),
    "needs_office": Wording(
        "{source} 是 {format} 格式，需要 LibreOffice 才能读取；请安装它，或另存为 .docx 后再试。",
        "{source}: reading {format} needs LibreOffice; install it, or save the file as .docx.",
    ),
    "office_failed": Wording(
        "LibreOffice 未能打开 {source}[（{reason}）]；请另存为 .docx 后再试。",
        "LibreOffice could not open {source}[ ({reason})]; save it as .docx and try again.",
    ),
    "defect": Wording(
        "{source} 未能处理：这是程序的缺陷，请附上文件报告给开发者（{reason}）；其余文件不受影响。",
        "{source} could not be processed: this is a defect of graphmodel, please report it with "
        "the file ({reason}); other files are not affected.",
    ),
    "killed": Wording(
        "读取 {source} 的进程被系统终止，多半是内存不足；请单独处理该文件，或拆分后再试。"
        "其余文件不受影响。",
        "{source}: the process that read it was killed, most likely for want of memory; read the "
        "file alone, or split it. Other files are not affected.",
    ),
    "malformed": Wording(
        "{source} 不是有效的事实文件[，问题在 {place}]；请用 graphmodel extract 重新生成。",
        "{source} is not a valid facts file[, see {place}]; make it again with graphmodel extract.",
    ),
    "invalid": Wording(
        "{source} 里的事实自相矛盾[：{place}][（共 {count} 处）]请用 graphmodel extract 重新生成。",
        "{source}: the facts contradict themselves[: {place}][ ({count} in all)]; make them again "
        "with graphmodel extract.",
    ),
    "plan_conflict": Wording(
        "{source} 和 {other} 编号相同（{plan}）而内容不同；请只留一份，或用 --plan-id 另给编号。",
        "{source} and {other} have the same id ({plan}) and different content; keep one of them, "
        "or give one another id with --plan-id.",
    ),
    "body_conflict": Wording(
        "{source} 在库中的方案[ {plan} ]里与这里不同：一处是单位，一处是集体称谓；"
        "请先更正其一（见 docs/corrections.md）再载入。",
        "{source} is a unit in one place and a group in the other, here and in the plan[ {plan}] "
        "of the store; correct one of them (docs/corrections.md) and load again.",
    ),
    "no_text": Wording(
        "{source} 的事实中没有原文；请用原文件，或在提取时去掉 --no-text。",
        "{source}: the facts came without the text; use the document itself, or extract without "
        "--no-text.",
    ),
    "unknown_id": Wording(
        "没有编号为 {source} 的事实[；是否指：{nearest}]。",
        "No fact has the id {source}[; did you mean: {nearest}].",
    ),
    "no_tasks": Wording(
        "{source} 里没有任务；请检查是否选错了文件。",
        "{source} holds no tasks; check that it is the right file.",
    ),
    "unwritable": Wording(
        "无法写入 {source}[：{reason}]；请换一个位置，或关闭占用该文件的程序。",
        "{source} cannot be written[: {reason}]; choose another place, or close the program that "
        "uses it.",
    ),
    "missing_package": Wording(
        "{source} 需要额外的软件包；请先运行 pip install '{package}'。",
        "{source} needs another package; run pip install '{package}' first.",
    ),
    "not_a_folder": Wording(
        "{source} 不能用作结果的文件夹（它是文件，或里面有别的文件）；请换一个新的或空的文件夹。",
        "{source} cannot be the folder of the result (it is a file, or holds other files); choose "
        "a new or empty folder.",
    ),
    "holds_others": Wording(
        "文件夹 {source} 里的 {file} 是您加入或改过的，不会被覆盖；请先把它移走，或换一个文件夹。",
        "{source} holds {file}, which was added or changed since, and is not overwritten; move it "
        "away first, or choose another folder.",
    ),
    "bad_weights": Wording(
        "{source} 中的“{part}”无效；请写成 lead=1,support=0.3,engaged=0.1，数值不小于 0。",
        "{source}: “{part}” is no weight; write lead=1,support=0.3,engaged=0.1, none below 0.",
    ),
    "no_annotations": Wording(
        "文件夹 {source} 里没有标注文件（.json）；请检查路径。",
        "{source}: the folder holds no annotations (.json); check the path.",
    ),
    "malformed_annotation": Wording(
        "{source} 不是有效的标注文件[，问题在 {place}]；格式见 docs/annotating.md。",
        "{source} is not a valid annotation[, see {place}]; docs/annotating.md describes the "
        "format.",
    ),
    "no_such_plan": Wording(
        "{source} 标注的方案（{plan}）不在所给的事实中；plan.id 应是方案编号或文件名（不含后缀）。",
        "{source}: the facts hold no plan {plan}; plan.id has to be the plan's id, or the name of "
        "its file without suffix.",
    ),
    "bad_correction": Wording(
        "{source}[ 第 {line} 行]的更正无效[：{reason}][（{key}）]；写法见 docs/corrections.md。",
        "{source}[, line {line}]: no valid correction[: {reason}][ ({key})]; "
        "docs/corrections.md describes the file.",
    ),
    "file_needed": Wording(
        "--format {source} 不是文本；请用 --out 指定文件。",
        "--format {source} is no text; name a file with --out.",
    ),
    "same_file": Wording(
        "--out 不能是 {source} 本身：已填写的台账要保留原样；请换一个文件名。",
        "--out cannot be {source} itself, which stays as it is; choose another name.",
    ),
    "no_ledger": Wording(
        "{source} 里没有台账；请使用 graphmodel ledger 生成、填写后的 .xlsx 文件。",
        "{source} holds no ledger; give an .xlsx file that graphmodel ledger made.",
    ),
    "other_kind": Wording(
        "{source} 是另一种台账（{kind}）；请去掉 --kind，或换成 --kind {kind}。",
        "{source} is a ledger of another kind ({kind}); leave --kind out, or give --kind {kind}.",
    ),
    "bad_scenario": Wording(
        "{source}[ 第 {line} 行]的步骤无效[：{reason}][（{key}）]；写法见 docs/scenarios.md。",
        "{source}[, line {line}]: this step will not do[: {reason}][ ({key})]; docs/scenarios.md "
        "describes the file.",
    ),
    "folder_needed": Wording(
        "--format {source} 会写出多个文件；请用 --out 指定文件夹。",
        "--format {source} writes several files; name a folder with --out.",
    ),
    "summary_only": Wording(
        "只有 report summary 能用 --format {source}；其他报告请用 table、json、csv 或 md。",
        "--format {source} goes with report summary alone; others take table, json, csv or md.",
    ),
    "one_place": Wording(
        "{source} 需要至少两个地方的方案，这里只有一个地方；请把要比较的方案一起给出。",
        "{source} takes plans of two places at least, and these are of one; give the plans to "
        "compare with as well.",
    ),
    "option_elsewhere": Wording(
        "选项 {source} 只用于这些报告：{part}。", "{source} goes with these reports alone: {part}."
    ),
    "bad_thresholds": Wording(
        "{source} {red} 大于 --yellow {yellow}：红的天数不能多于黄的。",
        "{source} {red} is more than --yellow {yellow}: red cannot begin before yellow.",
    ),
    **STORE_ERRORS,
    **QUERY_ERRORS,
    **USAGE_ERRORS,
}
_OTHER = Wording("{source}：{code}", "{source}: {code}")
_STDIN = Wording("标准输入", "standard input")
STDOUT = Wording("标准输出", "standard output")

_REASONS = {
    errno.ENOENT: "路径不存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "它是文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "路径中有一段不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只读",
    errno.ENAMETOOLONG: "文件名太长",
    errno.EBADF: "它已关闭",
    errno.EIO: "磁盘读写出错",
}
_SYSTEM_REASONS = {os.strerror(number): words for number, words in _REASONS.items()}
"""The system's words for them, in Chinese."""
_REASON_CODES = {
    "nesting": Wording("标签嵌套太深", "tags are nested too deeply"),
    "not-utf-8": Wording("文件不是 UTF-8 编码", "the file is not UTF-8"),
    "not-toml": Wording("不符合 TOML 语法", "this is not TOML"),
    "no-action": Wording(
        "条目只能是 accept、rename、merge、split 或 ignore",
        "an entry is one of accept, rename, merge, split and ignore",
    ),
    "unknown-key": Wording("没有这一项", "there is no such key here"),
    "missing-key": Wording("缺少一项", "a key is missing"),
    "bad-text": Wording("内容须是不为空的文字", "the value has to be text, and not empty"),
    "too-few": Wording("至少要列两个名称", "at least two names are needed"),
    "conflict": Wording("同一称谓已有另一条更正", "another entry is about the same words"),
    **STEP_REASONS,
}
_FORMATS = {
    "ole": Wording("Office 97–2003", "Office 97–2003"),
    "encrypted-office": Wording("加密的 Office 文件", "encrypted Office file"),
    "word-xml": Wording("Word XML", "Word XML"),
}


def error_line(error: GraphmodelError, language: Language) -> str:
    """The error on one line: what is wrong with what, and what to do."""
    from graphmodel.reports.cells import visible

    wording = ERRORS.get(error.code, _OTHER)
    details = {key: _detail(key, value, language) for key, value in error.details.items()}
    source = _STDIN(language) if error.source == "-" else short_source(error)
    return visible(wording(language, **{**details, "source": source, "code": error.code}))


def _detail(key: str, value: object, language: Language) -> str:
    text = str(value)
    if key == "limit" and isinstance(value, int):
        return f"{value / 1e6:.0f} MB"
    if key == "format":
        return _FORMATS[text](language) if text in _FORMATS else text.upper()
    if key == "type":
        return type_word(text, language)
    if key == "reason":
        return _reason(text, language).rstrip(".。")
    return text


def _reason(text: str, language: Language) -> str:
    if text in _REASON_CODES:
        return _REASON_CODES[text](language)
    return _SYSTEM_REASONS.get(text, text) if language is Language.ZH else text


def short_reason(code: str, language: Language) -> str:
    """Why inputs could not be read, in a word or two."""
    wording = _SHORT.get(code)
    return wording(language) if wording else code


_SHORT = {
    "missing": Wording("找不到", "missing"),
    "empty": Wording("空文件", "empty"),
    "not_text": Wording("不是文本", "not text"),
    "unsupported_format": Wording("格式不支持", "format not supported"),
    "unreadable": Wording("无法打开", "cannot be opened"),
    "too_large": Wording("太大", "too large"),
    "changed": Wording("读取时被改动", "changed"),
    "folder_empty": Wording("空文件夹", "empty folder"),
    "not_a_plan": Wording("不像方案", "not a plan"),
    "damaged": Wording("已损坏", "damaged"),
    "encrypted": Wording("已加密", "encrypted"),
    "needs_ocr": Wording("扫描件", "scan"),
    "needs_office": Wording("需要 LibreOffice", "needs LibreOffice"),
    "office_failed": Wording("LibreOffice 未能打开", "LibreOffice failed"),
    "killed": Wording("进程被终止", "process killed"),
    "defect": Wording("程序缺陷", "defect"),
    "plan_conflict": Wording("编号重复", "same id"),
}
