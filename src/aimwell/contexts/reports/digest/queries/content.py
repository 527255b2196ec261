"""What a digest says: what comes up, what its reader took on, what was learned, what others did.

It speaks of the reader's own teams only, of things and never of how much anybody does. What somebody else has left
open is theirs, so it is not told. Notes, interviews and votes never leave by mail: see NEWS.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.apps import apps
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.queries import CycleRow
from aimwell.contexts.meetings.models import Decision, Held, Meeting
from aimwell.contexts.meetings.queries import MeetingRow, Promise
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.reports.digest.models import DigestChoice
from aimwell.contexts.reports.digest.queries.choice import last_sent, teams_at_work
from aimwell.core.history.models import Event
from aimwell.domain.rhythm.digest import Pace, looks_ahead_to, looks_back_from
from aimwell.domain.words.dates import short_date
from aimwell.domain.words.speech import speech_of, spoken

NEWS = {
    ("cycles.cycle", "created"): gettext_lazy("%(who)s drafted a cycle: %(what)s"),
    ("cycles.cycle", "locked"): gettext_lazy("%(who)s began Do of a cycle: %(what)s"),
    ("cycles.cycle", "finished"): gettext_lazy("%(who)s finished a cycle: %(what)s"),
    ("theory.aim", "created"): gettext_lazy("%(who)s wrote the aim: %(what)s"),
    ("theory.aim", "changed"): gettext_lazy("%(who)s changed the aim: %(what)s"),
    ("theory.part", "created"): gettext_lazy("%(who)s added to the theory: %(what)s"),
    ("theory.part", "reworded"): gettext_lazy("%(who)s reworded in the theory: %(what)s"),
    ("measures.measure", "created"): gettext_lazy("%(who)s named a measure: %(what)s"),
    ("measures.measure", "counted"): gettext_lazy("%(who)s put in a count: %(what)s"),
    ("measures.measure", "numbers_put_in"): gettext_lazy("%(who)s put in numbers: %(what)s"),
    ("meetings.decision", "done"): gettext_lazy("%(who)s did what was decided: %(what)s"),
}
MOST_LINES = 5
MOST_EVENTS = 300
LONGEST = 200


@dataclass(frozen=True, slots=True)
class Line:
    """One thing and the page where it is. `url` begins with a slash."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class OfTeam:
    name: str
    url: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """Empty `teams`: there is nothing to say, and nothing is sent."""

    pace: Pace
    language: str
    teams: tuple[OfTeam, ...]


@dataclass(frozen=True, slots=True)
class _Span:
    user: User
    lang: str
    pace: Pace
    since: datetime.datetime
    today: datetime.date
    last: datetime.date
    teams: frozenset[int]


Found = dict[int, list[Line]]


def digest_of(choice: DigestChoice, now: datetime.datetime) -> Digest:
    """What the digest would say at this moment. The number of queries does not grow with the work or the teams."""
    pace = Pace(choice.pace) if choice.pace != Pace.NEVER else Pace.WEEKLY
    today = timezone.localdate(now)
    working, _any = teams_at_work(choice.user, today)
    since = looks_back_from(pace, timezone.localtime(now), last_sent(choice.user))
    span = _Span(
        choice.user, choice.language, pace, since, today, looks_ahead_to(pace, today), frozenset(t.pk for t in working)
    )
    with override(choice.language):
        rows = _Rows.read(span) if working else _Rows()
        told = [_of_team(span, rows, team) for team in working]
    return Digest(pace, choice.language, tuple(team for team in told if team.groups))


@dataclass(frozen=True, slots=True)
class _Rows:
    """What is stored, read once for all teams; the words come later, team by team."""

    meetings: tuple[Meeting, ...] = ()
    looks: tuple[Cycle, ...] = ()
    promises: tuple[Decision, ...] = ()
    surprises: tuple[Cycle, ...] = ()
    events: tuple[Event, ...] = ()

    @classmethod
    def read(cls, span: _Span) -> _Rows:
        surprises = _surprises(span)
        told = {("cycles.cycle", cycle.pk) for cycle in surprises}
        events = tuple(
            event
            for event in _events(span)
            if event.verb != "finished" or (event.target_type, event.target_id) not in told
        )
        return cls(_meetings(span), _looks(span), _promises(span), surprises, events)


def _of_team(span: _Span, rows: _Rows, team: Team) -> OfTeam:
    """In the words of the team."""
    with spoken(speech_of(team.words)):
        groups = (
            (_("Coming up"), _coming(span, rows, team.pk)),
            (_("You took on"), [_promise(span, row) for row in rows.promises if row.meeting.owner_team_id == team.pk]),
            (_("What surprised us"), [_surprise(span, row) for row in rows.surprises if row.owner_team_id == team.pk]),
            (_("What others did"), [_event(row) for row in rows.events if row.scope_id == team.pk]),
        )
        kept = tuple(Group(title, tuple(lines[:MOST_LINES])) for title, lines in groups if lines)
    return OfTeam(team.name, reverse("reports:today", args=[team.pk]), kept)


def _meetings(span: _Span) -> tuple[Meeting, ...]:
    rows = visible_to(span.user, Meeting).filter(
        owner_team__in=span.teams, on__range=(span.today, span.last), status=Held.PLANNED, closed_at=None
    )
    return tuple(rows.order_by("on", "at", "pk"))


