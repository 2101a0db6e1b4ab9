"""PDF files that are damaged, locked, or made to cost: a clear error, soon."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

import pytest

from graphmodel.model.errors import InputError
from graphmodel.reading import read_bytes
from graphmodel.reading.pages import Line, Page
from graphmodel.reading.pdf import guard, page, reader
from tests.reading.pdfs import A4, assembled, lines, locked, pdf, stream

if TYPE_CHECKING:
    from PIL.Image import Image

TASK = "一、简化流程（县发改局牵头）"
WHOLE = pdf([lines([TASK])] * 3)


def code_of(data: bytes) -> str:
    """The code of the error that reading gives."""
    with pytest.raises(InputError) as caught:
        read_bytes(data, "p.pdf")
    return caught.value.code


def test_what_only_begins_as_a_pdf_is_damaged() -> None:
    assert code_of(b"%PDF-1.7\n" + b"x" * 1000) == "damaged"


def test_a_file_that_opens_with_a_password_only_is_encrypted() -> None:
    assert code_of(locked("secret")) == "encrypted"


def test_a_file_that_only_its_owner_may_change_is_read() -> None:
    assert read_bytes(locked(""), "p.pdf").text == "Plan\n"


def test_every_part_of_a_file_is_read_or_refused() -> None:
    codes = set()
    for length in range(0, len(WHOLE), 97):
        try:
            assert read_bytes(WHOLE[:length], "p.pdf").format in ("pdf", "text")
        except InputError as error:
            codes.add(error.code)
    assert codes <= {"damaged", "empty", "not_text"}


def test_a_damaged_page_does_not_stop_the_others() -> None:
    data = WHOLE.replace(b"/Contents 8 0 R", b"/Contents 8 0 X")
    assert read_bytes(data, "p.pdf").text.count(TASK) == 2


@pytest.mark.parametrize("of_pages", [b"<<>>", b"null", b"[1 0 R]"])
def test_a_page_that_cannot_be_loaded_is_noted(of_pages: bytes) -> None:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2/MediaBox[0 0 595 842]>>",
        b"<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</S 6 0 R>>>>>>",
        of_pages,
        stream(b"BT /S 16 Tf 80 700 Td (Plan) Tj ET"),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    assert read_bytes(assembled(objects), "p.pdf").text == "Plan\n"


def test_too_many_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_PAGES", 2)
    assert code_of(WHOLE) == "too_large"


def test_a_page_whose_program_has_no_end() -> None:
    assert code_of(pdf([b"1 1 5 5 re f\n" * 1_000_000])) == "too_large"


def test_a_page_of_nothing_but_space() -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(20)) + packer.flush()
    data = WHOLE + b"9 0 obj<</Filter/FlateDecode>>stream\n" + packed + b"\nendstream\nendobj\n"
    assert code_of(data) == "too_large"


def test_a_large_picture_is_no_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_PROGRAM", 100_000)
    picture = bytes(range(256)) * 20_000
    data = pdf([lines([TASK])], extra=[stream(picture, b"/Type/XObject/Subtype/Image")])
    assert read_bytes(data, "p.pdf").text == TASK + "\n"


def test_all_streams_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_INFLATED", 1_000_000)
    picture = stream(b"\x80" * 400_000, b"/Type/XObject/Subtype/Image")
    assert code_of(pdf([lines([TASK])], extra=[picture] * 3)) == "too_large"


@pytest.mark.parametrize(
    "box", [(0, 0, 0, 0), (595, 842, 0, 0), (0, 0, 1e6, 1e6), (-1e30, 0, 1, 1)]
)
def test_odd_boxes_of_pages_are_borne(box: tuple[float, float, float, float]) -> None:
    try:
        assert "简化" in read_bytes(pdf([lines([TASK])], box), "p.pdf").text
    except InputError as error:
        assert error.code in ("empty", "damaged")


@pytest.mark.parametrize("box", [(0, 0, 0, 0), (0, 0, 1e6, 1e6), (0, 0, 1e5, 0.1), (0, 0, 1, 1)])
def test_odd_pages_to_recognise_are_borne(
    box: tuple[float, float, float, float], monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes = []

    def recognise(image: Image, scale: float, source: str) -> Page:
        sizes.append(image.size)
        return Page(595, 842, (Line(TASK, 80, 80, 300, 96, 0.9),))

    monkeypatch.setattr(page, "is_available", lambda: True)
    monkeypatch.setattr(page, "recognise", recognise)
    grey = b"q 1e6 0 0 1e6 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"
    try:
        assert read_bytes(pdf([grey], box), "p.pdf").text == TASK + "\n"
    except InputError as error:
        assert error.code == "damaged"
    assert all(max(size) <= 2401 for size in sizes)


def test_forms_that_draw_themselves_end() -> None:
    form = stream(b"/X Do", b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]"
                  b"/Resources<</XObject<</X 7 0 R>>>>")  # fmt: skip
    data = pdf(
        [lines([TASK]) + b"/X Do"],
        A4,
        b"/Resources<</Font<</S 3 0 R>>/XObject<</X 7 0 R>>>>",
        [form],
    )
    assert read_bytes(data, "p.pdf").text == TASK + "\n"
