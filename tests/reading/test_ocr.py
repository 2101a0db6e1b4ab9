"""Scans: pages the wrong way up or askew, tables, seals, and the extra that is not there."""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher

import pytest
from PIL import Image, ImageChops, ImageDraw

from graphmodel.model.errors import InputError
from graphmodel.reading import read_bytes
from graphmodel.reading.document import Document, PlaceUnit
from graphmodel.reading.ocr import engine, is_available, recognise
from graphmodel.reading.ocr.engine import Word
from graphmodel.reading.ocr.rules import rules_of
from graphmodel.reading.ocr.sizes import with_sizes
from graphmodel.reading.ocr.straight import turn_of
from graphmodel.reading.pages import Line
from tests.rendering.images import draw_ofd, png
from tests.rendering.ofd import package, render_ofd, text_object

PLAN = """澄川市优化营商环境行动方案
一、主要任务
（一）压缩企业开办时间。推行企业登记、公章刻制、社保登记“一窗办理”，企业开办时间压缩至1个工作日以内。（牵头单位：市行政审批服务局；配合单位：市公安局、市税务局）
（二）规范涉企检查。推行“综合查一次”，减少重复检查。（牵头单位：市司法局；配合单位：市市场监管局、市应急管理局）
附件：任务分工表
序号	任务	牵头单位	完成时限
1	压缩企业开办时间	市行政审批服务局	2025年6月底前
2	规范涉企检查，减少重复检查	市司法局	2025年12月底前"""
DPI = 120
needs_engine = pytest.mark.skipif(
    not is_available(), reason="the extra graphmodel[ocr] is not installed"
)


@pytest.fixture(scope="module")
def page() -> Image.Image:
    (page,) = draw_ofd(render_ofd(PLAN), dpi=DPI)
    return page.crop((0, round(page.height * 0.09), page.width, round(page.height * 0.58)))


