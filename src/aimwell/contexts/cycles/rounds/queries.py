"""A school year of a team: its rounds and its cycles, quarter by quarter."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries import CycleRow
from aimwell.contexts.cycles.rounds.models import CycleRound
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.orgs.queries import usual_round
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries.loose import NOT_LOOSE
from aimwell.domain.calendar.years import school_year, school_year_name
from aimwell.domain.pdsa.rounds import Quarter, Usual, quarters
from aimwell.domain.words.dates import long_date, month_year

SHOWN = 30
"""Cycles of one quarter that the page lists, the newest first."""
FEWEST_YEAR, LAST_YEAR = 1970, 2200


def is_unusual(row: CycleRound) -> bool:
    return usual_round(row.inquiry.owner_team.words).leaves_out(row.days)


def efforts_of(user: User, team: Team) -> QuerySet[Inquiry]:
    """What a round may be for: the open efforts, newest first."""
    return visible_to(user, Inquiry, team=team).filter(NOT_LOOSE, closed_at=None).order_by("-id")


def rounds_of(user: User, team: Team) -> QuerySet[CycleRound]:
    rows = visible_to(user, CycleRound, team=team).filter(inquiry__ended_at=None)
    return rows.select_related("inquiry__owner_team").order_by("starts_on", "id")


@dataclass(frozen=True)
class RoundLine:
    row: CycleRound
    lang: str

    @property
    def first(self) -> str:
        return long_date(self.row.starts_on, self.lang)

    @property
    def last(self) -> str:
        return long_date(self.row.ends_on, self.lang)

    @property
    def unusual(self) -> bool:
        return is_unusual(self.row)


@dataclass(frozen=True)
class QuarterView:
    quarter: Quarter
    rounds: list[RoundLine]
    found: list[Cycle]
    lang: str

    @property
    def name(self) -> str:
        """ "Aug 2026 – Oct 2026"."""
        return f"{month_year(self.quarter.first, self.lang)} – {month_year(self.quarter.last, self.lang)}"

    @property
    def under(self) -> str:
        today = timezone.localdate()
        return _("this quarter") if self.quarter.meets(today, today) else ""

    @cached_property
    def cycles(self) -> list[CycleRow]:
        return [CycleRow(cycle, self.lang) for cycle in self.found[:SHOWN]]

    @property
    def more(self) -> int:
        return max(0, len(self.found) - SHOWN)


@dataclass(frozen=True)
class YearView:
    """`year`: the calendar year in which the school year begins."""

    year: int
    quarters: list[QuarterView]
    usual: Usual

    @property
    def name(self) -> str:
        return school_year_name(self.year)

    @property
    def any(self) -> bool:
        return any(one.rounds or one.found for one in self.quarters)


def year_of_team(user: User, team: Team, year: int | None, lang: str) -> YearView:
    """The year asked for, or the one that runs, as far as it is open to the reader. Two queries."""
    asked = year if year is not None and FEWEST_YEAR <= year <= LAST_YEAR else school_year(timezone.localdate())
    parts = quarters(asked)
    first, last = parts[0].first, parts[-1].last
    rounds = [row for row in rounds_of(user, team).filter(starts_on__lte=last) if row.ends_on >= first]
    cycles = visible_to(user, Cycle, team=team).filter(practice=False, locked_at__isnull=False)
    dated = [(*_days(cycle), cycle) for cycle in cycles.order_by("-locked_at", "-id")]
    return YearView(asked, [_quarter(part, rounds, dated, lang) for part in parts], usual_round(team.words))


def _quarter(
    part: Quarter, rounds: Iterable[CycleRound], dated: Iterable[tuple[datetime.date, datetime.date, Cycle]], lang: str
) -> QuarterView:
    lines = [RoundLine(row, lang) for row in rounds if part.meets(row.starts_on, row.ends_on)]
    return QuarterView(part, lines, [cycle for first, last, cycle in dated if part.meets(first, last)], lang)


def _days(cycle: Cycle) -> tuple[datetime.date, datetime.date]:
    """From the lock to the end; of an open one to the day of its look, or to today where that is past."""
    assert cycle.locked_at is not None
    first = timezone.localdate(cycle.locked_at)
    if cycle.done_at is not None:
        return first, timezone.localdate(cycle.done_at)
    return first, max(first, timezone.localdate(), cycle.look_on or first)
