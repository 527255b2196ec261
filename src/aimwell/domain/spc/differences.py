"""Where qicharts2 0.8.1 computes a chart otherwise than we do. Each is off with us and on for its numbers."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Differences:
    """`prime_sigma_from_all`: I' takes sigma from every point, not from the baseline alone.

    `empty_subgroups_count`: a subgroup without a value takes a degree of freedom from the pooled deviation.
    `ranges_from_excluded_count`: on an MR chart the step from an excluded point to the next counts.
    `empty_denominators_count`: a numerator over a denominator of 0 counts in the centre of p, pp, u and up; it needs
    numerators. `gaps_void_deviation`: P' and U' over categories have no limits where one is missing.
    `centre_on_root_scale`: a given centre of a T chart is that of its 3.6th root.
    """

    prime_sigma_from_all: bool = False
    empty_subgroups_count: bool = False
    ranges_from_excluded_count: bool = False
    empty_denominators_count: bool = False
    gaps_void_deviation: bool = False
    centre_on_root_scale: bool = False


OURS = Differences()
QICHARTS2 = Differences(**{field.name: True for field in fields(Differences)})
