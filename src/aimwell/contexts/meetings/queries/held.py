"""Whether meetings take place and whose time they need: to the team and to those who may help (S3 R-34, R-35)."""

from __future__ import annotations

import datetime
from collections import Counter
from dataclasses import dataclass

from django.utils import timezone

from aimwell.contexts.meetings.models import Held, Meeting, TimeSource
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.orgs.queries import ancestors
from aimwell.contexts.people.models import OrgRole, OrgRoleKind, User
from aimwell.contexts.people.queries import may_edit_team, standing_of
from aimwell.domain.words.dates import month_year
from aimwell.domain.words.meetings import TABLE

WEEKS = 8
CUT = (Held.SHORTENED, Held.INTERRUPTED)


@dataclass(frozen=True, slots=True)
class Held8:
    """Of the meetings planned in the last eight weeks: how many took place, were cut short, or nobody has said of."""

    planned: int
    held: int
    cut: int
    unsaid: int
    lang: str

    @property
    def words(self) -> str:
        if not self.planned:
            return TABLE.say("held.none", self.lang)
        told = [TABLE.say("held", self.lang, n=self.held, all=self.planned)]
        if self.cut:
            told.append(TABLE.say("held.cut", self.lang, n=self.cut))
        if self.unsaid:
            told.append(TABLE.say("held.unsaid", self.lang, n=self.unsaid))
        return " ".join(told)

    @property
    def support(self) -> str:
        """A question for whoever may help, where fewer than half took place; a support signal, no ranking."""
        known = self.planned - self.unsaid
        return TABLE.say("held.help", self.lang) if known >= 2 and self.held * 2 < known else ""


def held_lately(team: Team, lang: str, today: datetime.date | None = None) -> Held8:
    """Counts only, no names and no reasons. One query. For those whom `may_hear` lets in."""
    day = today or timezone.localdate()
    first = day - datetime.timedelta(weeks=WEEKS)
    rows = Meeting.objects.filter(owner_team=team, ended_at=None, on__gte=first, on__lt=day)
    by = Counter(rows.order_by().values_list("status", flat=True))
    cut = sum(by[status] for status in CUT)
    return Held8(by.total(), by[Held.HELD] + cut, cut, by[Held.PLANNED], lang)


def may_hear(user: User, team: Team) -> bool:
    """The team, its coach, its sponsor, and the district team above it; not the line of command (S3 R-35, R-36)."""
    if not user.is_authenticated:
        return False
    stands = standing_of(user)
    if may_edit_team(user, team) or team.pk in stands.coached or team.pk in stands.sponsored:
        return True
    if team.org is None:
        return False
    above = ancestors(team.org.path)
    held = OrgRole.objects.filter(user=user, ended=None, kind=OrgRoleKind.DISTRICT_TEAM, org__path__in=above)
    return held.exists()


@dataclass(frozen=True, slots=True)
class Month:
    """Planned minutes of one month, by whose time it is."""

    name: str
    sources: tuple[tuple[str, int], ...]

    @property
    def minutes(self) -> int:
        return sum(minutes for _, minutes in self.sources)


def minutes_by_source(team: Team, lang: str, *, months: int = 3, today: datetime.date | None = None) -> list[Month]:
    """This month and the next ones. Called-off meetings need no time. One query. For members."""
    day = (today or timezone.localdate()).replace(day=1)
    firsts = [_later(day, k) for k in range(months + 1)]
    rows = Meeting.objects.filter(owner_team=team, ended_at=None, on__gte=firsts[0], on__lt=firsts[-1])
    found: dict[tuple[int, int], Counter[str]] = {}
    for on, source, minutes in rows.exclude(status=Held.CANCELLED).values_list("on", "time_source", "minutes"):
        found.setdefault((on.year, on.month), Counter())[source] += minutes
    return [_month(first, found.get((first.year, first.month), Counter()), lang) for first in firsts[:-1]]


def _month(first: datetime.date, by: Counter[str], lang: str) -> Month:
    names = {**dict(TimeSource.choices), "": TABLE.say("source.none", lang)}
    return Month(month_year(first, lang), tuple((str(names[key]), by[key]) for key in names if by[key]))


def _later(first: datetime.date, months: int) -> datetime.date:
    place = first.month - 1 + months
    return datetime.date(first.year + place // 12, place % 12 + 1, 1)
