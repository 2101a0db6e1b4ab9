"""Tables of rows that were put together one by one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

INTEGER, BOOLEAN, FLOAT, OBJECT = "int64", "bool", "float64", "object"


def frame(rows: Iterable[tuple[Any, ...]], columns: str, **types: str) -> pd.DataFrame:
    """A table of rows.

    Args:
        rows: Each a tuple with a value for each column.
        columns: The names of the columns, with spaces between.
        types: The types of those that are no objects (texts, days as ISO 8601, tuples, None).
    """
    import pandas as pd

    names = columns.split()
    cells = list(zip(*rows, strict=True)) or [()] * len(names)
    several: Mapping[str, Any] = dict(zip(names, cells, strict=True))
    return pd.DataFrame(
        {n: pd.Series(list(v), dtype=types.get(n, OBJECT)) for n, v in several.items()}
    )
