"""XML of unknown origin: what is read, and what is refused."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

import pytest

from graphmodel.model.errors import InputError
from graphmodel.reading import markup
from graphmodel.reading.markup import Events, feed_xml, local_name, parse_xml

LAUGHS = "<!DOCTYPE a [<!ENTITY e0 'ha'>" + "".join(
    f"<!ENTITY e{n} '{f'&e{n - 1};' * 10}'>" for n in range(1, 12)
)


def feed(data: bytes, source: str) -> object:
    feed_xml(data, source, Events())
    return None


READERS = pytest.mark.parametrize("read", [parse_xml, feed])
Read = Callable[[bytes, str], object]


def code_of(read: Read, data: bytes) -> str:
    with pytest.raises(InputError) as caught:
        read(data, "a.xml")
    assert caught.value.source == "a.xml"
    return caught.value.code


def test_tree_without_comments_and_instructions() -> None:
    root = parse_xml("<?xml version='1.0'?><a>县<!-- x --><?y?>局<b/></a>".encode(), "a")
    assert (root.tag, "".join(map(str, root.itertext())), [child.tag for child in root]) == (
        "a",
        "县局",
        ["b"],
    )


def test_events_in_order() -> None:
    class Log(Events):
        def __init__(self) -> None:
            self.log: list[str] = []

        def start(self, tag: str | bytes, attrib: Mapping[str | bytes, str | bytes]) -> None:
            self.log.append(f"<{local_name(tag)}{dict(attrib) or ''}")

        def end(self, tag: str | bytes) -> None:
            self.log.append(f">{local_name(tag)}")

        def data(self, data: str | bytes) -> None:
            self.log.append(str(data))

    target = Log()
    feed_xml("<a xmlns='urn:x'>县<b c='1'/></a>".encode("utf-16"), "a", target)
    assert target.log == ["<a", "县", "<b{'c': '1'}", ">b", ">a"]


@READERS
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32-le"])
@pytest.mark.parametrize(
    "bomb",
    [
        LAUGHS + "]><a>&e11;</a>",
        LAUGHS + "]><a x='&e11;'/>",
        "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><a>&e;</a>",
        "<!DOCTYPE a SYSTEM 'http://example.invalid/a.dtd'><a/>",
        "<!-- x --><!DOCTYPE a><a/>",
    ],
)
def test_document_types_are_refused(read: Read, bomb: str, encoding: str) -> None:
    assert code_of(read, bomb.encode(encoding)) == "damaged"


@READERS
@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "cp500"])
def test_encodings_in_which_a_bomb_could_hide(read: Read, encoding: str) -> None:
    bomb = f"<?xml version='1.0' encoding='{encoding}'?>{LAUGHS}]><a x='&e11;'>&e11;</a>"
    start = time.process_time()
    assert code_of(read, bomb.encode(encoding)) == "damaged"
    assert time.process_time() - start < 1.0


@READERS
@pytest.mark.parametrize(
    "data",
    [b"", b"x", b"<a>", b"<a></b>", b"<a/><a/>", b"<a>\x01</a>", b"<a>&e;</a>", b"<a>\xff</a>",
     b"<?xml version='1.0' encoding='none'?><a/>", b"\0\0\0\0"],
)  # fmt: skip
def test_what_is_not_well_formed(read: Read, data: bytes) -> None:
    assert code_of(read, data) == "damaged"


def test_depth_of_a_tree_is_bounded() -> None:
    assert parse_xml(b"<a>" * 200 + b"</a>" * 200, "a").tag == "a"
    assert code_of(parse_xml, b"<a>" * 100_000 + b"</a>" * 100_000) == "damaged"


def test_depth_of_events_takes_linear_time() -> None:
    start = time.process_time()
    feed(b"<a>" * 100_000 + b"</a>" * 100_000, "a")
    assert time.process_time() - start < 3.0


@READERS
def test_million_attributes_of_one_element(read: Read) -> None:
    data = b"<a " + b" ".join(b'a%d="1"' % n for n in range(10**6)) + b"/>"
    start = time.process_time()
    assert code_of(read, data) == "damaged"
    assert time.process_time() - start < 5.0


def test_sizes_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markup, "MAX_XML", 100)
    monkeypatch.setattr(markup, "MAX_TAGS", 100)
    assert code_of(parse_xml, b"<a>" + b"x" * 100 + b"</a>") == "too_large"
    assert code_of(feed, b"<a>" + b"<b/>" * 100 + b"</a>") == "too_large"
    assert feed(b"<a>" + b"x" * 1000 + b"</a>", "a") is None
