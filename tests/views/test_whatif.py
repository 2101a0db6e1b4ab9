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
from graphmodel.views.payload import payload
from tests.analysis.building import Attribution, facts_of
from tests.views.sample import plan_facts

if TYPE_CHECKING:
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
