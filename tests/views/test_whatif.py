"""What if: the loads that the page counts are those of the scenario, whatever is moved."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any

import pytest

from graphmodel.analysis.concentration import concentration
from graphmodel.analysis.load import load
from graphmodel.analysis.scenario.applying import after_scenario
from graphmodel.analysis.scenario.steps import Step, read_scenario
from graphmodel.analysis.statistics import gini, lorenz, ranks, robust_z, top_share
from graphmodel.model.claims import facts_of_plans
from graphmodel.model.errors import ScenarioError
from graphmodel.model.facts import Facts, merge
from graphmodel.model.resources import resource
from graphmodel.model.vocabulary import Role, UnitKind
from graphmodel.views import write_page
from graphmodel.views.payload import payload
from tests.analysis.building import Attribution, facts_of
from tests.views.sample import plan_facts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

MODULES = ("model", "statistics", "parts", "loads", "scenario")
HARNESS = """
const say = (key, values) => `${key} ${JSON.stringify(values)}`;
window.opened = ({ nodes, edges, about }) => {
  const model = createModel(nodes, edges, about);
  window.after = (texts, plan) => {
    const changes = texts.map((text) => readChange(model, text));
    const { rows, done } = afterChanges(model, responsibilitiesOf(model), changes);
    const { units, populations } = loadsOf(model, rows, plan);
    const loads = Object.fromEntries(units.map(({ key, load }) => [key, load]));
    return { done, loads, populations: populations.filter(Boolean) };
  };
  window.scenario = (texts) => scenarioText(texts.map((text) => readChange(model, text)));
};
window.figures = (values) => ({
  z: values.map((value) => robustZ(value, spreadOf(values))),
  ranks: ranksOf(values),
  gini: gini(values),
  top: topShare(values, 3),
  tenths: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((n) => lorenzAt(lorenz(values), n / 10)),
});
"""


@pytest.fixture
def measures(page: Page) -> Page:
    """A page with the measures of the page, and nothing else of it."""
    sources = [resource("viz", "js", f"{name}.js").read_text("utf-8") for name in MODULES]
    page.goto("about:blank")
    page.evaluate("\n".join(["(() => {", *sources, HARNESS, "})()"]))
    return page


def opened(page: Page, facts: Facts) -> None:
    page.evaluate("opened", asdict(payload(facts, ("load", "whatif"))))


SHORT = {
    "leads": "leads",
    "sole_leads": "sole",
    "co_leads": "shared",
    "supports": "supports",
    "boilerplate_supports": "boilerplate",
    "standing_supports": "standing",
    "engaged": "engaged",
    "indicator_leads": "indicators",
    "rank": "rank",
}


def expected(facts: Facts) -> dict[str, dict[str, Any]]:
    """The rows of the measure by unit, with the names that the page has for them."""
    return {
        str(row["unit"]): {short: int(row[name]) for name, short in SHORT.items()}
        | {name: round(float(row[name]), 4) for name in ("load", "z", "median", "threshold")}
        | {"overloaded": bool(row["overloaded"])}
        for row in load(facts).to_dict("records")
    }


def counted(found: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The rows of the page, each with what its unit is compared with."""
    numbers = sorted({row["among"] for row in found["loads"].values()})
    among = dict(zip(numbers, found["populations"], strict=True))
    return {
        key: {name: value for name, value in row.items() if name != "among"}
        | {name: among[row["among"]][name] for name in ("median", "threshold")}
        for key, row in found["loads"].items()
    }


