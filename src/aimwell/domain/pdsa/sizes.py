"""How large a test is. The smallest is the start; spreading goes 1, 5, 25 (S2 R-30; S3 R-45, L357; S4 R-50)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

MOST_ROOMS = 3
MOST_DAYS = 28


class Size(StrEnum):
    ONE = "one"
    FEW = "few"
    MANY = "many"
    ALL = "all"


LADDER = tuple(Size)


def next_larger(size: Size) -> Size:
    """One step up; everyone stays everyone."""
    return LADDER[min(LADDER.index(size) + 1, len(LADDER) - 1)]


def larger_start(size: Size, before: Size | None = None) -> bool:
    """Whether starting asks one sentence: a first test above the smallest, or a jump of more than one step."""
    most = Size.ONE if before is None else next_larger(before)
    return LADDER.index(size) > LADDER.index(most)


def could_shrink(
    size: Size,
    rooms: int | None,
    look_on: date | None,
    today: date,
    *,
    most_rooms: int = MOST_ROOMS,
    most_days: int = MOST_DAYS,
) -> tuple[str, ...]:
    """What of a first test could be smaller: "size", "rooms", "time"; S3 R-45 infers the numbers, which can be set."""
    asked = {
        "size": size is not Size.ONE,
        "rooms": rooms is not None and rooms > most_rooms,
        "time": look_on is not None and (look_on - today).days > most_days,
    }
    return tuple(name for name, is_larger in asked.items() if is_larger)
