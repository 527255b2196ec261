"""Which groups of a list stay hidden, when the total of all groups is published beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike, NDArray

MINIMUM = 10
Reason = Literal["", "small", "by_subtraction"]
Bools = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Hidden:
    """Names in the order given. `total`: no groups are enough, the total of all has to be hidden as well."""

    small: tuple[str, ...] = ()
    by_subtraction: tuple[str, ...] = ()
    total: bool = False

    @property
    def names(self) -> frozenset[str]:
        return frozenset((*self.small, *self.by_subtraction))

    def reason(self, name: str) -> Reason:
        if name in self.small:
            return "small"
        return "by_subtraction" if name in self.by_subtraction else ""


def hide_small(groups: Mapping[str, int], minimum: int = MINIMUM, *, zero_is_sensitive: bool = False) -> Hidden:
    """Groups under the minimum, and the next smallest until no small one can be worked out from the total.

    Safe also from one who knows the rule: that a group hidden as small is under the minimum, and that one hidden
    because of subtraction is not, nor larger than the smallest that is shown.
    """
    lowest = 0 if zero_is_sensitive else 1
    small = [name for name, n in groups.items() if lowest <= n < minimum]
    larger = sorted((name for name, n in groups.items() if n >= minimum), key=groups.__getitem__)
    for count in range(len(larger) + 1):
        bounds = _bounds(len(small), count, [groups[name] for name in larger], (lowest, minimum))
        sizes = [groups[name] for name in (*small, *larger[:count])]
        if not small or _open(sizes, bounds, len(small)):
            return _hidden(groups, small, larger[:count])
    return _hidden(groups, small, larger, total=True)


def hide_small_over_time(
    periods: Sequence[Mapping[str, int]], minimum: int = MINIMUM, *, zero_is_sensitive: bool = False
) -> Hidden:
    """A list in each of several periods: a group hidden in one is hidden in all. See `hide_small_panels`.

    Where the reason is said beside each hidden group, `hide_small` is the safer one for a single period.
    """
    names = list(dict.fromkeys(name for groups in periods for name in groups))
    sizes = np.array([[groups.get(name, np.nan) for groups in periods] for name in names], dtype=np.float64)
    sizes = sizes.reshape(len(names), len(periods))
    small = _ever_small(sizes, minimum, zero_is_sensitive)
    hidden = hide_small_panels(sizes, minimum, zero_is_sensitive=zero_is_sensitive)
    return Hidden(
        tuple(name for name, one in zip(names, small, strict=True) if one),
        tuple(name for name, one in zip(names, hidden & ~small, strict=True) if one),
        bool(_alone(sizes, hidden, zero_is_sensitive).any()),
    )


def hide_small_panels(n: ArrayLike, minimum: int = MINIMUM, *, zero_is_sensitive: bool = False) -> Bools:
    """`n`: students by (groups, periods), NaN = not measured. True for each group that is hidden in all periods.

    The total of each period is public. So at least two hidden groups have students in every period in which one has;
    where only one group has any, the total tells it and has to be hidden by the caller.
    """
    sizes = np.asarray(n, dtype=np.float64)
    hidden = _ever_small(sizes, minimum, zero_is_sensitive)
    weight = np.nansum(sizes, axis=1)
    while (alone := _alone(sizes, hidden, zero_is_sensitive)).any():
        helps = ~hidden & (sizes[:, alone] > 0).any(axis=1)
        if not helps.any():
            break
        hidden[np.where(helps, weight, np.inf).argmin()] = True
    return hidden


def rate_is_hidden(
    numerator: float, denominator: float, minimum: int = MINIMUM, *, zero_is_sensitive: bool = False
) -> bool:
    """A rate goes with its numerator and its denominator: it would give them away."""
    sizes = np.array([[numerator], [denominator]], dtype=np.float64)
    return bool(_ever_small(sizes, minimum, zero_is_sensitive).any())


def _hidden(groups: Mapping[str, int], small: Sequence[str], larger: Sequence[str], *, total: bool = False) -> Hidden:
    return Hidden(tuple(small), tuple(name for name in groups if name in larger), total)


def _bounds(small: int, larger: int, sizes: Sequence[int], allowed: tuple[int, int]) -> list[tuple[int, int | None]]:
    """What the reasons alone say about each hidden group. `sizes`: of the larger groups, in order."""
    lowest, minimum = allowed
    highest = sizes[larger] if larger < len(sizes) else None
    return [(lowest, minimum - 1)] * small + [(minimum, highest)] * larger


def _open(sizes: Sequence[int], bounds: Sequence[tuple[int, int | None]], small: int) -> bool:
    """Each of the small groups, which come first, could be another whole number."""
    total, least = sum(sizes), sum(low for low, _ in bounds)
    highs = [high for _, high in bounds if high is not None]
    most = sum(highs) if len(highs) == len(bounds) else None
    spans = ((low, low if high is None else high) for low, high in bounds[:small])
    return all(
        max(low, low if most is None else total - most + high) < min(high, total - least + low) for low, high in spans
    )


def _ever_small(sizes: NDArray[np.float64], minimum: int, zero_is_sensitive: bool) -> Bools:
    enough = sizes >= 0 if zero_is_sensitive else sizes > 0
    found: Bools = np.logical_or.reduce(enough & (sizes < minimum), axis=1)
    return found


def _alone(sizes: NDArray[np.float64], hidden: Bools, zero_is_sensitive: bool) -> Bools:
    """Periods in which one hidden group only has students, so that the total less the shown ones is that group.

    Where 0 is sensitive, also those in which all hidden groups are empty.
    """
    kept = sizes[hidden]
    concerned: Bools = np.logical_or.reduce(kept >= 0 if zero_is_sensitive else kept > 0, axis=0)
    few: Bools = (kept > 0).sum(axis=0) < 2
    return concerned & few
