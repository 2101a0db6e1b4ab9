"""Archives made of members, and workbooks with one part replaced, for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

SHEET = "xl/worksheets/sheet1.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def archive(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive with some members, in order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as file:
        for name, content in members.items():
            file.writestr(name, content)
    return buffer.getvalue()


def sheet(rows: str, behind: str = "") -> str:
    """A worksheet's part, of the markup of its rows and of what stands behind them."""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{behind}</worksheet>'


def book(members: Mapping[str, str | bytes], names: Mapping[str, str] | None = None) -> bytes:
    """A workbook of parts.

    Args:
        members: The parts that it has beside those that name the sheets.
        names: The sheets by name and their state; a sheet 表 if not given.
    """
    tabs = names or {"表": "visible"}
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{n}" state="{state}" r:id="r{n}"/>'
        for n, (name, state) in enumerate(tabs.items(), start=1)
    )
    relations = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(tabs) + 1)
    )
    workbook = f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{sheets}</sheets></workbook>'
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "xl/workbook.xml": workbook,
            "xl/_rels/workbook.xml.rels": f"<Relationships>{relations}</Relationships>",
            **members,
        }
    )
