"""Wrong usage, in the user's language."""

from __future__ import annotations

import re

import typer

from graphmodel.reports.wording import Language, Wording

_PATTERNS = (
    (
        r"No such option: (?P<what>\S+)(?: \(Possible options: (?P<near>.*)\))?",
        Wording("没有选项 {what}[；是否指 {near}]。", "No such option: {what}[ (near: {near})]."),
    ),
    (
        r"No such command '(?P<what>.*?)'\.(?: Did you mean (?P<near>.*)\?)?",
        Wording("没有命令 {what}[；是否指 {near}]。", "No such command: {what}[ (near: {near})]."),
    ),
    (
        r"Missing (?:argument|option) '(?P<what>.*?)'\.[\s\S]*",
        Wording("缺少 {what}。", "Missing: {what}."),
    ),
    (r"Missing command\.", Wording("缺少命令。", "Missing: a command.")),
    (
        r"Option '(?P<what>.*)' requires an argument\.",
        Wording("选项 {what} 后面缺少值。", "{what} needs a value."),
    ),
    (
        r"Option '(?P<what>.*)' does not take a value\.",
        Wording("选项 {what} 后面不能有值。", "{what} takes no value."),
    ),
    (
        r"Invalid value for '(?P<what>.*?)'(?: \(env var: '.*'\))?: (?:Value error, )?"
        r"'(?P<got>.*)' is not one of "
        r"(?P<choices>.*)\.",
        Wording(
            "{what} 不能是“{got}”，可选：{choices}。",
            "{what} cannot be '{got}'; choose of {choices}.",
        ),
    ),
    (
        r"Invalid value for '(?P<what>.*?)': Input should be greater than or equal to "
        r"(?P<least>.*)",
        Wording("{what} 不能小于 {least}。", "{what} cannot be less than {least}."),
    ),
    (
        r"Got unexpected extra argument\(s\) \((?P<what>.*)\)",
        Wording("多余的参数：{what}。", "Unexpected: {what}."),
    ),
)
"""Messages of the parser, and how we put them; others stay as they are."""
_WITH_HELP = Wording("{said}用法见 {command} --help。", "{said} See {command} --help.")
_USAGE = "Usage:"


def usage_line(error: typer.TyperException, language: Language) -> str:
    """What is wrong with the arguments, and where to read how they go.

    A command line without any arguments is answered by the help itself.
    """
    message = error.format_message()
    if message.startswith(_USAGE):
        return message
    context = getattr(error, "ctx", None)
    command = context.command_path if context else "graphmodel"
    return _WITH_HELP(language, said=_translate(message, language), command=command)


def _translate(message: str, language: Language) -> str:
    for pattern, wording in _PATTERNS:
        if match := re.fullmatch(pattern, message):
            return wording(language, **match.groupdict())
    return message
