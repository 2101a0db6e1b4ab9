"""PDF files: what a page shows is the text, whatever way the file puts it there."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import pytest

from graphmodel.model.errors import InputError
from graphmodel.model.vocabulary import PlaceUnit
from graphmodel.reading import read_bytes
from graphmodel.reading.pdf import page as pdf_page
from graphmodel.reading.pdf import reader as pdf_reader
from graphmodel.reading.pdf.spelling import UNKNOWN, spelled
from tests.reading.pdfs import first_extra, grid, lines, pdf, rule, stream, words

FULL = "深入推进政务服务改革持续优化流程压减时限提升便利水平"
TASK = "一、简化流程（县发改局牵头）"


def text_of(*programs: bytes, entries: bytes = b"") -> str:
    """The text of a file whose pages have these programs, and these entries."""
    return read_bytes(pdf(programs, entries=entries), "p.pdf").text


def test_pages_become_paragraphs_with_their_pages() -> None:
    number = [words(290, 40, f"— {n} —", 14) for n in (1, 2)]
    first = lines(["　　" + FULL[:24], FULL]) + number[0]
    second = lines([FULL, "到位。", "　　" + TASK]) + number[1]
    document = read_bytes(pdf([first, second]), "方案.pdf")
    assert document.text == f"{FULL[:24]}{FULL}{FULL}到位。\n{TASK}\n"
    assert (document.format, document.unit, document.encoding) == ("pdf", PlaceUnit.PAGE, None)
    assert [document.place(at).number for at in (0, 49, 50, 80)] == [1, 1, 2, 2]


def test_what_the_program_draws_last_may_stand_first() -> None:
    assert (
        text_of(words(80, 400, "第二段。") + words(80, 700, "第一段。")) == "第一段。\n第二段。\n"
    )


@pytest.mark.parametrize("turn", [b"", b"/Rotate 90", b"/Rotate 180", b"/Rotate 270"])
def test_it_does_not_matter_which_way_the_page_is_turned(turn: bytes) -> None:
    assert text_of(lines([TASK, "二、公开"]), entries=turn) == f"{TASK}\n二、公开\n"


@pytest.mark.parametrize(
    "matrix", ["0 1 -1 0 500 100", "-1 0 0 -1 500 700", "0 -1 1 0 100 700"], ids=str
)
def test_text_that_stands_on_its_side_is_read_upright(matrix: str) -> None:
    program = f"q {matrix} cm\n".encode() + lines([TASK, "二、公开"], 0, 40) + b"Q\n"
    assert text_of(program) == f"{TASK}\n二、公开\n"


def test_text_askew_is_a_watermark() -> None:
    mark = b"q 0.7 0.7 -0.7 0.7 200 200 cm " + words(0, 0, "内部资料", 40) + b"Q\n"
    assert text_of(lines([TASK]) + mark) == TASK + "\n"


def test_text_outside_the_page_is_none() -> None:
    outside = words(80, 900, "上边") + words(700, 700, "右边") + words(80, -50, "下边")
    assert text_of(lines([TASK]) + outside) == TASK + "\n"


def test_the_crop_box_is_the_page() -> None:
    assert text_of(lines([TASK]) + words(80, 60, "裁去"), entries=b"/CropBox[0 100 595 842]") == (
        TASK + "\n"
    )


def test_text_that_is_not_painted_is_none_beside_text_that_is() -> None:
    hidden = words(80, 500, "隐藏", before="3 Tr") + b"0 Tr\n"
    assert text_of(hidden + words(80, 700, TASK, before="0 Tr")) == TASK + "\n"


def test_the_invisible_text_of_a_scan_is_its_text() -> None:
    assert text_of(words(80, 700, TASK, before="3 Tr")) == TASK + "\n"


def test_characters_drawn_twice_for_bold_count_once() -> None:
    assert text_of(words(80, 700, TASK) + words(80.4, 700, TASK)) == TASK + "\n"


def test_comments_and_form_fields_are_no_text() -> None:
    note = b"<</Type/Annot/Subtype/FreeText/Rect[80 500 300 540]/Contents(note)/AP<</N %d 0 R>>>>"
    number = first_extra(1)
    look = stream(
        words(0, 10, "批注"),
        b"/Type/XObject/Subtype/Form/BBox[0 0 200 40]/Resources<</Font<</S 3 0 R>>>>",
    )
    data = pdf(
        [lines([TASK])],
        entries=b"/Annots[%d 0 R]" % number,
        extra=[note % (number + 1), look],
    )
    assert read_bytes(data, "p.pdf").text == TASK + "\n"


def test_text_in_forms_counts_where_they_are_drawn() -> None:
    form = stream(
        words(0, 0, "二、公开"),
        b"/Type/XObject/Subtype/Form/BBox[0 -10 200 40]/Resources<</Font<</S 3 0 R>>>>",
    )
    data = pdf(
        [b"q 1 0 0 1 80 600 cm /X Do Q\n" + lines([TASK])],
        entries=b"/Resources<</Font<</S 3 0 R>>/XObject<</X %d 0 R>>>>" % first_extra(1),
        extra=[form],
    )
    assert read_bytes(data, "p.pdf").text == f"{TASK}\n二、公开\n"


def test_ruled_tables_have_cells_by_their_rectangles() -> None:
    # A cell over two rows on the left; the head over two columns on the right.
    xs, ys = (80, 200, 320, 440), (400, 430, 460, 490)
    rules = [rule(80, y, 440, y) for y in (400, 460, 490)] + [rule(200, 430, 440, 430)]
    rules += [rule(x, 400, x, 490) for x in (80, 200, 440)] + [rule(320, 400, 320, 460)]
    cells = {(0, 2): "类别", (1, 2): "分工", (0, 1): "改革", (1, 1): "简化", (2, 1): "县发改局",
             (1, 0): "公开", (2, 0): "县财政局"}  # fmt: skip
    texts = [words(xs[c] + 6, ys[r] + 10, text, 12) for (c, r), text in cells.items()]
    document = read_bytes(
        pdf([words(80, 700, "前") + b"".join(rules + texts) + words(80, 300, "后")]), "p.pdf"
    )
    (table,) = document.tables
    rows = [[document.text[c.start : c.end] if c else None for c in row] for row in table.grid()]
    assert rows == [
        ["类别", "分工", "分工"],
        ["改革", "简化", "县发改局"],
        ["改革", "公开", "县财政局"],
    ]
    assert document.text.startswith("前\n类别\t") and document.text.endswith("县财政局\n后\n")


def test_bars_and_frames_draw_tables_too() -> None:
    bars = b"".join(b"80 %d 240 0.5 re f\n" % y for y in (400, 430, 460))
    frames = b"80 400 120 60 re S 200 400 120 60 re S\n"
    head = words(86, 440, "序号", 12) + words(206, 440, "任务", 12)
    row = words(86, 410, "1", 12) + words(206, 410, "简化", 12)
    document = read_bytes(pdf([bars + frames + head + row]), "p.pdf")
    assert document.text == "序号\t任务\n1\t简化\n"
    assert len(document.tables) == 1


def test_two_columns_are_read_one_after_the_other() -> None:
    title = words(180, 780, "霁岭县优化营商环境方案", 22)
    left = lines(["　　" + FULL[:10], *[FULL[:12]] * 16], 80, 740, 24)
    right = lines([*[FULL[12:24]] * 15, "到位。"], 320, 740, 24)
    assert text_of(title + left + right) == (
        f"霁岭县优化营商环境方案\n{FULL[:10]}{FULL[:12] * 16}{FULL[12:24] * 15}到位。\n"
    )


def test_a_list_without_rules_is_read_row_by_row() -> None:
    rows = [
        words(80, 740 - 24 * n, f"任务{n}") + words(320, 740 - 24 * n, "县局") for n in range(20)
    ]
    assert text_of(b"".join(rows)).split()[:4] == ["任务0", "县局", "任务1", "县局"]


def test_underlined_text_is_no_table() -> None:
    document = read_bytes(pdf([lines([FULL, FULL]) + rule(80, 736, 496, 736)]), "p.pdf")
    assert document.tables == ()


def test_a_cell_boundary_parts_words_that_stand_close() -> None:
    cells = words(82, 410, "县发改局", 12) + words(131, 410, "县财政局", 12)
    assert text_of(grid([80, 130, 180], [400, 430]) + cells) == "县发改局\t县财政局\n"


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        (0x4E00, "一"), (0x41, "A"), (0x2F00, "一"), (0x2F46, "无"), (0x2ED3, "长"), (0xFB01, "fi"),
        (0xF9B4, "領"), (0xAD, ""), (0x02, ""), (0x20, " "), (0x3000, "\u3000"), (0xFF08, "（"),
        (0xF06C, "•"), (0xE123, UNKNOWN), (0, UNKNOWN), (0xFFFD, UNKNOWN), (0xF0000, UNKNOWN),
        (0x20BB7, "𠮷"),
    ],
)  # fmt: skip
def test_characters_are_spelled_as_people_do(code: int, meaning: str) -> None:
    assert spelled(code) == meaning


def test_characters_beyond_the_first_plane_are_whole() -> None:
    assert text_of(words(80, 700, "𠮷村")) == "𠮷村\n"


def without_recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the extra for recognition seem to be absent."""
    for module in (pdf_page, pdf_reader):
        monkeypatch.setattr(module, "is_available", lambda: False)


