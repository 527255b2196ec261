"""What may be read of a silent round: before it is shown, only what the reader typed (S3 R-40)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from aimwell.contexts.meetings.huddle.models import Silence, Thought
from aimwell.contexts.meetings.models import Attendance, Meeting
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import INSIDE, members_of
from aimwell.domain.rhythm import silent


def is_shown(silence: Silence, now: datetime.datetime) -> bool:
    """`now`: as the clock of the meeting stands."""
    return silent.shown(shown_at=silence.shown_at, ends_at=silence.ends_at, now=now)


def may_show(user: User, meeting: Meeting) -> bool:
    """Whoever leads this meeting; where nobody was named, anyone in the team."""
    return meeting.facilitator_id in (None, user.pk)


def voice_of(thought: Thought) -> str:
    """Whose words these are, as a key."""
    return f"n:{thought.name.casefold()}" if thought.name else f"p:{thought.created_by_id}"


@dataclass(frozen=True)
class Standing:
    """Who is there, and who is done, as keys. Only their numbers are ever told."""

    present: frozenset[str]
    done: frozenset[str]

    @property
    def written(self) -> int:
        return len(self.done)

    @property
    def of(self) -> int:
        return len(self.present | self.done)


def standing(silence: Silence) -> Standing:
    """Two or three queries, whoever is there."""
    wrote = silence.thoughts.filter(ended_at=None, done=True).only("name", "created_by", "silence")
    return Standing(_present(silence), frozenset(voice_of(one) for one in wrote))


def _present(silence: Silence) -> frozenset[str]:
    """Those who were marked as there; where nobody was, members with an account without those marked as away."""
    rows = list(Attendance.objects.filter(meeting=silence.meeting_id, ended_at=None))
    keys = {present: {_key(row) for row in rows if row.present is present} for present in (True, False)}
    if keys[True]:
        return frozenset(keys[True])
    team = members_of(silence.meeting.owner_team).filter(role__in=INSIDE, user__isnull=False)
    return frozenset({f"p:{place.user_id}" for place in team} - keys[False])


def _key(row: Attendance) -> str:
    return f"p:{row.person_id}" if row.person_id else f"n:{row.name.casefold()}"


def thoughts_for(user: User, silence: Silence, now: datetime.datetime) -> list[Thought]:
    """The reader's own; once shown, all that say something, in an order that tells nothing."""
    rows = silence.thoughts.filter(ended_at=None)
    if not is_shown(silence, now):
        return list(rows.filter(created_by=user))
    found = {one.pk: one for one in rows.exclude(text="")}
    return [found[pk] for pk in silent.mixed(found, str(silence.pk))]
