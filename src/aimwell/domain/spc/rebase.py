"""Where runcharter's automatic way would begin a new median. For comparison and as material for proposals only.

The median of the first points stands until so many useful points in a row lie on one side of it; their own median
stands from there on, and so forth. Points on the median are skipped. Acting on every signal hides its cause
(Making Data Count), so the engine never moves a line by itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from aimwell.domain.spc.rules import sides

RunDirection = Literal["above", "below", "both"]


@dataclass(frozen=True, slots=True)
class Rebased:
    """One median, made from the points `first` to `last` (places from 0, without those on the line before it).

    `until`: the place where the next median begins, or the last place of the series.
    """

    median: float
    first: int
    last: int
    until: int
    baseline: bool


def rebased(
    values: Sequence[float | None], *, baseline: int, run_length: int, direction: RunDirection = "both"
) -> tuple[Rebased, ...]:
    """Medians of a series in order; None or NaN is missing and skipped. Empty when every value is missing.

    `baseline`: points of the first median. `run_length`: useful points in a row on one side that make a new one.
    """
    series = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
    known = np.flatnonzero(~np.isnan(series))
    if known.size == 0:
        return ()
    made = [known[:baseline]]
    while True:
        centre = float(np.median(series[made[-1]]))
        run = _next_run(series, made[-1][-1] + 1, centre, run_length, direction)
        if run is None:
            break
        made.append(run)
    ends = [int(run[0]) for run in made[1:]] + [int(known[-1])]
    return tuple(
        Rebased(float(np.median(series[run])), int(run[0]), int(run[-1]), until, baseline=k == 0)
        for k, (run, until) in enumerate(zip(made, ends, strict=True))
    )


def _next_run(
    series: np.ndarray[tuple[int], np.dtype[np.float64]],
    start: int,
    centre: float,
    length: int,
    direction: RunDirection,
) -> np.ndarray[tuple[int], np.dtype[np.int64]] | None:
    """Places of the first `length` useful points in a row on a wanted side, from place `start` on."""
    rest = series[None, start:]
    signs = sides(rest, np.array([centre]), ~np.isnan(rest))[0]
    useful = np.flatnonzero(signs)
    wanted = {"above": (1,), "below": (-1,), "both": (1, -1)}[direction]
    run, before = 0, 0
    for k, place in enumerate(useful):
        run = run + 1 if signs[place] == before else 1
        before = int(signs[place])
        if run == length and before in wanted:
            return np.asarray(useful[k - length + 1 : k + 1] + start, dtype=np.int64)
    return None
