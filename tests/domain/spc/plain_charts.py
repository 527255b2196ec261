"""Slow plain twins of the control charts, one value at a time, written from the formulas."""

from __future__ import annotations

from itertools import pairwise
from math import gamma, pi, sqrt
from statistics import mean, median, stdev


def ranges(values):
    """None beside a missing value."""
    return [None if a is None or b is None else abs(b - a) for a, b in pairwise(values)]


def known(values):
    return [value for value in values if value is not None]


def mean_range(found, screen, times=3.267):
    """Mean of the ranges, None when none is left."""
    found = known(found)
    if screen and found:
        middle = mean(found)
        found = [one for one in found if one < times * middle]
    return mean(found) if found else None


def c4(n):
    return sqrt(2 / (n - 1)) * gamma(n / 2) / gamma((n - 1) / 2)


def pooled(sds, sizes, base, every_size, empty_counts):
    """Of the subgroups in `base`; `every_size`: of the whole part."""
    inside = [(sds[k], sizes[k]) for k in base]
    if len(set(every_size)) == 1:
        found = known(sd for sd, _ in inside)
        return mean(found) if found else None
    freedom = sum(n - 1 if n or empty_counts else 0 for _, n in inside)
    squares = sum((n - 1) * sd**2 for sd, n in inside if sd is not None)
    return sqrt(squares / freedom) if freedom and squares / freedom >= 0 else None


def weighted(values, weights, base):
    pairs = [(values[k], weights[k]) for k in base if values[k] is not None]
    total = sum(weight for _, weight in pairs)
    return sum(value * weight for value, weight in pairs) / total if total else None


def limits(middle, sigma, low=None, high=None):
    """Lower, upper, lower at two, upper at two."""
    if middle is None or sigma is None:
        return (None,) * 4
    found = []
    for k in (-3, 3, -2, 2):
        line = middle + k * sigma
        line = line if low is None or k > 0 else max(low, line)
        found.append(line if high is None or k < 0 else min(high, line))
    return tuple(found)


class Base:
    """One part of a chart and the points that make its lines. `given`: a known line instead of the one found."""

    def __init__(self, part, base, given, screen):
        self.part, self.base, self.given, self.screen = part, base, given, screen
        self.y = part["y"]

    def line(self, found):
        return self.given if self.given is not None else found

    def mean(self, values):
        inside = known(values[k] for k in self.base)
        return mean(inside) if inside else None

    def median(self):
        inside = known(self.y[k] for k in self.base)
        return median(inside) if inside else None

    def sigma(self, values):
        found = mean_range(ranges([values[k] for k in self.base]), self.screen)
        return None if found is None else found / 1.128

    def same(self, found):
        return [found] * len(self.y)


def chart(kind, part, *, base, given=None, screen=True, ordered=True, reference=False, floor_of_one=False):
    """Values drawn, centre, and four limits for each point of one part.

    `part`: lists `y`, and `n`, `sizes`, `sds` where the chart needs them, None = missing. `base`: positions that make
    the lines. `reference`: as qicharts2 0.8.1 does it.
    """
    one = Base(part, base, given, screen)
    if kind in ("xbar", "s"):
        return subgroups(kind, one, reference)
    if kind in ("p", "pp", "u", "up"):
        return shares(kind, one, ordered, floor_of_one)
    if kind == "mr":
        return moving_ranges(one, reference)
    if kind == "ip":
        return individuals_prime(one, reference)
    return {"run": run, "i": individuals, "c": counts, "g": cases_between, "t": time_between}[kind](one)


def run(one):
    return one.y, one.line(one.median()), one.same((None,) * 4)


def individuals(one):
    centre = one.line(one.mean(one.y))
    return one.y, centre, one.same(limits(centre, one.sigma(one.y)))


def counts(one):
    centre = one.line(one.mean(one.y))
    return one.y, centre, one.same(limits(centre, None if centre is None else sqrt(centre), 0.0))


def cases_between(one):
    middle = one.line(one.mean(one.y))
    centre = one.median() if one.given is None else 0.693 * one.given
    sigma = None if middle is None else sqrt(middle * (middle + 1))
    return one.y, centre, one.same(limits(middle, sigma, 0.0))


def time_between(one):
    root = [None if value is None else value ** (1 / 3.6) for value in one.y]
    middle = one.mean(root) if one.given is None else one.given ** (1 / 3.6)
    found = limits(middle, one.sigma(root), 0.0)
    centre = None if middle is None else middle**3.6
    return one.y, centre, one.same(tuple(None if line is None else line**3.6 for line in found))


def moving_ranges(one, reference):
    drawn = [None, *ranges(one.y)]
    usual = known(drawn[k] for k in one.base if reference or k == 0 or k - 1 in one.base)
    centre = one.line(mean(usual) if usual else None)
    return drawn, centre, one.same(limits(0.0, None if centre is None else 3.267 * centre / 3, low=0.0))


def individuals_prime(one, reference):
    n = one.part["n"]
    centre = one.line(weighted(one.y, n, one.base))
    order = range(len(one.y)) if reference else one.base
    values, weights = [one.y[k] for k in order], [n[k] for k in order]
    each = [
        None if gap is None else sqrt(pi / 2) * gap / sqrt(1 / weights[k] + 1 / weights[k + 1])
        for k, gap in enumerate(ranges(values))
    ]
    s = mean_range(each, one.screen, 3.2665)
    return one.y, centre, [limits(centre, None if s is None or m is None else s / sqrt(m)) for m in n]


def subgroups(kind, one, reference):
    sizes, sds = one.part["sizes"], one.part["sds"]
    spread = pooled(sds, sizes, one.base, sizes, reference)
    if kind == "xbar":
        centre = one.line(weighted(one.y, sizes, one.base))
        sigmas = [None if m < 2 or spread is None else spread / (c4(m) * sqrt(m)) for m in sizes]
        return one.y, centre, [limits(centre, sigma) for sigma in sigmas]
    centre = one.line(spread)
    sigmas = [None if m < 2 or centre is None else centre * sqrt(1 - c4(m) ** 2) / c4(m) for m in sizes]
    return sds, centre, [limits(centre, sigma, low=0.0) for sigma in sigmas]


def shares(kind, one, ordered, floor_of_one):
    n = one.part["n"]
    centre = one.line(weighted(one.y, n, one.base))
    share = kind in ("p", "pp")
    variance = None if centre is None else centre * (1 - centre) if share else centre
    sigmas = [None if variance is None or m is None else sqrt(variance / m) for m in n]
    if kind in ("pp", "up"):
        factor = laney(one, centre, sigmas, ordered)
        if factor is not None and floor_of_one:
            factor = max(1.0, factor)
        sigmas = [None if sigma is None or factor is None else sigma * factor for sigma in sigmas]
    return one.y, centre, [limits(centre, sigma, 0.0, 1.0 if share else None) for sigma in sigmas]


def laney(one, centre, sigmas, ordered):
    z = [
        None if value is None or not sigma else 0.0 if abs(value - centre) < 1e-12 else (value - centre) / sigma
        for value, sigma in zip(one.y, sigmas, strict=True)
    ]
    if ordered:
        return one.sigma(z)
    scores = known(z[k] for k in one.base)
    return stdev(scores) if len(scores) > 1 else None
