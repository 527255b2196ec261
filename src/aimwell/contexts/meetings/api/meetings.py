"""Meetings: planned, filled, started, closed, called off."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.meetings import queries, services
from aimwell.contexts.meetings.api.base import found, language, member, named, own_team, router
from aimwell.contexts.meetings.api.shapes import (
    AgendaItemOut,
    AttendIn,
    CallOffIn,
    MeetingChangeIn,
    MeetingCloseIn,
    MeetingIn,
    MeetingNotesIn,
    MeetingOut,
    MeetingsHeldOut,
    MeetingWholeOut,
    MonthOfMeetingsOut,
    SeatOut,
)
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Id, Pages, fields_of
from aimwell.contexts.people.queries import find_team, visible_to
from aimwell.contexts.theory.api.base import keeping
from aimwell.domain.errors import NotFound

LINKED = ("facilitator", "scribe")


@router.get("/teams/{team_id}/meetings", response={200: list[MeetingOut], **READ})
@paginate(Pages)
def list_meetings(request: HttpRequest, team_id: Id) -> QuerySet[Meeting]:
    """All meetings of your team by their day."""
    return visible_to(request.user, Meeting, team=own_team(request, team_id)).select_related(*LINKED)


@router.post("/teams/{team_id}/meetings", response={201: MeetingOut, **WRITE})
def add_meeting(request: HttpRequest, team_id: Id, meeting: MeetingIn) -> Status[Meeting]:
    """One meeting outside any rhythm."""
    team = find_team(request.user, team_id)
    facts = named(request, team, meeting.sent())
    return Status(201, services.add_meeting(by=request.user, team=team, key=meeting.key, **facts))


@router.get("/meetings/{meeting_id}", response={200: MeetingWholeOut, **READ})
def get_meeting(request: HttpRequest, meeting_id: Id) -> dict[str, Any]:
    """One meeting whole: agenda, decisions, what is open from before, and for its team who was there."""
    view = queries.meeting_view(request.user, meeting_id, with_ended=True)
    if view.meeting.ended_at is not None and not view.may_edit:
        raise NotFound
    row = view.meeting
    told = {"facilitator": row.facilitator, "scribe": row.scribe}
    return {
        **fields_of(MeetingOut, row), **{name: str(value or "") for name, value in told.items()}, "agenda": view.items,
        "agenda_minutes": view.agenda_minutes, "suggested": view.suggested,
        "decisions": [one.decision for one in view.decisions],
        "open_before": [one.decision for one in view.open_before], "attendance": view.seats,
    }  # fmt: skip


@router.patch("/meetings/{meeting_id}", response={200: MeetingOut, **EDIT})
def change_meeting(request: HttpRequest, meeting_id: Id, meeting: MeetingChangeIn) -> Meeting:
    row = found(request, Meeting, meeting_id)
    facts = named(request, row.owner_team, meeting.sent())
    return services.change_meeting(by=request.user, meeting=row, version=meeting.version, **facts)


@router.post("/meetings/{meeting_id}/fill", response={200: list[AgendaItemOut], **WRITE})
def fill_agenda(request: HttpRequest, meeting_id: Id) -> Any:
    """Items from the open work, where there are none; and what earlier meetings did not reach."""
    return services.fill_agenda(by=request.user, meeting=found(request, Meeting, meeting_id))


@router.post("/meetings/{meeting_id}/start", response={200: MeetingOut, **WRITE})
def start_meeting(request: HttpRequest, meeting_id: Id) -> Meeting:
    """It begins now; a second call changes nothing."""
    return services.start_meeting(by=request.user, meeting=found(request, Meeting, meeting_id))


@router.post("/meetings/{meeting_id}/close", response={200: MeetingOut, **EDIT})
def close_meeting(request: HttpRequest, meeting_id: Id, close: MeetingCloseIn) -> Meeting:
    """It is over: how it went, and when the team meets next."""
    row = found(request, Meeting, meeting_id)
    return services.close_meeting(by=request.user, meeting=row, version=close.version, **close.sent())


@router.post("/meetings/{meeting_id}/call-off", response={200: MeetingOut, **WRITE})
def call_meeting_off(request: HttpRequest, meeting_id: Id, off: CallOffIn) -> Meeting:
    """It does not take place, with a coarse reason where there is one."""
    return services.call_off(by=request.user, meeting=found(request, Meeting, meeting_id), **off.sent())


@router.post("/meetings/{meeting_id}/after-all", response={200: MeetingOut, **WRITE})
def plan_meeting_again(request: HttpRequest, meeting_id: Id) -> Meeting:
    """Take a calling off or a closing back."""
    return services.hold_after_all(by=request.user, meeting=found(request, Meeting, meeting_id))


@router.put("/meetings/{meeting_id}/notes", response={200: MeetingOut, **EDIT})
def write_meeting_notes(request: HttpRequest, meeting_id: Id, notes: MeetingNotesIn) -> Meeting:
    row = found(request, Meeting, meeting_id)
    return services.write_notes(by=request.user, meeting=row, version=notes.version, notes=notes.notes)


@router.post("/meetings/{meeting_id}/attendance", response={200: SeatOut, **WRITE})
def say_attendance(request: HttpRequest, meeting_id: Id, seat: AttendIn) -> dict[str, Any]:
    """Whether somebody was there: a member, or a name."""
    row = found(request, Meeting, meeting_id)
    who = member(row.owner_team, seat.member)
    kept = services.attend(by=request.user, meeting=row, person=who, name=seat.name, present=seat.present)
    return {"name": str(kept), "present": kept.present}


@router.get("/teams/{team_id}/meeting-minutes", response={200: list[MonthOfMeetingsOut], **READ})
def list_meeting_minutes(request: HttpRequest, team_id: Id) -> list[dict[str, Any]]:
    """Planned minutes of this month and the next two, by whose time it is."""
    months = queries.minutes_by_source(own_team(request, team_id), language())
    return [
        {"month": one.name, "minutes": one.minutes, "sources": [{"source": s, "minutes": n} for s, n in one.sources]}
        for one in months
    ]


@router.get("/teams/{team_id}/meetings-held", response={200: MeetingsHeldOut, **READ})
def get_meetings_held(request: HttpRequest, team_id: Id) -> dict[str, Any]:
    """The last eight weeks in counts and words, for the team and those who may help; empty for all others."""
    team = find_team(request.user, team_id)
    return {"held": queries.held_lately(team, language()) if queries.may_hear(request.user, team) else None}


keeping(router, "meeting", "meetings", Meeting, MeetingOut, services=services)
