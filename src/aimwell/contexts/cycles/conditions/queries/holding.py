"""Adopted changes that are held: who looks after each, how often it is counted, and what waits for somebody."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from aimwell.contexts.cycles.conditions.models import CountPace, Keeper, LookAgain, LookDecision
from aimwell.contexts.cycles.conditions.queries.looks import (
    LookView,
    count_of,
    is_watched,
    looks_of_cycle,
    points_since,
    watches,
)
from aimwell.contexts.cycles.models import Cycle, CycleState, Decision
from aimwell.contexts.measures.models import Measure, Observation, Period
from aimwell.contexts.orgs.models import SpanKind, Team
from aimwell.contexts.orgs.queries import spans_over
from aimwell.contexts.people.models import Membership, User
from aimwell.contexts.people.queries import may_edit_team, visible_to
from aimwell.domain.access.roles import IN_THE_TEAM
from aimwell.domain.calendar.breaks import Closure
from aimwell.domain.calendar.periods import week_of
from aimwell.domain.calendar.session import SchoolDays
from aimwell.domain.errors import NotFound
from aimwell.domain.pdsa.recheck import slippage
from aimwell.domain.pdsa.thinning import THINNER, WEEK, Pace, Watch, next_counting_week, proposed, watch_of
from aimwell.domain.spc.reading import ReadingPoint
from aimwell.domain.words.dates import long_date
from aimwell.domain.words.thinning import delay_words, pace_words, proposal_words, rule_words, say

AHEAD = datetime.timedelta(weeks=30)
"""How far the school calendar is read for the next week to count."""


@dataclass(frozen=True)
class Hands:
    """Every place of the team there ever was; those who work in it now can look after something."""

    places: tuple[Membership, ...]

    @property
    def open(self) -> list[Membership]:
        here = (place for place in self.places if place.ended is None and place.role in IN_THE_TEAM)
        return sorted(here, key=lambda place: place.name)

    def now(self, place: Membership) -> Membership | None:
        """The place that this person holds today, as somebody with a login or by the name; None once they have left."""
        return next((one for one in self.open if _person(one) == _person(place)), None)

    def of_user(self, user_id: int | None) -> Membership | None:
        """The newest place of this user, an open one before all others."""
        held = [one for one in self.places if one.user_id is not None and one.user_id == user_id]
        return max(held, key=lambda one: (one.ended is None, one.pk), default=None)


def _person(place: Membership) -> tuple[str, object]:
    return ("user", place.user_id) if place.user_id else ("name", " ".join(place.name.split()).casefold())


def hands_of(team: Team) -> Hands:
    return Hands(tuple(Membership.objects.filter(team=team).order_by("pk")))


@dataclass(frozen=True)
class Held:
    """One adopted change that the team holds. `row`, `kept`: what was chosen last; without them the defaults hold."""

    cycle: Cycle
    hands: Hands
    row: CountPace | None
    kept: Keeper | None
    looks: tuple[LookAgain, ...]
    lang: str

    @property
    def url(self) -> str:
        return reverse("conditions:hold", args=[self.cycle.pk])

    @cached_property
    def measure(self) -> Measure | None:
        measure = self.cycle.measure
        return measure if measure is not None and measure.ended_at is None else None

    @property
    def pace(self) -> Pace:
        if self.row is not None:
            return Pace(self.row.pace)
        monthly = self.measure is not None and self.measure.period == Period.MONTH
        return Pace.EVERY_FOURTH if monthly else Pace.EVERY_WEEK

    @property
    def pace_words(self) -> str:
        return pace_words(self.pace, self.lang)

    @property
    def adopted_on(self) -> datetime.date:
        return timezone.localdate(self.cycle.done_at)

    @property
    def since(self) -> datetime.date:
        return self.row.since if self.row else self.adopted_on

    @cached_property
    def named(self) -> Membership | None:
        """The place of whoever was named, or of whoever drafted the cycle; it may have ended."""
        return self.kept.looked_after_by if self.kept else self.hands.of_user(self.cycle.created_by_id)

    @cached_property
    def keeper(self) -> Membership | None:
        """Who looks after it now; None where nobody does."""
        return self.hands.now(self.named) if self.named else None

    @property
    def left(self) -> Membership | None:
        """Who looked after it and is not in the team any more."""
        return self.named if self.keeper is None else None

    def waits_for(self, user: User) -> bool:
        """Whether somebody else has named this person, who has not said yet that they take it on."""
        there = self.kept is not None and self.kept.taken_on is None and self.keeper is not None
        return there and self.keeper is not None and self.keeper.user_id == user.pk

    @cached_property
    def look_views(self) -> list[LookView]:
        return looks_of_cycle(self.cycle, self.looks, self.lang)

    @property
    def summary(self) -> str:
        """What was adopted and why, how often it is counted, the last look: a paragraph for whoever takes it over."""
        return " ".join(self._sentences())

    def _sentences(self) -> Iterable[str]:
        yield say("sum.adopted", self.lang, day=long_date(self.adopted_on, self.lang))
        if self.cycle.decision_reason.strip():
            yield say("sum.why", self.lang, why=_ended(self.cycle.decision_reason))
        if self.measure is None:
            yield say("sum.no_measure", self.lang)
        else:
            yield say("sum.counted", self.lang, pace=self.pace_words, measure=self.measure.name)
        yield from self._looked()

    def _looked(self) -> Iterable[str]:
        rows = [look.row for look in self.look_views if look.answered and look.row]
        days = [(row.answered_on, row) for row in rows if row.answered_on]
        if days:
            day, row = max(days, key=lambda one: one[0])
            yield say("sum.looked", self.lang, day=long_date(day, self.lang), answer=row.get_decision_display())
        else:
            yield say("sum.not_looked", self.lang)
        ahead = next((look for look in self.look_views if look.open), None)
        if ahead is not None:
            yield say("sum.next", self.lang, day=ahead.day)


def _ended(text: str) -> str:
    words = " ".join(text.split())
    return words if words[-1] in ".!?" else f"{words}."


def _adopted(user: User, team: Team) -> QuerySet[Cycle]:
    """What the team adopted and has not let go since."""
    rows = visible_to(user, Cycle, team=team).filter(
        state=CycleState.DONE, decision=Decision.ADOPT, practice=False, done_at__isnull=False
    )
    gone = LookAgain.objects.filter(decision=LookDecision.DROP, ended_at=None, answered_on__isnull=False)
    return rows.exclude(pk__in=gone.values("cycle")).select_related("measure", "owner_team__org")


def held_by_team(user: User, team: Team, lang: str) -> list[Held]:
    """All that the team holds, the newest first; for its members. Five queries, one where nothing is adopted."""
    if not may_edit_team(user, team):
        return []
    return _held(list(_adopted(user, team).order_by("-done_at", "-pk")), team, lang)


def _held(cycles: list[Cycle], team: Team, lang: str) -> list[Held]:
    if not cycles:
        return []
    keys = [cycle.pk for cycle in cycles]
    hands = hands_of(team)
    paces = {row.cycle_id: row for row in CountPace.objects.filter(cycle__in=keys, ended_at=None).order_by("pk")}
    kept = Keeper.objects.filter(cycle__in=keys, ended_at=None).select_related("looked_after_by").order_by("pk")
    keepers = {row.cycle_id: row for row in kept}
    looks: dict[int, list[LookAgain]] = {}
    for look in LookAgain.objects.filter(cycle__in=keys):
        looks.setdefault(look.cycle_id, []).append(look)
    return [
        Held(cycle, hands, paces.get(cycle.pk), keepers.get(cycle.pk), tuple(looks.get(cycle.pk, ())), lang)
        for cycle in cycles
    ]


@dataclass(frozen=True)
class HeldToday:
    """What the page of today asks, for one adopted change each: a name, a yes, a count. Mostly nothing."""

    nobody: list[Held]
    to_take: list[Held]
    to_count: list[Held]

    @property
    def any(self) -> bool:
        return bool(self.nobody or self.to_take or self.to_count)


def held_today(user: User, team: Team, lang: str) -> HeldToday:
    """A week that the chosen pace leaves out asks for no count, and neither does a change whose pace nobody chose."""
    rows = held_by_team(user, team, lang)
    nobody = [row for row in rows if row.keeper is None]
    return HeldToday(nobody, [row for row in rows if row.waits_for(user)], _to_count(rows, team))


def _to_count(rows: list[Held], team: Team) -> list[Held]:
    paced = [row for row in rows if row.row is not None and row.measure is not None]
    if not paced:
        return []
    today = timezone.localdate()
    school = school_days(team, min(row.since for row in paced), today)
    asked = [row for row in paced if next_counting_week(row.since, row.pace, school, today=today) == week_of(today)]
    counted = _counted_in(asked, week_of(today))
    return [row for row in asked if row.measure and row.measure.pk not in counted]


def _counted_in(rows: list[Held], monday: datetime.date) -> set[int]:
    """Measures with a row for this week, be it a value or a reason why there is none."""
    measures = [row.measure.pk for row in rows if row.measure]
    if not measures:
        return set()
    found = Observation.objects.filter(
        series__measure__in=measures, ended_at=None, observed_on__gte=monday, observed_on__lt=monday + WEEK
    )
    return set(found.values_list("series__measure", flat=True))


def school_days(team: Team, first: datetime.date, last: datetime.date) -> SchoolDays:
    """The team's days of school. One query."""
    rows = spans_over(team, week_of(first), last + WEEK).filter(kind=SpanKind.NO_SCHOOL)
    return SchoolDays(closures=tuple(Closure(row.starts_on, row.ends_on, "") for row in rows))


