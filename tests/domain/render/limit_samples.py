"""Readings with control limits for tests of charts and words, made by hand from the textbook formulas."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from math import sqrt
from statistics import fmean

from aimwell.domain.spc.chart_reading import chart_reading
from aimwell.domain.spc.reading import Phase, Reading, ReadingPoint, Signal
from domain.render.samples import CLOSURES, POINTS, weeks

QUIET = (52, 47, 55, 49, 51, 58, 44, 50, 53, 46, 57, 48, 54, 45, 51, 56, 43, 50, 52, 49)


def individuals(values=QUIET, *, rule="western_electric", **kwargs) -> Reading:
    """An I chart: mean and 2.66 mean moving ranges, phase by phase."""
    return charted(weeks(values, **kwargs), chart="i", rule=rule)


def shares(*, rule="western_electric", phases=True, **kwargs) -> Reading:
    """A P chart of the sample class, whose limits differ from week to week."""
    started = [Phase(POINTS[8].on, "Sentence starters in all three rooms")] if phases else []
    given = {"unit": "%", "direction": "up", "target": 65, "phases": started, "closures": CLOSURES} | kwargs
    points = [
        replace(p, denominator=None if p.denominator is None else p.denominator - 9 * (k % 4))
        for k, p in enumerate(POINTS)
    ]
    return charted(chart_reading(points, **given), chart="p", rule=rule)


def charted(reading: Reading, *, chart: str, rule: str) -> Reading:
    """The reading with mean, limits and the one rule that a point lies outside them."""
    points: list[ReadingPoint] = []
    phases = []
    for phase in reading.phases:
        row = [point for point in reading.points if point.phase == phase.index]
        kept = [point for point in row if point.value is not None and not point.excluded]
        if len(kept) < 2:
            points += row
            phases.append(phase)
            continue
        centre, sigma = _p(kept) if chart == "p" else _i(kept)
        done = [_with_limits(point, centre, sigma(point)) for point in row]
        outside = tuple(
            Signal("outside", p.on, p.on, 1, "above" if p.value > centre else "below") for p in done if p.broken
        )
        phases.append(replace(phase, centre=centre, signals=outside, shift=None, against_earlier=None))
        points += done
    method = replace(reading.method, centre="mean", rule=rule, chart=chart)
    return replace(reading, points=tuple(points), phases=tuple(phases), method=method)


def _i(kept):
    values = [point.value for point in kept]
    ranges = [abs(two - one) for one, two in pairwise(values)]
    sigma = fmean(ranges) / 1.128
    return fmean(values), lambda point: sigma


def _p(kept):
    share = sum(point.numerator for point in kept) / sum(point.denominator for point in kept)
    return share * 100, lambda point: 100 * sqrt(share * (1 - share) / point.denominator) if point.denominator else None


def _with_limits(point: ReadingPoint, centre: float, sigma: float | None) -> ReadingPoint:
    if sigma is None:
        return replace(point, centre=centre, shift=None)
    low, high = centre - 3 * sigma, centre + 3 * sigma
    out = point.value is not None and not point.excluded and not low <= point.value <= high
    return replace(
        point, centre=centre, shift=None, lower=low, upper=high, lower_2=centre - 2 * sigma, upper_2=centre + 2 * sigma,
        broken=("outside",) if out else (),
    )  # fmt: skip
