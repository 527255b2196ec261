"""What the short ways in show: the quick log, what rests, who contributed, where a loose cycle can go."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.utils import timezone
from django.utils.translation import get_language

from aimwell.contexts.cycles.models import Cycle, CycleState, Entry, Pause
from aimwell.contexts.cycles.queries import CycleRow
from aimwell.contexts.cycles.quick.models import Contributor, Tried
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.domain.pdsa.quick import look_after
from aimwell.domain.words.pdsa import say

SHOWN = 50
OPEN = (CycleState.DRAFT, CycleState.DOING, CycleState.STUDYING)


@dataclass(frozen=True)
class Log:
    """The newest lines first; `more`: how many are not shown."""

    rows: list[Tried]
    aside: list[Tried]
    more: int


def log_of(user: User, team: Team) -> Log:
    """Two queries; one more where older lines are only counted."""
    stored = visible_to(user, Tried, team=team, with_ended=True).select_related("cycle")
    rows = list(stored.filter(ended_at=None)[: SHOWN + 1])
    more = stored.filter(ended_at=None).count() - SHOWN if len(rows) > SHOWN else 0
    return Log(rows[:SHOWN], list(stored.exclude(ended_at=None)[:SHOWN]), more)


def practice_of(user: User, team: Team) -> list[Cycle]:
    return list(visible_to(user, Cycle, team=team).filter(practice=True).order_by("-id")[:SHOWN])


@dataclass(frozen=True)
class Resting:
    """A cycle that rests, with what was planned next."""

    cycle: Cycle
    pause: Pause

    @property
    def row(self) -> CycleRow:
        return CycleRow(self.cycle, get_language() or "en")

    @property
    def days(self) -> int:
        return (timezone.localdate() - self.pause.began_on).days

    @property
    def look_on(self) -> datetime.date | None:
        """The day to look if it goes on today."""
        return look_after(self.cycle.look_on, began=self.pause.began_on, resumed=timezone.localdate())

    @property
    def due(self) -> bool:
        """Whether the day to go on has come; said to the team, quietly."""
        return self.pause.expected_on is not None and self.pause.expected_on <= timezone.localdate()


def resting_of(user: User, cycle: Cycle) -> Resting | None:
    """The rest of one cycle, or None. No query for a cycle that does not rest."""
    if cycle.paused_on is None or cycle.state == CycleState.DONE:
        return None
    pause = visible_to(user, Pause).filter(cycle=cycle, resumed_on=None).first()
    return Resting(cycle, pause) if pause else None


@dataclass(frozen=True)
class Rests:
    """What rests and what runs in a team; those for practice need no rest."""

    resting: list[Resting]
    running: list[CycleRow]


def rests_of(user: User, team: Team) -> Rests:
    """Two queries, whatever is stored."""
    lang = get_language() or "en"
    shown = visible_to(user, Pause).filter(cycle__owner_team=team, cycle__ended_at=None, resumed_on=None)
    pauses = shown.filter(cycle__state__in=OPEN).select_related("cycle")
    open_ones = visible_to(user, Cycle, team=team).filter(practice=False, paused_on=None, state__in=OPEN)
    running = open_ones.order_by("-id")
    return Rests(
        [Resting(pause.cycle, pause) for pause in pauses], [CycleRow(cycle, lang) for cycle in running[:SHOWN]]
    )


def next_words(cycle: Cycle) -> str:
    """What stood next when the cycle came to rest (S3 R-37)."""
    return say(f"next.{cycle.state}", get_language() or "en", what=cycle.count_what or cycle.try_what)


def people_of(user: User, entry: Entry) -> list[Contributor]:
    return list(visible_to(user, Contributor).filter(entry=entry).select_related("person"))
