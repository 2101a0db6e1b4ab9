"""A plan printed by a browser: A4, lines of 28 characters, a running head, page numbers.

As offices print: paragraphs indented by two characters, larger titles in the middle, tables with
rules, whose rows may be cut by the end of a page.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from html import escape
from itertools import groupby
from pathlib import Path

import pytest

from tests.conftest import CHROMIUM_ARGUMENTS, CHROMIUM_NAMES
from tests.rendering.tables import Merged, merged_cells

_HEAD_LINES = 3
_TITLE_ENDS = ("通知", "方案", "计划", "要点", "措施", "机制")
_PAGE = """<!DOCTYPE html>
<html lang="zh"><head><meta charset="utf-8"><title>方案</title><style>
@page {{
  size: A4; margin: 37mm 26mm 35mm 28mm;
  @top-right {{ content: "霁岭县人民政府文件"; font-size: 9pt; }}
  @bottom-center {{ content: "— " counter(page) " —"; font-size: 14pt; }}
}}
body {{ font: 16pt/28pt FangSong, "Noto Serif CJK SC", serif; text-align: justify; margin: 0; }}
p {{ margin: 0; text-indent: 2em; orphans: 1; widows: 1; }}
p.title {{ font-size: 22pt; line-height: 32pt; text-align: center; text-indent: 0; }}
table {{ width: 100%; border-collapse: collapse; font-size: 11pt; line-height: 16pt; }}
td {{ border: 1px solid black; padding: 2px 5px; text-align: center; }}
</style></head><body>
{body}
</body></html>
"""


def render_pdf(text: str) -> bytes:
    """The printed pages of a plan: a paragraph for a line, a table for lines with tabs."""
    parts = []
    lines = list(filter(str.strip, text.splitlines()))
    numbered = enumerate(lines)
    for in_table, group in groupby(numbered, lambda pair: "\t" in pair[1]):
        several = list(group)
        if in_table:
            parts.append(_table([line for _, line in several]))
        else:
            parts += [_paragraph(line, number) for number, line in several]
    return print_page(_PAGE.format(body="\n".join(parts)))


def print_page(html: str) -> bytes:
    """What Chromium prints of a page, without a head or foot of its own."""
    executable = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if executable is None:
        pytest.skip("Chromium is not installed (apt-get install chromium fonts-noto-cjk)")
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "page.html"), Path(folder, "page.pdf")
        source.write_text(html, encoding="utf-8")
        subprocess.run(
            [
                executable,
                "--headless",
                f"--user-data-dir={folder}/profile",
                "--no-pdf-header-footer",
                f"--print-to-pdf={target}",
                *CHROMIUM_ARGUMENTS,
                source.as_uri(),
            ],
            check=True,
            capture_output=True,
            timeout=120,
            env={**os.environ, "HOME": folder},
        )
        return target.read_bytes()


def _paragraph(line: str, number: int) -> str:
    words = line.strip()
    is_title = number < _HEAD_LINES and words.endswith(_TITLE_ENDS)
    return f'<p class="title">{escape(words)}</p>' if is_title else f"<p>{escape(words)}</p>"


def _table(lines: list[str]) -> str:
    rows = groupby(merged_cells(lines), lambda cell: cell.row)
    body = "\n".join(f"<tr>{''.join(map(_cell, cells))}</tr>" for _, cells in rows)
    return f"<table><tbody>{body}</tbody></table>"


def _cell(cell: Merged) -> str:
    spans = f" colspan={cell.columns}" if cell.columns > 1 else ""
    spans += f" rowspan={cell.rows}" if cell.rows > 1 else ""
    return f"<td{spans}>{escape(cell.words.strip())}</td>"
