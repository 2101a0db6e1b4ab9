"""Automatic numbers: which list, which level, which number, and how it stands before the words."""

from __future__ import annotations

import pytest

from tests.reading.docx_parts import (
    definition,
    in_list,
    level,
    lines,
    numbered,
    paragraph,
    style,
    use,
)

OUTLINE = definition(
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
    level(4, "decimalEnclosedCircle", "%5"),
)


def numbers(*depths: int, numbering: str = OUTLINE + use(1)) -> list[str]:
    """The numbers of paragraphs on these levels, whose words are all 事."""
    found = lines("".join(numbered("事", depth) for depth in depths), numbering=numbering)
    return [line.removesuffix("事").strip() for line in found]


def test_prints_the_outline_of_a_plan() -> None:
    assert numbers(0, 1, 2, 2, 3, 4, 4, 1, 2, 0, 1) == [
        "一、", "（一）", "1.", "2.", "（1）", "①", "②", "（二）", "1.", "二、", "（一）",
    ]  # fmt: skip


def test_levels_that_were_skipped_count_as_there() -> None:
    assert numbers(1, 1, 0, 1) == ["（一）", "（二）", "二、", "（一）"]


def test_level_may_go_on_below_new_headings() -> None:
    never = level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    numbering = definition(level(0, "chineseCounting", "%1、"), never) + use(1)
    assert numbers(0, 1, 1, 0, 1, numbering=numbering) == ["一、", "1.", "2.", "二、", "3."]


def test_level_may_begin_anew_after_a_higher_one_alone() -> None:
    third = level(2, "decimal", "%3.", '<w:lvlRestart w:val="1"/>')
    numbering = definition(
        level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）"), third
    ) + use(1)
    assert numbers(0, 1, 2, 1, 2, 0, 2, numbering=numbering) == [
        "一、", "（一）", "1.", "（二）", "2.", "二、", "1.",
    ]  # fmt: skip


def test_prints_the_numbers_of_levels_above() -> None:
    numbering = definition(
        level(0, "chineseCounting", "第%1章"), level(1, "decimal", "%1.%2", "<w:isLgl/>")
    ) + use(1)
    assert numbers(0, 1, 1, 0, 1, numbering=numbering) == ["第一章", "1.1", "1.2", "第二章", "2.1"]


def test_level_above_keeps_its_own_format() -> None:
    numbering = definition(level(0, "upperLetter", "%1"), level(1, "decimal", "%1-%2")) + use(1)
    assert numbers(0, 1, numbering=numbering) == ["A", "A-1"]


def test_begins_at_the_stated_number() -> None:
    numbering = definition(level(0, "chineseCounting", "%1、", start=5)) + use(1)
    assert numbers(0, 0, numbering=numbering) == ["五、", "六、"]


def test_lists_of_one_definition_go_on_unless_they_begin_anew() -> None:
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    body = "".join(numbered("事", number=number) for number in (1, 1, 2, 3, 3, 1, 3))
    numbering = OUTLINE + use(1) + use(2) + use(3, overrides=anew)
    found = lines(body, numbering=numbering)
    assert found == ["一、事", "二、事", "三、事", "一、事", "二、事", "三、事", "四、事"]


def test_list_may_replace_a_level() -> None:
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "decimal", "%1)")}</w:lvlOverride>'
    body = numbered("事") + numbered("事", number=2)
    assert lines(body, numbering=OUTLINE + use(1) + use(2, overrides=override)) == [
        "一、事",
        "2)事",
    ]


def test_definition_may_be_that_of_a_style() -> None:
    link = '<w:numStyleLink w:val="outline"/>'
    numbering = definition(link, number=1) + OUTLINE + use(1, of=1) + use(2)
    styles = style("outline", in_list(2), kind="numbering")
    assert lines(numbered("事", 1), numbering=numbering, styles=styles) == ["（一）事"]


