"""What a team noticed all year, in the order in which it is worth looking at (S0 R-41)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Noticed:
    """`days`: when it was seen. `evidence`: how many of these came with something counted, seen or read."""

    key: int
    days: tuple[date, ...]
    evidence: int = 0

    @property
    def times(self) -> int:
        return len(self.days)


def by_weight(noticed: Iterable[Noticed]) -> list[Noticed]:
    """What came back most stands first, then what has most evidence, then what was seen last."""
    return sorted(
        noticed,
        key=lambda one: (-one.times, -one.evidence, -(max(one.days).toordinal() if one.days else 0), one.key),
    )


@dataclass(frozen=True, slots=True)
class Unmatched:
    """Goals that no inquiry serves yet, and inquiries that no goal asked for. The second is fine as it is."""

    goals: tuple[int, ...]
    inquiries: tuple[int, ...]


def unmatched(pairs: Collection[tuple[int, int]], goals: Iterable[int], inquiries: Iterable[int]) -> Unmatched:
    """`pairs`: which goal is served by which inquiry. Both lists keep their order (S0 R-38)."""
    served, serving = {goal for goal, _ in pairs}, {inquiry for _, inquiry in pairs}
    return Unmatched(
        tuple(goal for goal in goals if goal not in served),
        tuple(inquiry for inquiry in inquiries if inquiry not in serving),
    )
