"""Whatever a text holds, rules do no harm, and what they find lies in it."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from graphmodel.checks.checker import check
from graphmodel.checks.finding import Finding
from graphmodel.model.errors import InputError
from graphmodel.pipeline import facts_of
from graphmodel.reading import read_bytes
from graphmodel.reports import findings_text
from graphmodel.reports.findings import shown
from graphmodel.reports.wording import Language
from tests.extraction.test_any_text import texts

PIECES = st.sampled_from(
    (
        *(
            "（3项）",
            "“2项改革”",
            "以下五个方面：",
            "三个指标，分别为甲、乙、丙。",
            "第十条 ",
            "本方案第九部分",
        ),
        *(
            "2月30日",
            "2024年13月",
            "每季度报送进展。",
            "附件：1.甲表\n2.乙表\n",
            "联系人：张三丰\n",
            "（见附件2）",
        ),
        *(
            "\n一、甲\n",
            "\n三、乙\n",
            "\n1.丙。（县环保局等牵头，县环保局配合）\n",
            "\n3.丁。（各部门负责）\n",
        ),
        *(
            "企业开办时间压减至1个工作日。",
            "企业开办时间压减至2个工作日。",
            "部署阶段（2024年1月—2月）",
        ),
        *("牵头单位：县财攻局", "牵头单位：县财政局", "（", "）", "\r\n", "\ud800", "■■■■"),
    )
)
any_text = st.one_of(texts, st.lists(PIECES, max_size=25).map("".join))


@settings(max_examples=60, deadline=None)
@given(any_text)
def test_findings_lie_in_the_text(text: str) -> None:
    with suppress(InputError):  # not a plan
        facts = facts_of(read_bytes(text.encode("utf-8", "replace"), "plan.txt"))
        found = check(facts, today=date(2024, 6, 30))
        assert [bad for bad in found if not _lies_in(bad, len(facts.texts[0].text))] == []
        assert found == sorted(found, key=lambda f: (f.start, f.code, f.end))
        findings_text.to_text(shown(facts, found, Language.ZH), Language.ZH, width=40)


def _lies_in(finding: Finding, length: int) -> bool:
    spans = ((finding.start, finding.end), *finding.also)
    return all(0 <= start <= end <= length for start, end in spans)