def close(some: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """The same, to be compared with what was rounded from another sum of the same numbers."""
    return {key: pytest.approx(row, abs=1.01e-4) for key, row in some.items()}


@dataclass(frozen=True)
class Change:
    """One change, as the page writes it down and as the file of a scenario has it."""

    kind: str
    keys: tuple[str, ...]

    @property
    def text(self) -> str:
        return json.dumps([self.kind, *self.keys], ensure_ascii=False, separators=(",", ":"))

    @property
    def steps(self) -> str:
        task, *bodies = (json.dumps(key, ensure_ascii=False) for key in self.keys)
        demoted = f"[[demote_lead]]\ntask = {task}\nunit = {bodies[0]}\n"
        if self.kind == "demote":
            return demoted
        if self.kind == "drop":
            return f"{demoted}[[drop_supporter]]\ntask = {task}\nunit = {bodies[0]}\n"
        return f"[[move_lead]]\ntask = {task}\nfrom = {bodies[0]}\nto = {bodies[1]}\n"


def steps_of(folder: Path, text: str) -> tuple[Step, ...]:
    path = folder / "scenario.toml"
    path.write_text(text, encoding="utf-8")
    return read_scenario(path)


def carried_out(folder: Path, facts: Facts, changes: list[Change]) -> tuple[Facts, list[bool]]:
    """The facts after the changes that can be carried out, and which can."""
    done = []
    for change in changes:
        try:
            facts = after_scenario(facts, steps_of(folder, change.steps), "scenario.toml")
            done.append(True)
        except ScenarioError:
            done.append(False)
    return facts, done


def drawn(facts: Facts, dice: random.Random, size: int) -> list[Change]:
    """Changes of leads that there are in the facts, some of which others make impossible."""
    leads = [r for r in facts.responsibilities if r.role is Role.LEAD and r.task is not None]
    on_page = {r.unit for r in facts.responsibilities}
    takers = [u.id for u in facts.units if u.kind is UnitKind.UNIT and u.id in on_page]
    changes = []
    for part in dice.choices(leads, k=size):
        kind = dice.choice(("move", "move", "demote", "drop"))
        bodies = (part.unit, dice.choice(takers)) if kind == "move" else (part.unit,)
        changes.append(Change(kind, (str(part.task), *bodies)))
    return changes


ATTRIBUTIONS = (
    Attribution(1, "A", "BC众"),
    Attribution(2, "AB", "DC众"),
    Attribution(3, "A", "EC众", engaged="F"),
    Attribution(4, "A", "C众"),
    Attribution(5, "CA", "BF"),
    Attribution(5, "D", "AC众"),
    Attribution(6, "", "DEF", standing=True),
    Attribution(7, "众", "BC众"),
    Attribution(8, "A企", "DB", engaged="E"),
)
"""Co-leads, two attributions of a task, a tail C众, standing support, a group and an outsider."""


def annexed() -> Facts:
    """Task 8 states task 1 again, one supporter more, as a row of an annex does."""
    facts = facts_of(*ATTRIBUTIONS[:7], Attribution(8, "A", "BCE众"))
    first, last = facts.tasks[0], facts.tasks[7]
    return replace(facts, tasks=(*facts.tasks[:7], replace(last, same_as=first.id)))


def several() -> Facts:
    """Two plans of a place and one of another."""
    return merge(
        (
            facts_of(*ATTRIBUTIONS, plan="一"),
            facts_of(Attribution(1, "B", "AC"), Attribution(2, "B", "DC"), plan="二"),
            facts_of(*ATTRIBUTIONS[:4], place="乙", plan="三"),
        )
    )


FACTS = {
    "sample": plan_facts,
    "every form": lambda: facts_of(*ATTRIBUTIONS),
    "annex": annexed,
    "several plans": several,
}


@pytest.mark.parametrize("name", FACTS)
def test_without_changes_the_loads_are_those_of_the_measure(measures: Page, name: str) -> None:
    facts = FACTS[name]()
    opened(measures, facts)
    assert counted(measures.evaluate("after([], null)")) == close(expected(facts))


def test_the_loads_of_a_plan_are_those_of_its_facts(measures: Page) -> None:
    facts = several()
    opened(measures, facts)
    for number, (_, own) in enumerate(facts_of_plans(facts)):
        found = counted(measures.evaluate("plan => after([], plan)", number))
        assert found == close(expected(own))


@pytest.mark.parametrize("name", FACTS)
def test_changes_come_to_what_the_scenario_comes_to(
    measures: Page, tmp_path: Path, name: str
) -> None:
    facts, dice = FACTS[name](), random.Random(name)
    opened(measures, facts)
    carried = 0
    for size in (1, 1, 1, 1, 3, 3, 3, 8):
        changes = drawn(facts, dice, size)
        after, done = carried_out(tmp_path, facts, changes)
        found = measures.evaluate("texts => after(texts, null)", [c.text for c in changes])
        assert found["done"] == done, changes
        assert counted(found) == close(expected(after)), changes
        carried += sum(done)
    assert carried > 8


def test_the_file_of_a_scenario_says_the_changes(measures: Page, tmp_path: Path) -> None:
    facts = annexed()
    opened(measures, facts)
    changes = [
        Change("move", ("plan of 甲#1", "甲:A", "甲:E")),
        Change("demote", ("plan of 甲#2", "甲:B")),
        Change("drop", ("plan of 甲#3", "甲:A")),
    ]
    text = measures.evaluate("texts => scenario(texts)", [change.text for change in changes])
    wanted = "".join(change.steps for change in changes)
    steps = [replace(step, line=0) for step in steps_of(tmp_path, text)]
    assert steps == [replace(step, line=0) for step in steps_of(tmp_path, wanted)]


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "3", "{}", '["move"]', '["fly","plan of 甲#1","甲:A"]', '["constructor"]'),
        *(
            '["move","plan of 甲#1","甲:A"]',
            '["drop","甲:A","甲:A"]',
            '["drop","plan of 甲#1","Z"]',
        ),
    ],
)
def test_what_is_no_change_is_none(measures: Page, text: str) -> None:
    opened(measures, annexed())
    found = measures.evaluate("text => after([text], null)", text)
    assert found == measures.evaluate("after([], null)") | {"done": [False]}


