"""How values are spread: histograms and dot plots, without regard to time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, isfinite, log2, log10
from typing import Literal

import numpy as np

from aimwell.domain.spc.panels import Floats

MOST_BINS = 40
MOST_GIVEN = 1000
_NICE = (1.0, 2.0, 2.5, 5.0, 10.0)
BinRule = Literal["freedman_diaconis", "sturges", "whole"]


@dataclass(frozen=True, slots=True)
class Bin:
    """Values from `low` up to, but not with, `high`; the last bin holds its upper edge too."""

    low: float
    high: float
    count: int


@dataclass(frozen=True, slots=True)
class Histogram:
    """`rule`: how the width was chosen. `quartiles`: linear between order statistics. `missing`: values left out."""

    bins: tuple[Bin, ...]
    width: float
    rule: BinRule
    n: int
    missing: int
    mean: float
    median: float
    quartiles: tuple[float, float]
    lowest: float
    highest: float

    @property
    def fullest(self) -> Bin:
        """The bin with most values, the first of equals."""
        return max(self.bins, key=lambda one: one.count)


@dataclass(frozen=True, slots=True)
class Dot:
    """One value of a dot plot: its bin's middle and its place in the pile, from 1."""

    value: float
    at: float
    height: int


def histogram(values: Iterable[float | None], *, width: float | None = None) -> Histogram:
    """Bins of one width with round edges; None and values that are not finite are left out.

    Width: twice the distance of the quartiles over the cube root of n (Freedman and Diaconis 1981); where the
    quartiles are equal, the range over log2(n) + 1 (Sturges 1926); then the nearest of 1, 2, 2.5 or 5 times a power of
    ten. Whole numbers get whole widths, and few of them (40 at most) a bin each. ValueError: no value, or a width that
    is not over 0 or makes 1,000 bins.
    """
    given = [float(value) if value is not None else np.nan for value in values]
    known = np.array([value for value in given if isfinite(value)], dtype=np.float64)
    if known.size == 0:
        raise ValueError("a histogram needs at least one value")
    if width is not None and not (width > 0 and (known.max() - known.min()) / width < MOST_GIVEN):
        raise ValueError("the width of a bin must be over 0 and make fewer than 1,000 bins")
    chosen, rule = _width(known) if width is None else (width, _rule(known))
    low, high = np.quantile(known, [0.25, 0.75])
    return Histogram(
        bins=_bins(known, chosen, whole=rule == "whole"),
        width=chosen,
        rule=rule,
        n=int(known.size),
        missing=len(given) - int(known.size),
        mean=float(known.mean()),
        median=float(np.median(known)),
        quartiles=(float(low), float(high)),
        lowest=float(known.min()),
        highest=float(known.max()),
    )


def dots(values: Iterable[float | None], found: Histogram) -> tuple[Dot, ...]:
    """One dot a value, piled in the bins of `found`, from the lowest value up."""
    piles: dict[int, int] = {}
    placed = []
    for value in sorted(v for v in values if v is not None and isfinite(v)):
        k = min(len(found.bins) - 1, max(0, floor((value - found.bins[0].low) / found.width + 1e-9)))
        piles[k] = piles.get(k, 0) + 1
        middle = (found.bins[k].low + found.bins[k].high) / 2
        placed.append(Dot(value, middle, piles[k]))
    return tuple(placed)


def _rule(values: Floats) -> BinRule:
    low, high = np.quantile(values, [0.25, 0.75])
    return "freedman_diaconis" if high > low else "sturges"


def _width(values: Floats) -> tuple[float, BinRule]:
    span = float(values.max() - values.min())
    whole = bool(np.all(values == np.floor(values)))
    if whole and span < MOST_BINS and span <= max(12.0, 2 * values.size**0.5):
        return 1.0, "whole"
    if span == 0:
        return _nice(abs(float(values[0])) / 10 or 1.0), "sturges"
    rule = _rule(values)
    low, high = np.quantile(values, [0.25, 0.75])
    sturges = span / (log2(values.size) + 1)
    raw = float(2 * (high - low) / values.size ** (1 / 3)) if rule == "freedman_diaconis" else sturges
    width = _nice(max(raw, span / MOST_BINS))
    return (max(1.0, float(ceil(width))) if whole else width), rule


def _nice(raw: float) -> float:
    """The nearest round width, by ratio."""
    base = 10.0 ** floor(log10(raw))
    return min((m * base for m in _NICE), key=lambda width: max(width / raw, raw / width))


def _bins(values: Floats, width: float, *, whole: bool) -> tuple[Bin, ...]:
    """Edges at multiples of the width; for whole numbers half a step below, so that each number is in the middle."""
    shift = 0.5 if whole else 0.0
    places = np.floor(values / width + shift + 1e-9).astype(np.int64)
    first, last = int(places.min()), int(places.max())
    if last > first and not whole and float(values.max()) - last * width <= 1e-9 * width:
        last -= 1
        places = np.minimum(places, last)
    counts = np.bincount(places - first, minlength=last - first + 1)
    return tuple(
        Bin(_tidy((first + k - shift) * width), _tidy((first + k + 1 - shift) * width), int(count))
        for k, count in enumerate(counts)
    )


def _tidy(value: float) -> float:
    return float(f"{value:.12g}")