@dataclass(frozen=True)
class PaceChoice:
    """A pace to choose: within how long a slip shows, and how often one shows that is none; empty where not known."""

    value: str
    words: str
    sure: str
    chance: str
    now: bool
    proposed: bool


@dataclass(frozen=True)
class HoldView:
    """The page of one adopted change."""

    held: Held
    user: User

    @cached_property
    def _points(self) -> list[ReadingPoint]:
        return points_since(self.user, self.held.cycle, self.held.lang) if self.held.measure else []

    @cached_property
    def _watched(self) -> bool:
        return self.held.measure is not None and watches(self.held.measure)

    @property
    def _worse_below(self) -> bool:
        return self.held.measure is not None and self.held.measure.direction == "up"

    @cached_property
    def counts(self) -> int:
        """Counted since this pace began."""
        return len([point for point in self._points if point.value is not None and self._in_pace(point)])

    @cached_property
    def signal(self) -> bool:
        """Whether the watch has shown a slip since this pace began."""
        found = slippage([count_of(one) for one in self._points], lower_is_worse=self._worse_below)
        return bool(self._watched and found and any(self._in_pace(self._points[at - 1]) for at in found.signals))

    def _in_pace(self, point: ReadingPoint) -> bool:
        """The week in which a pace is chosen still belongs to the one before."""
        return self.held.row is None or point.on > self.held.since

    @cached_property
    def watch(self) -> Watch | None:
        if not self._watched:
            return None
        return watch_of([count_of(one) for one in self._points], lower_is_worse=self._worse_below)

    @cached_property
    def proposal(self) -> Pace | None:
        return proposed(self.held.pace, self.counts, signal=self.signal) if self.held.measure else None

    @property
    def proposal_words(self) -> str:
        if self.held.measure is None:
            return ""
        return proposal_words(
            self.held.pace, self.proposal, THINNER.get(self.held.pace), counts=self.counts, signal=self.signal,
            lang=self.held.lang,
        )  # fmt: skip

    @property
    def rule(self) -> str:
        return rule_words(self.held.lang)

    @cached_property
    def choices(self) -> list[PaceChoice]:
        return [self._choice(pace) for pace in Pace]

    def _choice(self, pace: Pace) -> PaceChoice:
        sure, chance = delay_words(self.watch, pace, self.held.lang) if self.watch else ("", "")
        return PaceChoice(
            pace.value, pace_words(pace, self.held.lang), sure, chance, pace is self.held.pace, pace is self.proposal
        )

    @cached_property
    def next_week(self) -> str:
        """The Monday of the next week to count, this one included; empty where none is near."""
        today, team = timezone.localdate(), self.held.cycle.owner_team
        school = school_days(team, self.held.since, today + AHEAD)
        found = next_counting_week(self.held.since, self.held.pace, school, today=today)
        return long_date(found, self.held.lang) if found else ""

    @cached_property
    def paces(self) -> list[CountPace]:
        """Every step that stands, the newest first."""
        return list(CountPace.objects.filter(cycle=self.held.cycle, ended_at=None).order_by("-pk"))

    @property
    def last_count(self) -> str:
        days = [point.on for point in self._points if point.value is not None]
        return long_date(days[-1], self.held.lang) if days else ""


def hold_view(user: User, cycle: Cycle, lang: str) -> HoldView:
    """Raises NotFound for a cycle that was not adopted, and for readers outside the team."""
    if not is_watched(cycle) or not may_edit_team(user, cycle.owner_team):
        raise NotFound
    (held,) = _held([cycle], cycle.owner_team, lang)
    return HoldView(held, user)
