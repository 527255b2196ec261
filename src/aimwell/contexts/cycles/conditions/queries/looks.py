"""When an adopted change is looked at again. The days follow from the day of adoption; rows say what a team changed."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils import timezone

from aimwell.contexts.cycles.conditions.models import LookAgain, LookDecision
from aimwell.contexts.cycles.models import Cycle, CycleState, Decision
from aimwell.contexts.measures.models import Measure, Period, Unit
from aimwell.contexts.measures.queries import chart_of
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may_edit_team, visible_to
from aimwell.domain.errors import NotFound
from aimwell.domain.pdsa.recheck import dates_after, slippage
from aimwell.domain.spc.grouped_cusum import Count
from aimwell.domain.spc.reading import ReadingPoint
from aimwell.domain.words.conditions_tried import slip_words
from aimwell.domain.words.dates import long_date


def is_watched(cycle: Cycle) -> bool:
    """An adopted change of a finished cycle; what was only for practice is not looked at again."""
    done = cycle.state == CycleState.DONE and cycle.decision == Decision.ADOPT
    return done and cycle.done_at is not None and cycle.ended_at is None and not cycle.practice


def planned_days(cycle: Cycle) -> tuple[datetime.date, ...]:
    return dates_after(timezone.localdate(cycle.done_at)) if cycle.done_at else ()


@dataclass(frozen=True)
class LookView:
    """One day to look again. `row`: None as long as nobody moved, dropped or answered it."""

    cycle: Cycle
    planned_on: datetime.date
    row: LookAgain | None
    lang: str

    @property
    def due_on(self) -> datetime.date:
        return self.row.due_on if self.row else self.planned_on

    @property
    def answered(self) -> bool:
        return self.row is not None and self.row.answered_on is not None

    @property
    def dropped(self) -> bool:
        return self.row is not None and self.row.ended_at is not None

    @property
    def open(self) -> bool:
        return not self.answered and not self.dropped

    @property
    def due(self) -> bool:
        return self.open and self.due_on <= timezone.localdate()

    @property
    def day(self) -> str:
        return long_date(self.due_on, self.lang)

    @property
    def adopted(self) -> str:
        return long_date(timezone.localdate(self.cycle.done_at), self.lang) if self.cycle.done_at else ""


def looks_of_cycle(cycle: Cycle, rows: Iterable[LookAgain], lang: str) -> list[LookView]:
    """In the order of the days. Once a change is let go, no day after that is planned any more."""
    stored = {row.planned_on: row for row in rows}
    planned = planned_days(cycle) if is_watched(cycle) else ()
    found = [LookView(cycle, day, stored.get(day), lang) for day in sorted({*planned, *stored})]
    gone = [look.row.answered_on for look in found if look.row and look.row.decision == LookDecision.DROP]
    return [look for look in found if not gone or not look.open]


def looks_of_team(user: User, team: Team, lang: str) -> list[LookView]:
    """All looks at what the team adopted, the next one first. Two queries."""
    cycles = list(_adopted(user, team))
    rows: dict[int, list[LookAgain]] = {}
    stored = LookAgain.objects.filter(cycle__in=_adopted(user, team).order_by().values("pk"))
    for row in stored.select_related("next_cycle"):
        rows.setdefault(row.cycle_id, []).append(row)
    found = [look for cycle in cycles for look in looks_of_cycle(cycle, rows.get(cycle.pk, ()), lang)]
    return sorted(found, key=lambda look: (look.due_on, look.cycle.pk))


def _adopted(user: User, team: Team) -> QuerySet[Cycle]:
    rows = visible_to(user, Cycle, team=team)
    return rows.filter(state=CycleState.DONE, decision=Decision.ADOPT, practice=False, done_at__isnull=False)


def due_looks(user: User, team: Team, lang: str) -> list[LookView]:
    """What waits to be looked at; empty for those outside the team."""
    if not may_edit_team(user, team):
        return []
    return [look for look in looks_of_team(user, team, lang) if look.due]


def looks_shown(user: User, cycle: Cycle, lang: str) -> list[LookView]:
    """The looks at one cycle. One query; none where it was not adopted."""
    if not is_watched(cycle):
        return []
    rows = visible_to(user, LookAgain, team=cycle.owner_team, with_ended=True).filter(cycle=cycle)
    return looks_of_cycle(cycle, rows.select_related("next_cycle"), lang)


def look_view(user: User, cycle: Cycle, planned_on: datetime.date, lang: str) -> LookView:
    """Raises NotFound for a day that is not planned."""
    found = [look for look in looks_shown(user, cycle, lang) if look.planned_on == planned_on]
    if not found:
        raise NotFound
    return found[0]


def watches(measure: Measure) -> bool:
    """Whether a CUSUM can watch it: a share with a direction that is good."""
    return measure.unit == Unit.PERCENT and measure.direction in ("up", "down")


def points_since(user: User, cycle: Cycle, lang: str) -> list[ReadingPoint]:
    """Counts of the cycle's measure since it was adopted, as its chart has them; single days join to weeks."""
    measure = cycle.measure
    if measure is None or cycle.done_at is None:
        return []
    start = timezone.localdate(cycle.done_at)
    period = Period.MONTH if measure.period == Period.MONTH else Period.WEEK
    reading = chart_of(user, measure, period=period.value, lang=lang).reading
    return [point for point in reading.points if point.on >= start]


def watched_words(user: User, cycle: Cycle, lang: str) -> str:
    """Whether the measure of an adopted change has slipped since, by a CUSUM (N-17); empty without a measure.

    The counts and their wholes are read as the chart of the measure has them.
    """
    measure = cycle.measure
    if measure is None or cycle.done_at is None or measure.ended_at is not None:
        return ""
    if not watches(measure):
        return slip_words(None, "", lang)
    points = points_since(user, cycle, lang)
    found = slippage([count_of(point) for point in points], lower_is_worse=measure.direction == "up")
    day = long_date(points[found.at - 1].on, lang) if found and found.at else ""
    return slip_words(found, day, lang)


def count_of(point: ReadingPoint) -> Count:
    top, cases = point.numerator, point.denominator
    if point.value is None or point.excluded or top is None or cases is None:
        return None
    whole = top.is_integer() and cases.is_integer() and 0 <= top <= cases
    return (top, cases) if whole and cases else None
