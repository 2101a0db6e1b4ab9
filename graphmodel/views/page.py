"""The interactive page: one HTML file that needs nothing else and asks for nothing.

pyvis' `Network` holds nodes, edges and options and fills the template of `viz/`; the script of
vis-network that pyvis carries, the page's own scripts, its style and its data are put into the
file. Only these scripts and this style may run there, by their checksums.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Sequence
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graphmodel.model.facts import Facts
from graphmodel.model.files import write_text_atomically
from graphmodel.model.resources import resource
from graphmodel.views.payload import KINDS, Payload, payload
from graphmodel.views.picture import placed

if TYPE_CHECKING:
    from pyvis.network import Network

LANGUAGES = {"zh": "zh-CN", "en": "en"}
SCRIPTS = (
    *("dom", "model", "pairs", "palette", "boxes", "lines", "source"),
    *("statistics", "parts", "loads", "scenario"),
    *("aggregates", "places", "labels", "neighbourhood", "focus", "scene", "looks", "rows"),
    *("walk", "canvas", "graph", "graph_picture", "graph_table"),
    *("charts", "load_chart", "lorenz"),
    *("bars", "sidebar", "details", "edges", "pages", "pair_page"),
    *("sounds", "search_index", "search", "theme", "standalone", "captions", "output", "printing"),
    *("names", "address_fields", "address", "help"),
    *("collaboration", "matrix_grid", "matrix_picture"),
    *("network_layout", "network_boxes", "network_legend", "network"),
    *("calendar", "recurrence", "schedule", "months", "folded", "due_words"),
    *("timeline_rows", "timeline_chart", "timeline_keys", "timeline_list"),
    *("graph_view", "load", "matrix", "timeline", "findings_list", "findings"),
    *("compare_chart", "compare"),
    *("whatif_form", "whatif_chart", "whatif"),
    "main",
)
"""The files of `viz/js` in the order in which they stand in the page; they share one scope."""
STYLES = (
    *("base", "frame", "signs", "panels", "views", "graph", "charts", "load", "whatif", "compare"),
    *("matrix", "timeline", "findings", "media", "print"),
)
"""The files of `viz/css` in their order."""

_VIS_NETWORK = "templates/lib/vis-9.1.2/vis-network.min.js"
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)
_NOT_IN_MARKUP = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


def write_page(
    facts: Facts,
    path: str | Path,
    *,
    lang: str = "zh",
    kinds: Sequence[str] = KINDS,
    today: date | None = None,
) -> None:
    """Write the facts as an interactive page, whole or not at all.

    Equal facts give equal bytes.

    Args:
        facts: The facts of one plan or several; without texts the page quotes nothing.
        path: The HTML file to write or to replace.
        lang: Language of the page's own words at first, `zh` or `en`.
        kinds: The views that the page has, of `KINDS`.
        today: The day by which deadlines are judged; None: the reader's own day.

    Raises:
        OutputError: `unwritable`.
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    write_text_atomically(Path(path), rendered(facts, lang=lang, kinds=kinds, today=today))


def rendered(
    facts: Facts, *, lang: str = "zh", kinds: Sequence[str] = KINDS, today: date | None = None
) -> str:
    """The page as text; see `write_page`."""
    content = payload(facts, kinds, today)
    network = _network(content)
    library = _library() if "graph" in kinds else ""
    script, style = _script(), _style()
    network.templateEnv.filters["json"] = json_in_markup
    network.templateEnv.globals.update(
        language=LANGUAGES[lang],
        words=words(),
        title=_said("app", lang),
        no_script=" / ".join(words()["no_script"]),
        about=content.about,
        views=content.views,
        library=library,
        script=script,
        style=style,
        policy=_policy((library, script) if library else (script,), style),
    )
    html: str = network.generate_html()
    return html


def words() -> dict[str, tuple[str, str]]:
    """The page's own words by key, in Chinese and in English."""
    pairs: dict[str, tuple[str, str]] = {}
    for file in sorted(resource("viz", "words").glob("*.json")):
        pairs |= {key: (zh, en) for key, (zh, en) in json.loads(file.read_text("utf-8")).items()}
    return pairs


def _said(key: str, lang: str) -> str:
    return words()[key][list(LANGUAGES).index(lang)]


def json_in_markup(value: Any) -> str:
    """JSON that neither ends a script element nor breaks a line of a script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _NOT_IN_MARKUP.sub(lambda char: f"\\u{ord(char[0]):04x}", text)


def _network(content: Payload) -> Network:
    """The container, filled at once: `add_node` and `add_edge` look through all that is in it."""
    from pyvis.network import Network

    network = Network(directed=True)
    network.nodes = list(placed(content.nodes, content.edges, content.about["aggregates"]))
    network.edges = content.edges
    network.set_options(_viz("options.json"))
    network.set_template_dir(str(resource("viz")), "template.html")
    return network


def _library() -> str:
    text = files("pyvis").joinpath(_VIS_NETWORK).read_text(encoding="utf-8")
    return _SOURCE_MAP.sub("", text)


def _script() -> str:
    parts = "\n".join(_viz("js", f"{name}.js") for name in SCRIPTS)
    return f'(() => {{\n"use strict";\n{parts}}})();\n'


def _style() -> str:
    return "\n".join(_viz("css", f"{name}.css") for name in STYLES)


def _viz(*names: str) -> str:
    return resource("viz", *names).read_text(encoding="utf-8")


def _policy(scripts: tuple[str, ...], style: str) -> str:
    """A Content Security Policy that lets these scripts and this style run, and nothing load."""
    allowed = " ".join(_checksum(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {allowed}; style-src {_checksum(style)}; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _checksum(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
