"""One measure of a gap with its interval."""

from __future__ import annotations

from dataclasses import dataclass
from math import atanh, exp, isfinite, log, nan, tanh
from statistics import NormalDist

LARGEST = 700.0
"""The logarithm of the largest limit."""


@dataclass(frozen=True, slots=True)
class GapMeasure:
    """`error`: standard error; of a ratio, that of its logarithm. None = cannot be computed, or has no interval."""

    measure: str
    estimate: float | None
    error: float | None = None
    lower: float | None = None
    upper: float | None = None


def plain(name: str, estimate: float) -> GapMeasure:
    return GapMeasure(name, known(estimate))


def around(name: str, estimate: float, error: float, confidence: float) -> GapMeasure:
    """Estimate -+ z x error."""
    half = z_of(confidence) * error
    return GapMeasure(name, known(estimate), known(error), known(estimate - half), known(estimate + half))


def around_log(name: str, estimate: float, error: float, confidence: float) -> GapMeasure:
    """The same on the scale of logarithms; `estimate` is over 0. None: a limit that is too large for a number."""
    half = z_of(confidence) * error
    if not isfinite(half):
        return GapMeasure(name, known(estimate), known(error))
    upper = exp(log(estimate) + half) if log(estimate) + half < LARGEST else None
    return GapMeasure(name, known(estimate), known(error), exp(log(estimate) - half), upper)


def around_within(name: str, estimate: float, error: float, confidence: float, *, most: float) -> GapMeasure:
    """Limits that stay within -+ `most`, on the scale of the inverse hyperbolic tangent (Fisher 1921)."""
    share = estimate / most
    half = z_of(confidence) * error / most / (1 - share**2) if abs(share) < 1 else nan
    if not isfinite(half):
        return GapMeasure(name, known(estimate), known(error))
    limits = (most * tanh(atanh(share) - half), most * tanh(atanh(share) + half))
    return GapMeasure(name, known(estimate), known(error), *limits)


def z_of(confidence: float) -> float:
    return NormalDist().inv_cdf((1 + confidence) / 2)


def known(value: float) -> float | None:
    """None for what is not a finite number."""
    return float(value) if isfinite(value) else None
