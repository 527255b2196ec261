"""The outcome aim and the improvement capability goals, each with its own notes on progress."""

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.networks import queries, services
from aimwell.contexts.networks.api.base import found, router
from aimwell.contexts.networks.api.shapes import NetworkGoalOut, NetworkNoteOut
from aimwell.contexts.networks.models import Goal, GoalKind, GoalNote
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Day, Id, Key, Pages, Said, Version, line
from aimwell.domain.networks import PARTS


class NetworkGoalIn(Body):
    kind: GoalKind
    what: Said = Field(description="What is to change; the one part that must be there.")
    who: line(200) = ""
    where: line(200) = ""
    how_much: line(200) = ""
    by_when: Day | None = None
    baseline: line(200) = ""
    measure: line(200) = ""
    key: Key = None


class NetworkGoalChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    what: Said = "-"
    who: line(200) = ""
    where: line(200) = ""
    how_much: line(200) = ""
    by_when: Day | None = None
    baseline: line(200) = ""
    measure: line(200) = ""


class NetworkNoteIn(Body):
    on: Day
    text: Said
    value: line(60) = ""
    key: Key = None


@router.post("/networks/{network_id}/goals", response={201: NetworkGoalOut, **WRITE})
def add_network_goal(request: HttpRequest, network_id: Id, goal: NetworkGoalIn) -> Status[Goal]:
    """By the hub. One outcome aim, any number of capability goals."""
    look = queries.find_look(request.user, network_id)
    return Status(201, services.add_goal(by=request.user, network=look.network, **dict(goal)))


@router.patch("/network_goals/{goal_id}", response={200: NetworkGoalOut, **EDIT})
def change_network_goal(request: HttpRequest, goal_id: Id, goal: NetworkGoalChangeIn) -> Goal:
    """By the hub."""
    row = found(request, Goal, goal_id)
    return services.change_goal(by=request.user, goal=row, version=goal.version, **goal.over(row, *PARTS))


@router.post("/network_goals/{goal_id}/aside", response={200: NetworkGoalOut, **WRITE})
def set_network_goal_aside(request: HttpRequest, goal_id: Id) -> Goal:
    """By the hub."""
    return services.put_aside(by=request.user, thing=found(request, Goal, goal_id))


@router.post("/network_goals/{goal_id}/restore", response={200: NetworkGoalOut, **WRITE})
def restore_network_goal(request: HttpRequest, goal_id: Id) -> Goal:
    """By the hub."""
    return services.bring_back(by=request.user, thing=found(request, Goal, goal_id))


@router.get("/network_goals/{goal_id}/notes", response={200: list[NetworkNoteOut], **READ})
@paginate(Pages)
def list_network_notes(request: HttpRequest, goal_id: Id) -> QuerySet[GoalNote]:
    """How far this goal has come, the newest first."""
    return queries.notes_of(found(request, Goal, goal_id))


@router.post("/network_goals/{goal_id}/notes", response={201: NetworkNoteOut, **WRITE})
def add_network_note(request: HttpRequest, goal_id: Id, note: NetworkNoteIn) -> Status[GoalNote]:
    """By the hub."""
    row = found(request, Goal, goal_id)
    return Status(201, services.add_note(by=request.user, goal=row, **dict(note)))


@router.post("/network_notes/{note_id}/aside", response={200: NetworkNoteOut, **WRITE})
def set_network_note_aside(request: HttpRequest, note_id: Id) -> GoalNote:
    """By the hub."""
    return services.put_aside(by=request.user, thing=found(request, GoalNote, note_id))


@router.post("/network_notes/{note_id}/restore", response={200: NetworkNoteOut, **WRITE})
def restore_network_note(request: HttpRequest, note_id: Id) -> GoalNote:
    """By the hub."""
    return services.bring_back(by=request.user, thing=found(request, GoalNote, note_id))
