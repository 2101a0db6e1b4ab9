"""A second, strict reader of iCalendar files, by the grammar of RFC 5545 alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LONGEST = 75
_LINE = re.compile(
    r'(?P<name>[A-Z0-9-]+)(?P<params>(?:;[A-Z0-9-]+=(?:"[^"\x00-\x1f]*"|[^;:,"\x00-\x1f]*))*):'
    r"(?P<value>[^\x00-\x08\x0a-\x1f\x7f]*)"
)
_TEXT = re.compile(r"(?:[^\\;,\x00-\x08\x0a-\x1f]|\\[\\;,nN])*")
_ESCAPES = {"\\n": "\n", "\\N": "\n", "\\;": ";", "\\,": ",", "\\\\": "\\"}
_TEXTS = ("SUMMARY", "DESCRIPTION", "X-WR-CALNAME", "UID")


@dataclass(frozen=True)
class Event:
    """The properties of an event: name → (parameters, value)."""

    properties: dict[str, tuple[str, str]]

    def value(self, name: str) -> str:
        """The value of a property; of text what it says."""
        value = self.properties[name][1]
        if name not in _TEXTS:
            return value
        return re.sub(r"\\[\\;,nN]", lambda escape: _ESCAPES[escape[0]], value)


def checked(data: bytes) -> list[Event]:
    """The events of a file that keeps every rule; an AssertionError names the first that it breaks.

    Lines end with CRLF and have at most 75 octets; characters are whole; texts are escaped;
    properties that are required are there, once.
    """
    lines = [*_unfolded(data)]
    assert lines[0] == "BEGIN:VCALENDAR"
    assert lines[-1] == "END:VCALENDAR"
    begins = [n for n, line in enumerate(lines) if line == "BEGIN:VEVENT"]
    ends = [n for n, line in enumerate(lines) if line == "END:VEVENT"]
    head = _properties(lines[1 : (begins or [len(lines) - 1])[0]])
    assert head["VERSION"][1] == "2.0"
    assert head["PRODID"][1]
    for end, begin in zip(ends, [*begins[1:], len(lines) - 1], strict=True):
        assert begin == end + 1
    spans = zip(begins, ends, strict=True)
    events = [Event(_properties(lines[begin + 1 : end])) for begin, end in spans]
    for event in events:
        _check(event)
    uids = [event.value("UID") for event in events]
    assert len(set(uids)) == len(uids)
    return events


def _unfolded(data: bytes) -> Iterator[str]:
    assert data.endswith(b"\r\n")
    assert b"\n" not in data.replace(b"\r\n", b"")
    assert b"\r" not in data.replace(b"\r\n", b"")
    physical = data.split(b"\r\n")[:-1]
    for line in physical:
        assert 0 < len(line) <= _LONGEST, line
        line.decode("utf-8")  # no character is cut in two
    for line in b"\r\n".join(physical).replace(b"\r\n ", b"").split(b"\r\n"):
        yield line.decode("utf-8")


def _properties(lines: list[str]) -> dict[str, tuple[str, str]]:
    found: dict[str, tuple[str, str]] = {}
    for line in lines:
        parsed = _LINE.fullmatch(line)
        assert parsed, line
        assert parsed["name"] not in found, line
        found[parsed["name"]] = parsed["params"], parsed["value"]
        if parsed["name"] in _TEXTS:
            assert _TEXT.fullmatch(parsed["value"]), line
    return found


def _check(event: Event) -> None:
    for name in ("UID", "DTSTAMP", "DTSTART"):
        assert name in event.properties
    assert re.fullmatch(r"\d{8}T\d{6}Z", event.value("DTSTAMP"))
    for name in ("DTSTART", "DTEND"):
        assert event.properties[name][0] == ";VALUE=DATE"
        assert re.fullmatch(r"\d{8}", event.value(name))
    assert event.value("DTEND") > event.value("DTSTART")
    if "RRULE" in event.properties:
        rule = dict(part.split("=") for part in event.value("RRULE").split(";"))
        assert rule["FREQ"] in ("WEEKLY", "MONTHLY", "YEARLY")
        assert re.fullmatch(r"\d{8}", rule.get("UNTIL", "20000101"))  # a date, as DTSTART
