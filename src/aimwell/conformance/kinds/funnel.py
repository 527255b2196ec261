"""Funnel charts beside FunnelPlotR 0.6.0."""

from __future__ import annotations

from collections.abc import Sequence
from math import isfinite
from typing import Any

import numpy as np

from aimwell.domain.spc.funnel import Funnel, GroupCount, funnel, limits_by_size, reference_sizes
from aimwell.domain.spc.panels import Floats

SAMPLED = 25
_CURVES = ("ll95", "ul95", "ll998", "ul998")


def answer(case: dict[str, Any], rows: Sequence[dict[str, str | None]]) -> dict[str, Any]:
    names, options = case["input"], case["options"]
    groups = [
        GroupCount(row[names["group"]] or "", _number(row[names["numerator"]]), _number(row[names["denominator"]]))
        for row in rows
    ]
    multiplier = options.get("multiplier") or 1
    found = funnel(
        groups,
        kind=options["data_type"],
        sr_method=options.get("sr_method") or "SHMI",
        trim_by=_option(options, "trim_by", 0.1),
        limit="95" if options.get("outlier_limit") in (0.95, 95) else "99.8",
        multiplier=multiplier,
        adjust=_option(options, "overdispersion_adjusted", True),
        round_expected=bool(options.get("expected_rounded_to_2_decimals")),
        as_reference=True,
    )
    return {
        "target": found.scale.target,
        "n_used": found.dispersion.used,
        "phi": _finite(found.dispersion.phi),
        "tau2": _finite(found.dispersion.tau2),
        "adjusted_used": found.adjusted,
        "points": _points(found, multiplier),
        "limit_curve_sample": _curves(found),
    }


def _points(found: Funnel, multiplier: float) -> dict[str, list[Any]]:
    """A table by columns; the value is before the multiplier, the limits are after it."""
    points = found.points
    table: dict[str, list[Any]] = {
        "group": [point.name for point in points],
        "numerator": [point.numerator for point in points],
        "denominator": [point.denominator for point in points],
        "value": [_finite(point.value / multiplier) for point in points],
        "z_unadjusted": [_finite(point.z) for point in points],
        "z_winsorised_or_truncated": [_finite(point.z_trimmed) for point in points],
        "outlier": [point.beyond is not None for point in points],
    }
    for prefix, which in (("", "plain"), ("od_", "adjusted")):
        for name, field in zip(
            ("l95", "u95", "l998", "u998"), ("lower_95", "upper_95", "lower_998", "upper_998"), strict=True
        ):
            table[prefix + name] = [_finite(getattr(getattr(point, which), field)) for point in points]
    return table


def _curves(found: Funnel) -> dict[str, list[float | None]]:
    """Limits at 25 of the denominators at which the reference makes them, evenly spread over its list."""
    bottoms = np.array([point.denominator for point in found.points], dtype=np.float64)
    sizes = reference_sizes(bottoms, found.scale.kind)
    places = [round(1 + k * (sizes.size - 1) / (SAMPLED - 1)) - 1 for k in range(SAMPLED)]
    plain, adjusted = limits_by_size(sizes, found.scale, found.dispersion.tau2)
    sample: dict[str, list[float | None]] = {"number_seq": _taken(sizes, places)}
    for row, name in enumerate(_CURVES):
        sample["od" + name] = _taken(adjusted[row], places)
        sample[name] = _taken(plain[row], places)
    return sample


def _taken(values: Floats, places: Sequence[int]) -> list[float | None]:
    return [_finite(float(values[place])) for place in places]


def _finite(value: float | None) -> float | None:
    return value if value is not None and isfinite(value) else None


def _number(text: str | None) -> float:
    return float(text) if text else float("nan")


def _option(options: dict[str, Any], name: str, default: Any) -> Any:
    value = options.get(name)
    return default if value is None else value
