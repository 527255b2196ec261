"""Estimates of one indicator for the groups of one population."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import nan

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Groups:
    """`estimate`, `error` (its standard error), `population` and `order` (1 = least advantaged) by group; NaN: unknown.

    `reference`: place of the group that others are held against. `favourable`: more is better. `scale`: the estimate
    of "all of them", 100 for percentages.
    """

    estimate: Floats
    error: Floats
    population: Floats
    order: Floats
    reference: int | None = None
    favourable: bool = True
    confidence: float = 0.95
    scale: float = 100.0
    ordered: bool = False

    @cached_property
    def weight(self) -> Floats:
        share: Floats = self.population / self.population.sum()
        return share

    @cached_property
    def mean(self) -> float:
        """Weighted by population."""
        return float(self.weight @ self.estimate)

    @property
    def highest(self) -> int:
        return int(self.estimate.argmax())

    @property
    def lowest(self) -> int:
        return int(self.estimate.argmin())

    @property
    def best(self) -> int:
        """The most advantaged group where groups have an order, else the one that does best."""
        if self.ordered:
            return int(self.order.argmax())
        return self.highest if self.favourable else self.lowest


def groups_of(
    estimate: Sequence[float | None],
    *,
    error: Sequence[float | None] | None = None,
    population: Sequence[float | None] | None = None,
    order: Sequence[float | None] | None = None,
    reference: int | None = None,
    favourable: bool = True,
    confidence: float = 0.95,
    scale: float = 100.0,
) -> Groups:
    """Groups without an estimate are left out. ValueError: none is left."""
    values = _floats(estimate, len(estimate))
    kept = ~np.isnan(values)
    if not kept.any():
        raise ValueError("no group has an estimate")
    place = None if reference is None or not kept[reference] else int(kept[:reference].sum())
    return Groups(
        values[kept], _floats(error, kept.size)[kept], _floats(population, kept.size)[kept],
        _floats(order, kept.size)[kept], place, favourable, confidence, scale, order is not None,
    )  # fmt: skip


def share_errors(counts: ArrayLike, sizes: ArrayLike) -> Floats:
    """Standard errors of shares that are not 0 for a share of 0 or 1: two more of each kind are taken as seen (Agresti
    and Coull 1998), without the credit for a larger group. NaN for fewer than two.
    """
    count, size = np.asarray(counts, dtype=np.float64), np.asarray(sizes, dtype=np.float64)
    share = (count + 2) / (size + 4)
    with np.errstate(divide="ignore", invalid="ignore"):
        found: Floats = np.where(size > 1, np.sqrt(share * (1 - share) / (size - 1)), nan)
    return found


def _floats(values: Sequence[float | None] | None, size: int) -> Floats:
    if values is None:
        return np.full(size, nan)
    return np.array([nan if value is None else value for value in values], dtype=np.float64)