def numbers(dice: random.Random) -> Iterator[list[float]]:
    yield from ([1.0], [0.0, 0.0], [2.0, 2.0, 2.0, 5.0], [0.3, 1.0])
    for size in (3, 4, 9, 30):
        yield [round(dice.choice((0, 0.3, 1, dice.uniform(0, 20))), 1) for _ in range(size)]


def test_figures_are_those_of_the_statistics(measures: Page) -> None:
    import pandas as pd

    for values in numbers(random.Random(7)):
        column, groups = pd.Series(values), pd.Series(["all"] * len(values))
        assert measures.evaluate("figures", values) == {
            "z": pytest.approx(robust_z(column, groups)["z"].tolist()),
            "ranks": ranks(column, groups).tolist(),
            "gini": pytest.approx(gini(column, groups)["all"]),
            "top": pytest.approx(top_share(column, groups, 3)["all"]),
            "tenths": pytest.approx(lorenz(column, groups).to_numpy()[0].tolist()),
        }


def test_concentration_is_taken_of_the_loads_of_a_place(measures: Page) -> None:
    facts = annexed()
    opened(measures, facts)
    loads = [row["load"] for row in measures.evaluate("after([], null)")["loads"].values()]
    found = measures.evaluate("figures", loads)
    [row] = concentration(facts).to_dict("records")
    assert found["gini"] == pytest.approx(row["gini"])
    assert found["top"] == pytest.approx(row["top3_share"])
    assert found["tenths"] == pytest.approx(row["lorenz"])


@pytest.fixture
def shown(quiet: Page, tmp_path: Path) -> Callable[[Facts], Page]:
    """Opens the view of some facts."""

    def at(facts: Facts) -> Page:
        write_page(facts, tmp_path / "page.html", kinds=("load", "whatif"))
        quiet.goto((tmp_path / "page.html").as_uri())
        quiet.click("#to-whatif")
        return quiet

    return at


VIEW = "#view-whatif"
FIGURES = "rows => rows.map(row => [...row.cells].map(cell => cell.textContent))"


def trial(page: Page) -> list[tuple[str, str]]:
    rows = page.locator(f"{VIEW} .trial-row")
    names, figures = (
        rows.locator(name).evaluate_all("all => all.map(one => one.textContent)")
        for name in (".name", ".figure")
    )
    return list(zip(names, figures, strict=True))


