"""How a team begins: the steps of a launch, its agenda for half a day or a whole one, and what has to be in place.

Steps and contents after S3 L191-195 and L278; the conditions after S3 L337 and L365. No step and no condition stops a
team: each only says where it stands.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Step(StrEnum):
    """What a launch is made of, in no fixed order."""

    PRIMER = "primer"
    NORMS = "norms"
    ROLES = "roles"
    TIME = "time"
    FIRST_DATA = "first_data"
    BUILDS_ON = "builds_on"
    CONDITIONS = "conditions"


class Stands(StrEnum):
    DONE = "done"
    NOT_YET = "not_yet"
    NOT_NEEDED = "not_needed"


class Condition(StrEnum):
    TIME = "time"
    MEMBERS = "members"
    SPONSOR = "sponsor"
    SPACE = "space"
    DATA = "data"
    COACH = "coach"


class InPlace(StrEnum):
    YES = "yes"
    PARTLY = "partly"
    MISSING = "missing"


OLD = timedelta(days=60)
"""A check older than this is shown as out of date."""


@dataclass(frozen=True, slots=True)
class Item:
    """`key` names its sentence in `words.launch`."""

    key: str
    minutes: int


HALF_DAY = (
    Item("welcome", 15), Item("why", 20), Item("primer", 45), Item("break", 15), Item("norms", 40), Item("roles", 20),
    Item("time", 20), Item("first_data", 25), Item("close", 10),
)  # fmt: skip
FULL_DAY = (
    Item("welcome", 20), Item("why", 30), Item("primer", 60), Item("break", 15), Item("norms", 50), Item("roles", 25),
    Item("lunch", 45), Item("builds_on", 25), Item("conditions", 25), Item("time", 25), Item("break", 15),
    Item("first_data", 45), Item("first_test", 40), Item("close", 15),
)  # fmt: skip


def stands(said: str, by_itself: bool) -> Stands:
    """What the team said of a step, else what the work itself shows."""
    return Stands(said) if said else Stands.DONE if by_itself else Stands.NOT_YET


def out_of_date(checked_on: date, today: date) -> bool:
    """Whether a check of the conditions should be made again (60 days)."""
    return today - checked_on > OLD


def minutes(agenda: Iterable[Item]) -> int:
    return sum(item.minutes for item in agenda)