def test_paragraphs_are_numbered_by_their_styles() -> None:
    linked = definition(
        level(0, "chineseCounting", "%1、", '<w:pStyle w:val="h1"/>'),
        level(1, "chineseCounting", "（%2）", '<w:pStyle w:val="h2"/>'),
    )
    styles = (
        style("h1", in_list(1))
        + style("h2", in_list(1), '<w:basedOn w:val="h1"/>')
        + style("own", "", '<w:basedOn w:val="h2"/>')
        + style("off", in_list(0), '<w:basedOn w:val="h1"/>')
    )
    names = ("h1", "h2", "own", "off", "h1")
    body = "".join(paragraph("事", f'<w:pStyle w:val="{name}"/>') for name in names)
    body += paragraph("事", f'<w:pStyle w:val="h1"/>{in_list(0)}')
    body += paragraph("事", '<w:pStyle w:val="h1"/><w:numPr><w:ilvl w:val="1"/></w:numPr>')
    found = lines(body, numbering=linked + use(1), styles=styles)
    assert found == ["一、事", "（一）事", "（二）事", "事", "二、事", "事", "（一）事"]


def test_default_style_numbers_paragraphs_without_one() -> None:
    default = style("a", in_list(1)).replace("<w:style ", '<w:style w:default="1" ')
    assert lines(paragraph("事"), numbering=OUTLINE + use(1), styles=default) == ["一、事"]


def test_empty_paragraph_counts_and_prints_nothing() -> None:
    body = numbered("事") + numbered("") + numbered("事")
    assert lines(body, numbering=OUTLINE + use(1)) == ["一、事", "三、事"]


def test_hidden_or_deleted_paragraph_does_not_count() -> None:
    hidden = paragraph("", f"{in_list(1, 0)}<w:rPr><w:vanish/></w:rPr>")
    deleted = f"<w:p><w:pPr>{in_list(1, 0)}<w:rPr><w:del/></w:rPr></w:pPr></w:p>"
    body = numbered("事") + hidden + deleted + numbered("事")
    assert lines(body, numbering=OUTLINE + use(1)) == ["一、事", "二、事"]


@pytest.mark.parametrize(
    ("text", "more", "words", "printed"),
    [
        ("%1.", "", "完善机制", "1.完善机制"),
        ("%1.", "", "2025年底前完成", "1. 2025年底前完成"),
        ("%1、", "", "2025年底前完成", "1、 2025年底前完成"),
        ("%1.", '<w:suff w:val="nothing"/>', "General", "1. General"),
        ("%1", '<w:suff w:val="tab"/>', "完善机制", "1 完善机制"),
        ("第%1条", "", "完善机制", "第1条 完善机制"),
        ("第%1条", '<w:suff w:val="nothing"/>', "完善机制", "第1条完善机制"),
        ("（%1）", '<w:suff w:val="space"/>', "完善机制", "（1）完善机制"),
        ("附件", "", "完善机制", "附件 完善机制"),
        ("", "", "完善机制", "完善机制"),
        ("%1.", "<w:rPr><w:vanish/></w:rPr>", "完善机制", "完善机制"),
    ],
)
def test_number_can_be_told_from_the_words(text: str, more: str, words: str, printed: str) -> None:
    numbering = definition(level(0, "decimal", text, more)) + use(1)
    assert lines(numbered(words), numbering=numbering) == [printed]


def test_bullets_are_not_printed() -> None:
    numbering = definition(level(0, "bullet", "\uf0b7")) + use(1)
    assert lines(numbered("事"), numbering=numbering) == ["事"]


def test_format_of_a_newer_word_has_one_for_all() -> None:
    alternative = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent xmlns:mc="urn:mc"><mc:Choice>'
        '<w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice><mc:Fallback>'
        '<w:numFmt w:val="decimalZero"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="%1、"/></w:lvl>'
    )
    assert lines(numbered("事"), numbering=definition(alternative) + use(1)) == ["01、事"]


@pytest.mark.parametrize(
    "numbering",
    [
        "",
        OUTLINE,
        use(1),
        definition() + use(1),
        definition('<w:numStyleLink w:val="lost"/>') + use(1),
        definition(level(0, "decimal", "%2")) + use(1),
    ],
)
def test_list_that_is_not_there_numbers_nothing(numbering: str) -> None:
    assert lines(numbered("事"), numbering=numbering) == ["事"]
