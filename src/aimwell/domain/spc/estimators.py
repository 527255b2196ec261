"""Sigma within subgroups, by five estimators, and of single values, by two.

Burr 1969; Montgomery, Introduction to Statistical Quality Control. UWAVE: unweighted average of the subgroups' own
estimates; MVLUE: weighted so that the variance is least; RMSDF: root of the pooled variance. R: from ranges, SD: from
standard deviations. Names as in SAS/QC and qcc.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt
from typing import Literal

import numpy as np

from aimwell.domain.spc.constants import c4, d2, d3
from aimwell.domain.spc.panels import Floats

Estimator = Literal["UWAVE-R", "UWAVE-SD", "MVLUE-R", "MVLUE-SD", "RMSDF"]
SingleEstimator = Literal["MR", "SD"]
RangeConstants = Literal["exact", "printed"]
"""d2 and d3 as computed, or as printed in tables: d2 to three places, d3 a little too large."""

# fmt: off
PRINTED_D3 = (
    0.8525033, 0.8883697, 0.8798108, 0.8640855, 0.8480442, 0.8332108, 0.8198378, 0.8078413,
    0.7970584, 0.7873230, 0.7784873, 0.7704257, 0.7630330, 0.7562217, 0.7499188, 0.7440627,
    0.7386021, 0.7334929, 0.7286980, 0.7241851, 0.7199267, 0.7158987, 0.7120802, 0.7084528,
)
# fmt: on
"""For 2 to 25 values; the sixth place differs from the exact one. Only to agree with programs that use the table."""


@dataclass(frozen=True, slots=True)
class Subgroups:
    """Each (subgroups,). `sizes`: values present; `ranges`, `sds`: NaN in a subgroup of one."""

    sizes: Floats
    means: Floats
    ranges: Floats
    sds: Floats


def range_mean(n: int, constants: RangeConstants = "exact") -> float:
    """d2: mean range of n normal values over sigma."""
    return round(d2(n), 3) if constants == "printed" and n <= len(PRINTED_D3) + 1 else d2(n)


def range_deviation(n: int, constants: RangeConstants = "exact") -> float:
    """d3: standard deviation of the range of n normal values over sigma."""
    printed = constants == "printed" and 2 <= n <= len(PRINTED_D3) + 1
    return PRINTED_D3[n - 2] if printed else d3(n)


def sigma_within(groups: Subgroups, *, method: Estimator, constants: RangeConstants = "exact") -> float:
    """Sigma of single values from the spread inside subgroups; those of one value say nothing. NaN: none says any."""
    more = groups.sizes > 1
    sizes, ranges, sds = groups.sizes[more], groups.ranges[more], groups.sds[more]
    if not sizes.size:
        return float("nan")
    if method == "RMSDF":
        freedom = float((sizes - 1).sum())
        return sqrt(float(((sizes - 1) * sds**2).sum()) / freedom) / c4(int(freedom) + 1)
    if method.endswith("-R"):
        mean = _each(sizes, lambda n: range_mean(n, constants))
        spread = _each(sizes, lambda n: range_deviation(n, constants))
        own = ranges / mean
    else:
        mean = _each(sizes, c4)
        spread = np.sqrt(1 - mean**2)
        own = sds / mean
    weights = (mean / spread) ** 2 if method.startswith("MVLUE") else np.ones(sizes.shape)
    return float((weights * own).sum() / weights.sum())


def sigma_single(
    values: Floats, *, method: SingleEstimator = "MR", window: int = 2, constants: RangeConstants = "exact"
) -> float:
    """Sigma of values taken one at a time, missing ones left out: the mean range of `window` neighbours over d2, or
    the standard deviation over c4. NaN: too few values.
    """
    known = values[~np.isnan(values)]
    if known.size < max(window, 2):
        return float("nan")
    if method == "SD":
        return float(np.std(known, ddof=1)) / c4(known.size)
    windows = np.lib.stride_tricks.sliding_window_view(known, window)
    return float(np.ptp(windows, axis=1).mean()) / range_mean(window, constants)


def _each(sizes: Floats, constant: Callable[[int], float]) -> Floats:
    return np.array([constant(int(n)) for n in sizes])
