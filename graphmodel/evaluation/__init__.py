"""Facts against what a careful reader annotated: precision, recall and F1 of each kind of fact."""

from __future__ import annotations

from graphmodel.evaluation.annotation import Annotation, annotation_from, read_annotations
from graphmodel.evaluation.scoring import KINDS, score
from graphmodel.evaluation.tally import Mistake, Tally

__all__ = [
    "KINDS",
    "Annotation",
    "Mistake",
    "Tally",
    "annotation_from",
    "read_annotations",
    "score",
]
