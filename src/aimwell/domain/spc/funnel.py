"""Funnel charts: groups of unequal size against what chance allows at their size. For learning, never for ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import isfinite
from typing import Literal

import numpy as np

from aimwell.domain.spc.funnel_limits import FunnelScale, limits
from aimwell.domain.spc.overdispersion import Dispersion, FunnelKind, Scores, SrMethod, dispersion, scores
from aimwell.domain.spc.panels import Floats
from aimwell.domain.spc.reading import Side

LimitName = Literal["95", "99.8"]
CURVE_POINTS = 80


@dataclass(frozen=True, slots=True)
class GroupCount:
    """One group: events among cases, observed among expected, or one count beside another."""

    name: str
    numerator: float
    denominator: float


@dataclass(frozen=True, slots=True)
class Limits:
    lower_95: float
    upper_95: float
    lower_998: float
    upper_998: float


@dataclass(frozen=True, slots=True)
class FunnelPoint:
    """`value` and limits on the scale shown. `z`, `z_trimmed` (None: left out of the dispersion) on that of the
    scores. `plain`: chance alone; `adjusted`: with the differences between groups. `beyond`: side of the limits in
    use on which it lies outside them."""

    name: str
    numerator: float
    denominator: float
    value: float
    z: float
    z_trimmed: float | None
    plain: Limits
    adjusted: Limits
    beyond: Side | None


@dataclass(frozen=True, slots=True)
class Funnel:
    """`points` by the alphabet. `target`: the line, on the scale shown. `adjusted`: the wider limits are in use.

    `too_small`: groups below the minimum size, left out of everything, the target too; only their number is kept.
    `sizes`, `curve`: the limits in use for drawing, shapes (sizes,) and (4, sizes) as in `limits`.
    """

    points: tuple[FunnelPoint, ...]
    target: float
    dispersion: Dispersion
    adjusted: bool
    limit: LimitName
    scale: FunnelScale
    too_small: int
    sizes: Floats
    curve: Floats

    @property
    def outside(self) -> tuple[FunnelPoint, ...]:
        return tuple(point for point in self.points if point.beyond)

    def limits_of(self, point: FunnelPoint) -> tuple[float, float]:
        """The lower and upper limit in use for this point."""
        return in_use(point.adjusted if self.adjusted else point.plain, self.limit)


def funnel(
    groups: Sequence[GroupCount],
    *,
    kind: FunnelKind = "PR",
    sr_method: SrMethod = "SHMI",
    trim_by: float = 0.1,
    limit: LimitName = "99.8",
    multiplier: float = 1.0,
    adjust: bool = True,
    least_size: float = 0,
    round_expected: bool = False,
    as_reference: bool = False,
) -> Funnel:
    """The funnel of `groups`; several entries of one name are summed.

    `adjust`: widen the limits when groups differ more than chance makes them (phi over 1). `least_size`: smaller
    denominators are not shown. `round_expected`: denominators to two decimals, as the SHMI does. `as_reference`:
    see `FunnelScale`. ValueError: no group of the least size with a denominator over 0, or no event in all of them.
    """
    summed = _summed(groups, round_expected=round_expected)
    shown = [group for group in summed if group.denominator > 0 and group.denominator >= least_size]
    tops = np.array([group.numerator for group in shown], dtype=np.float64)
    bottoms = np.array([group.denominator for group in shown], dtype=np.float64)
    if not shown or (kind != "SR" and not tops.sum() > 0):
        raise ValueError("a funnel needs groups of the least size and at least one event")
    target = 1.0 if kind == "SR" else float(tops.sum() / bottoms.sum())
    scale = FunnelScale(kind, target, sr_method, multiplier, as_reference)
    found = scores(tops, bottoms, kind=kind, sr_method=sr_method, trim_by=trim_by)
    spread = dispersion(found) if adjust else Dispersion(0.0, 0.0, dispersion(found).used)
    used = adjust and spread.phi > 1
    sizes = curve_sizes(bottoms)
    return Funnel(
        points=_points(shown, found, scale, spread.tau2, limit, used=used),
        target=target * multiplier,
        dispersion=spread,
        adjusted=used,
        limit=limit,
        scale=scale,
        too_small=len(summed) - len(shown),
        sizes=sizes,
        curve=limits(sizes, scale, tau2=spread.tau2 if used else None),
    )


def in_use(held: Limits, limit: LimitName) -> tuple[float, float]:
    return (held.lower_95, held.upper_95) if limit == "95" else (held.lower_998, held.upper_998)


def limits_by_size(sizes: Floats, scale: FunnelScale, tau2: float) -> tuple[Floats, Floats]:
    """Plain and adjusted limits, each (4, sizes); `sizes` ascending."""
    return limits(sizes, scale), limits(sizes, scale, tau2=tau2)


def reference_sizes(bottoms: Floats, kind: FunnelKind) -> Floats:
    """The denominators at which the reference makes limits: 1,000 even steps and those of the data, ascending."""
    first = 1.1 if kind == "SR" else 3.0
    return np.unique(np.concatenate([np.linspace(first, np.ceil(bottoms.max()), 1000), bottoms]))


def curve_sizes(bottoms: Floats) -> Floats:
    """Sizes for drawing: even steps of the square root, since limits narrow with it."""
    low, high = max(1.0, float(bottoms.min()) * 0.9), float(bottoms.max()) * 1.03
    return np.asarray(np.linspace(low**0.5, max(high, low + 1) ** 0.5, CURVE_POINTS) ** 2)


def _summed(groups: Sequence[GroupCount], *, round_expected: bool) -> list[GroupCount]:
    """One entry a name, by the alphabet; groups with a missing count are left out."""
    sums: dict[str, tuple[float, float]] = {}
    for group in groups:
        if isfinite(group.numerator) and isfinite(group.denominator):
            top, bottom = sums.get(group.name, (0.0, 0.0))
            sums[group.name] = (top + group.numerator, bottom + group.denominator)
    names = sorted(sums, key=alphabetical)
    return [GroupCount(name, sums[name][0], _rounded(sums[name][1], round_expected)) for name in names]


def alphabetical(name: str) -> tuple[float, str, str]:
    """Numbers by their size before words; capitals do not count."""
    return (float(name) if name.isascii() and name.isdigit() else float("inf"), name.casefold(), name)


def _rounded(value: float, wanted: bool) -> float:
    return round(value, 2) if wanted else value


def _points(
    groups: Sequence[GroupCount], found: Scores, scale: FunnelScale, tau2: float, limit: LimitName, *, used: bool
) -> tuple[FunnelPoint, ...]:
    bottoms = np.array([group.denominator for group in groups], dtype=np.float64)
    sizes = reference_sizes(bottoms, scale.kind) if scale.as_reference else np.unique(bottoms)
    plain, adjusted = limits_by_size(sizes, scale, tau2)
    where = np.searchsorted(sizes, bottoms)
    return tuple(
        _point(
            group,
            found,
            k,
            scale,
            Limits(*(float(x) for x in plain[:, where[k]])),
            Limits(*(float(x) for x in adjusted[:, where[k]])),
            limit,
            used=used,
        )
        for k, group in enumerate(groups)
    )


def _point(
    group: GroupCount,
    found: Scores,
    k: int,
    scale: FunnelScale,
    plain: Limits,
    adjusted: Limits,
    limit: LimitName,
    *,
    used: bool,
) -> FunnelPoint:
    value = group.numerator / group.denominator * scale.multiplier
    low, high = in_use(adjusted if used else plain, limit)
    side: Side | None = "above" if value > high else "below" if value < low else None
    trimmed = float(found.trimmed[k])
    return FunnelPoint(
        name=group.name,
        numerator=group.numerator,
        denominator=group.denominator,
        value=value,
        z=float(found.z[k]),
        z_trimmed=None if np.isnan(trimmed) else trimmed,
        plain=plain,
        adjusted=adjusted,
        beyond=side,
    )
