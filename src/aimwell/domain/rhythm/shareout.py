"""A cycle told to peers in a quarter of an hour: whose turn it is for how long, and what stands open.

Ten to fifteen minutes for one school, then questions of colleagues (S1 L587, L589). What is told is not finished work
(S1 L1516), so the page says what stands open before anybody has to ask. Peers talk with one another while the team
listens: the protocol of consultancies in schools (McDonald, Mohr, Dichter and McDonald, 2007).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Turn(StrEnum):
    TELL = "tell"
    CLARIFY = "clarify"
    LISTEN = "listen"
    ANSWER = "answer"
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class Slot:
    turn: Turn
    minutes: int


def _order(*minutes: int) -> tuple[Slot, ...]:
    return tuple(Slot(turn, n) for turn, n in zip(Turn, minutes, strict=True))


ORDERS = {10: _order(3, 1, 3, 2, 1), 12: _order(3, 2, 4, 2, 1), 15: _order(4, 2, 5, 3, 1)}
LENGTHS = tuple(ORDERS)
USUAL = 15


def whole(slots: Iterable[Slot]) -> int:
    return sum(slot.minutes for slot in slots)


def running_order(minutes: int) -> tuple[Slot, ...]:
    """The turns of the longest share-out that fits into so many minutes; the shortest one where none does."""
    return ORDERS[max((length for length in LENGTHS if length <= minutes), default=LENGTHS[0])]


class Open(StrEnum):
    """What of a cycle stands open or went otherwise than planned."""

    DRAFT = "draft"
    RUNS = "runs"
    IN_STUDY = "in_study"
    PAUSED = "paused"
    COUNTS = "counts"
    NO_COUNT = "no_count"
    AMENDED = "amended"
    AT_ONCE = "at_once"
    UNPREDICTED = "unpredicted"


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a cycle stands. `planned`: how many counts were to come in; `at_once`: written afterwards in one go."""

    state: str
    predicted: bool
    came_in: int = 0
    planned: int = 0
    amended: bool = False
    paused: bool = False
    at_once: bool = False
    no_count: bool = False


_STATES = {"draft": Open.DRAFT, "doing": Open.RUNS, "studying": Open.IN_STUDY}


def unfinished(cycle: Stand) -> tuple[Open, ...]:
    """What stands open, the state first; empty where the records know of nothing."""
    found = [_STATES[cycle.state]] if cycle.state in _STATES else []
    told = {
        Open.PAUSED: cycle.paused,
        Open.UNPREDICTED: not cycle.predicted and cycle.state != "draft",
        Open.NO_COUNT: cycle.no_count,
        Open.COUNTS: cycle.state != "draft" and cycle.came_in < cycle.planned,
        Open.AMENDED: cycle.amended,
        Open.AT_ONCE: cycle.at_once,
    }
    return (*found, *(one for one, so in told.items() if so))
