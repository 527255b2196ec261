"""Items of an agenda, and decisions."""

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.meetings import queries, services
from aimwell.contexts.meetings.api.base import found, named, own_team, router
from aimwell.contexts.meetings.api.shapes import (
    AgendaItemChangeIn,
    AgendaItemIn,
    AgendaItemOut,
    DecisionDoneIn,
    ItemMoveIn,
    LetGoIn,
    MeetingDecisionChangeIn,
    MeetingDecisionIn,
    MeetingDecisionOut,
    NotReachedIn,
)
from aimwell.contexts.meetings.models import AgendaItem, Decision, Meeting
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Id, Pages
from aimwell.contexts.people.queries import find
from aimwell.contexts.theory.api.base import keeping


@router.post("/meetings/{meeting_id}/items", response={201: AgendaItemOut, **WRITE})
def add_agenda_item(request: HttpRequest, meeting_id: Id, item: AgendaItemIn) -> Status[AgendaItem]:
    """One more item, at the end."""
    meeting = found(request, Meeting, meeting_id)
    facts = named(request, meeting.owner_team, item.sent())
    return Status(201, services.add_item(by=request.user, meeting=meeting, key=item.key, **facts))


@router.patch("/agenda-items/{item_id}", response={200: AgendaItemOut, **EDIT})
def change_agenda_item(request: HttpRequest, item_id: Id, item: AgendaItemChangeIn) -> AgendaItem:
    row = found(request, AgendaItem, item_id)
    facts = named(request, row.meeting.owner_team, item.sent())
    return services.change_item(by=request.user, item=row, version=item.version, **facts)


@router.post("/agenda-items/{item_id}/move", response={200: AgendaItemOut, **WRITE})
def move_agenda_item(request: HttpRequest, item_id: Id, move: ItemMoveIn) -> AgendaItem:
    """One place up or down."""
    return services.move_item(by=request.user, item=found(request, AgendaItem, item_id), up=move.up)


@router.post("/agenda-items/{item_id}/not-reached", response={200: AgendaItemOut, **WRITE})
def mark_agenda_item(request: HttpRequest, item_id: Id, mark: NotReachedIn) -> AgendaItem:
    """It goes over to the next meeting, or not."""
    item = found(request, AgendaItem, item_id)
    return services.mark_not_reached(by=request.user, item=item, not_reached=mark.not_reached)


@router.get("/teams/{team_id}/decisions", response={200: list[MeetingDecisionOut], **READ})
@paginate(Pages)
def list_meeting_decisions(request: HttpRequest, team_id: Id) -> QuerySet[Decision]:
    """What your team decided in its meetings, by day."""
    return queries.decisions_of_team(request.user, own_team(request, team_id))


@router.post("/meetings/{meeting_id}/decisions", response={201: MeetingDecisionOut, **WRITE})
def add_meeting_decision(request: HttpRequest, meeting_id: Id, decision: MeetingDecisionIn) -> Status[Decision]:
    """What the meeting decided: who does it, by when."""
    meeting = found(request, Meeting, meeting_id)
    facts = named(request, meeting.owner_team, decision.sent())
    if facts.get("item") is not None:
        facts["item"] = find(request.user, AgendaItem, facts["item"])
    return Status(201, services.decide(by=request.user, meeting=meeting, key=decision.key, **facts))


@router.patch("/decisions/{decision_id}", response={200: MeetingDecisionOut, **EDIT})
def change_meeting_decision(request: HttpRequest, decision_id: Id, decision: MeetingDecisionChangeIn) -> Decision:
    row = found(request, Decision, decision_id)
    facts = named(request, row.meeting.owner_team, decision.sent())
    return services.change_decision(by=request.user, decision=row, version=decision.version, **facts)


@router.post("/decisions/{decision_id}/done", response={200: MeetingDecisionOut, **WRITE})
def mark_decision_done(request: HttpRequest, decision_id: Id, done: DecisionDoneIn) -> Decision:
    return services.mark_done(by=request.user, decision=found(request, Decision, decision_id), on=done.on)


@router.post("/decisions/{decision_id}/let-go", response={200: MeetingDecisionOut, **WRITE})
def let_decision_go(request: HttpRequest, decision_id: Id, go: LetGoIn) -> Decision:
    """The team no longer holds on to it."""
    return services.let_go(by=request.user, decision=found(request, Decision, decision_id), reason=go.reason)


@router.post("/decisions/{decision_id}/reopen", response={200: MeetingDecisionOut, **WRITE})
def reopen_decision(request: HttpRequest, decision_id: Id) -> Decision:
    """Open again, with its first date."""
    return services.reopen(by=request.user, decision=found(request, Decision, decision_id))


keeping(router, "agenda_item", "agenda-items", AgendaItem, AgendaItemOut, services=services)
keeping(router, "meeting_decision", "decisions", Decision, MeetingDecisionOut, services=services)
