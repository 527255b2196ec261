"""One meeting: planned, started, closed, called off; its notes and who was there."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.meetings.models import (
    Attendance,
    Held,
    Meeting,
    MeetingKind,
    TimeSource,
    WhyNot,
)
from aimwell.contexts.meetings.queries.lists import next_meeting_after
from aimwell.contexts.meetings.services.agenda import carry_over, fill_agenda
from aimwell.contexts.meetings.services.people import cycle_of_the_team, of_the_team, one_of
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.domain.errors import Refused
from aimwell.domain.rhythm.agenda import HUDDLE_MINUTES, PDSA_MINUTES

CHANGEABLE = ("kind", "name", "on", "at", "minutes", "place", "time_source", "cycle", "facilitator", "scribe")
TOOK_PLACE = (Held.HELD, Held.SHORTENED, Held.INTERRUPTED)
LONGEST = 480


@transaction.atomic
def add_meeting(
    *,
    by: User,
    team: Team,
    kind: str,
    on: datetime.date,
    minutes: int | None = None,
    key: uuid.UUID | None = None,
    **more: Any,
) -> Meeting:
    """One meeting outside any rhythm. `more`: name, at, place, time_source, cycle, facilitator, scribe.

    Raises Refused("unknown_choice"), Refused("minutes"), NotAllowed.
    """
    usual = PDSA_MINUTES if kind == MeetingKind.PDSA else HUDDLE_MINUTES
    facts = {"kind": kind, "on": on, "minutes": minutes or usual}
    facts |= {name: more[name] for name in CHANGEABLE if name in more}
    return create_content(by=by, model=Meeting, key=key, owner_team=team, **_checked(team, facts))


@transaction.atomic
def change_meeting(*, by: User, meeting: Meeting, version: int | None, **changes: Any) -> Meeting:
    facts = {name: changes[name] for name in CHANGEABLE if name in changes}
    return change_content(by=by, obj=meeting, version=version, **_checked(meeting.owner_team, facts))


def _checked(team: Team, facts: dict[str, Any]) -> dict[str, Any]:
    if "kind" in facts and not one_of(facts["kind"], MeetingKind):
        raise Refused("unknown_choice", value="")
    one_of(facts.get("time_source", ""), TimeSource)
    if not 1 <= facts.get("minutes", 1) <= LONGEST:
        raise Refused("minutes", value=facts["minutes"])
    for role in ("facilitator", "scribe"):
        of_the_team(team, facts.get(role))
    cycle_of_the_team(team, facts.get("cycle"))
    return facts


@transaction.atomic
def start_meeting(*, by: User, meeting: Meeting) -> Meeting:
    """It begins now. An empty agenda is filled from the open work; one that was called off takes place after all.

    A second call changes nothing.
    """
    stored = held(by=by, obj=meeting)
    if stored.started_at is not None and stored.status != Held.CANCELLED:
        return stored
    fill_agenda(by=by, meeting=stored)
    again = {"status": Held.PLANNED, "why": "", "why_words": ""} if stored.status == Held.CANCELLED else {}
    return change_content(by=by, obj=stored, version=None, verb="began", started_at=timezone.now(), **again)


@transaction.atomic
def close_meeting(
    *,
    by: User,
    meeting: Meeting,
    version: int | None,
    next_on: datetime.date | None = None,
    status: str = Held.HELD,
    why: str = "",
    why_words: str = "",
    without_next: str = "",
) -> Meeting:
    """It is over. Asks for the next date where none is planned, or for one sentence why there is none (S0 R-51).

    What was not reached goes over to the next meeting. A second call changes nothing. Raises
    Refused: "next_date_needed", "next_before_this", "unknown_choice"; StaleEdit.
    """
    stored = held(by=by, obj=meeting)
    if stored.closed_at is not None:
        return stored
    if status not in TOOK_PLACE:
        raise Refused("unknown_choice", value=status)
    following = _following(by, stored, next_on)
    if following is None and not without_next.strip():
        raise Refused("next_date_needed")
    told = {"why": one_of(why, WhyNot), "why_words": why_words.strip()} if status != Held.HELD else {}
    closed = change_content(
        by=by, obj=stored, version=version, verb="meeting_closed", reason=without_next.strip(), status=status,
        closed_at=timezone.now(), **told,
    )  # fmt: skip
    if following is not None:
        carry_over(by=by, meeting=following)
    return closed


def _following(by: User, meeting: Meeting, next_on: datetime.date | None) -> Meeting | None:
    """The next planned meeting; where none stands on the day named, it is planned now."""
    planned = next_meeting_after(meeting)
    if next_on is None or (planned is not None and planned.on == next_on):
        return planned
    if next_on <= meeting.on:
        raise Refused("next_before_this", value=next_on.isoformat())
    same = Meeting.objects.filter(owner_team=meeting.owner_team_id, on=next_on, ended_at=None, status=Held.PLANNED)
    if (there := same.order_by("at", "pk").first()) is not None:
        return there
    return add_meeting(
        by=by, team=meeting.owner_team, kind=meeting.kind, on=next_on, minutes=meeting.minutes, at=meeting.at,
        place=meeting.place, time_source=meeting.time_source,
    )  # fmt: skip


@transaction.atomic
def call_off(*, by: User, meeting: Meeting, why: str = "", why_words: str = "") -> Meeting:
    """It does not take place. One action, with a coarse reason where somebody has one (S3 R-35)."""
    stored = held(by=by, obj=meeting)
    if stored.closed_at is not None:
        raise Refused("meeting_over")
    return change_content(
        by=by, obj=stored, version=None, verb="called_off", status=Held.CANCELLED, why=one_of(why, WhyNot),
        why_words=why_words.strip(),
    )  # fmt: skip


@transaction.atomic
def hold_after_all(*, by: User, meeting: Meeting) -> Meeting:
    """Take a calling off or a closing back: it is planned again, and loses nothing."""
    stored = held(by=by, obj=meeting)
    return change_content(
        by=by, obj=stored, version=None, verb="reopened", status=Held.PLANNED, why="", why_words="", closed_at=None
    )


def write_notes(*, by: User, meeting: Meeting, version: int | None, notes: str) -> Meeting:
    return change_content(by=by, obj=meeting, version=version, verb="noted", notes=notes.strip())


@transaction.atomic
def attend(
    *, by: User, meeting: Meeting, person: User | None = None, name: str = "", present: bool = True
) -> Attendance:
    """Whether somebody was there: a member, or a name of somebody without an account.

    Raises Refused("unknown_choice") for somebody of another team, Refused("words_needed") for nobody.
    """
    held(by=by, obj=meeting)
    of_the_team(meeting.owner_team, person)
    name = "" if person is not None else name.strip()
    if person is None and not name:
        raise Refused("words_needed")
    rows = Attendance.objects.filter(meeting=meeting, ended_at=None, person=person, name=name)
    if (row := rows.first()) is not None:
        return change_content(by=by, obj=row, version=None, present=present)
    return create_content(by=by, model=Attendance, meeting=meeting, person=person, name=name, present=present)
