"""Numbers as their cells show them."""

from __future__ import annotations

import pytest

from graphmodel.reading.sheets.formats import built_in, shown

DAY = 45838
"""30 June 2025."""


@pytest.mark.parametrize(
    ("value", "code", "words"),
    [
        (DAY, 'yyyy"年"m"月"d"日"', "2025年6月30日"),
        (DAY, '[$-804]yyyy"年"m"月";@', "2025年6月"),
        (DAY, '[DBNum1][$-804]yyyy"年"m"月"d"日";@', "2025年6月30日"),
        (DAY, "yyyy.mm.dd", "2025年6月30日"),
        (DAY, "yyyy", "2025年"),
        (DAY, "m/d", "6月30日"),
        (DAY, "dddd", "2025年6月30日"),
        (DAY + 0.5, "yyyy/m/d h:mm", "2025年6月30日 12:00"),
        (0.5, "h:mm AM/PM", "12:00"),
        (0.95, "0%", "95%"),
        (0.9537, "0.0%", "95.4%"),
        (3.0, "0.##", "3"),
        (3.14159, "0.0#", "3.14"),
        (1200, "#,##0", "1200"),
        (1200.5, "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ @_ ", "1200.50"),
        (12, '0"个工作日"', "12个工作日"),
        (3, '"第"0"项；"', "第3项；"),
        (7, "000", "007"),
        (-3, "0_);(0)", "-3"),
        (5, "General", "5"),
        (5, "G/通用格式", "5"),
        (5, "0.00E+00", "5"),
        (0.5, "# ?/?", "0.5"),
        (5, '[Red]"a;b"0', "a;b5"),
        (5, '"never closed', "5"),
        (0.1 + 0.2, "General", "0.3"),
        (1e300, "yyyy", "1e+300"),
        (float("inf"), "0", ""),
        (float("nan"), "General", ""),
        (5, "", "5"),
        (5, "0." + "0" * 100_000, "5." + "0" * 30),
    ],
)
def test_shown(value: float, code: str, words: str) -> None:
    assert shown(value, code) == words


@pytest.mark.parametrize(
    ("number", "words"),
    [(0, "45838"), (9, "4583800%"), (14, "2025年6月30日"), (57, "2025年6月"), (58, "6月30日"),
     (31, "2025年6月30日"), (49, "45838"), (10**8, "45838")],
)  # fmt: skip
def test_formats_by_number(number: int, words: str) -> None:
    assert shown(DAY, built_in(number)) == words
