"""Limits of a funnel: how far a group of a given size may lie from the target by chance."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aimwell.domain.spc.overdispersion import FunnelKind, SrMethod
from aimwell.domain.spc.panels import Floats
from aimwell.domain.spc.quantiles import binomial_limit, chi_square_quantile

Z_95, Z_998 = 1.959964, 3.090232
_SIDES = ((0.025, -Z_95), (0.975, Z_95), (0.001, -Z_998), (0.999, Z_998))
"""Chance below each limit and its distance in standard errors: lower and upper 95 %, lower and upper 99.8 %."""


@dataclass(frozen=True, slots=True)
class FunnelScale:
    """What the limits are made for. `multiplier`: of the values shown.

    `as_reference`: the limits that FunnelPlotR 0.6.0 gives: proportions by the arcsine instead of exactly,
    square-root ratios ("CQC") not squared back, ratios of counts ("RC") with half a standard error of the
    denominator alone. The last two are contested.
    """

    kind: FunnelKind
    target: float
    sr_method: SrMethod = "SHMI"
    multiplier: float = 1.0
    as_reference: bool = False


def limits(sizes: Floats, scale: FunnelScale, *, tau2: float | None = None) -> Floats:
    """Limits at denominators `sizes`, shape (4, sizes): low 95, high 95, low 99.8, high 99.8 %.

    `tau2` None: chance alone. A number: with that variance between groups added.
    """
    with np.errstate(divide="ignore", invalid="ignore", over="ignore"):
        if tau2 is None and scale.kind == "SR":
            found = _poisson(sizes, scale.target)
        elif tau2 is None and scale.kind == "PR" and not scale.as_reference:
            found = _binomial(sizes, scale.target)
        else:
            found = _by_scale(sizes, scale, tau2 or 0.0)
    return found * scale.multiplier


def _poisson(sizes: Floats, target: float) -> Floats:
    """Exact for a Poisson count with `sizes` expected (Spiegelhalter 2005): chi-square quantiles."""
    rows = [chi_square_quantile(p, 2 * sizes if p < 0.5 else 2 * (sizes + 1)) / 2 / sizes for p, _ in _SIDES]
    return np.array(rows) * target


def _binomial(sizes: Floats, target: float) -> Floats:
    whole = [round(size) for size in sizes.tolist()]
    return np.array([[binomial_limit(p, n, target) for n in whole] for p, _ in _SIDES], dtype=np.float64)


def _by_scale(sizes: Floats, scale: FunnelScale, tau2: float) -> Floats:
    """Target plus and minus z standard errors on the scale of the scores, taken back."""
    z = np.array([[distance] for _, distance in _SIDES])
    if scale.kind == "PR":
        return _arcsine(sizes, scale, tau2, z)
    if scale.kind == "RC":
        own = 1 / (4 * sizes) if scale.as_reference else (1 + 1 / scale.target) / sizes
        return np.asarray(np.exp(np.log(scale.target) + z * np.sqrt(own + tau2)))
    if scale.sr_method == "SHMI":
        return np.asarray(np.exp(z * np.sqrt(1 / sizes + tau2)))
    root = 1 + z * np.sqrt(1 / (4 * sizes) + tau2)
    return np.asarray(root if scale.as_reference else np.maximum(root, 0.0) ** 2)


def _arcsine(sizes: Floats, scale: FunnelScale, tau2: float, z: Floats) -> Floats:
    angle = np.arcsin(np.sqrt(scale.target)) + z * np.sqrt(1 / (4 * sizes) + tau2)
    if not scale.as_reference:
        return np.asarray(np.sin(np.clip(angle, 0.0, np.pi / 2)) ** 2)
    return _cut_where_folded(np.sin(angle) ** 2)


def _cut_where_folded(found: Floats) -> Floats:
    """The reference's way with small sizes, where the sine folds back: a limit that narrows towards smaller groups
    than its neighbour's becomes 0 or 1. Columns must be in ascending size."""
    cut = found.copy()
    for row, side in zip(cut, _SIDES, strict=True):
        lower = side[1] < 0
        ahead = found[_SIDES.index(side), 1:]
        folded = row[:-1] > ahead if lower else row[:-1] < ahead
        row[:-1][folded] = 0.0 if lower else 1.0
    return cut
