"""The times of a person's meetings, for their calendar program: times, places and kinds, nothing that was said."""

from __future__ import annotations

import datetime
import hashlib

from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from aimwell.contexts.meetings.models import CalendarLink, Held, Meeting
from aimwell.contexts.meetings.queries.lists import MeetingRow
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import teams_of
from aimwell.domain.errors import NotFound
from aimwell.domain.rhythm.ics import Event, calendar

BACK = datetime.timedelta(days=60)
MOST = 1000


def link_of(user: User) -> CalendarLink | None:
    return CalendarLink.objects.filter(user=user).first()


def digest_of(text: str) -> str:
    """The secret has 256 random bits, so a plain hash is enough."""
    return hashlib.sha256(text.encode()).hexdigest()


def found_link(secret: str) -> CalendarLink:
    """Raises NotFound for an address that was taken back, or never made."""
    digest = digest_of(secret)
    link = CalendarLink.objects.select_related("user").filter(digest=digest).first()
    if link is None or not constant_time_compare(link.digest, digest) or not link.user.is_active:
        raise NotFound
    return link


def feed_of(user: User) -> str:
    """The meetings of all teams in which `user` has a place, called-off ones marked. Two queries."""
    since = timezone.localdate() - BACK
    rows = Meeting.objects.filter(owner_team__in=teams_of(user), on__gte=since).order_by("on", "at", "pk")
    return calendar(_("My meetings in Aimwell"), [_event(row) for row in rows[:MOST]])


def _event(meeting: Meeting) -> Event:
    begins = None
    if meeting.at is not None:
        begins = timezone.make_aware(datetime.datetime.combine(meeting.on, meeting.at))  # noqa: DTZ
    gone = meeting.status == Held.CANCELLED or meeting.ended_at is not None
    return Event(
        uid_of(meeting), MeetingRow(meeting, "en").kind, meeting.on, begins, meeting.minutes, meeting.place,
        meeting.updated_at, meeting.version, cancelled=gone,
    )  # fmt: skip


def uid_of(meeting: Meeting) -> str:
    """The same for as long as the site keeps its secret; it does not tell the number of the meeting."""
    return f"{salted_hmac('aimwell.meetings.uid', str(meeting.pk), algorithm='sha256').hexdigest()[:32]}@aimwell"
