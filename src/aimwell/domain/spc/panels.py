"""Rows into series: one value for each x, in order, missing kept as NaN."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from aimwell.domain.calendar.aggregate import Aggregate, aggregate, ratio

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Row:
    """One observation: `x` sorts it, `y` is a value or a numerator, `n` its denominator."""

    x: Hashable
    y: float | None
    n: float | None = None


@dataclass(frozen=True, slots=True)
class Series:
    """Grouped rows in the order of x. `values`, `numerators`, `denominators`: shape (points,), NaN =
    missing."""

    x: tuple[Hashable, ...]
    values: Floats
    numerators: Floats
    denominators: Floats


def group_rows(
    rows: Sequence[Row],
    *,
    how: Aggregate = "mean",
    with_denominators: bool = False,
    multiply: float = 1.0,
    order: Sequence[Hashable] | None = None,
) -> Series:
    """Rows with the same x become one point: sum / sum with denominators, otherwise `how`.

    `order` gives the order of x when it is a category. A zero denominator gives no value.
    """
    groups: dict[Hashable, list[Row]] = {}
    for row in rows:
        groups.setdefault(row.x, []).append(row)
    xs = sorted(groups) if order is None else sorted(groups, key=order.index)  # type: ignore[type-var]
    found = [_one_point(groups[x], how, with_denominators, multiply) for x in xs]
    table = np.array(found, dtype=np.float64).reshape(len(xs), 3)
    return Series(tuple(xs), table[:, 0], table[:, 1], table[:, 2])


def stack(series: Sequence[Floats]) -> Floats:
    """Series of unequal length as one panel, shape (series, longest), NaN after each end."""
    longest = max((len(one) for one in series), default=0)
    panel = np.full((len(series), longest), np.nan)
    for row, one in zip(panel, series, strict=True):
        row[: len(one)] = one
    return panel


def _one_point(
    rows: Sequence[Row], how: Aggregate, with_denominators: bool, multiply: float
) -> tuple[float, float, float]:
    if not with_denominators:
        value = aggregate((row.y for row in rows), how)
        return value * multiply, np.nan, np.nan
    top, bottom = ratio((row.y for row in rows), (row.n for row in rows))
    value = top / bottom * multiply if bottom and not np.isnan(bottom) else np.nan
    return value, top, bottom
