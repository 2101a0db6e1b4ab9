"""Pages that nobody wrote: bombs, endless nesting, megabytes of one thing."""

from __future__ import annotations

import time

import pytest

from graphmodel.model.errors import InputError
from graphmodel.reading import Document, read_bytes
from graphmodel.reading.html import tree


def read(markup: str) -> Document:
    return read_bytes(markup.encode(), "page.html")


def test_xml_declaration_and_entities() -> None:
    bomb = "".join(f'<!ENTITY e{n} "&e{n - 1};&e{n - 1};">' for n in range(1, 40))
    markup = (
        f'<?xml version="1.0" encoding="gb2312"?><!DOCTYPE html [{bomb}]><p>&e39;方案&lt;1&gt;</p>'
    )
    document = read(markup)
    assert "方案<1>" in document.text
    assert len(document.text) < len(markup)


def test_nesting_without_end_is_refused() -> None:
    for markup in ("<div>" * 100_000 + "方案", "<div>" * 100_000 + "</b>" * 100_000):
        with pytest.raises(InputError) as caught:
            read(markup)
        assert caught.value.code == "unreadable"
        assert caught.value.details == {"format": "html", "reason": "nesting"}


def test_deep_page_is_read() -> None:
    depth = tree.MAX_DEPTH - 10
    assert read("<div>" * depth + "<p>方案</p>" + "</div>" * depth).text == "方案"


def test_too_large_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tree, "MAX_PAGE_BYTES", 100)
    image = f"<img src='data:image/png;base64,{'A' * 70_000}'>"
    assert read(f"{image}<p>方案</p>").text == "方案"
    with pytest.raises(InputError) as caught:
        read("<p>方案</p>" * 20)
    assert (caught.value.code, caught.value.details["limit"]) == ("too_large", 100)


@pytest.mark.parametrize(
    "markup",
    [
        "<p>" + "方案。" * 350_000,
        "<p>方案。</p>" * 20_000,
        "<p>" + "<" * 300_000,
        "<p>" + "&nbsp;\n" * 200_000 + "方案",
        "<h1>" + "<a href=x>方案</a>" * 20_000,
        "<p>" + "发布时间：" * 100_000,
        "<p a='" * 100_000 + "'>方案",
        "<table>" + "<tr><td colspan=1000>方<td rowspan=9999>案" * 5_000,
        "<title>" + "-方案网" * 200_000 + "</title><p>方案",
        "<div>" * 1_000 + "<p>方案</p></i>" * 10_000,
        f"<p class='{'share-' * 100_000}'>方案",
    ],
    ids=["line", "blocks", "angles", "spaces", "links", "labels", "quotes", "spans", "title",
         "stray-ends", "names"],
)  # fmt: skip
def test_monstrous_pages_take_linear_time(markup: str) -> None:
    start = time.process_time()
    read(markup)
    assert time.process_time() - start < 8.0


def test_empty_comment_page_is_empty() -> None:
    with pytest.raises(InputError) as caught:
        read("<p>" + "<!--" * 10)
    assert caught.value.code == "empty"
