"""A plan as a Word document whose outline numbers Word makes itself: none of them is in its text.

As offices write them: headings numbered by their style, tracked changes, words in many runs,
merged cells.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from typing import NamedTuple

from tests.rendering.tables import Merged, merged_cells

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_CHINESE = "一二三四五六七八九"
_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_FORMATS = ("chineseCounting", "chineseCounting", "decimal", "decimal", "decimalEnclosedCircle")
_LISTS = (
    ("%1、", "（%2）", "%3.", "（%4）", "%5"),
    ("%1．", "(%2)", "%3、", "(%4)", "%5"),
    ("%1、", "〔%2〕", "%3．", "（%4)", "%5"),
)
"""What is printed around the number on each level of each list."""
_BORDERS = "<w:tblBorders>{}</w:tblBorders>".format(
    "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
)
_STYLED = 2
"""So many levels of the first list are those of heading styles."""
_NUMBER = re.compile(
    rf"[ \t\u3000\xa0#>*]*(?P<open>[（(〔]?)"
    rf"(?P<number>[{_CHINESE}十]{{1,3}}|\d{{1,3}}|[{_CIRCLED}])(?P<close>[）)〕]|[、.．](?!\d)|)"
)


def package(parts: Mapping[str, str]) -> bytes:
    """Zip a document of these parts; those that name the others are added where they lack.

    Args:
        parts: XML by name, such as `word/document.xml`.
    """
    names = {
        "[Content_Types].xml": f'{_DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPES}.document.main+xml"/>'
        + "".join(
            f'<Override PartName="/{name}" ContentType="{_TYPES}.{_kind(name)}+xml"/>'
            for name in parts
            if name.startswith("word/") and _kind(name) != "document"
        )
        + "</Types>",
        "_rels/.rels": _relations({"officeDocument": "word/document.xml"}),
        "word/_rels/document.xml.rels": _relations(
            {
                _kind(name): name.removeprefix("word/")
                for name in parts
                if name.startswith("word/") and _kind(name) != "document"
            }
        ),
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {**names, **parts}.items():
            archive.writestr(zipfile.ZipInfo(name), data)
    return buffer.getvalue()


def part(root: str, inside: str) -> str:
    """A part of a document: its root element, such as `document`, around something."""
    return f'{_DECLARATION}<w:{root} xmlns:w="{_MAIN}" xmlns:r="{_RELATIONS}">{inside}</w:{root}>'


def _kind(name: str) -> str:
    return name.rpartition("/")[2].removesuffix(".xml")


def _relations(targets: Mapping[str, str]) -> str:
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    namespace = f"{_PACKAGE}/relationships"
    return f'{_DECLARATION}<Relationships xmlns="{namespace}">{relations}</Relationships>'


def render_docx(plan_text: str) -> bytes:
    """Write a plan as a Word document with automatic numbers.

    Args:
        plan_text: Its lines, with printed outline numbers 一、 （一） 1. （1） ①; lines with tabs
            are the rows of tables.
    """
    numbers = _Numbers()
    body = []
    lines = filter(str.strip, plan_text.splitlines())
    for in_table, group in groupby(lines, lambda line: "\t" in line):
        several = list(group)
        body += [_table(several)] if in_table else [_line(line, numbers) for line in several]
    section = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    return package(
        {
            "word/document.xml": part("document", f"<w:body>{''.join(body)}{section}</w:body>"),
            "word/styles.xml": part("styles", _STYLES),
            "word/numbering.xml": part("numbering", numbers.definitions()),
        }
    )


class _List(NamedTuple):
    """A list of the document: all levels of `_LISTS[kind]`, or one of them alone."""

    kind: int
    alone: int | None = None
    start: int = 1

    def place(self, depth: int) -> int:
        """The level on which the list holds the paragraphs of a level of the outline."""
        return depth if self.alone is None else 0


@dataclass(slots=True)
class _Numbers:
    """Finds the list that prints a number next, as people do who click until it is right.

    The list of the whole outline if that does; else one of its level alone; else that one begun
    anew for 1, or another that begins at the number.
    """

    _last: dict[tuple[_List, int], int] = field(default_factory=dict)
    """The number that each level of each list stands at."""
    _instances: list[_List] = field(
        default_factory=lambda: [_List(kind) for kind in range(len(_LISTS))]
    )
    """The lists in the order in which they are used; one that stands here twice begins anew."""

    def properties(self, kind: int, depth: int, number: int) -> str:
        """The properties of a paragraph that make its list print a number."""
        lists = [_List(kind), *(used for used in self._instances if used[:2] == (kind, depth))]
        fitting = [used for used in lists if self._next(used, depth) == number]
        chosen = fitting[0] if fitting else _List(kind, depth, number)
        if not fitting:
            self._instances.append(chosen)
        self._count(chosen, depth, number)
        if chosen == _List(0) and depth < _STYLED:
            return f'<w:pStyle w:val="{depth + 1}"/>'
        instance = max(i for i, used in enumerate(self._instances, 1) if used == chosen)
        level = chosen.place(depth)
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'

    def _next(self, used: _List, depth: int) -> int:
        return self._last.get((used, used.place(depth)), used.start - 1) + 1

    def _count(self, used: _List, depth: int, number: int) -> None:
        level = used.place(depth)
        self._last[used, level] = number
        for below in range(level + 1, len(_FORMATS)):
            self._last.pop((used, below), None)
        for above in range(level):
            self._last.setdefault((used, above), 1)

    def definitions(self) -> str:
        """What stands in the part that holds the lists."""
        lists = list(dict.fromkeys(self._instances))
        abstract = "".join(
            f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>'
            f"{_levels(used)}</w:abstractNum>"
            for number, used in enumerate(lists)
        )
        return abstract + "".join(
            f'<w:num w:numId="{number}"><w:abstractNumId w:val="{lists.index(used)}"/>'
            f"{_anew(used.start) if used in self._instances[: number - 1] else ''}</w:num>"
            for number, used in enumerate(self._instances, start=1)
        )


def _anew(start: int) -> str:
    return f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'


def _levels(used: _List) -> str:
    depths = range(len(_FORMATS)) if used.alone is None else (used.alone,)
    return "".join(_level(used, depth) for depth in depths)


def _level(used: _List, depth: int) -> str:
    is_linked = used == _List(0) and depth < _STYLED
    linked = f'<w:pStyle w:val="{depth + 1}"/>' if is_linked else ""
    level = used.place(depth)
    text = _LISTS[used.kind][depth].replace(f"%{depth + 1}", f"%{level + 1}")
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{used.start}"/>'
        f'<w:numFmt w:val="{_FORMATS[depth]}"/>{linked}'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/></w:lvl>'
    )


_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="{depth + 1}"><w:name w:val="heading {depth + 1}"/>'
        f'<w:basedOn w:val="a"/><w:pPr><w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/>'
        f'</w:numPr><w:outlineLvl w:val="{depth}"/></w:pPr></w:style>'
        for depth in range(_STYLED)
    )
)


def _line(line: str, numbers: _Numbers) -> str:
    found = _NUMBER.match(line)
    place = found and _place(found["open"], found["number"], found["close"])
    if found is None or place is None or not line[found.end() :].strip():
        return f"<w:p>{_runs(line.strip())}</w:p>"
    properties = numbers.properties(*place)
    return f"<w:p><w:pPr>{properties}</w:pPr>{_runs(line[found.end() :].strip())}</w:p>"


def _place(before: str, number: str, behind: str) -> tuple[int, int, int] | None:
    """The list and level that print a number so, and its value; None where none does."""
    value = _value(number)
    for kind, texts in enumerate(_LISTS):
        for depth, text in enumerate(texts):
            if f"{before}%{depth + 1}{behind}" == text and _print(value, depth) == number:
                return kind, depth, value
    return None


def _value(number: str) -> int:
    if number.isdecimal():
        return int(number)
    if number in _CIRCLED:
        return _CIRCLED.index(number) + 1
    tens, ten, ones = number.rpartition("十")
    return (_CHINESE.find(tens) + 1 or 1) * 10 * len(ten) + _CHINESE.find(ones or "?") + 1


def _print(value: int, depth: int) -> str:
    if depth == 4:
        return _CIRCLED[value - 1] if 0 < value <= len(_CIRCLED) else ""
    if depth > 1:
        return str(value)
    tens, ones = divmod(value, 10)
    words = "" if not tens else ("" if tens == 1 else _CHINESE[tens - 1]) + "十"
    return words + (_CHINESE[ones - 1] if ones else "")


def _runs(text: str) -> str:
    """The words in runs as Word leaves them: one a sentence, the second one typed in by another."""
    sentences = re.findall("[^。]*。|[^。]+", text)
    return "".join(_run(words, number == 1) for number, words in enumerate(sentences))


def _run(words: str, is_inserted: bool = False) -> str:
    run = f'<w:r><w:rPr/><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
    if not is_inserted:
        return run
    by = 'w:id="1" w:author="甲" w:date="2024-03-11T09:30:00Z"'
    deleted = f"<w:del {by}><w:r><w:delText>（牵头单位：县某局）</w:delText></w:r></w:del>"
    return f"{deleted}<w:ins {by}>{run}</w:ins>"


def _table(lines: list[str]) -> str:
    cells = merged_cells(lines)
    width = max(cell.column + cell.columns for cell in cells)
    grid = '<w:gridCol w:w="1000"/>' * width
    rows = "".join(
        f"<w:tr>{''.join(_cell(cell, row) for cell in _covering(cells, row))}</w:tr>"
        for row in range(len(lines))
    )
    return f"<w:tbl><w:tblPr>{_BORDERS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def _covering(cells: list[Merged], row: int) -> Iterator[Merged]:
    found = (cell for cell in cells if cell.row <= row < cell.row + cell.rows)
    yield from sorted(found, key=lambda cell: cell.column)


def _cell(cell: Merged, row: int) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = '<w:vMerge w:val="restart"/>' if cell.row == row else "<w:vMerge/>"
    merge = merge if cell.rows > 1 else ""
    words = _run(cell.words.strip()) if cell.row == row else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr><w:p>{words}</w:p></w:tc>"
