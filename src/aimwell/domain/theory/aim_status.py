"""Whether an aim is met, from its numbers alone (S2 R-15). "Not yet" is a finding like any other.

What counts is the last number on the target's day or shortly before; older ones say nothing about that day.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from math import isclose

from aimwell.domain.theory.aims import Direction

Values = Sequence[tuple[date, float]]
FRESH = {"day": timedelta(days=7), "week": timedelta(days=14), "month": timedelta(days=45)}
"""How old a number may be on the target's day, by how often it is counted."""


class Standing(StrEnum):
    """`OPEN`: target, date, measure or direction is missing, so nothing can be computed."""

    OPEN = "open"
    RUNNING = "running"
    MET = "met"
    NOT_YET = "not_yet"
    NO_DATA = "no_data"


@dataclass(frozen=True, slots=True)
class Ask:
    """`measured`: there is a measure with the unit of the target, which this reader may see."""

    target: float | None
    direction: Direction
    by_when: date | None
    measured: bool
    period: str = "week"


@dataclass(frozen=True, slots=True)
class Found:
    """`value`, `on`: the number that decides, or the latest while the aim runs. `missing`: what `OPEN` waits for."""

    standing: Standing
    value: float | None = None
    on: date | None = None
    missing: tuple[str, ...] = ()


def aim_status(values: Values, ask: Ask, *, today: date) -> Found:
    """`values` by date, the oldest first."""
    missing = _missing(ask)
    if missing or ask.by_when is None or ask.target is None:
        return Found(Standing.OPEN, missing=missing)
    end = min(today, ask.by_when)
    last = next(((on, value) for on, value in reversed(values) if on <= end), None)
    if last is None:
        return Found(Standing.RUNNING if today < ask.by_when else Standing.NO_DATA)
    on, value = last
    if today < ask.by_when:
        return Found(Standing.RUNNING, value, on)
    if on < ask.by_when - FRESH[ask.period]:
        return Found(Standing.NO_DATA)
    met = reached(value, ask.target, ask.direction)
    return Found(Standing.MET if met else Standing.NOT_YET, value, on)


def reached(value: float, target: float, direction: Direction) -> bool:
    """29 of 100 is 29 %, whatever the last digit of its float."""
    if isclose(value, target, rel_tol=1e-9, abs_tol=1e-9):
        return True
    return value > target if direction is Direction.UP else value < target


def _missing(ask: Ask) -> tuple[str, ...]:
    there = {
        "target": ask.target is not None,
        "by_when": ask.by_when is not None,
        "measure": ask.measured,
        "direction": ask.direction is not Direction.NEITHER,
    }
    return tuple(part for part, known in there.items() if not known)
