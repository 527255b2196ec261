"""One meeting, read once for its whole page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.contrib.auth.models import AnonymousUser
from django.utils.translation import get_language

from aimwell.contexts.meetings.models import AgendaItem, Attendance, Meeting
from aimwell.contexts.meetings.queries.decisions import Promise, mine, open_decisions
from aimwell.contexts.meetings.queries.lists import SHOWN_WITH, MeetingRow, next_meeting, next_meeting_after
from aimwell.contexts.meetings.queries.seen import decision_seen, item_seen, meeting_seen
from aimwell.contexts.meetings.queries.suggested import Suggested, left_over, suggested_lines
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import Membership, User
from aimwell.contexts.people.queries import INSIDE, Reader, eyes_of, find, members_of
from aimwell.domain.access import Relation
from aimwell.domain.access.eyes import Detail, Eyes


@dataclass(frozen=True)
class Seat:
    """Somebody of the team, or a guest by name, and whether they were there; None where nobody has said."""

    name: str
    person: int | None
    present: bool | None


@dataclass(frozen=True)
class MeetingView(MeetingRow):
    """Whoever holds one may see the meeting; what hangs on it is as visible as it is."""

    user: Reader
    eyes: Eyes

    @property
    def team(self) -> Team:
        return self.meeting.owner_team

    @property
    def may_edit(self) -> bool:
        return Relation.MEMBER in self.eyes.relations

    @cached_property
    def items(self) -> list[AgendaItem]:
        rows = self.meeting.items.filter(ended_at=None).select_related("owner", "cycle", "came_from__meeting")
        return [item_seen(self.eyes, item) for item in rows]

    @property
    def agenda_minutes(self) -> int:
        return sum(item.minutes for item in self.items)

    @property
    def minutes_over(self) -> int:
        """How many minutes the items need beyond those of the meeting; below zero where some are free."""
        return self.agenda_minutes - self.meeting.minutes

    @cached_property
    def suggested(self) -> list[Suggested]:
        """What the open work would put on the agenda, beside what came over; until an item of its own stands there."""
        if any(item.came_from_id is None for item in self.items):
            return []
        return suggested_lines(self.user, self.meeting, taken=self.agenda_minutes)

    @cached_property
    def left_over(self) -> list[AgendaItem]:
        return left_over(self.user, self.meeting)

    @cached_property
    def decisions(self) -> list[Promise]:
        """What this meeting decided. What was let go, and why, is for the team."""
        rows = self.meeting.decisions.filter(ended_at=None).select_related("owner", "cycle", "item", "meeting")
        if not self.eyes.sees(Detail.SAID):
            rows = rows.filter(let_go="")
        return [Promise(decision_seen(self.eyes, row), self.lang) for row in rows]

    @cached_property
    def open_before(self) -> list[Promise]:
        """What earlier meetings decided and is still open, with its first date (S2 R-58)."""
        found = open_decisions(self.user, self.meeting, self.lang)
        return [Promise(decision_seen(self.eyes, one.decision), self.lang) for one in found]

    @cached_property
    def members(self) -> list[Membership]:
        return list(members_of(self.team).filter(role__in=INSIDE)) if self.may_edit else []

    @cached_property
    def attendance(self) -> list[Attendance]:
        """For the team alone: who was away is nobody's business above it."""
        return list(self.meeting.attendances.filter(ended_at=None).select_related("person")) if self.may_edit else []

    @property
    def seats(self) -> list[Seat]:
        """Every member, those on call last, then guests by name."""
        said = {row.person_id: row.present for row in self.attendance if row.person_id}
        named = {row.name: row.present for row in self.attendance if not row.person_id}
        core = sorted(self.members, key=lambda place: place.on_call)
        seats = [
            Seat(place.name, place.user_id, said.get(place.user_id) if place.user_id else named.pop(place.name, None))
            for place in core
        ]
        return [*seats, *(Seat(name, None, present) for name, present in named.items())]

    @cached_property
    def next(self) -> Meeting | None:
        return next_meeting_after(self.meeting) if self.may_edit else None

    @property
    def on_call(self) -> list[tuple[AgendaItem, list[str]]]:
        """Members on call whose part in the team is the topic of an item (S3 R-39)."""
        waiting = [place for place in self.members if place.on_call]
        found = [(item, [one.name for one in waiting if item.topic in one.covers]) for item in self.items if item.topic]
        return [(item, names) for item, names in found if names]


def meeting_view(user: User, pk: int, *, with_ended: bool = False) -> MeetingView:
    """Raises NotFound for a meeting that is not there or not shared."""
    meeting = find(user, Meeting, pk, with_ended=with_ended, also=SHOWN_WITH)
    eyes = eyes_of(user, meeting)
    return MeetingView(meeting_seen(eyes, meeting), get_language() or "en", user=user, eyes=eyes)


def meeting_through(eyes: Eyes, meeting: Meeting, lang: str) -> MeetingView:
    """`meeting` as these eyes see it, whoever looks."""
    return MeetingView(meeting_seen(eyes, meeting), lang, user=AnonymousUser(), eyes=eyes)


@dataclass(frozen=True)
class NextMeeting(MeetingRow):
    """The next meeting on the team's page: its lines beside who leads it (mockup 02)."""

    lines: list[tuple[int, str]]


def next_panel(user: User, team: Team, lang: str) -> NextMeeting | None:
    """None where no meeting is planned that the reader may see."""
    meeting = next_meeting(user, team)
    if meeting is None:
        return None
    items = list(meeting.items.filter(ended_at=None).values_list("minutes", "title"))
    lines = items or [(line.minutes, line.title) for line in suggested_lines(user, meeting)]
    return NextMeeting(meeting, lang, lines=lines)


def my_part(user: User, team: Team, lang: str) -> list[Promise]:
    """What the reader took on, for the team's page."""
    return mine(user, team, lang)