@pytest.fixture
def unloaded(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The extra is not installed, as far as Python can see."""
    engine._load.cache_clear()
    monkeypatch.setitem(sys.modules, "rapidocr", None)
    yield
    engine._load.cache_clear()


def scanned(page: Image.Image) -> Document:
    return read_bytes(png(page), "scan.png")


def word(left: float, top: float, right: float, bottom: float, rise: float = 0.0) -> Word:
    """A word whose right end is lower than its left end."""
    corners = ((left, top), (right, top + rise), (right, bottom + rise), (left, bottom))
    return Word("文" * 8, 1.0, corners)


@needs_engine
@pytest.mark.slow
def test_scanned_page_is_read(page: Image.Image, capfd: pytest.CaptureFixture[str]) -> None:
    document = scanned(page)
    assert document.format == "png"
    assert document.unit is PlaceUnit.PAGE
    assert document.starts == (0,)
    text, table = document.text.split("附件：任务分工表\n")
    expected = "".join(PLAN.split("附件：")[0].split())
    assert SequenceMatcher(None, expected, "".join(text.split()), autojunk=False).ratio() > 0.97
    assert "配合单位：市公安局、市税务局" in text
    assert table.splitlines() == [line for line in PLAN.splitlines() if "\t" in line]
    assert [len(row) for row in document.tables[0].grid()] == [4, 4, 4]
    covered = sum(part.end - part.start for part in document.certainties)
    assert covered > 0.9 * len(document.text)
    assert 0.5 < min(part.value for part in document.certainties) <= 1.0
    assert capfd.readouterr() == ("", "")


@needs_engine
@pytest.mark.slow
@pytest.mark.parametrize("degrees", [92.5, 180])
def test_page_on_its_side_or_askew_is_laid_straight(page: Image.Image, degrees: float) -> None:
    turned = page.rotate(degrees, expand=True, fillcolor="white")
    found = recognise(turned, 72 / DPI, "scan")
    assert [line.text for line in found.lines[:2]] == ["澄川市优化营商环境行动方案", "一、主要任务"]
    (table,) = found.tables
    assert [cell.lines[0].text for cell in table.cells if cell.column == 2] == [
        "牵头单位",
        "市行政审批服务局",
        "市司法局",
    ]


@needs_engine
@pytest.mark.slow
def test_print_under_a_seal_is_read_and_the_seal_is_not() -> None:
    text = "澄川市人民政府办公室"
    (page,) = draw_ofd(package([text_object(text, 100, 50)], template=" "), dpi=DPI)
    seal = Image.new("RGB", page.size, "white")
    draw = ImageDraw.Draw(seal)
    for radius in (95, 50, 25):
        box = (600 - radius, 225 - radius, 600 + radius, 225 + radius)
        draw.ellipse(box, outline=(225, 30, 35), width=6)
    stamped = ImageChops.multiply(page.convert("RGB"), seal).crop((0, 0, page.width, 400))
    assert [line.text for line in recognise(stamped, 72 / DPI, "scan").lines] == [text]


@needs_engine
@pytest.mark.slow
def test_number_of_threads_changes_nothing(page: Image.Image) -> None:
    import numpy as np

    pixels = np.asarray(page.convert("RGB"))[:200]
    one, all_cores = (engine._load(threads)(pixels) for threads in (1, -1))
    assert one.txts == all_cores.txts
    assert [round(score, 3) for score in one.scores] == [round(s, 3) for s in all_cores.scores]


@needs_engine
def test_blank_page_holds_nothing() -> None:
    with pytest.raises(InputError) as caught:
        scanned(Image.new("RGB", (400, 500), "white"))
    assert caught.value.code == "empty"


@pytest.mark.usefixtures("unloaded")
def test_missing_extra_is_told() -> None:
    assert not is_available()
    with pytest.raises(InputError) as caught:
        scanned(Image.new("RGB", (40, 50), "white"))
    assert caught.value.code == "needs_ocr"


def test_skew_is_measured_by_long_words_and_keeps_the_page_on_the_paper() -> None:
    words = [word(100, top, 1100, top + 30, rise=20) for top in (100, 200, 300)]
    words.append(word(100, 400, 130, 430, rise=25))
    turn = turn_of(words, 1200, 800)
    assert turn is not None
    left, right = turn.apply((100, 100)), turn.apply((1100, 120))
    assert left[1] == pytest.approx(right[1])
    corners = [turn.apply((x, y)) for x in (0, 1200) for y in (0, 800)]
    assert min(x for x, _ in corners) == pytest.approx(0)
    assert min(y for _, y in corners) == pytest.approx(0)


def test_image_turns_with_its_words() -> None:
    image = Image.new("RGB", (1200, 800), "white")
    ImageDraw.Draw(image).line([(100, 100), (1100, 120)], "black", 5)
    turn = turn_of([word(100, 100, 1100, 130, rise=20)], 1200, 800)
    assert turn is not None
    straight = turn.straighten(image)
    x, y = turn.apply((600, 110))
    assert straight.getpixel((round(x), round(y))) == (0, 0, 0)
    assert straight.getpixel((0, 0)) == (255, 255, 255)


def test_straight_page_is_left_alone() -> None:
    assert turn_of([word(100, 100, 1100, 130, rise=1)], 1200, 800) is None
    assert turn_of([], 1200, 800) is None


def test_rules_are_found_and_strokes_of_letters_are_not() -> None:
    image = Image.new("RGB", (400, 300), "white")
    draw = ImageDraw.Draw(image)
    draw.line([(20, 50), (380, 51)], "black", 2)
    draw.line([(200, 50), (200, 250)], "black", 2)
    draw.line([(30, 150), (60, 150)], "black", 3)
    across, down = rules_of(image, 0.5)
    assert (across.left, across.right) == pytest.approx((10, 190), abs=1)
    assert across.bottom - across.top < 3
    assert (down.top, down.bottom) == pytest.approx((25, 125), abs=1)


def test_size_of_print_evens_out_the_boxes() -> None:
    heights = {
        "一个完整的段落行": 16.0,
        "另一个完整的段落": 17.5,
        "项。": 22.0,
        "标题用大字印刷": 30.0,
    }
    lines = [Line(text, 0.0, 0.0, 90.0, height) for text, height in heights.items()]
    small, other, short, title = (line.size for line in with_sizes(lines))
    assert small == other == short
    assert title == 30.0
    assert with_sizes([]) == []


def test_sizes_far_apart_stay_apart() -> None:
    lines = [Line("八个字的一行文本", 0.0, 0.0, 90.0, height) for height in (10.0, 40.0)]
    assert [line.size for line in with_sizes(lines)] == [10.0, 40.0]


def _threads() -> int:
    return int(engine._engine("scan").cfg.EngineConfig.onnxruntime.intra_op_num_threads)


@needs_engine
@pytest.mark.slow
def test_worker_process_takes_one_core() -> None:
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.apply(_threads) == 1
    assert _threads() == -1
