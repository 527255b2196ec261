"""One room may be written in two ways, and still has one row. Callers hold the turn of the team."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from aimwell.contexts.cycles.collecting.models import CountPlan, RoomTry
from aimwell.domain.pdsa.collecting import people_of, same_name

R = TypeVar("R", CountPlan, RoomTry)


def one_room(who: str) -> str:
    """Raises Refused: "plan_without_people", "name_too_long"."""
    return people_of([who])[0]


def twin_of(rows: Iterable[R], who: str) -> R | None:
    return next((row for row in rows if same_name(row.who) == same_name(who)), None)