def _looks(span: _Span) -> tuple[Cycle, ...]:
    """Looks that come up, and own ones whose day went by: since the letter before, or in a weekly one any."""
    earlier = Q(created_by=span.user, look_on__lt=span.today)
    if span.pace is Pace.DAILY:
        earlier &= Q(look_on__gte=timezone.localdate(span.since))
    rows = visible_to(span.user, Cycle).filter(
        Q(look_on__range=(span.today, span.last)) | earlier,
        owner_team__in=span.teams, state=CycleState.DOING, practice=False, paused_on=None,
    )  # fmt: skip
    return tuple(rows.order_by("look_on", "pk"))


def _promises(span: _Span) -> tuple[Decision, ...]:
    """What the reader took on and is open: in a weekly letter all of it, in a daily one what is for these days."""
    rows = visible_to(span.user, Decision).filter(
        owner=span.user, done_on=None, let_go="", meeting__ended_at=None, meeting__owner_team__in=span.teams
    )
    if span.pace is Pace.DAILY:
        rows = rows.filter(due_on__range=(timezone.localdate(span.since), span.last))
    return tuple(rows.select_related("meeting").order_by(F("due_on").asc(nulls_last=True), "pk"))


def _surprises(span: _Span) -> tuple[Cycle, ...]:
    rows = visible_to(span.user, Cycle).filter(
        owner_team__in=span.teams, state=CycleState.DONE, practice=False, done_at__gt=span.since
    )
    return tuple(rows.exclude(surprised_by="").order_by("-done_at", "-pk"))


def _events(span: _Span) -> list[Event]:
    """What others did since, newest first: each thing once, and only things that still stand."""
    kinds = Q(pk=None)
    for kind, verb in NEWS:
        kinds |= Q(target_type=kind, verb=verb)
    rows = Event.objects.filter(kinds, scope_id__in=span.teams, at__gt=span.since).exclude(actor_id=span.user.pk)
    by_thing: dict[tuple[str, int], Event] = {}
    for event in rows[:MOST_EVENTS]:
        by_thing.setdefault((event.target_type, event.target_id), event)
    standing = _standing(span.user, by_thing)
    return [event for thing, event in by_thing.items() if thing in standing]


def _standing(user: User, things: Iterable[tuple[str, int]]) -> set[tuple[str, int]]:
    """Those that the reader may read, that are not set aside and are no practice."""
    wanted: dict[str, set[int]] = defaultdict(set)
    for kind, pk in things:
        wanted[kind].add(pk)
    found: set[tuple[str, int]] = set()
    for kind, keys in wanted.items():
        rows = visible_to(user, apps.get_model(kind)).filter(pk__in=keys)
        rows = rows.filter(practice=False) if kind == "cycles.cycle" else rows
        found |= {(kind, pk) for pk in rows.values_list("pk", flat=True)}
    return found


def _coming(span: _Span, rows: _Rows, team: int) -> list[Line]:
    meetings = [_meeting(span, row) for row in rows.meetings if row.owner_team_id == team]
    return meetings + [_look(span, row) for row in rows.looks if row.owner_team_id == team]


def _meeting(span: _Span, meeting: Meeting) -> Line:
    row = MeetingRow(meeting, span.lang)
    parts = [f"{row.title}, {row.soon}." if row.soon else f"{row.title}."]
    if meeting.facilitator_id == span.user.pk:
        parts.append(_("You lead it."))
    if meeting.scribe_id == span.user.pk:
        parts.append(_("You write the notes."))
    return Line(" ".join(parts), reverse("meetings:meeting", args=[meeting.pk]))


def _look(span: _Span, cycle: Cycle) -> Line:
    row = CycleRow(cycle, span.lang)
    assert cycle.look_on is not None
    facts = {"name": row.name, "title": row.title, "day": short_date(cycle.look_on, span.lang)}
    if cycle.look_on < span.today:
        text = _("%(name)s, “%(title)s”: the look was planned for %(day)s. Look now, or choose a new day.")
    elif cycle.look_on == span.today:
        text = _("%(name)s, “%(title)s”: today is the day to look.")
    else:
        text = _("%(name)s, “%(title)s”: the day to look is %(day)s.")
    return Line(text % facts, row.url)


def _promise(span: _Span, decision: Decision) -> Line:
    one = Promise(decision, span.lang)
    facts = {"what": decision.text, "day": one.due_day or one.since_day}
    if decision.due_on is None:
        text = _("%(what)s (decided on %(day)s)")
    elif decision.due_on < span.today:
        text = _("%(what)s (was planned for %(day)s; a new day?)")
    else:
        text = _("%(what)s (by %(day)s)")
    return Line(text % facts, reverse("meetings:decision", args=[decision.pk]))


def _surprise(span: _Span, cycle: Cycle) -> Line:
    row = CycleRow(cycle, span.lang)
    words = Truncator(" ".join(cycle.surprised_by.split())).chars(LONGEST)
    return Line(f"{row.name}: {words}", row.url)


def _event(event: Event) -> Line:
    words = str(NEWS[event.target_type, event.verb])
    facts = {"who": event.actor_name, "what": event.target_label}
    return Line(words % facts, PAGES[event.target_type](event.target_id))


PAGES: dict[str, Callable[[int], str]] = {
    "cycles.cycle": lambda pk: reverse("cycles:cycle", args=[pk]),
    "theory.aim": lambda pk: reverse("reports:timeline", args=["theory.aim", pk]),
    "theory.part": lambda pk: reverse("reports:timeline", args=["theory.part", pk]),
    "measures.measure": lambda pk: reverse("measures:measure", args=[pk]),
    "meetings.decision": lambda pk: reverse("meetings:decision", args=[pk]),
}
