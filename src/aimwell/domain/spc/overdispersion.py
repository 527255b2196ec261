"""How much more groups differ than chance alone would make them (Spiegelhalter 2005; DerSimonian and Laird 1986)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np

from aimwell.domain.spc.panels import Floats

FunnelKind = Literal["PR", "SR", "RC"]
"""Proportion, standardised ratio (observed / expected), ratio of two counts. Names as in FunnelPlotR."""
SrMethod = Literal["SHMI", "CQC"]
"""Scale of a standardised ratio: logarithm with truncation, or square root with winsorising."""


@dataclass(frozen=True, slots=True)
class Scores:
    """Distance of each group from the target on its scale (`z`), what one standard error is there (`s`), and the
    distances after the outermost were pulled in or, truncated, left out (NaN). Shapes (groups,)."""

    z: Floats
    s: Floats
    trimmed: Floats


@dataclass(frozen=True, slots=True)
class Dispersion:
    """`phi`: mean of z squared, 1 when only chance is at work. `tau2`: variance between groups on the z scale.

    `used`: groups the two come from.
    """

    phi: float
    tau2: float
    used: int


def scores(
    tops: Floats, bottoms: Floats, *, kind: FunnelKind, sr_method: SrMethod = "SHMI", trim_by: float = 0.1
) -> Scores:
    """Numerators and denominators to scores. `trim_by`: share at each end that is pulled in or left out."""
    with np.errstate(divide="ignore", invalid="ignore"):
        y, middle, s = _transformed(tops, bottoms, kind, sr_method)
        z = (y - middle) / s
    cut = _truncated if kind == "SR" and sr_method == "SHMI" else _winsorised
    return Scores(z, s, cut(z, trim_by))


def dispersion(found: Scores) -> Dispersion:
    """Overdispersion of the trimmed scores; tau2 is 0 when k phi < k - 1."""
    kept = ~np.isnan(found.trimmed)
    k = int(np.count_nonzero(kept))
    if k == 0:
        return Dispersion(float("nan"), 0.0, 0)
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        phi = float(np.sum(found.trimmed[kept] ** 2) / k)
        weights = 1 / found.s[kept] ** 2
        room = float(weights.sum() - (weights**2).sum() / weights.sum())
    if k * phi < k - 1 or room <= 0:
        return Dispersion(phi, 0.0, k)
    return Dispersion(phi, max(0.0, (k * phi - (k - 1)) / room), k)


def _transformed(tops: Floats, bottoms: Floats, kind: FunnelKind, sr_method: SrMethod) -> tuple[Floats, float, Floats]:
    """Values on the scale of the scores, the target there, and standard errors."""
    if kind == "PR":
        middle = float(np.arcsin(np.sqrt(tops.sum() / bottoms.sum())))
        return np.arcsin(np.sqrt(tops / bottoms)), middle, 1 / (2 * np.sqrt(bottoms))
    if kind == "RC":
        s = np.sqrt(tops / (tops + 0.5) ** 2 + bottoms / (bottoms + 0.5) ** 2)
        return np.log((tops + 0.5) / (bottoms + 0.5)), float(np.log(tops.sum() / bottoms.sum())), s
    if sr_method == "SHMI":
        return np.log(tops / bottoms), 0.0, 1 / np.sqrt(bottoms)
    return np.sqrt(tops / bottoms), 1.0, 1 / (2 * np.sqrt(bottoms))


def _winsorised(z: Floats, trim_by: float) -> Floats:
    """Scores beyond the quantiles are set to the quantiles (linear between order statistics)."""
    if np.all(np.isnan(z)):
        return z.copy()
    low, high = np.nanquantile(z, [trim_by, 1 - trim_by])
    cut: Floats = np.clip(z, low, high)
    return cut


def _truncated(z: Floats, trim_by: float) -> Floats:
    """Scores of the lowest and highest of 1 / `trim_by` groups of ranks are left out (NaN)."""
    if trim_by <= 0:
        return z.copy()
    pieces = 1 / trim_by
    place = np.floor(average_ranks(z) * pieces / (z.size + 1))
    kept: Floats = np.where((place > 0) & (place < pieces - 1), z, np.nan)
    return kept


def average_ranks(values: Floats) -> Floats:
    """Ranks from 1; equal values share the mean of their ranks."""
    _, group, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks: Floats = (last - (counts - 1) / 2)[group].astype(np.float64)
    return ranks
