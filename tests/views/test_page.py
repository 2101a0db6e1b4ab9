"""The file: whole, self-contained, the same each time, and closed to injection."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from graphmodel.model.errors import OutputError
from graphmodel.model.facts import Facts
from graphmodel.model.facts_json import to_json
from graphmodel.views import write_page
from graphmodel.views.page import json_in_markup, rendered
from tests.views.sample import plan_facts, two_plans


class Parts:
    """The attributes of a page, its scripts and styles, and its data by name."""

    def __init__(self, text: str) -> None:
        """Read the page as a browser would."""
        tree = html.document_fromstring(text.encode("utf-8"))
        scripts = [(part.get("id"), part.text or "") for part in tree.iter("script")]
        self.attributes = [pair for element in tree.iter("*") for pair in element.items()]
        self.scripts = [text for name, text in scripts if name is None]
        self.styles = [part.text or "" for part in tree.iter("style")]
        self.data: dict[str, Any] = {name: json.loads(text) for name, text in scripts if name}


@pytest.fixture(scope="module")
def text() -> str:
    return rendered(plan_facts())


@pytest.fixture(scope="module")
def parts(text: str) -> Parts:
    return Parts(text)


def test_nothing_but_the_page_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_page(plan_facts(), Path("page.html"))
    assert [file.name for file in tmp_path.iterdir()] == ["page.html"]
    assert (tmp_path / "page.html").read_text("utf-8") == rendered(plan_facts())


def test_file_name_needs_no_ending(tmp_path: Path) -> None:
    write_page(plan_facts(), tmp_path / "页面")
    assert (tmp_path / "页面").is_file()


def test_unwritable_file_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(OutputError) as error:
        write_page(plan_facts(), tmp_path / "file" / "page.html")
    assert error.value.code == "unwritable"


def test_page_loads_nothing(parts: Parts) -> None:
    names = {name for name, _ in parts.attributes}
    assert not names & {"src", "srcset", "style", "onload", "onclick", "action", "data"}
    assert [value for name, value in parts.attributes if name == "href"] == ["data:,"]
    assert "url(" not in parts.styles[0]
    assert "@import" not in parts.styles[0]


def test_only_these_scripts_and_this_style_may_run(parts: Parts) -> None:
    (policy,) = [v for n, v in parts.attributes if n == "content" and "default-src" in str(v)]
    rules = dict(rule.strip().split(" ", 1) for rule in str(policy).split(";"))

    def checksum(text: str) -> str:
        digest = hashlib.sha256(text.encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"

    assert rules == {
        "default-src": "'none'",
        "script-src": " ".join(map(checksum, parts.scripts)),
        "style-src": checksum(parts.styles[0]),
        "img-src": "data:",
        "base-uri": "'none'",
        "form-action": "'none'",
    }


def test_licence_of_the_library_stays_and_its_source_map_goes(text: str) -> None:
    assert "vis.js is dual licensed under both" in text
    assert "@version 9.1.2" in text
    assert "sourceMappingURL" not in text


def test_data_is_in_the_page(parts: Parts) -> None:
    nodes, edges = parts.data["data-nodes"], parts.data["data-edges"]
    assert [node["label"] for node in nodes][:3] == ["县审批局", "县市场监管局", "各乡镇"]
    assert len(edges) == 13
    assert all({"x", "y", "size", "group"} <= node.keys() for node in nodes)


def test_text_of_a_task_is_in_the_page_once(text: str) -> None:
    assert text.count("〔牵头单位：县审批局；配合单位：县市场监管局、各乡镇〕") == 1


def test_facts_without_anything_give_a_page() -> None:
    assert Parts(rendered(Facts())).data["data-nodes"] == []


def test_facts_without_texts_give_a_page_without_them() -> None:
    text = rendered(plan_facts().without_texts())
    assert "牵头单位：县审批局" not in text
    assert Parts(text).data["data-about"]["texts"] == [None]


def test_language() -> None:
    assert '<html lang="zh-CN">' in rendered(plan_facts())
    english = rendered(plan_facts(), lang="en")
    assert '<html lang="en">' in english
    assert Parts(english).data["data-words"]["edge_lead"] == ["牵头", "Leads"]


@pytest.mark.parametrize(
    "text",
    ["</script><script>alert(1)</script>", "<!--<script>", "a\u2028b\u2029c", "\ud800", "&lt;"],
)
def test_json_cannot_leave_its_element(text: str) -> None:
    written = json_in_markup({"title": text})
    assert not re.search("[<>&\u2028\u2029\ud800-\udfff]", written)
    assert json.loads(written) == {"title": text}


def test_same_bytes_under_any_hash_seed_and_locale(tmp_path: Path) -> None:
    facts = tmp_path / "facts.json"
    facts.write_text(to_json(two_plans()), encoding="utf-8")
    code = (
        "import sys; from pathlib import Path;"
        "from graphmodel.model.facts_json import from_json;"
        "from graphmodel.views import write_page;"
        "text = Path(sys.argv[1]).read_text('utf-8');"
        "write_page(from_json(text, ''), Path(sys.argv[2]))"
    )
    pages = set()
    for seed, locale in (("0", "C"), ("1", "C.UTF-8"), ("2", "POSIX")):
        out = tmp_path / f"{seed}.html"
        settings = {"PYTHONHASHSEED": seed, "LC_ALL": locale, "PYTHONUTF8": "0"}
        settings["PYTHONCOERCECLOCALE"] = "0"
        command = [sys.executable, "-c", code, str(facts), str(out)]
        subprocess.run(command, check=True, env=os.environ | settings)
        pages.add(out.read_bytes())
    assert len(pages) == 1
