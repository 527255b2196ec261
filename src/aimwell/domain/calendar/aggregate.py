"""Several numbers into one, missing ones left out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Aggregate = Literal["mean", "median", "sum", "sd"]

_AGGREGATES: dict[Aggregate, Callable[[Floats], float]] = {
    "mean": lambda values: float(values.mean()),
    "median": lambda values: float(np.median(values)),
    "sum": lambda values: float(values.sum()),
    "sd": lambda values: float(values.std(ddof=1)) if values.size > 1 else np.nan,
}


def aggregate(values: Iterable[float | None], how: Aggregate = "mean") -> float:
    """One number for several, without the missing ones; NaN when all are missing (sd: when fewer than
    two)."""
    present = np.array([v for v in values if v is not None and not np.isnan(v)], dtype=np.float64)
    return _AGGREGATES[how](present) if present.size else np.nan


def ratio(numerators: Iterable[float | None], denominators: Iterable[float | None]) -> tuple[float, float]:
    """Sums of the numerators and denominators of the rows that have both; NaN, NaN when none has."""
    pairs = [(y, n) for y, n in zip(numerators, denominators, strict=True) if _present(y) and _present(n)]
    if not pairs:
        return np.nan, np.nan
    return float(sum(y for y, _ in pairs if y is not None)), float(sum(n for _, n in pairs if n is not None))


def _present(value: float | None) -> bool:
    return value is not None and not np.isnan(value)
