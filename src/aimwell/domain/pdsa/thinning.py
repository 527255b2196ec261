"""How often an adopted change is counted once it holds, and how long a slip may stay unseen then (products N-17).

Counts thin in steps that a person takes; nothing here takes one by itself. A week that is left out is no count: it is
neither missing nor zero. The sum that watches moves once a count, so that a delay in weeks is its counts times the
weeks between them.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import islice
from math import comb, log, sqrt

import numpy as np
from numpy.typing import NDArray

from aimwell.domain.calendar.periods import week_of
from aimwell.domain.calendar.session import SchoolDays
from aimwell.domain.pdsa.recheck import LIMIT, ODDS_RATIO
from aimwell.domain.spc.grouped_cusum import Count
from aimwell.domain.spc.holding import SETTLED

WEEK = datetime.timedelta(days=7)


class Pace(StrEnum):
    EVERY_WEEK = "week"
    EVERY_OTHER = "two_weeks"
    EVERY_FOURTH = "four_weeks"


WEEKS = {Pace.EVERY_WEEK: 1, Pace.EVERY_OTHER: 2, Pace.EVERY_FOURTH: 4}
"""School weeks from one count to the next."""
NEEDED = {Pace.EVERY_WEEK: 8, Pace.EVERY_OTHER: 6}
"""Settled counts at a pace before the next thinner one is proposed: our default; no source gives one."""
THINNER = {Pace.EVERY_WEEK: Pace.EVERY_OTHER, Pace.EVERY_OTHER: Pace.EVERY_FOURTH}
YEAR = 36
"""School weeks in a year, about."""
SURE = 0.9
FARTHEST = 120
"""Counts; a delay beyond them is told as this many."""


def proposed(pace: Pace, counts: int, *, signal: bool) -> Pace | None:
    """The next step to choose: back to every week at a signal, one step thinner after enough settled counts.

    `counts`, `signal`: since this pace began. None: stay.
    """
    if signal:
        return None if pace is Pace.EVERY_WEEK else Pace.EVERY_WEEK
    needed = NEEDED.get(pace)
    return THINNER[pace] if needed is not None and counts >= needed else None


def delay_weeks(counts: int, pace: Pace) -> int:
    return counts * WEEKS[pace]


def school_weeks(since: datetime.date, school: SchoolDays, *, most: int = 520) -> Iterator[datetime.date]:
    """Mondays of the weeks with a school day, from the week of `since` on."""
    mondays = (week_of(since) + WEEK * number for number in range(most))
    return (monday for monday in mondays if school.count(monday, monday + WEEK - datetime.timedelta(days=1)))


def counting_weeks(since: datetime.date, pace: Pace, school: SchoolDays) -> Iterator[datetime.date]:
    """Mondays of the weeks in which is counted: the week of `since`, then each so many school weeks."""
    return islice(school_weeks(since, school), 0, None, WEEKS[pace])


def next_counting_week(
    since: datetime.date, pace: Pace, school: SchoolDays, *, today: datetime.date
) -> datetime.date | None:
    """This week where it is one of them, else the next one."""
    return next((week for week in counting_weeks(since, pace, school) if week >= week_of(today)), None)


@dataclass(frozen=True, slots=True)
class Watch:
    """`usual`: share that the first counts set. `slipped`: the share watched for. `cases`: of one count."""

    usual: float
    slipped: float
    cases: int

    def sure_delay(self) -> int:
        """Counts within which the sum has reached its limit in 9 of 10 slips, at most `FARTHEST`."""
        reached = _reached(self, True, FARTHEST)
        return next((number for number, chance in enumerate(reached, 1) if chance >= SURE), FARTHEST)

    def by_chance(self, pace: Pace) -> float:
        """Chance of a signal within a school year in which nothing slipped."""
        return self.alarm_within(YEAR // WEEKS[pace])

    def alarm_within(self, counts: int) -> float:
        """Chance of a signal within so many counts, where nothing slips."""
        return _reached(self, False, counts)[-1]


def watch_of(counts: Sequence[Count], *, lower_is_worse: bool) -> Watch | None:
    """What the first `SETTLED` counts let watch for; None while there are fewer, or no event or only events in them."""
    first = [one for one in counts[:SETTLED] if one is not None]
    tops, cases = sum(top for top, _ in first), sum(of for _, of in first)
    if len(first) < SETTLED or not 0 < tops < cases:
        return None
    usual = tops / cases
    return Watch(usual, _moved(usual, 1 / ODDS_RATIO if lower_is_worse else ODDS_RATIO), round(cases / len(first)))


_NODES = ((-sqrt(3), 1 / 6), (0.0, 2 / 3), (sqrt(3), 1 / 6))
"""Places and weights that stand for a normal curve (Gauss and Hermite, 3 points)."""
_GRID, _MOST_CASES = 120, 200


@lru_cache(maxsize=256)
def _reached(watch: Watch, slips: bool, counts: int) -> tuple[float, ...]:
    """Chance that the sum has reached its limit by each count, as a chain of states (Brook and Evans 1972).

    The usual share is itself known from `SETTLED` counts only, so that the chances are averaged over what it may be.
    """
    spread = sqrt(watch.usual * (1 - watch.usual) / (SETTLED * watch.cases))
    total = np.zeros(counts)
    for place, weight in _NODES:
        true = min(max(watch.usual + place * spread, 0.001), 0.999)
        ratio = ODDS_RATIO if watch.slipped > watch.usual else 1 / ODDS_RATIO
        total += weight * _chain(watch, _moved(true, ratio) if slips else true, counts)
    return tuple(float(chance) for chance in total)


def _moved(share: float, ratio: float) -> float:
    odds = ratio * share / (1 - share)
    return odds / (1 + odds)


def _chain(watch: Watch, true: float, counts: int) -> NDArray[np.float64]:
    steps = _steps(watch, min(watch.cases, _MOST_CASES), true)
    states = np.zeros(_GRID)
    states[0] = 1.0
    found = np.empty(counts)
    for number in range(counts):
        states = states @ steps
        found[number] = 1 - states.sum()
    return found


def _steps(watch: Watch, cases: int, true: float) -> NDArray[np.float64]:
    """Chances to go from each state to each below the limit with one count."""
    width = LIMIT / _GRID
    event, none = log(watch.slipped / watch.usual), log((1 - watch.slipped) / (1 - watch.usual))
    rows = np.arange(_GRID)
    steps = np.zeros((_GRID, _GRID))
    for k in range(cases + 1):
        chance = comb(cases, k) * true**k * (1 - true) ** (cases - k)
        there = np.rint(np.maximum(rows + (k * event + (cases - k) * none) / width, 0)).astype(int)
        below = there < _GRID
        steps[rows[below], there[below]] += chance
    return steps
