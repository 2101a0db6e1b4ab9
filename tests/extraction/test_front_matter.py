"""What the head of a document says of the plan itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from graphmodel.extraction.draft import FrontMatter
from graphmodel.extraction.front_matter import front_matter
from graphmodel.extraction.plan import extract_plan
from graphmodel.model.vocabulary import PlanStatus
from tests.extraction.drafts import draft_of, unread

BODY = "\n一、总体要求\n依照《望岚省优化营商环境条例》推进。\n"
NOTICE = (
    "澄原县人民政府办公室文件\n\n澄政办发〔2024〕12号\n\n"
    "澄原县人民政府办公室\n关于印发《澄原县优化营商环境工作方案》的通知\n\n"
    "各乡镇人民政府，县直各部门：\n\n"
    "《澄原县优化营商环境工作方案》已经县政府同意，现印发给你们，请抓好落实。\n\n"
    "澄原县人民政府办公室\n2024年3月15日\n\n"
    "澄原县优化营商环境工作方案\n"
)


def front(text: str) -> FrontMatter:
    return draft_of(text).front


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_notice_with_a_plan(end: str) -> None:
    assert front((NOTICE + BODY).replace("\n", end)) == FrontMatter(
        title="澄原县优化营商环境工作方案",
        doc_number="澄政办发〔2024〕12号",
        issuers=("澄原县人民政府办公室",),
        jurisdiction="澄原县",
        issued="2024-03-15",
        status=PlanStatus.ISSUED,
        references=("望岚省优化营商环境条例",),
    )


def test_plan_alone() -> None:
    assert front("澄原县优化营商环境行动计划\n（2024—2025年）\n" + BODY) == FrontMatter(
        title="澄原县优化营商环境行动计划（2024—2025年）",
        doc_number=None,
        issuers=(),
        jurisdiction="澄原县",
        issued=None,
        status=PlanStatus.ISSUED,
        references=("望岚省优化营商环境条例",),
    )


def test_two_issuers() -> None:
    text = (
        "中共澄原县委办公室 澄原县人民政府办公室\n关于印发《澄原县数字政府建设方案》的通知\n"
        "各乡镇：\n现印发给你们。\n中共澄原县委办公室\n澄原县人民政府办公室\n2024年3月15日\n"
        "澄原县数字政府建设方案\n"
    )
    assert front(text + BODY).issuers == ("中共澄原县委办公室", "澄原县人民政府办公室")
    assert front(text + BODY).jurisdiction == "澄原县"


@pytest.mark.parametrize(
    "title",
    [
        "澄原县优化营商环境工作方案（征求意见稿）",
        "澄原县优化营商环境工作方案（送审稿）",
        "澄原县优化营商环境工作方案(草案)",
    ],
)
def test_draft_by_its_title(title: str) -> None:
    found = front(title + BODY)
    assert (found.status, found.title) == (PlanStatus.DRAFT, "澄原县优化营商环境工作方案")


def test_draft_by_the_notice_that_asks_for_comments() -> None:
    text = (
        "关于公开征求《澄原县优化营商环境工作方案》意见的公告\n现向社会公开征求意见。\n"
        "澄原县发展和改革局\n2024年3月15日\n澄原县优化营商环境工作方案\n"
    )
    found = front(text + BODY)
    assert found.status == PlanStatus.DRAFT
    assert found.title == "澄原县优化营商环境工作方案"
    assert found.issuers == ("澄原县发展和改革局",)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        ("澄原县优化营商环境\n工作方案", "澄原县优化营商环境工作方案"),
        ("# 澄原县优化营商环境工作方案", "澄原县优化营商环境工作方案"),
        ("**澄原县优化营商环境工作方案**", "澄原县优化营商环境工作方案"),
        ("澄 原 县 优 化 营 商 环 境 工 作 方 案", "澄原县优化营商环境工作方案"),
        ("关于建立澄原县营商环境工作机制的通知", "关于建立澄原县营商环境工作机制的通知"),
        ("澄原县2024年防汛应急预案", "澄原县2024年防汛应急预案"),
    ],
)
def test_title(lines: str, title: str) -> None:
    assert front(lines + "\n" + BODY).title == title


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("澄政办发〔2024〕12号", "澄政办发〔2024〕12号"),
        ("澄政发[2024]3号", "澄政发[2024]3号"),
        ("澄办字（2024）7号", "澄办字（2024）7号"),
        ("澄政办发 〔2024〕 12 号", "澄政办发〔2024〕12号"),
        ("　　澄政办发〔2024〕第12号　　", "澄政办发〔2024〕第12号"),
        ("依照省政发〔2023〕5号文件精神，制定本方案。", None),
    ],
)
def test_document_number(line: str, number: str | None) -> None:
    assert front(f"{line}\n澄原县工作方案\n{BODY}").doc_number == number


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2024年3月15日", "2024-03-15"),
        ("2024 年 3 月 15 日", "2024-03-15"),
        ("（2024年3月15日）", "2024-03-15"),
        ("二〇二四年三月十五日", "2024-03-15"),
        ("二○二四年三月十五日", "2024-03-15"),
        ("二〇二四年十二月三十一日", "2024-12-31"),
        ("2024年2月30日", None),
        ("2024年3月15日印发", None),
    ],
)
def test_date_of_issue(line: str, date: str | None) -> None:
    text = f"关于印发澄原县工作方案的通知\n现印发。\n澄原县人民政府\n{line}\n澄原县工作方案\n{BODY}"
    assert front(text).issued == date


def test_signature_at_the_end_of_the_document() -> None:
    """A notice whose own numbered text is the plan is signed below it."""
    text = (
        "澄原县人民政府关于优化营商环境的实施意见\n各乡镇人民政府：\n现提出如下意见。\n"
        "一、任务\n1. 推进审批，年底前完成。（县住建局牵头）\n"
        + "".join(f"{n}. 推进改革，提升服务，优化流程。（县公安局牵头）\n" for n in range(2, 40))
        + "\n"
        "澄原县人民政府\n2024年3月15日\n"
    )
    draft = draft_of(text)
    assert (draft.front.issuers, draft.front.issued) == (("澄原县人民政府",), "2024-03-15")
    assert [d.date for d in draft.tasks[0].deadlines] == ["2024-12-31"]


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("澄原县工作方案", "澄原县"),
        ("栖溪市澄西区工作方案", "栖溪市"),
        ("望岚省优化营商环境工作方案", "望岚省"),
        ("澄南回族自治县工作方案", "澄南回族自治县"),
        ("关于优化全县营商环境的工作方案", None),
        ("国务院关于优化营商环境的工作方案", "全国"),
        ("市场监管领域改革工作方案", None),
        ("县域商业体系建设行动方案", None),
    ],
)
def test_jurisdiction_by_the_title(title: str, place: str | None) -> None:
    assert front(title + "\n" + BODY).jurisdiction == place


def test_issuer_goes_before_the_title() -> None:
    text = "栖溪市人民政府办公室\n2024年3月15日\n望岚省重大项目推进方案\n"
    assert front(text + BODY).jurisdiction == "栖溪市"


def test_citations_once_in_order_without_the_plan_itself_and_templates() -> None:
    text = (
        "澄原县工作方案\n依据《优化营商环境条例》《望岚省政务服务\n办法》和《优化营商环境条例》，"
        "参照《×××申请表样式》《营商环境工作简报》《澄原县工作方案》制定。\n一、任务\n"
        "落实《中华人民共和国行政许可法（修正案）》，宣传《澄原日报》。\n"
    )
    assert front(text).references == (
        "优化营商环境条例",
        "望岚省政务服务办法",
        "中华人民共和国行政许可法（修正案）",
    )


METADATA = (
    ("发文机关", "澄原县人民政府办公室"),
    ("发文字号", "澄政办发〔2024〕12号"),
    ("成文日期", "2024年3月15日"),
)


def test_table_of_metadata_of_a_web_page() -> None:
    document = replace(unread("澄原县工作方案\n一、任务\n"), metadata=METADATA)
    found = front_matter(document, document.text, 8)
    assert found.issuers == ("澄原县人民政府办公室",)
    assert found.doc_number == "澄政办发〔2024〕12号"
    assert found.issued == "2024-03-15"


@pytest.mark.parametrize("date", ["2024-13-45", "2024年2月30日", "另定", "", "9999999999"])
def test_metadata_with_an_impossible_date(date: str) -> None:
    document = replace(unread("澄原县工作方案\n一、任务\n"), metadata=(("成文日期", date),))
    assert extract_plan(document).front.issued is None


def test_title_of_a_web_page() -> None:
    document = replace(unread("各乡镇：\n一、任务\n"), title="澄原县优化营商环境工作方案")
    assert front_matter(document, document.text, 5).title == "澄原县优化营商环境工作方案"


def test_empty_head() -> None:
    assert front("一、任务\n推进。\n") == FrontMatter(
        "plan", None, (), None, None, PlanStatus.ISSUED, ()
    )


def test_title_over_two_lines_with_its_years() -> None:
    front = draft_of(
        "澄原县文化和旅游融合发展\n实施方案（２０２５—２０２７年）\n\n一、任务\n1. 做事。\n"
    ).front
    assert front.title == "澄原县文化和旅游融合发展实施方案（2025—2027年）"


def test_a_text_under_revision_is_a_draft() -> None:
    front = draft_of("澄原县创新发展工作方案\n（4月2日修改稿）\n\n一、任务\n1. 做事。\n").front
    assert (front.title, front.status) == ("澄原县创新发展工作方案", "draft")


def test_a_department_of_a_party_committee_is_no_ministry() -> None:
    text = "中共望岚省委宣传部\n2024年3月15日\n\n关于繁荣文化的实施意见\n"
    assert front(text + BODY).jurisdiction == "望岚省"
