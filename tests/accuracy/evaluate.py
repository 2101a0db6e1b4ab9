"""The accuracy on the samples, and floors under it that only rise.

    python -m tests.accuracy.evaluate                  print the figures and the mistakes
    python -m tests.accuracy.evaluate --update         raise the floors to the figures
    python -m tests.accuracy.evaluate --update --lower KIND   let the floor of a kind fall, too

Exit status 1 where a figure is below its floor, and where an update is refused.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import graphmodel
from graphmodel.evaluation import KINDS, Tally, annotation_from, score

ROOT = Path(__file__).resolve().parent.parent.parent
ANNOTATIONS = ROOT / "data" / "annotations"
FLOORS = Path(__file__).resolve().parent / "floors.json"
_SCALE = 10_000
"""A floor has four decimals."""


@dataclass(frozen=True, slots=True)
class Floors:
    """The lowest F1 that each kind of fact may have, and the evidence it was measured on."""

    evidence: str
    """Digest of the annotations and of the documents that they are of."""
    f1: Mapping[str, float]


class WouldFallError(Exception):
    """An update would lower floors that it was not told to lower."""

    def __init__(self, kinds: Sequence[str]) -> None:
        """Name the kinds."""
        super().__init__(", ".join(kinds))
        self.kinds = tuple(kinds)


def measured(annotations: Path = ANNOTATIONS) -> dict[str, Tally]:
    """The tallies of all annotated samples together; kinds that none of them has are left out."""
    totals = {kind: Tally() for kind in KINDS}
    for path in sorted(annotations.glob("*.json")):
        annotation = json.loads(path.read_text(encoding="utf-8"))
        facts = graphmodel.extract(ROOT / annotation["plan"]["document"])
        for kind, tally in score(annotation_from(annotation, str(path)), facts).items():
            totals[kind].add(tally)
    return {kind: tally for kind, tally in totals.items() if tally.facts}


def evidence(annotations: Path = ANNOTATIONS) -> str:
    """A digest of every annotation and of the document that it is of."""
    digest = hashlib.sha256()
    for path in sorted(annotations.glob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))["plan"]["document"]
        for file in (path, ROOT / document):
            digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def as_floor(f1: float) -> float:
    """The figure cut, never rounded up, to the decimals of a floor."""
    return int(f1 * _SCALE + 1e-9) / _SCALE


def below(floors: Floors, tallies: Mapping[str, Tally]) -> list[str]:
    """The kinds whose F1 is below their floor, or that are no longer measured."""
    return [
        kind
        for kind, floor in floors.f1.items()
        if kind not in tallies or as_floor(tallies[kind].f1) < floor
    ]


def raised(
    floors: Floors, tallies: Mapping[str, Tally], digest: str, lower: Sequence[str] = ()
) -> Floors:
    """The floors after an update.

    Args:
        floors: The floors so far.
        tallies: What was measured now.
        digest: The evidence that it was measured on.
        lower: The kinds whose floor may fall.

    Raises:
        WouldFallError: A floor would fall, or go, that was not named in `lower`.
    """
    falling = [kind for kind in below(floors, tallies) if kind not in lower]
    if falling:
        raise WouldFallError(falling)
    return Floors(digest, {kind: as_floor(tally.f1) for kind, tally in tallies.items()})


def read_floors(path: Path = FLOORS) -> Floors:
    """The floors of a file; none where there is no file yet."""
    if not path.exists():
        return Floors("", {})
    data = json.loads(path.read_text(encoding="utf-8"))
    return Floors(data["evidence"], data["f1"])


def write_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors in the order of the kinds."""
    ordered = {kind: floors.f1[kind] for kind in KINDS if kind in floors.f1}
    data = {"evidence": floors.evidence, "f1": ordered}
    path.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def table(tallies: Mapping[str, Tally], floors: Floors) -> str:
    """The figures, one line a kind."""
    lines = [f"{'kind':<16}{'precision':>10}{'recall':>8}{'F1':>8}{'floor':>8}{'facts':>7}"]
    for kind, tally in tallies.items():
        floor = floors.f1.get(kind, 0.0)
        lines.append(
            f"{kind:<16}{tally.precision:>10.4f}{tally.recall:>8.4f}{tally.f1:>8.4f}"
            f"{floor:>8.4f}{tally.facts:>7}"
        )
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the figures, or update the floors."""
    parser = argparse.ArgumentParser(prog="python -m tests.accuracy.evaluate")
    parser.add_argument("--update", action="store_true", help="raise the floors to the figures")
    parser.add_argument(
        "--lower", action="append", default=[], choices=KINDS, help="a kind whose floor may fall"
    )
    options = parser.parse_args(arguments)
    floors, tallies = read_floors(FLOORS), measured()
    print(table(tallies, floors))
    for kind, tally in tallies.items():
        for mistake in tally.mistakes:
            print(f"  {kind:<14} {mistake}")
    if not options.update:
        low = below(floors, tallies)
        print(f"below the floor: {', '.join(low) or 'none'}")
        return 1 if low else 0
    try:
        write_floors(raised(floors, tallies, evidence(), options.lower), FLOORS)
    except WouldFallError as error:
        print(f"not updated; these floors would fall: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