def figures(page: Page) -> dict[str, tuple[str, str]]:
    rows = page.locator(f"{VIEW} .outcome tbody tr").evaluate_all(FIGURES)
    return {name: (before, after) for name, before, after in rows}


def test_the_heaviest_unit_is_on_offer_first(shown: Callable[[Facts], Page]) -> None:
    page = shown(plan_facts())
    chosen = page.locator(f"{VIEW} select option:checked").inner_text()
    assert chosen == "县审批局（负荷 3，超载）"
    tasks = page.locator(f"{VIEW} .led li p:first-child").all_inner_texts()
    assert tasks == ["1.1 提升开办企业便利度", "1.3 规范执法检查", "1.4 加强宣传引导"]
    offers = page.locator(f"{VIEW} .led li").nth(0).locator("button").all_inner_texts()
    assert offers == ["改由县市场监管局（0.3）", "只配合", "不再参与"]
    assert page.locator(f"{VIEW} textarea").count() == 0


def test_a_lead_moves_at_once_and_can_be_taken_back(shown: Callable[[Facts], Page]) -> None:
    page = shown(plan_facts())
    page.click(f"{VIEW} button:has-text('改由县市场监管局')")
    # 县审批局 2 + 0.3; 县市场监管局 1; 县发改局 1; 县文旅局 0.3.
    assert trial(page) == [
        ("县审批局", "不再超载 · 3 → 2.3（−0.7）"),
        ("县市场监管局", "0.3 → 1（+0.7）"),
        ("县发改局", "1"),
        ("县文旅局", "0.3"),
    ]
    assert figures(page)["超载单位"] == ("1", "0")
    assert figures(page)["最高负荷"] == ("3", "2.3")
    assert page.locator("#whatif-changes").inner_text() == "已作调整（1）"
    said = page.locator(f"{VIEW} .changes li span").inner_text()
    assert said == "1.1 提升开办企业便利度：牵头由县审批局改为县市场监管局"
    assert page.evaluate("document.activeElement.id") == "whatif-changes"
    page.click(f"{VIEW} .changes li button")
    assert figures(page)["超载单位"] == ("1", "1")
    assert page.locator("#whatif-changes").inner_text() == "尚未作调整"


def test_any_unit_can_be_typed(shown: Callable[[Facts], Page]) -> None:
    page = shown(plan_facts())
    page.fill(f"{VIEW} .led li:nth-child(2) input", "文旅")
    page.keyboard.press("Enter")
    assert ("县文旅局", "0.3 → 1.3（+1）") in trial(page)
    page.fill(f"{VIEW} .led li:nth-child(1) input", "县")
    page.keyboard.press("Enter")
    assert page.locator("#whatif-changes").inner_text() == "已作调整（1）"
    assert page.locator(f"{VIEW} .led li:nth-child(1) input:invalid").count() == 1


def test_a_task_that_is_selected_shows_who_leads_it(shown: Callable[[Facts], Page]) -> None:
    page = shown(plan_facts())
    page.keyboard.press("/")
    page.keyboard.type("获得电力")
    page.keyboard.press("Enter")
    tasks = page.locator(f"{VIEW} .led li p:first-child").all_inner_texts()
    assert tasks == ["1.2 县供电公司", "1.2 县发改局"]


def test_the_file_can_be_copied_from_the_page(
    shown: Callable[[Facts], Page], tmp_path: Path
) -> None:
    facts = plan_facts()
    page = shown(facts)
    page.click(f"{VIEW} [data-key^='drop-'] >> nth=1")
    page.click(f"{VIEW} button:has-text('改由县市场监管局')")
    page.click(f"{VIEW} summary:has-text('作为情景文件')")
    after = after_scenario(facts, steps_of(tmp_path, page.input_value(f"{VIEW} textarea")), "x")
    loads = {row["name"]: row["load"] for row in load(after).to_dict("records")}
    assert loads == {"县审批局": 1.3, "县市场监管局": 1.0, "县发改局": 1.0, "县文旅局": 0.3}
    page.click(f"{VIEW} button:has-text('复制')")
    page.wait_for_function("document.querySelector('#view-whatif [role=status]').textContent")
