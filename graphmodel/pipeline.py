"""The whole way: inputs → documents → drafts → facts → tables, graph, page.

The one place that puts the rooms together; the command line and the public functions call it.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from graphmodel.assembly import assemble
from graphmodel.extraction.draft import Doubt
from graphmodel.extraction.masking import masked
from graphmodel.extraction.plan import extract_plan
from graphmodel.inputs import documents_in
from graphmodel.model.errors import FactsError, GraphmodelError, InputError, told
from graphmodel.model.facts import Facts, Merger
from graphmodel.model.facts_folder import is_facts_folder, read_folder
from graphmodel.model.facts_json import from_json
from graphmodel.model.validation import validate
from graphmodel.model.vocabulary import Severity
from graphmodel.reading import Document, read_bytes, read_document
from graphmodel.resolution import Correction, correction_files, corrections_for, unused

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from graphmodel.analysis.load import Weights
    from graphmodel.analysis.relief.relieving import Relief
    from graphmodel.analysis.scenario.outcome import Outcome
    from graphmodel.delivery.products import Delivery
    from graphmodel.model.graph import Derived
    from graphmodel.stores.files.tables import GraphTables

STDIN = "-"
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of several inputs: the facts of those that could be read, and the failures."""

    facts: Facts
    failures: tuple[GraphmodelError, ...]


def extract(inputs: str | Path | Sequence[str | Path], *, plan_id: str | None = None) -> Facts:
    """The facts of documents, folders of documents, facts folders or facts files (JSON).

    Args:
        inputs: One path or several; `-` is the standard input.
        plan_id: The id of the plan, where the one made of its front matter will not do.

    Raises:
        GraphmodelError: The first input that cannot be used.
    """
    several = [inputs] if isinstance(inputs, str | Path) else list(inputs)
    reading = read_inputs(several, plan_id=plan_id)
    if reading.failures:
        raise reading.failures[0]
    return reading.facts


def read_inputs(inputs: Sequence[str | Path], *, plan_id: str | None = None) -> Reading:
    """As `extract`, but an input that cannot be used is a failure, and the others are done."""
    merger = Merger()
    failures: list[GraphmodelError] = []
    for source in inputs:
        for one in _each(source, plan_id):
            try:
                merger.add(_facts(one))
            except GraphmodelError as error:
                failures.append(error)
    facts = merger.result()
    files = correction_files(Path(source) for source in inputs if str(source) != STDIN)
    warnings = tuple(unused(files, facts.diagnostics))
    return Reading(replace(facts, diagnostics=facts.diagnostics + warnings), tuple(failures))


def _facts(one: Facts | GraphmodelError) -> Facts:
    if isinstance(one, GraphmodelError):
        raise one
    return one


def _each(source: str | Path, plan_id: str | None) -> Iterator[Facts | GraphmodelError]:
    """The facts or the failure of each document that an input stands for."""
    path = Path(source)
    try:
        if not str(source):
            raise InputError('""', "missing")  # not the current folder, which Path makes of it
        if str(source) == STDIN:
            yield _from_stream(sys.stdin.buffer.read(), plan_id)
        elif path.is_dir():
            yield from _folder(path, plan_id)
        elif path.suffix.lower() == ".json" and path.is_file():
            yield _checked(from_json(_read_json(path), str(source)), str(source))
        else:
            yield _facts_or_failure(path, plan_id)
    except GraphmodelError as error:
        yield error


def _from_stream(data: bytes, plan_id: str | None) -> Facts:
    """Facts as JSON, as `extract` prints them, or a document."""
    if data.lstrip()[:1] == b"{":
        return _checked(from_json(data.decode("utf-8", "replace"), STDIN), STDIN)
    return facts_of(read_bytes(data, STDIN), plan_id)


def _folder(folder: Path, plan_id: str | None) -> Iterator[Facts | GraphmodelError]:
    """A facts folder, or a folder of facts folders and documents."""
    facts_folders = [
        path
        for path in (folder, *sorted(folder.iterdir()))
        if path.is_dir() and is_facts_folder(path)
    ]
    for path in facts_folders:
        try:
            yield _checked(read_folder(path), str(path))
        except GraphmodelError as error:
            yield error
    try:
        documents = documents_in(folder)
    except InputError:
        if not facts_folders:
            raise
        return
    corrections_for(folder / documents[0].name)  # a faulty file is told once, not per document
    for path in documents:
        yield _facts_or_failure(path, plan_id, folder)


