"""How fast the readers of office formats are, each beside the least that its format asks for."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from statistics import median
from zipfile import ZipFile

from benchmarks.corpus import Corpus
from benchmarks.measuring import Figure, Work, cpu_seconds, median_ratio
from graphmodel.reading import read_bytes
from graphmodel.reading.ocr import is_available
from tests.rendering.docx import render_docx
from tests.rendering.html import render_html
from tests.rendering.images import render_images
from tests.rendering.ofd import render_ofd
from tools.make_data import SHARED

REFERENCE = "unpacking and parsing alone: lxml, pdfium, calamine"
RUNS = 3
COPIES = 10
"""How many times the plans stand in one document."""
ROWS = 20_000


def readers(corpus: Corpus) -> Iterator[Figure]:
    """Megabytes, pages or rows a second and core, from the bytes of a file to its text."""
    text = "\n".join(corpus.texts()) * COPIES
    page, document, layout = render_html(text), render_docx(text), render_ofd(text)
    yield _figure("html", page, len(page) / 1e6, "MB/s", _parse_page)
    yield _figure("docx, unpacked", document, _unpacked(document) / 1e6, "MB/s", _parse_archive)
    yield _figure("ofd", layout, _pages(layout), "pages/s", _parse_archive)
    workbook = _workbook()
    yield _figure(f"xlsx, {ROWS} rows", workbook, ROWS, "rows/s", _parse_workbook)
    for path in sorted((SHARED / "documents").glob("*.pdf")):
        printed = path.read_bytes()
        pages = _pages(printed)
        yield _figure(f"pdf, {pages} pages: {path.stem}", printed, pages, "pages/s", _parse_print)
    yield from _recognition(corpus.texts()[0])


def _recognition(text: str) -> Iterator[Figure]:
    """Optical recognition of a page, where it is installed; on as many cores as it takes."""
    if not is_available():
        return
    page = render_images(text)[1]
    seconds = cpu_seconds({"reading": lambda: read_bytes(page, "a file")}, runs=2)
    yield Figure("image of a page, 150 dpi", median(seconds["reading"]), "s")


def _figure(
    name: str, data: bytes, amount: float, unit: str, reference: Callable[[bytes], object]
) -> Figure:
    works: dict[str, Work] = {
        "reading": lambda: read_bytes(data, "a file"),
        "reference": lambda: reference(data),
    }
    seconds = cpu_seconds(works, RUNS)
    ratio = median_ratio(seconds["reading"], seconds["reference"])
    return Figure(name, amount / median(seconds["reading"]), unit, ratio)


def _pages(data: bytes) -> int:
    return len(read_bytes(data, "a file").starts)


def _unpacked(data: bytes) -> int:
    with ZipFile(io.BytesIO(data)) as archive:
        return sum(member.file_size for member in archive.infolist())


def _parse_page(data: bytes) -> object:
    from lxml import html

    return html.fromstring(data.decode("gb18030"))


def _parse_archive(data: bytes) -> object:
    from lxml import etree

    with ZipFile(io.BytesIO(data)) as archive:
        return [
            etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        ]


def _parse_workbook(data: bytes) -> object:
    from python_calamine import load_workbook

    workbook = load_workbook(io.BytesIO(data))
    return [sheet.to_python() for sheet in map(workbook.get_sheet_by_name, workbook.sheet_names)]


def _parse_print(data: bytes) -> object:
    import pypdfium2

    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_bounded() for page in document]


def _workbook() -> bytes:
    """A ledger of invented tasks."""
    import xlsxwriter

    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("台账")
        sheet.write_row(0, 0, ("序号", "任务", "牵头单位", "配合单位", "完成时限"))
        for row in range(1, ROWS + 1):
            task = f"推进第{row}项工作，压减办理环节"
            sheet.write_row(row, 0, (row, task, "县住建局", "县公安局、各乡镇", "2024年6月底前"))
    return packed.getvalue()
