"""Where attributions stand in the text of an item: in brackets, behind labels, in sentences."""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from graphmodel.extraction.attribution import can_be_attribution, parse_squeezed
from graphmodel.extraction.brackets import CLOSING, OPENING, Bracket, match_brackets
from graphmodel.extraction.lines import squeezed_lines
from graphmodel.extraction.names import has_ending, is_body, split_names
from graphmodel.extraction.roles import Attribution
from graphmodel.extraction.squeezed import Squeezed, separated, squeezed
from graphmodel.extraction.words import (
    LABEL_NOUN,
    POST_LABEL,
    TIME_LABEL,
    alternation,
    attribution_words,
)

_LONGEST = 2000
"""Characters that an attribution may have; longer ones are prose between stray brackets."""
_SHORTEST = 3
"""Characters up to which a bracket holds no body: （一）, （社区）."""
_CONTINUED = 200
_NAME_BEFORE = 12
_SENTENCE_ENDS = "。；;\n\r"
_LONGEST_LABEL = 24
"""Characters from the end of the sentence before a label to its colon."""
_LAYOUT_WITHIN = re.compile(r"[\s*]")
_GOES_ON = re.compile(
    r"[\n\r]{1,2}[ \t\u3000]{2,}(?P<names>[^\n\r。；;：:]{3,60})(?=[。；;\n\r]|\Z)"
)
"""A line further in that goes on with the list of the line above."""
_BY_WHOM = re.compile("(?<!自)由")
"""What a list of bodies and nothing else does not hold."""
_COLON = re.compile("[:：∶﹕】］〕]")
"""What can stand behind a label: a colon, or the bracket around it."""
_LABEL_ENDS = frozenset("位住伫门室构体头责合任人导长限间点求 \t*")
_BETWEEN_LABELS = " \u3000\n\r\t*。"
_SENTENCE_END = re.compile(r"[。\n\r]\s*")
_PARAGRAPH_END = re.compile(r"[。；;.]?[ \t\u3000]*(?:[\n\r\f]|\Z)")
_JOINS = re.compile(r"\s*+(?:及|和|与|以及|、)")
_SENTENCE = re.compile(
    r"(?:[。；;\n\r]|\A)[ \t\u3000]*+(?P<words>[省市县区州各][^。；;\n\r]{2,200}?"
    r"(?:牵头|负责|配合|落实|参与))(?=[。；;\n\r]|\Z|[，,][^，,。；;\n\r]{0,24}前[^，,。；;\n\r]{0,16}(?:[。；;\n\r]|\Z))"
)
_VERB_LAST = re.compile(r"(?:牵头|负责|配合|落实|参与)(?=[。；;，,\n\r]|\Z)")
"""What a sentence ends with that is an attribution; cheap to look for."""


@dataclass(frozen=True, slots=True)
class Found:
    """An attribution with its place in the document."""

    attribution: Attribution
    words: Squeezed
    start: int
    """Offset of the bracket or of the first word."""
    end: int


@dataclass(frozen=True, slots=True)
class NotUnderstood:
    """Words that look like an attribution and gave nobody a role."""

    start: int
    end: int


@cache
def _label_before_colon() -> re.Pattern[str]:
    """A label at the start of a sentence or line, up to its colon; matched on what precedes one.

    Wide gaps and brackets separate like the end of a sentence: 完善制度  责任部门：…
    """
    stems = alternation(list(attribution_words().labels))
    return re.compile(
        rf"(?:[{_SENTENCE_ENDS}]|[ \t\u3000]{{2}}|\A)[ \t\u3000*]*+[{re.escape(OPENING)}]?"
        rf"(?P<label>(?:(?:{stems}){LABEL_NOUN}|牵头|主责|配合|责任|{POST_LABEL}|{TIME_LABEL})"
        r"[ \t*]*+)\Z"
    )


@cache
def _label_anywhere() -> re.Pattern[str]:
    stems = alternation(list(attribution_words().labels))
    return re.compile(rf"(?:{stems}){LABEL_NOUN}[:：]\s*[\u4e00-\u9fff]|(?:局|委|办|院)牵头")


def find_attributions(text: str, start: int, end: int) -> tuple[list[Found], list[NotUnderstood]]:
    """The attributions in text[start:end], in order, and what looked like one and was none."""
    found: list[Found] = []
    doubts: list[NotUnderstood] = []
    behind = start
    for bracket in match_brackets(text, start, end):
        if bracket.opening < behind:
            continue
        result = _in_bracket(text, bracket, end)
        if isinstance(result, Found):
            found.append(result)
            behind = result.end
        elif result is not None:
            doubts.append(result)
            behind = result.end if bracket.closing is not None else behind
    taken = sorted([(f.start, f.end) for f in found] + [(d.start, d.end) for d in doubts])
    found += _behind_labels(text, start, end, taken)
    if not found:
        found = _in_sentences(text, start, end)
    found.sort(key=lambda f: f.start)
    return found, [d for d in doubts if not any(d.start <= f.start < d.end for f in found)]


def is_balanced(text: str, found: Found) -> bool:
    """Whether every bracket of an attribution has its other half, of whatever kind that is."""
    depth = 0
    for char in text[found.start : found.end]:
        depth += (char in OPENING) - (char in CLOSING)
        if depth < 0:
            return False
    return depth == 0 and not text.startswith(tuple(CLOSING), found.end)


