"""Facts: flat tables that hold everything that was read from plans.

They are the only source of truth. Graphs, ledgers and pages are built from them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from graphmodel.model.columns import Strings, columns_of
from graphmodel.model.errors import FactsError
from graphmodel.model.records import (
    Deadline,
    Diagnostic,
    Duty,
    Indicator,
    Jurisdiction,
    Measure,
    Mention,
    Place,
    Plan,
    Post,
    Responsibility,
    Section,
    Stage,
    Target,
    Task,
    Text,
    Unit,
)
from graphmodel.model.vocabulary import UnitKind

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class Facts:
    """A bundle of tables; each field is one table, a tuple of records."""

    plans: tuple[Plan, ...] = ()
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    jurisdictions: tuple[Jurisdiction, ...] = ()
    units: tuple[Unit, ...] = ()
    mentions: tuple[Mention, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    posts: tuple[Post, ...] = ()
    indicators: tuple[Indicator, ...] = ()
    measures: tuple[Measure, ...] = ()
    targets: tuple[Target, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    duties: tuple[Duty, ...] = ()
    stages: tuple[Stage, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    places: tuple[Place, ...] = ()
    texts: tuple[Text, ...] = ()

    def rows(self, table: str) -> tuple[Any, ...]:
        """The records of one table."""
        rows: tuple[Any, ...] = getattr(self, table)
        return rows

    def frame(self, table: str) -> pd.DataFrame:
        """One table as a data frame: a column a field, a row a record, in order.

        Lists stay tuples, enums are their text, what is not known is None.
        """
        import pandas as pd

        rows = self.rows(table)
        return pd.DataFrame(
            {
                column.name: pd.Series(
                    [
                        str(value) if column.values and value is not None else value
                        for value in (getattr(row, column.name) for row in rows)
                    ],
                    dtype=_DTYPES.get(column.type, "object") if not column.optional else "object",
                )
                for column in columns_of(TABLES[table])
            }
        )

    def text_of(self, plan: str) -> str | None:
        """The text of a plan, None where the facts came without texts."""
        return next((row.text for row in self.texts if row.plan == plan), None)

    def without_texts(self) -> Facts:
        """The same facts without the plans' texts."""
        return replace(self, texts=())


_DTYPES = {"int": "int64", "float": "float64", "bool": "bool"}


def _tables() -> dict[str, type]:
    hints = get_type_hints(Facts)
    return {f.name: get_args(hints[f.name])[0] for f in fields(Facts)}


TABLES: dict[str, type] = _tables()
"""The record class of each table, in the order in which they are written."""


def merge(many: Iterable[Facts]) -> Facts:
    """One bundle of several.

    A unit that several bundles name is one row; its name is the fullest of theirs. A plan that
    comes twice with the same content counts once.

    Raises:
        FactsError: `plan_conflict`, when one plan id stands for two contents.
    """
    merger = Merger()
    for facts in many:
        merger.add(facts)
    return merger.result()


class Merger:
    """Bundles that become one, row by row, so that what they share is held once."""

    def __init__(self) -> None:
        """Start with nothing."""
        self._plans: dict[str, Plan] = {}
        self._rows: dict[str, list[Any]] = {table: [] for table in TABLES}
        self._shared: dict[str, dict[str, Any]] = {table: {} for table in _COMBINE}

    def add(self, facts: Facts) -> frozenset[str]:
        """Take one more bundle.

        Returns:
            Ids of the plans that were there before; nothing of theirs is taken again.

        Raises:
            FactsError: `plan_conflict`, naming both sources; then nothing of it is taken.
        """
        known = frozenset(plan.id for plan in facts.plans if self._is_known(plan))
        self._plans.update((plan.id, plan) for plan in facts.plans)
        taken = _without_plans(facts, known) if known else facts
        for table, rows in self._rows.items():
            if table not in self._shared:
                rows += taken.rows(table)
        for table, by_id in self._shared.items():
            for row in taken.rows(table):
                other = by_id.get(row.id, row)
                by_id[row.id] = row if other == row else _COMBINE[table](other, row)
        return known

    def _is_known(self, plan: Plan) -> bool:
        other = self._plans.get(plan.id)
        if other is not None and other.sha256 != plan.sha256:
            raise FactsError(plan.source, "plan_conflict", plan=plan.id, other=other.source)
        return other is not None

    def result(self) -> Facts:
        """Everything taken so far, in that order."""
        shared = {table: tuple(by_id.values()) for table, by_id in self._shared.items()}
        return Facts(**{table: tuple(rows) for table, rows in self._rows.items()} | shared)


def _without_plans(facts: Facts, plans: frozenset[str]) -> Facts:
    def keep(row: Any) -> bool:
        return (row.id if isinstance(row, Plan) else getattr(row, "plan", None)) not in plans

    return Facts(**{table: tuple(filter(keep, facts.rows(table))) for table in TABLES})


def fullest(names: Iterable[str]) -> str:
    """The longest of several names; of equally long ones the first in code point order."""
    return min(names, key=lambda name: (-len(name), name))


def combine_units(a: Unit, b: Unit) -> Unit:
    """One of two rows of the same body; in whatever order rows are combined, the same comes out.

    A body that is outside for one plan and at home in another is at home; its name is the
    fullest; its functions are those of both, in the order of one where both have the same.
    """
    if a == b:
        return a
    home = min(a, b, key=_at_home)
    host = min(filter(None, (a.host, b.host)), default=None)
    name = fullest((a.name, b.name))
    return replace(home, name=name, functions=_functions(home.function, a, b), host=host)


def _at_home(unit: Unit) -> tuple[object, ...]:
    """The least of several rows is the one whose kind, main function and place are taken."""
    places = (unit.jurisdiction_id, unit.jurisdiction)
    known = [part for place in places for part in (place is None, place or "")]
    return _KINDS[unit.kind], unit.function == "other", unit.function, *known


def _functions(main: str, a: Unit, b: Unit) -> Strings:
    """All functions of two rows, the main one first."""
    if a.functions == b.functions and a.function == b.function == next(iter(a.functions), None):
        return a.functions
    return (main, *sorted({a.function, b.function, *a.functions, *b.functions} - {main}))


_KINDS = {UnitKind.UNIT: 0, UnitKind.COLLECTIVE: 1, UnitKind.EXTERNAL: 2}

_COMBINE: dict[str, Callable[[Any, Any], Any]] = {
    "units": combine_units,
    "jurisdictions": lambda a, _: a,
    "indicators": lambda a, _: a,
}
SHARED = tuple(_COMBINE)
"""The tables whose rows several plans may have in common."""
