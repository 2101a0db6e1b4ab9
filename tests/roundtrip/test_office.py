"""A plan as LibreOffice writes it gives the responsibilities that its plain text gives."""

from __future__ import annotations

import pytest

from tests.roundtrip.formats import FORMS, Forms
from tests.roundtrip.office import program
from tests.roundtrip.plans import facts_from, plan_names, plan_text, text_facts
from tools.make_data import SHARED

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(program() is None, reason="LibreOffice is not installed"),
]

WRITTEN = [name for name, form in FORMS.items() if form.render is None]
READ_BY_OFFICE = ("doc", "rtf", "odt")
"""To be read, each file of these starts LibreOffice once more: two plans have to do."""
FEW = ("jiling-2023-action", "yijun-2021")


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Forms:
    texts = {plan: plan_text(plan, SHARED) for plan in plan_names(SHARED)}
    return Forms(texts, tmp_path_factory.mktemp("office"))


@pytest.mark.parametrize("form", WRITTEN)
def test_plan_written_by_libreoffice_comes_back_the_same(form: str, forms: Forms) -> None:
    for plan, path in forms.files(form).items():
        if FORMS[form].suffix in READ_BY_OFFICE and plan not in FEW:
            continue
        found = facts_from(path.read_bytes(), path.name)
        assert FORMS[form].differences(text_facts(plan_text(plan, SHARED)), found) == [], plan
