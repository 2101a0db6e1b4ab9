"""Robust z and concentration of numbers in groups."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from graphmodel.analysis.roles import Ints

    Floats = npt.NDArray[np.float64]

THRESHOLD = 3.5
"""Robust z above which a number is an outlier (Iglewicz and Hoaglin 1993)."""
_MAD_FACTOR = 0.6745
"""Third quartile of the standard normal distribution: its MAD in standard deviations."""
_MEAN_FACTOR = 1.253314
"""√(π/2): standard deviations to one mean absolute deviation of a normal distribution."""


def robust_z(values: pd.Series[float], groups: pd.Series[Any]) -> pd.DataFrame:
    """How far each number stands from the middle of its group.

    z = 0.6745 (x − median) / MAD, with MAD the median of |x − median| (Iglewicz and Hoaglin
    1993, How to Detect and Handle Outliers, section 3.3). Where MAD is 0, because more than
    half of a group are equal, z = (x − median) / (1.253314 · mean of |x − median|), as IBM's
    documentation of the "modified z score" has it. Where all are equal, z = 0.

    Args:
        values: The numbers.
        groups: The group of each number; same index.

    Returns:
        `z`, the group's `median`, and `threshold`: the number at which z is 3.5, in the unit of
        `values` (the median itself where all are equal); same index.
    """
    import numpy as np
    import pandas as pd

    numbers, codes = np.asarray(values, dtype=np.float64), groups.factorize()[0]
    median = _medians(numbers, codes)
    deviation: Floats = np.abs(numbers - median)
    mad = _medians(deviation, codes)
    mean = (np.bincount(codes, deviation) / np.bincount(codes))[codes]
    scale = np.where(mad > 0, mad / _MAD_FACTOR, _MEAN_FACTOR * mean)
    z = (numbers - median) / np.where(scale > 0, scale, np.inf)
    columns = {"z": z, "median": median, "threshold": median + THRESHOLD * scale}
    return pd.DataFrame(columns, index=values.index)


def _medians(numbers: Floats, codes: Ints) -> Floats:
    """Of each number the median of its group; the groups are numbered without a gap."""
    import numpy as np

    ordered = numbers[_by_group(numbers, codes)]
    sizes = np.bincount(codes)
    starts = np.cumsum(sizes) - sizes
    medians: Floats = (ordered[starts + (sizes - 1) // 2] + ordered[starts + sizes // 2]) / 2
    return medians[codes]


def _by_group(numbers: Floats, codes: Ints) -> Ints:
    """The rows by group and number; of equals in any order."""
    import numpy as np

    by_number = np.argsort(numbers)
    # Whole numbers of 16 bits at most are sorted in linear time.
    small = codes[by_number].astype(np.min_scalar_type(codes.max(initial=0)))
    return by_number[np.argsort(small, kind="stable")]


def ranks(values: pd.Series[float], groups: pd.Series[Any]) -> pd.Series[int]:
    """The rank of each number in its group, the largest first, equals sharing the better one.

    1 and how many of the group are larger: 1, 2, 2, 4.

    Args:
        values: The numbers.
        groups: The group of each number; same index.
    """
    import numpy as np
    import pandas as pd

    numbers, codes = np.asarray(values, dtype=np.float64), groups.factorize()[0]
    order = _by_group(-numbers, codes)
    numbers, codes = numbers[order], codes[order]
    row = np.arange(len(order))
    is_new_group = np.diff(codes, prepend=-1) != 0
    is_first = is_new_group | (np.diff(numbers, prepend=0.0) != 0)
    starts, firsts = (np.maximum.accumulate(row * new) for new in (is_new_group, is_first))
    found = np.empty(len(order), dtype=np.int64)
    found[order] = firsts - starts + 1
    return pd.Series(found, index=values.index)


def gini(values: pd.Series[float], groups: pd.Series[str]) -> pd.Series[float]:
    """The Gini coefficient of each group: 0 all equal, (n − 1) / n one has all.

    G = Σ (2i − n − 1) xᵢ / (n Σ xᵢ) with the n numbers in rising order, i from 1, which equals
    Σᵢ Σⱼ |xᵢ − xⱼ| / (2 n² mean). 0 for a group of zeros.

    Args:
        values: The numbers, none below 0.
        groups: The group of each number; same index.
    """
    ordered = values.sort_values(kind="stable").groupby(groups)
    place = 2 * (ordered.cumcount() + 1) - ordered.transform("size") - 1
    # Rounding leaves equal numbers a hair below 0.
    weighted = (place * values).groupby(groups).sum().clip(lower=0.0)
    totals = values.groupby(groups).sum() * values.groupby(groups).size()
    return (weighted / totals.where(totals > 0)).fillna(0.0)


def herfindahl(values: pd.Series[float], groups: pd.Series[str]) -> pd.Series[float]:
    """The Herfindahl–Hirschman index of each group: Σ shareᵢ², shares from 0 to 1.

    1 / n where all are equal, 1 where one has all, 0 for a group of zeros.

    Args:
        values: The numbers, none below 0.
        groups: The group of each number; same index.
    """
    squares = (values**2).groupby(groups).sum()
    totals = values.groupby(groups).sum() ** 2
    return (squares / totals.where(totals > 0)).fillna(0.0)


def top_share(values: pd.Series[float], groups: pd.Series[str], count: int) -> pd.Series[float]:
    """The share of each group's sum that its `count` largest numbers have, from 0 to 1.

    0 for a group of zeros.

    Args:
        values: The numbers, none below 0.
        groups: The group of each number; same index.
        count: How many of the largest to take.
    """
    largest = values.sort_values(ascending=False, kind="stable").groupby(groups).head(count)
    totals = values.groupby(groups).sum()
    return (largest.groupby(groups).sum() / totals.where(totals > 0)).fillna(0.0)


def lorenz(values: pd.Series[float], groups: pd.Series[str]) -> pd.DataFrame:
    """The Lorenz curve of each group, at each tenth of its numbers.

    L(p) is the share of the sum that the smallest p of the numbers have, between two numbers on
    the straight line from one to the next (Lorenz 1905, Methods of measuring the concentration of
    wealth). All equal: L(p) = p; the more uneven, the further below. 0 throughout for a group of
    zeros.

    Args:
        values: The numbers, none below 0.
        groups: The group of each number; same index.

    Returns:
        A row a group, in the order of groups; a column for each of p = 0.1, 0.2 … 1.0, named by the
        tenths 1 to 10.
    """
    import numpy as np
    import pandas as pd

    tenths = np.arange(1, 11)
    curves = {}
    for group, some in values.groupby(groups):
        sums = np.concatenate([[0.0], np.cumsum(np.sort(some.to_numpy()))])
        curve = np.interp(tenths / 10 * len(some), np.arange(len(sums)), sums)
        curves[group] = curve / sums[-1] if sums[-1] else np.zeros(len(tenths))
    return pd.DataFrame.from_dict(curves, orient="index", columns=tenths, dtype="float64")