_IMAGE = b"q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"  # a grey page


def test_pages_without_text_are_noted_where_there_is_no_recogniser(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    without_recogniser(monkeypatch)
    stamped = _IMAGE + words(290, 40, "— 2 —", 14)
    document = read_bytes(pdf([lines([TASK]), stamped, b"", _IMAGE]), "p.pdf")
    assert document.text == TASK + "\n"
    assert [(note.code, note.detail) for note in document.notes] == [
        ("page-without-text", "2"),
        ("page-without-text", "4"),
    ]


def test_a_file_of_images_alone_needs_the_recogniser(monkeypatch: pytest.MonkeyPatch) -> None:
    without_recogniser(monkeypatch)
    with pytest.raises(InputError) as caught:
        read_bytes(pdf([_IMAGE]), "p.pdf")
    assert caught.value.code == "needs_ocr"


def test_text_without_a_meaning_counts_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    without_recogniser(monkeypatch)
    with pytest.raises(InputError) as caught:
        read_bytes(pdf([words(80, 700, "\ue123\ue124\ue125" * 9)]), "p.pdf")
    assert caught.value.code == "needs_ocr"


def test_a_file_of_empty_pages_is_empty() -> None:
    with pytest.raises(InputError) as caught:
        read_bytes(pdf([b"", b""]), "p.pdf")
    assert caught.value.code == "empty"


def test_worker_processes_read_the_same() -> None:
    data = pdf([lines(["　　" + FULL[:24], FULL, "到位。"])])
    here = read_bytes(data, "p.pdf")
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        assert pool.submit(read_bytes, data, "p.pdf").result() == here
