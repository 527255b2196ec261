"""Parts of a chart: where each begins, and which of its points make its centre line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """Columns `first` to `stop` (not included); the baseline is `first` to `baseline_stop`."""

    first: int
    stop: int
    baseline_stop: int


def split(
    n_points: int,
    *,
    after: Iterable[int] = (),
    freeze: Sequence[int] = (),
    freeze_within_phases: bool = True,
) -> tuple[Part, ...]:
    """Parts of a series of `n_points`, a new one after each row number in `after` (rows count from 1).

    `freeze` holds the last row number of a baseline; it fixes the centre of the part it falls into. With
    `freeze_within_phases` off, a freeze is ignored as soon as there is more than one part, as qicharts2
    0.8.1 does.
    """
    cuts = sorted({row for row in after if 0 < row < n_points})
    starts = [0, *cuts]
    stops = [*cuts, n_points]
    if len(starts) > 1 and not freeze_within_phases:
        freeze = ()
    return tuple(
        Part(first, stop, _baseline_stop(first, stop, freeze)) for first, stop in zip(starts, stops, strict=True)
    )


def _baseline_stop(first: int, stop: int, freeze: Sequence[int]) -> int:
    return min((row for row in freeze if first < row <= stop), default=stop)
