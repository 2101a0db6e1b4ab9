"""P: data of persons. The text has them as ■ already; a finding says where they stood."""

from __future__ import annotations

import re
from collections.abc import Iterator

from graphmodel.checks.finding import Hit, Message
from graphmodel.checks.view import PlanView
from graphmodel.extraction.masking import MASK

_LABEL = (
    r"(?:联\s?系\s?人员?|经办人|填报人|填表人|联络员|联系方式|(?:联系)?电\s?话|手机|座机|传真|号码|邮箱"
    r"|信箱|邮件|[Ee]-?[Mm]ail)"
)
_CONTACT = re.compile(
    rf"{_LABEL}[^\n{MASK}]{{0,12}}(?P<data>{MASK}{{2,}})|(?P<number>{MASK}{{7,}})"
)
"""Masked words behind a label, or as long as a telephone number; names of officials are neither."""


def contact_data(plan: PlanView) -> Iterator[Hit]:
    """P001: names and numbers of contacts in the text."""
    for match in _CONTACT.finditer(plan.text):
        span = match.span("data") if match["data"] else match.span("number")
        yield Hit(
            span,
            Message(
                "文中有联系人姓名、电话或邮箱（已遮盖），公开前请删去",
                "contact data stood here (masked); take them out before the plan is published",
            ),
        )