def _in_bracket(text: str, bracket: Bracket, end: int) -> Found | NotUnderstood | None:
    opening, inner = bracket.opening, _inner_end(text, bracket)
    if not _SHORTEST < inner - opening <= _LONGEST:
        return None
    within = (opening + 1, inner)
    outer = inner + (bracket.closing is not None)
    if not _has_role_word(text, *within):
        return _bare_list(text, opening, inner, outer)
    words = squeezed(text, within)
    continued = _continued(text, outer, end)
    if continued is not None:
        words = separated(words, squeezed(text, continued), inner)
        outer = continued[1] + 1
    attribution = parse_squeezed(words.text)
    if attribution is not None and attribution.assignments:
        return Found(attribution, words, opening, outer)
    return NotUnderstood(opening, outer) if _label_anywhere().search(words.text) else None


def _has_role_word(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text holds a word of the grammar, whatever layout stands within it."""
    words = text[start:end]
    return can_be_attribution(words) or (
        _LAYOUT_WITHIN.search(words) is not None
        and can_be_attribution(squeezed(text, (start, end)).text)
    )


def _inner_end(text: str, bracket: Bracket) -> int:
    """The end of a bracket's content; where the closing one is missing, the end of the sentence."""
    if bracket.closing is not None:
        return bracket.closing
    limit = min(bracket.limit, bracket.opening + _LONGEST + 1)
    match = _SENTENCE_END.search(text, bracket.opening, limit)
    return match.start() if match else limit


def _bare_list(text: str, opening: int, inner: int, outer: int) -> Found | None:
    """A bracket that closes a paragraph and holds nothing but bodies: they all lead."""
    if inner - opening > _CONTINUED or not _PARAGRAPH_END.match(text, outer):
        return None
    if has_ending(text[max(0, opening - _NAME_BEFORE) : opening]):
        return None  # the bracket belongs to the name before it
    words = squeezed(text, (opening + 1, inner))
    attribution = parse_squeezed(words.text, prose=True)
    if attribution is None or not attribution.leads or _BY_WHOM.search(words.text):
        return None
    return Found(attribution, words, opening, outer)


def _continued(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The rest of a list that goes on behind the bracket and has a closing bracket of its own."""
    joint = _JOINS.match(text, start, end)
    if joint is None:
        return None
    start = joint.end()
    depth = 0
    for i in range(start, min(end, start + _CONTINUED)):
        if text[i] in OPENING:
            depth += 1
        elif text[i] in CLOSING:
            depth -= 1
        elif text[i] in "。；;":
            return None
        if depth < 0:
            names = split_names(squeezed(text, (start, i)).text).names
            return (start, i) if names and all(is_body(n.words) for n in names) else None
    return None


def _behind_labels(
    text: str, start: int, end: int, taken: list[tuple[int, int]]
) -> Iterator[Found]:
    """Labels at the start of a sentence or line, outside brackets; lines that follow go on.

    Args:
        text: The document's text.
        start: Where to begin.
        end: Where to end.
        taken: The spans of what was found in brackets, in order.
    """
    begun: int | None = None
    stop = start
    for label, behind in _labels(text, start, end, taken):
        if label < stop:
            continue
        goes_on = begun is not None and label - begun < _LONGEST
        if begun is not None and not (goes_on and not text[stop:label].strip(_BETWEEN_LABELS)):
            yield from _labelled(text, begun, stop)
            begun = None
        begun = label if begun is None else begun
        stop = _list_end(text, behind, end)
    if begun is not None:
        yield from _labelled(text, begun, stop)


def _labels(
    text: str, start: int, end: int, taken: list[tuple[int, int]]
) -> Iterator[tuple[int, int]]:
    """Where labels begin and where their colons end. Colons are rare, so they are looked for."""
    for colon in _COLON.finditer(text, start, end):
        if text[colon.start() - 1] not in _LABEL_ENDS or _is_taken(taken, colon.start()):
            continue
        left = max(start - 1, 0, colon.start() - _LONGEST_LABEL)
        match = _label_before_colon().search(text[left : colon.start()])
        if match is not None and (left == 0 or match.start("label") > match.start()):
            yield left + match.start("label"), colon.end()


def _is_taken(spans: list[tuple[int, int]], position: int) -> bool:
    i = bisect_right(spans, (position, sys.maxsize)) - 1
    return i >= 0 and position < spans[i][1]


def _labelled(text: str, start: int, end: int) -> Iterator[Found]:
    words = squeezed_lines(text, start, end)
    attribution = parse_squeezed(words.text)
    if attribution is not None and attribution.assignments:
        yield Found(attribution, words, start, end)


def _sentence_end(text: str, start: int, end: int) -> int:
    match = _SENTENCE_END.search(text, start, min(end, start + _LONGEST))
    return match.start() if match else min(end, start + _LONGEST)


def _list_end(text: str, start: int, end: int) -> int:
    """Where the list behind a label ends: with its line, or with the deeper lines that go on."""
    stop = _sentence_end(text, start, end)
    while (more := _GOES_ON.match(text, stop, end)) is not None:
        names = split_names(squeezed(text, more.span("names")).text).names
        if not names or not all(is_body(name.words) and has_ending(name.words) for name in names):
            break
        stop = more.end("names")
    return stop


def _in_sentences(text: str, start: int, end: int) -> list[Found]:
    """Sentences that are an attribution and nothing else, such as 县住建局牵头，各乡镇配合."""
    found: list[Found] = []
    if _VERB_LAST.search(text, start, end) is None:
        return found
    for match in _SENTENCE.finditer(text, max(start - 1, 0), end):
        words = squeezed(text, match.span("words"))
        attribution = parse_squeezed(words.text, prose=True)
        if attribution is not None and attribution.leads:
            found.append(Found(attribution, words, *match.span("words")))
    return found
