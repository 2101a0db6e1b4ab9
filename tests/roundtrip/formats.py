"""The forms a plan takes on its round trip: as the tests render them, or LibreOffice from those."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from PIL import Image

from graphmodel.model.facts import Facts
from tests.rendering.docx import render_docx
from tests.rendering.html import render_html
from tests.rendering.images import render_images
from tests.rendering.ofd import render_ofd
from tests.rendering.pdf import render_pdf
from tests.rendering.xlsx import render_csv, render_xlsx
from tests.roundtrip.comparing import breakdown_differences, differences
from tests.roundtrip.office import converted
from tests.roundtrip.plans import text_facts


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a plan.

    Attributes:
        name: What it is called in the table.
        suffix: Suffix of its files.
        render: Makes the file of a plan's text; None where LibreOffice writes it.
        source: The name of the form that LibreOffice makes it from.
        is_breakdown: Whether it holds the table of tasks alone.
    """

    name: str
    suffix: str
    render: Callable[[str], bytes] | None = None
    source: str = ""
    is_breakdown: bool = False

    def differences(self, expected: Facts, found: Facts) -> list[str]:
        """What the reading of this form and that of the text disagree on, one line a part."""
        return (breakdown_differences if self.is_breakdown else differences)(expected, found)


SCAN = "scan"
"""The form that takes optical recognition, and minutes."""
_DELETED = re.compile(rb"<w:del .*?</w:del>", re.DOTALL)
_PRINTED = "docx without changes"
_WRITER = ("docx", "doc", "rtf")
_CALC = ("xlsx", "xls", "ods")


def _printed(text: str) -> bytes:
    """The Word document without what its tracked changes delete: LibreOffice prints that too."""
    packed = io.BytesIO()
    with ZipFile(io.BytesIO(render_docx(text))) as old, ZipFile(packed, "w") as new:
        for name in old.namelist():
            new.writestr(name, _DELETED.sub(b"", old.read(name)))
    return packed.getvalue()


def _scanned(text: str) -> bytes:
    """The pages as one TIFF, as a scanner with a feeder makes it."""
    first, *others = (Image.open(io.BytesIO(page)) for page in render_images(text))
    packed = io.BytesIO()
    first.save(packed, "TIFF", save_all=True, append_images=others, compression="tiff_lzw")
    return packed.getvalue()


def _workbook(text: str) -> bytes:
    return render_xlsx(text_facts(text))


def _delimited(text: str) -> bytes:
    return render_csv(text_facts(text))


FORMS: Mapping[str, Form] = {
    form.name: form
    for form in (
        Form("html", "html", render_html),
        Form("docx", "docx", render_docx),
        Form("pdf", "pdf", render_pdf),
        Form("ofd", "ofd", render_ofd),
        Form(SCAN, "tiff", _scanned),
        Form("xlsx", "xlsx", _workbook, is_breakdown=True),
        Form("csv", "csv", _delimited, is_breakdown=True),
        *(Form(f"{suffix} by LibreOffice", suffix, source="docx") for suffix in _WRITER),
        Form(_PRINTED, "docx", _printed),
        Form("pdf by LibreOffice", "pdf", source=_PRINTED),
        # From a page: LibreOffice loses automatic numbers of a document where it writes these.
        Form("odt by LibreOffice", "odt", source="html"),
        Form("html by LibreOffice", "html", source="html"),
        *(
            Form(f"{suffix} by LibreOffice", suffix, source="xlsx", is_breakdown=True)
            for suffix in _CALC
        ),
    )
}


class Forms:
    """Files of plans in any form, each written when it is first asked for."""

    def __init__(self, texts: Mapping[str, str], folder: Path) -> None:
        """Take the texts of the plans by name, and the folder to write to."""
        self._texts = texts
        self._folder = folder
        self._written: dict[str, dict[str, Path]] = {}

    def files(self, name: str) -> dict[str, Path]:
        """The files of all plans in the form of this name, by the name of the plan."""
        if name not in self._written:
            self._written[name] = self._write(FORMS[name])
        return self._written[name]

    def _write(self, form: Form) -> dict[str, Path]:
        folder = self._folder / form.name.replace(" ", "-")
        folder.mkdir()
        if form.render is None:
            return converted(self.files(form.source).values(), form.suffix, folder)
        paths = {plan: folder / f"{plan}.{form.suffix}" for plan in self._texts}
        for plan, path in paths.items():
            path.write_bytes(form.render(self._texts[plan]))
        return paths
