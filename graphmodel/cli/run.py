"""One run of the command line: from arguments to exit status, without a traceback."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

import typer

from graphmodel.cli.app import app
from graphmodel.cli.errors import error_line
from graphmodel.cli.output import line_width, prepare_streams, say
from graphmodel.cli.status import Status
from graphmodel.cli.store_errors import place_lines
from graphmodel.cli.usage import usage_line
from graphmodel.model.errors import GraphmodelError, StoreError, told
from graphmodel.reports.wording import Language, Wording

_DEFECT = Wording(
    "graphmodel 内部出错：{error}。请报告此问题；设置环境变量 GRAPHMODEL_DEBUG=1 可看到详情。",
    "graphmodel has failed: {error}. Please report this; GRAPHMODEL_DEBUG=1 in the environment "
    "shows the details.",
)


def run(arguments: Sequence[str]) -> int:
    """Carry out a command line; the exit status, one of `Status`."""
    prepare_streams()
    language = language_of(arguments, os.environ)
    try:
        return app(list(arguments), "graphmodel", standalone_mode=False) or Status.DONE
    except GraphmodelError as error:
        say("\n".join([error_line(error, language), *place_lines(error, line_width(None))]))
        return Status.STORE if isinstance(error, StoreError) else Status.FAILED
    except typer.TyperException as error:
        say(usage_line(error, language))
        return Status.FAILED
    except Exception as error:
        if os.environ.get("GRAPHMODEL_DEBUG"):
            raise
        from graphmodel.reports.cells import visible

        say(visible(_DEFECT(language, error=told(error))))
        return Status.DEFECT


def language_of(arguments: Sequence[str], environment: Mapping[str, str]) -> Language:
    """The language of messages: of `--lang`, else of GRAPHMODEL_LANG, else Chinese.

    Read before the arguments are parsed, since parsing them has messages of its own.
    """
    said = environment.get("GRAPHMODEL_LANG", "")
    for argument, following in zip(arguments, [*arguments, ""][1:], strict=True):
        option, _, value = argument.partition("=")
        if option == "--lang":
            said = value or following
    return Language.EN if said == Language.EN else Language.ZH
