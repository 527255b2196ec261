"""One measure of a gap with its interval."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp, isfinite, log
from statistics import NormalDist


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
    """The same on the scale of logarithms; `estimate` is over 0."""
    half = z_of(confidence) * error
    limits = (exp(log(estimate) - half), exp(log(estimate) + half)) if isfinite(half) else (None, None)
    return GapMeasure(name, known(estimate), known(error), *limits)


def z_of(confidence: float) -> float:
    return NormalDist().inv_cdf((1 + confidence) / 2)


def known(value: float) -> float | None:
    """None for what is not a finite number."""
    return float(value) if isfinite(value) else None
