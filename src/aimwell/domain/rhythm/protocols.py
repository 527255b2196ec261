"""Ways to lead a talk: steps with minutes, and who does what (S2 R-57, after S2 L390; S1 L930).

The steps are our own. Their sentences stand in `words.protocols`: `{protocol}.name`, `{protocol}.{step}`. Looking back
at what was expected, what happened, what surprised and what comes next is the pause of S2 R-32.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")

SHORTEST, LONGEST = 12, 45
"""A protocol fits into a huddle or a PDSA meeting."""
MOST_STEP_MINUTES = 120
LEFT_ALONE = dt.timedelta(hours=1)
"""A step that ran over by more than this was left, not talked about."""


class Role(StrEnum):
    PRESENTER = "presenter"
    LEADER = "leader"
    TIMEKEEPER = "timekeeper"
    NOTE_TAKER = "note_taker"


@dataclass(frozen=True, slots=True)
class Step:
    key: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Protocol:
    """`presents`: somebody brings a thing of his or her own."""

    key: str
    presents: bool
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)


def roles(*, presents: bool) -> tuple[Role, ...]:
    return tuple(role for role in Role if presents or role is not Role.PRESENTER)


def _made(key: str, *, presents: bool = False, **steps: int) -> Protocol:
    return Protocol(key, presents, tuple(Step(name, minutes) for name, minutes in steps.items()))


PROTOCOLS = (
    _made("stuck", name_it=3, choose=2, why=4, move=4, who=2),
    _made("lookback", expected=4, happened=5, surprised=5, next=6),
    _made("quiet", ask=2, write=4, round=6, group=4, choose=4),
    _made("forces", change=3, helps=5, hinders=5, weigh=6, move=4, who=2),
    _made("consult", presents=True, tell=5, ask=4, probe=5, talk=9, back=4, close=3),
    _made("tune", presents=True, tell=6, ask=4, read=3, warm=5, cool=6, back=4, close=2),
    _made("work", presents=True, meet=3, see=8, think=8, teacher=5, next=8, close=4),
)
BY_KEY = {one.key: one for one in PROTOCOLS}


def seconds_left(minutes: int, began_at: dt.datetime, now: dt.datetime) -> int | None:
    """What is left of a step, below zero where it runs over; None where nobody has been at it for long."""
    left = dt.timedelta(minutes=minutes) - (now - began_at)
    return None if left < -LEFT_ALONE else int(left.total_seconds() // 1)


def moved(order: Iterable[T], one: T, *, up: bool) -> list[T]:
    """`order` with `one` a place earlier or later; at either end, or where it is not in it, as it was."""
    rows = list(order)
    if one not in rows:
        return rows
    at = rows.index(one)
    to = at + (-1 if up else 1)
    if 0 <= to < len(rows):
        rows[at], rows[to] = rows[to], rows[at]
    return rows
