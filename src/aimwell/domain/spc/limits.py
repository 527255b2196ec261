"""Centre lines."""

from __future__ import annotations

import numpy as np

from aimwell.domain.spc.panels import Bools, Floats


def median_centre(values: Floats, baseline: Bools) -> Floats:
    """Median of each row of `values` (series, points) over its `baseline`; NaN where that is empty. Shape
    (series,)."""
    kept = np.sort(np.where(baseline, values, np.nan), axis=1)
    count = np.count_nonzero(~np.isnan(kept), axis=1)
    rows = np.arange(kept.shape[0])
    if kept.shape[1] == 0:
        return np.full(kept.shape[0], np.nan)
    low = kept[rows, np.maximum(count - 1, 0) // 2]
    high = kept[rows, np.minimum(count // 2, kept.shape[1] - 1)]
    # Halves first, so that two huge values do not overflow.
    centre: Floats = np.where(low == high, low, low / 2 + high / 2)
    return centre
