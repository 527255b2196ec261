"""Slow plain twins of the run rules, written from their definition."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from math import comb, isclose, log2
from statistics import median


def useful_sides(values, centre, left_out=()):
    """1 or -1 for each useful point, in order."""
    found = []
    for k, value in enumerate(values):
        if value is None or k in left_out or isclose(value, centre, rel_tol=1e-9):
            continue
        found.append(1 if value > centre else -1)
    return found


def longest_run(sides):
    longest = length = 0
    before = None
    for side in sides:
        length = length + 1 if side == before else 1
        longest, before = max(longest, length), side
    return longest


def crossings(sides):
    return sum(1 for one, two in pairwise(sides) if one != two)


def fewest_crossings(n_useful):
    tosses = max(n_useful - 1, 0)
    cumulative = Fraction(0)
    for k in range(tosses + 1):
        cumulative += Fraction(comb(tosses, k), 2**tosses)
        if cumulative >= Fraction(1, 20):
            return k
    raise AssertionError


def longest_ordinary(n_useful):
    return round(log2(n_useful)) + 3 if n_useful else 0


def run_chart(values):
    """Centre, useful, longest, crossings and signal of one phase."""
    present = [value for value in values if value is not None]
    if not present:
        return None, 0, 0, 0, False
    centre = median(present)
    sides = useful_sides(values, centre)
    longest, crossed, n = longest_run(sides), crossings(sides), len(sides)
    signal = longest > longest_ordinary(n) or crossed < fewest_crossings(n)
    return centre, n, longest, crossed, signal
