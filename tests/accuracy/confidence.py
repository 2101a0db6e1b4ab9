"""How right the responsibilities of each class of confidence are, on everything annotated.

    python -m tests.accuracy.confidence        the samples
    python -m tests.accuracy.confidence DIR    the documents and annotations of a folder beside

A responsibility is right where the annotation has its role and mention in the same attribution
of the same task. Those of a document of which one part is annotated count in that part only.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import graphmodel
from graphmodel.evaluation import Annotation, read_annotations
from graphmodel.evaluation.tasks import found_tasks, paired
from graphmodel.model.facts import Facts
from graphmodel.model.ids import squeeze
from graphmodel.model.records import Responsibility
from graphmodel.model.vocabulary import Confidence, Role
from tests.accuracy.evaluate import ANNOTATIONS, ROOT

Judged = tuple[Responsibility, bool]


def judged(annotation: Annotation, facts: Facts) -> Iterator[Judged]:
    """Each responsibility of a task that the annotation speaks of, and whether it is right."""
    found = found_tasks(facts, without_standing=annotation.has_standing_rule)
    wanted: dict[tuple[str, int], dict[Role, tuple[str, ...]]] = {}
    spoken_of = set()
    for task, partner in paired(annotation, found):
        if partner is not None:
            spoken_of.add(partner.id)
            said = task.assignments if task else ()
            for group, one in zip(partner.attributions, said, strict=False):
                roles = (Role.LEAD, Role.SUPPORT, Role.ENGAGED)
                bodies = (one.leads, one.supports, one.engaged)
                wanted[partner.id, group] = dict(zip(roles, bodies, strict=True))
    for row in facts.responsibilities:
        left_out = annotation.has_standing_rule and row.standing
        if row.task in spoken_of and not left_out:
            bodies_of = wanted.get((row.task, row.group), {})
            yield row, squeeze(row.mention) in bodies_of.get(row.role, ())


def of_samples() -> Iterator[Judged]:
    """Everything that is annotated in `data/annotations`."""
    for annotation in read_annotations(ANNOTATIONS):
        [document] = (ROOT / "data" / "samples").glob(f"{annotation.id}.*")
        yield from judged(annotation, graphmodel.extract(document))


def of_shared(folder: Path) -> Iterator[Judged]:
    """Everything that is annotated in the folder beside the clone."""
    for annotation in read_annotations(folder / "gold"):
        [document] = (folder / "documents").glob(f"{annotation.id}.*")
        yield from judged(annotation, graphmodel.extract(document))


def counts(rows: Sequence[Judged]) -> Counter[tuple[Confidence, bool]]:
    """How many of each class are right and wrong."""
    return Counter((row.confidence, right) for row, right in rows)


def table(rows: Sequence[Judged]) -> str:
    """The classes, then what lowered them: how many, how many of them right."""
    found = counts(rows)
    lines = [f"{'class':<28}{'right':>7}{'wrong':>7}{'share':>8}"]
    for name in Confidence:
        right, wrong = found[name, True], found[name, False]
        lines.append(f"{name:<28}{right:>7}{wrong:>7}{(right + wrong) / len(rows):>8.1%}")
    reasons = Counter((reason, right) for row, right in rows for reason in row.reasons)
    for reason in sorted({reason for reason, _ in reasons}):
        lines.append(f"  {reason:<26}{reasons[reason, True]:>7}{reasons[reason, False]:>7}")
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Print the table, then what is certain and wrong."""
    rows = list(of_shared(Path(arguments[0])) if arguments else of_samples())
    print(table(rows))
    for row, right in rows:
        if not right:
            print(f"  {row.confidence} and wrong: {row.id} {row.mention}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
