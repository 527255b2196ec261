"""Slow plain twins of the rules, written from their definition. Values: numbers or None; answers: rows from 0."""

from __future__ import annotations

from itertools import groupby, pairwise


def sides(values, centre):
    return [0 if v is None or v == centre else 1 if v > centre else -1 for v in values]


def windows(n, of):
    """Every window of `of` rows, as (rows, its last row)."""
    return [(list(range(last - of + 1, last + 1)), last) for last in range(of - 1, n)]


def outside(values, sigma):
    return [k for k, v in enumerate(values) if v is not None and abs(v) > 3 * sigma]


def one_side(values, points):
    side = sides(values, 0)
    return [last for rows, last in windows(len(values), points) if abs(sum(side[k] for k in rows)) == points]


def one_side_whole(values, points):
    side = sides(values, 0)
    found = [rows for rows, _ in windows(len(values), points) if abs(sum(side[k] for k in rows)) == points]
    return sorted({k for rows in found for k in rows})


def is_steady(seen):
    if None in seen:
        return False
    return all(a < b for a, b in pairwise(seen)) or all(a > b for a, b in pairwise(seen))


def steady_trend(values, points):
    return [last for rows, last in windows(len(values), points) if is_steady([values[k] for k in rows])]


def steady_trend_whole(values, points):
    found = [rows for rows, _ in windows(len(values), points) if is_steady([values[k] for k in rows])]
    return sorted({k for rows in found for k in rows})


def alternating(values, points):
    found = []
    for rows, last in windows(len(values), points):
        seen = [values[k] for k in rows]
        if None in seen:
            continue
        moves = [(b > a) - (b < a) for a, b in pairwise(seen)]
        if all(moves) and all(a == -b for a, b in pairwise(moves)):
            found.append(last)
    return found


def beyond_share(values, points, of, line):
    found = []
    for rows, last in windows(len(values), of):
        seen = [values[k] for k in rows]
        if None in seen:
            continue
        above, below = [v > line for v in seen], [v < -line for v in seen]
        if (above[-1] and sum(above) >= points) or (below[-1] and sum(below) >= points):
            found.append(last)
    return found


def within(values, points, line):
    return [
        last
        for rows, last in windows(len(values), points)
        if all(values[k] is not None and abs(values[k]) <= line for k in rows)
    ]


def beyond_both(values, points, line):
    found = []
    for rows, last in windows(len(values), points):
        seen = [values[k] for k in rows]
        if None not in seen and all(abs(v) > line for v in seen) and min(seen) < 0 < max(seen):
            found.append(last)
    return found


def near_limits(values, sigma):
    near = [v is not None and 2 * sigma < abs(v) <= 3 * sigma for v in values]
    side = sides(values, 0)
    found = set()
    for rows, _ in windows(len(values), 3):
        if abs(sum(side[k] for k in rows)) == 3 and sum(near[k] for k in rows) >= 2:
            found |= {k for k in rows if near[k]}
    return sorted(found)


def shift(values, centre, points):
    """The rows of each shift."""
    useful = [k for k, side in enumerate(sides(values, centre)) if side]
    runs = [list(rows) for _, rows in groupby(useful, key=lambda k: values[k] > centre)]
    return [rows for rows in runs if len(rows) >= points]


def trend(values, points):
    """The rows of each trend."""
    kept = []
    for k, value in enumerate(values):
        if value is not None and (not kept or values[kept[-1]] != value):
            kept.append(k)
    moves = [(values[b] > values[a], a, b) for a, b in pairwise(kept)]
    rows = [list(part) for _, part in groupby(moves, key=lambda move: move[0])]
    return [[part[0][1], *(b for _, _, b in part)] for part in rows if len(part) >= points - 1]
