"""Patterns in many series at once: runs, trends, alternation and shares of points beyond a line.

Arrays here have shape (points, series), so that each step over the points is one contiguous row. Lengths are counted
up to each point; a gap (a missing or excluded point) ends a pattern wherever the name does not say "useful".
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from aimwell.domain.spc.panels import Bools, Floats
from aimwell.domain.spc.rules import TOLERANCE, Signs

Lengths = NDArray[np.int16]
FEW = 256
"""Up to so many series whole arrays are faster than a step for each point; beyond it steps are."""


def run_lengths(signs: Signs) -> Lengths:
    """For each point the length of the run of its own sign that ends there; 0 where the sign is 0."""
    lengths: Lengths = (signs != 0).astype(np.int16)
    same = (signs[1:] == signs[:-1]) & (signs[1:] != 0)
    for row in range(1, len(signs)):
        lengths[row] += lengths[row - 1] * same[row - 1]
    return lengths


def alternating_lengths(steps: Signs) -> Lengths:
    """For each step how many in a row, up to it, each turned against the one before; 0 where there is no step."""
    lengths: Lengths = (steps != 0).astype(np.int16)
    turned = steps[1:] * steps[:-1] == -1
    for row in range(1, len(steps)):
        lengths[row] += lengths[row - 1] * turned[row - 1]
    return lengths


def steps(values: Floats) -> Signs:
    """1 where a point lies above the one before it, -1 below, 0 for the first, an equal value and beside a gap."""
    found = np.zeros(values.shape, dtype=np.int8)
    if len(values) > 1:
        found[1:] = signs_of(values[1:], values[:-1])
    return found


def signs_of(values: Floats, line: Floats) -> Signs:
    """1 above, -1 below, 0 on the line (relative tolerance) or missing."""
    with np.errstate(invalid="ignore"):
        distance = values - line
        near = TOLERANCE * np.maximum(np.abs(values), np.abs(line))
        signs: Signs = (distance > near).astype(np.int8) - (distance < -near)
    return signs


def window_sum(flags: Bools, of: int) -> NDArray[np.int8]:
    """How many of the last `of` points, the point itself included, are flagged; 0 before there are so many."""
    total = np.zeros(flags.shape, dtype=np.int8)
    if len(flags) >= of:
        for back in range(of):
            total[of - 1 :] += flags[of - 1 - back : len(flags) - back]
    return total


def spread_back(ends: Bools, points: int) -> Bools:
    """The whole patterns of `points` points of which the last ones are given."""
    whole = ends.copy()
    for back in range(1, min(points, len(ends))):
        whole[:-back] |= ends[back:]
    return whole


def useful_run_totals(signs: Signs, new: Bools) -> Lengths:
    """For each useful point the full length of its run; points whose sign is 0 are skipped and get 0.

    `new`: where runs begin, as `new_runs` finds them.
    """
    return _run_totals_at_once(signs, new) if signs.shape[1] <= FEW else _run_totals_by_steps(signs, new)


def _run_totals_at_once(signs: Signs, new: Bools) -> Lengths:
    useful = signs != 0
    runs = np.cumsum(new, axis=0) + np.arange(signs.shape[1]) * len(signs)
    totals: Lengths = np.bincount(runs[useful], minlength=signs.size).astype(np.int16)[runs] * useful
    return totals


def _run_totals_by_steps(signs: Signs, new: Bools) -> Lengths:
    counted: Lengths = (signs != 0).astype(np.int16)
    useful = counted.copy()
    for row in range(1, len(signs)):
        counted[row] += counted[row - 1] * ~new[row]
    for row in range(len(signs) - 2, -1, -1):
        np.copyto(counted[row], counted[row + 1], where=~new[row + 1])
    counted *= useful
    return counted


def new_runs(signs: Signs) -> Bools:
    """Where a run of useful points begins after one on the other side; points whose sign is 0 are skipped."""
    side = last_side(signs)
    new = np.zeros(signs.shape, dtype=np.bool_)
    new[1:] = side[1:] * side[:-1] == -1
    return new


def last_side(signs: Signs) -> Signs:
    """The sign of each point, or where it is 0 that of the last useful point before it."""
    if signs.all():
        return signs
    if signs.shape[1] <= FEW:
        rows = np.arange(len(signs))[:, None]
        last = np.maximum.accumulate(np.where(signs != 0, rows, 0), axis=0)
        return np.take_along_axis(signs, last, axis=0)
    side = signs.copy()
    for row in range(1, len(side)):
        np.copyto(side[row], side[row - 1], where=side[row] == 0)
    return side


def useful_trends(values: Floats, points: int) -> Bools:
    """Points in a row that all rise or all fall, both ends counted; a gap or a repeated value is skipped.

    Perla, Provost, Murray 2011 (trend). A point where the direction turns belongs to both trends.
    """
    moves = _useful_moves(values)
    long = useful_run_totals(moves, new_runs(moves)) >= points - 1
    if moves[1:].all():
        found = long.copy()
        found[:-1] |= long[1:]
        return found
    kept = _kept(values, moves)
    found = kept & long
    next_long = np.zeros(moves.shape[1:], dtype=np.bool_)
    for row in range(len(moves) - 1, -1, -1):
        found[row] |= kept[row] & next_long
        np.copyto(next_long, long[row], where=kept[row])
    return found


def _useful_moves(values: Floats) -> Signs:
    """The direction from the last different value to each point; 0 for the first value, a repeated one and a gap."""
    moves = steps(values)
    if moves[1:].all():
        return moves
    last = np.full(values.shape[1:], np.nan)
    for row, value in enumerate(values):
        moves[row] = signs_of(value, last)
        np.copyto(last, value, where=(moves[row] != 0) | np.isnan(last))
    return moves


def _kept(values: Floats, moves: Signs) -> Bools:
    """Points that count in a trend: those that moved, and the first value of each series."""
    present = ~np.isnan(values)
    first = present & (np.cumsum(present, axis=0, dtype=np.int16) == 1)
    kept: Bools = first | (moves != 0)
    return kept
