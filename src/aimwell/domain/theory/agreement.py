"""How far two people who grouped the same answers apart came out alike (S3 R-57).

Jacob Cohen (1960), A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20, 37-46.
Kappa is worked out in whole numbers, so that nothing is lost by rounding on the way. It says something about the groups
and their names, never about the people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


class Unsaid(StrEnum):
    """Why there is no kappa."""

    NOTHING = "nothing"
    """Nothing was grouped by both."""
    ONE_GROUP = "one_group"
    """Both put everything into one and the same group: there is nothing to tell apart."""


@dataclass(frozen=True, slots=True)
class Agreement(Generic[K]):
    """`table[i][j]`: how many the first person put into group i and the second into group j."""

    groups: tuple[K, ...]
    table: tuple[tuple[int, ...], ...]

    @property
    def both(self) -> int:
        """How many were grouped by both."""
        return sum(self.first)

    @property
    def alike(self) -> int:
        return sum(row[place] for place, row in enumerate(self.table))

    @property
    def first(self) -> tuple[int, ...]:
        return tuple(sum(row) for row in self.table)

    @property
    def second(self) -> tuple[int, ...]:
        return tuple(sum(row[place] for row in self.table) for place in range(len(self.groups)))

    @property
    def unsaid(self) -> Unsaid | None:
        if not self.both:
            return Unsaid.NOTHING
        return Unsaid.ONE_GROUP if self._by_chance == self.both**2 else None

    @property
    def kappa(self) -> float | None:
        """(observed - expected) / (1 - expected), both as shares; None where it says nothing."""
        if self.unsaid is not None:
            return None
        return (self.both * self.alike - self._by_chance) / (self.both**2 - self._by_chance)

    @property
    def _by_chance(self) -> int:
        """The expected agreement times the square of the number grouped by both."""
        return sum(one * other for one, other in zip(self.first, self.second, strict=True))


def agreement(pairs: Iterable[tuple[K, K]], groups: Sequence[K]) -> Agreement[K]:
    """`pairs`: for each thing that both grouped, where the first and where the second put it."""
    counts = Counter(pairs)
    return Agreement(tuple(groups), tuple(tuple(counts[one, other] for other in groups) for one in groups))