def _facts_or_failure(
    path: Path, plan_id: str | None, folder: Path | None = None
) -> Facts | GraphmodelError:
    """What one document gives."""
    return guarded(
        path, lambda: facts_of(read_document(path), plan_id, corrections_for(path, folder))
    )


def guarded(path: Path, work: Callable[[], T]) -> T | GraphmodelError:
    """What comes of one document. A defect of ours in one document must not stop the others."""
    try:
        return work()
    except GraphmodelError as error:
        return error
    except Exception as error:
        failure = InputError(str(path), "defect", reason=told(error))
        failure.__cause__ = error
        return failure


def _read_json(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(str(path), "unreadable", reason=error.strerror or "") from error
    except UnicodeDecodeError as error:
        raise FactsError(str(path), "malformed", place=str(error)) from error


def _checked(facts: Facts, source: str) -> Facts:
    problems = validate(facts)
    if problems:
        raise FactsError(source, "invalid", place=str(problems[0]), count=len(problems))
    return facts


def facts_of(
    document: Document, plan_id: str | None = None, corrections: Iterable[Correction] = ()
) -> Facts:
    """The facts of one document.

    Args:
        document: The document.
        plan_id: The id of the plan, where the one made of its front matter will not do.
        corrections: What people said about names of bodies.

    Raises:
        InputError: `not_a_plan`, where it has neither numbered items nor attributions.
    """
    document = without_persons(document)
    draft = extract_plan(document)
    if not draft.tasks and not draft.sections and not draft.indicators:
        raise InputError(document.source, "not_a_plan")
    if not draft.tasks and not draft.indicators:
        draft = replace(
            draft, doubts=[*draft.doubts, Doubt("no-attribution", Severity.WARNING, 0, 0)]
        )
    return assemble(document, draft, plan_id, corrections)


def without_persons(document: Document) -> Document:
    """The document with names and numbers of persons masked, so that no fact can hold them."""
    return replace(
        document,
        text=masked(document.text),
        title=masked(document.title) if document.title else None,
        metadata=tuple((key, masked(value)) for key, value in document.metadata),
    )


def load(
    facts: Facts, *, weights: Weights | None = None, split_leads: bool = False
) -> pd.DataFrame:
    """The load of each unit; see `graphmodel.analysis.load.load`."""
    from graphmodel.analysis import load as room

    return room.load(facts, weights=weights or room.DEFAULT_WEIGHTS, split_leads=split_leads)


def overload(
    facts: Facts, *, weights: Weights | None = None, split_leads: bool = False
) -> pd.DataFrame:
    """The overloaded units and why; see `graphmodel.analysis.overload.overload`."""
    from graphmodel.analysis.load import DEFAULT_WEIGHTS
    from graphmodel.analysis.overload import overload as of

    return of(facts, weights=weights or DEFAULT_WEIGHTS, split_leads=split_leads)


def collaboration(facts: Facts) -> pd.DataFrame:
    """Pairs of units that share tasks; see `graphmodel.analysis.collaboration.collaboration`."""
    from graphmodel.analysis.collaboration import collaboration as of

    return of(facts)


def network(
    facts: Facts, *, least: int = 1, groups: Literal["function", "place"] = "function"
) -> pd.DataFrame:
    """The units in their network; see `graphmodel.analysis.networks.measures.network`.

    Args:
        facts: The facts.
        least: Tasks that two units share at least to be tied.
        groups: The groups that brokers stand between.
    """
    from graphmodel.analysis.choices import Grouping
    from graphmodel.analysis.networks.measures import network as of

    return of(facts, least=least, grouping=Grouping(groups))


def summary(
    facts: Facts, *, weights: Weights | None = None, split_leads: bool = False
) -> pd.DataFrame:
    """Counts and findings of each plan; see `graphmodel.analysis.summary.summary`."""
    from graphmodel.analysis.load import DEFAULT_WEIGHTS
    from graphmodel.analysis.summary import summary as of

    return of(facts, weights=weights or DEFAULT_WEIGHTS, split_leads=split_leads)


def relieve(facts: Facts, *, weights: Weights | None = None) -> Relief:
    """The fewest changes of lead that relieve; see `graphmodel.analysis.relief.relieving`."""
    from graphmodel.analysis.load import DEFAULT_WEIGHTS
    from graphmodel.analysis.relief.relieving import relieve as of

    return of(facts, weights=weights or DEFAULT_WEIGHTS)


def difference(old: Facts, new: Facts) -> pd.DataFrame:
    """What changed between two states; see `graphmodel.analysis.difference.changes`."""
    from graphmodel.analysis.difference.changes import difference as of

    return of(old, new)


def whatif(facts: Facts, scenario: str | Path, *, weights: Weights | None = None) -> Outcome:
    """The measures before and after a scenario; see `graphmodel.analysis.scenario.outcome`.

    Args:
        facts: The facts.
        scenario: A file as `docs/scenarios.md` describes it.
        weights: What an attribution weighs.

    Raises:
        ScenarioError: The file cannot be read, or a step cannot be carried out.
    """
    from graphmodel.analysis.load import DEFAULT_WEIGHTS
    from graphmodel.analysis.scenario.applying import after_scenario
    from graphmodel.analysis.scenario.outcome import outcome
    from graphmodel.analysis.scenario.steps import read_scenario

    after = after_scenario(facts, read_scenario(Path(scenario)), str(scenario))
    return outcome(facts, after, weights=weights or DEFAULT_WEIGHTS)


def to_networkx(facts: Facts) -> nx.MultiDiGraph[str]:
    """The graph of the facts with everything on its nodes and edges, derived edges included."""
    from graphmodel.stores.networkx_store import build

    return build(facts, derived(facts))


def derived(facts: Facts) -> Derived:
    """What the analysis adds to the graph of facts; see `graphmodel.analysis.graph.derived`."""
    from graphmodel.analysis.graph import derived as of

    return of(facts)


def export(facts: Facts, path: str | Path, format: str) -> None:
    """Write the graph of facts for another tool, a file or a folder, whole or not at all.

    Args:
        facts: The facts.
        path: Where to write.
        format: graphml, gexf, jsonld, node-link, ucinet, pajek, edge-csv (files), neo4j-admin or
            parquet (folders).

    Raises:
        OutputError: `unwritable`, `not_a_folder`, or `missing_package` (pyarrow, for Parquet).
        ValueError: There is no such format.
    """
    from graphmodel.stores.files.formats import GraphFormat
    from graphmodel.stores.files.writing import write

    write(graph_tables(facts), Path(path), GraphFormat(format))


def graph_tables(facts: Facts) -> GraphTables:
    """The nodes and edges of the graph of facts, for a writer of files."""
    from graphmodel.stores.files.tables import GraphTables

    return GraphTables(facts, derived(facts))


def view(
    facts: Facts,
    path: str | Path,
    *,
    lang: str = "zh",
    kinds: Sequence[str] | None = None,
    today: date | None = None,
    split: bool = False,
) -> None:
    """Write the interactive page, one HTML file that opens offline, or a folder of pages.

    Args:
        facts: The facts.
        path: The file; with `split` the folder, as `graphmodel.delivery.site` describes it.
        lang: Language of the page at first, and of a folder of pages: `zh` or `en`.
        kinds: The views of the interactive page (`graphmodel.views.payload.KINDS`); None: all
            that the facts give something for.
        today: The day by which deadlines are judged; None: the reader's own day.
        split: Whether to write a folder: an index, the interactive page, a page for each body.

    Raises:
        OutputError: `unwritable`; of a folder `not_a_folder`, `holds_others`.
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    from graphmodel.views.kinds import showable

    chosen = showable(facts) if kinds is None else kinds
    if split:
        from graphmodel.delivery.site import write_site
        from graphmodel.reports.wording import Language

        write_site(facts, Path(path), language=Language(lang), kinds=chosen, today=today)
    else:
        from graphmodel.views.page import write_page

        write_page(facts, Path(path), lang=lang, kinds=chosen, today=today)


def make(
    facts: Facts, folder: str | Path, *, lang: str = "zh", today: date | None = None
) -> Delivery:
    """Write everything that can be made of plans into a folder, whole or not at all.

    Args:
        facts: The facts.
        folder: The folder, as `graphmodel.delivery.products` describes it.
        lang: The language of everything, `zh` or `en`.
        today: The day by which deadlines are judged; None: in pages the reader's own day, in the
            summary that of the clock.

    Returns:
        What was made, and who is overloaded.

    Raises:
        OutputError: `not_a_folder`; `holds_others`, where something was added or changed in a
            folder that was made so; `unwritable`.
        FactsError: `unknown_id`, when a responsibility names what is in no table.
    """
    from graphmodel.delivery.products import write_delivery
    from graphmodel.reports.wording import Language

    return write_delivery(facts, Path(folder), language=Language(lang), today=today)
