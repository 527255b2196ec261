"""From several ideas to one: effect and ability rated in silence, then consent (S1 R-18, R-40, R-41)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

LOW, HIGH = 1, 5
MIDDLE = 3
MOST_ACTIVE = 3
"""Change ideas in work at one time, until a team says otherwise (S0 R-20)."""
MENU = (2, 5)
"""How many options are easy to choose from (S1 L894, L914)."""


@dataclass(frozen=True, slots=True)
class Spread:
    """All ratings of one question, in order. Nothing is averaged away: two people far apart stay two."""

    values: tuple[int, ...]

    @property
    def low(self) -> int:
        return self.values[0]

    @property
    def high(self) -> int:
        return self.values[-1]

    @property
    def middle(self) -> float:
        """The middle rating; between the two middle ones where their number is even."""
        half, odd = divmod(len(self.values), 2)
        return float(self.values[half]) if odd else (self.values[half - 1] + self.values[half]) / 2

    @property
    def counts(self) -> tuple[tuple[int, int], ...]:
        """Each rating that somebody gave, and how many did."""
        return tuple(sorted(Counter(self.values).items()))


def spread(values: Iterable[int]) -> Spread:
    """Raises ValueError for no rating, or one outside 1 to 5."""
    ordered = tuple(sorted(values))
    if not ordered or ordered[0] < LOW or ordered[-1] > HIGH:
        raise ValueError("ratings from 1 to 5")
    return Spread(ordered)


class Quarter(StrEnum):
    """Where the middle ratings put an idea. Exactly in the middle counts as the lower half."""

    FIRST = "first"
    PREPARE = "prepare"
    SMALL = "small"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Rated:
    """One idea with both questions. `number` stands in the drawing and in the table."""

    number: int
    name: str
    effect: Spread
    ability: Spread

    @property
    def quarter(self) -> Quarter:
        strong, able = self.effect.middle > MIDDLE, self.ability.middle > MIDDLE
        if strong:
            return Quarter.FIRST if able else Quarter.PREPARE
        return Quarter.SMALL if able else Quarter.LATER


class Stand(StrEnum):
    """How somebody stands to an idea that is proposed."""

    FOR_IT = "for_it"
    CAN_LIVE = "can_live"
    CONCERN = "concern"


@dataclass(frozen=True, slots=True)
class Consent:
    """Counts of a round. `waiting`: concerns to which nobody has said yet what was done."""

    for_it: int
    can_live: int
    concerns: int
    waiting: int

    @property
    def answered(self) -> int:
        return self.for_it + self.can_live + self.concerns


def consent(answers: Sequence[tuple[Stand, bool]]) -> Consent:
    """`answers`: each stand, and whether its concern is dealt with."""
    counted = Counter(stand for stand, _ in answers)
    waiting = sum(stand is Stand.CONCERN and not handled for stand, handled in answers)
    return Consent(counted[Stand.FOR_IT], counted[Stand.CAN_LIVE], counted[Stand.CONCERN], waiting)


def is_over(active: int, most: int) -> bool:
    """Whether one more idea would be too many at a time."""
    return active >= most
