"""What stands in the way and who clears it, and who gets the numbers ready for the next meeting."""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.support.models import SupportRequest
from aimwell.contexts.meetings.api.base import found, language, member, own_team
from aimwell.contexts.meetings.api.shapes import AgendaItemOut
from aimwell.contexts.meetings.barriers import queries, services
from aimwell.contexts.meetings.barriers.models import Barrier, BarrierState, PrepLine, ReadyBy
from aimwell.contexts.meetings.models import AgendaItem, Meeting
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Day, Id, KeptOut, Key, Pages, Version, line
from aimwell.contexts.people.models import Membership
from aimwell.contexts.people.queries import INSIDE, find, may_edit_team, members_of
from aimwell.contexts.theory.api.base import keeping
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.rhythm.turns import Month

router = Router(tags=["meetings"])


class BarrierOut(KeptOut):
    """What stands or stood in the way."""

    team: int = Field(validation_alias="owner_team_id")
    text: str
    cycle: int | None = Field(validation_alias="cycle_id")
    asked: int | None = Field(validation_alias="asked_id", description="The request for support that was made for it.")
    who: str = Field(description="Who clears it: a person of the team, or a role in words.")
    since: datetime.date
    stands: BarrierState
    how: str = Field(description="How it was cleared, or why the team lives with it.")
    settled_on: datetime.date | None
    days: int = Field(description="How many days it stood, or stands so far.")

    @staticmethod
    def resolve_who(row: Barrier) -> str:
        return queries.BarrierRow(row).who

    @staticmethod
    def resolve_days(row: Barrier) -> int:
        return queries.BarrierRow(row).days


class BarrierFacts(Body):
    cycle: Id | None = None
    asked: Id | None = Field(None, description="A request for support of the team.")
    owner: Id | None = Field(None, description="A place in the team, by its number among the members.")
    owner_words: line(120) = Field("", description="Or a role in words, such as “principal”.")
    since: Day | None = Field(None, description="Empty: today.")


class BarrierIn(BarrierFacts):
    text: line(300, least=1)
    key: Key = None


class BarrierChangeIn(BarrierFacts):
    text: line(300, least=1) = ""
    version: Version


class BarrierSaidIn(Body):
    stands: BarrierState
    how: line(300) = Field("", description="Needed where it is cleared, or where the team lives with it.")
    on: Day | None = Field(None, description="Empty: today.")


class BarrierDaysIn(Body):
    days: int = Field(ge=1, le=365)
    version: Version = 0


class BarrierDaysOut(Schema):
    """After how many days a barrier comes up again; version 0 before the team chose."""

    days: int
    version: int


class OnAgendaIn(Body):
    meeting: Id


class PrepLineOut(KeptOut):
    """One thing to have ready for a meeting."""

    meeting: int = Field(validation_alias="meeting_id")
    text: str
    ready_by: ReadyBy
    place: int | None = Field(validation_alias="place_id", description="The place in the team of whoever has it.")
    ready_on: datetime.date | None


class PrepListOut(Schema):
    """What is on the list for a meeting, and what the open work suggests beside."""

    lines: list[PrepLineOut]
    proposed: list[str]


class PrepLineIn(Body):
    text: line(200, least=1)
    ready_by: ReadyBy = ReadyBy.TURNS
    place: Id | None = Field(None, description="A place in the team; needed for a certain person.")
    key: Key = None


class PrepLineChangeIn(Body):
    text: line(200, least=1) | None = None
    ready_by: ReadyBy | None = None
    place: Id | None = None
    version: Version


class PrepReadyIn(Body):
    ready: bool = True


class PrepAskedOut(Schema):
    """What a team asks its coach to get ready; nothing else of the team shows."""

    id: int
    team: str
    text: str
    on: datetime.date = Field(description="The day of the meeting.")
    ready_by: ReadyBy

    @staticmethod
    def resolve_team(row: Any) -> str:
        return str(row.owner_team.name)

    @staticmethod
    def resolve_on(row: Any) -> Any:
        return row.meeting.on


class PrepMonthOut(Schema):
    """Things that were ready for the meetings of a month, by whose hands; never by person."""

    month: datetime.date = Field(validation_alias="first")
    coach: int
    together: int
    team: int


class PrepOverTimeOut(Schema):
    months: list[PrepMonthOut]


def _facts(request: HttpRequest, team: Team, told: dict[str, Any]) -> dict[str, Any]:
    """`told` with rows for what it names."""
    facts = dict(told)
    if "owner" in facts:
        facts["owner"] = member(team, facts["owner"])
    for name, model in (("cycle", Cycle), ("asked", SupportRequest)):
        if facts.get(name) is not None:
            facts[name] = find(request.user, model, facts[name])
    return facts


@router.get("/teams/{team_id}/barriers", response={200: list[BarrierOut], **READ})
@paginate(Pages)
def list_barriers(request: HttpRequest, team_id: Id) -> QuerySet[Barrier]:
    """What stands and stood in the way of your team, the oldest first."""
    return queries.barriers_of(request.user, own_team(request, team_id))


@router.post("/teams/{team_id}/barriers", response={201: BarrierOut, **WRITE})
def log_barrier(request: HttpRequest, team_id: Id, sent: BarrierIn) -> Status[Barrier]:
    """One line is enough."""
    team = own_team(request, team_id)
    facts = _facts(request, team, sent.sent())
    return Status(201, services.log_barrier(by=request.user, team=team, key=sent.key, **facts))


@router.patch("/barriers/{barrier_id}", response={200: BarrierOut, **EDIT})
def change_barrier(request: HttpRequest, barrier_id: Id, sent: BarrierChangeIn) -> Barrier:
    row = found(request, Barrier, barrier_id)
    facts = _facts(request, row.owner_team, sent.sent())
    if facts.get("since", row.since) is None:
        del facts["since"]
    return services.change_barrier(by=request.user, barrier=row, version=sent.version, **facts)


@router.post("/barriers/{barrier_id}/say", response={200: BarrierOut, **WRITE})
def say_barrier(request: HttpRequest, barrier_id: Id, sent: BarrierSaidIn) -> Barrier:
    """What became of it. Cleared and lived-with ones can stand in the way again."""
    return services.say_barrier(by=request.user, barrier=found(request, Barrier, barrier_id), **dict(sent))


@router.post("/barriers/{barrier_id}/agenda", response={200: AgendaItemOut, **WRITE})
def put_barrier_on_agenda(request: HttpRequest, barrier_id: Id, sent: OnAgendaIn) -> AgendaItem:
    """The meeting talks about it."""
    row = found(request, Barrier, barrier_id)
    return services.put_on_agenda(by=request.user, barrier=row, meeting=find(request.user, Meeting, sent.meeting))


@router.get("/teams/{team_id}/barrier-days", response={200: BarrierDaysOut, **READ})
def get_barrier_days(request: HttpRequest, team_id: Id) -> dict[str, int]:
    """After how many days a barrier comes up again."""
    days, version = queries.days_of(request.user, own_team(request, team_id))
    return {"days": days, "version": version}


@router.put("/teams/{team_id}/barrier-days", response={200: BarrierDaysOut, **EDIT})
def set_barrier_days(request: HttpRequest, team_id: Id, sent: BarrierDaysIn) -> Any:
    """Choose after how many days a barrier comes up again."""
    return services.set_barrier_days(by=request.user, team=own_team(request, team_id), **dict(sent))


keeping(router, "barrier", "barriers", Barrier, BarrierOut, services=services)


def _own_meeting(request: HttpRequest, meeting_id: int) -> Meeting:
    """A meeting of a team of the reader's own; to others its list is not there."""
    meeting = found(request, Meeting, meeting_id)
    if not may_edit_team(request.user, meeting.owner_team):
        raise NotFound
    return meeting


def _place(team: Team, pk: int | None) -> Membership | None:
    if pk is None:
        return None
    place = members_of(team).filter(pk=pk, role__in=INSIDE).first()
    if place is None:
        raise Refused("unknown_choice", value=pk)
    return place


@router.get("/meetings/{meeting_id}/prep", response={200: PrepListOut, **READ})
def get_prep(request: HttpRequest, meeting_id: Id) -> dict[str, Any]:
    """What is to be ready for a meeting of your team."""
    meeting = _own_meeting(request, meeting_id)
    lines = list(queries.prep_of(request.user, meeting))
    return {"lines": lines, "proposed": queries.proposed(request.user, meeting, lines, language())}


@router.post("/meetings/{meeting_id}/prep", response={201: PrepLineOut, **WRITE})
def add_prep(request: HttpRequest, meeting_id: Id, sent: PrepLineIn) -> Status[PrepLine]:
    """One thing to have ready. In turns it goes to whoever had none for the longest time."""
    meeting = _own_meeting(request, meeting_id)
    facts = {**sent.sent(), "place": _place(meeting.owner_team, sent.place)}
    return Status(201, services.add_prep(by=request.user, meeting=meeting, key=sent.key, **facts))


@router.patch("/prep-lines/{line_id}", response={200: PrepLineOut, **EDIT})
def change_prep(request: HttpRequest, line_id: Id, sent: PrepLineChangeIn) -> PrepLine:
    row = found(request, PrepLine, line_id)
    facts = {**sent.sent(), "place": _place(row.owner_team, sent.place)}
    return services.change_prep(by=request.user, line=row, version=sent.version, **facts)


@router.post("/prep-lines/{line_id}/ready", response={200: PrepLineOut, **WRITE})
def mark_prep_ready(request: HttpRequest, line_id: Id, sent: PrepReadyIn) -> PrepLine:
    """It is ready, or not after all. The coach says so of what is in the coach’s hands."""
    return services.mark_ready(by=request.user, line=queries.line_for(request.user, line_id), ready=sent.ready)


keeping(router, "prep_line", "prep-lines", PrepLine, PrepLineOut, services=services)


@router.get("/prep-lines", response={200: list[PrepAskedOut], **READ})
@paginate(Pages)
def list_prep_asked_of_me(request: HttpRequest) -> QuerySet[PrepLine]:
    """What the teams that you coach ask you to get ready for the meetings ahead."""
    return queries.asked_of_coach(request.user)


@router.get("/teams/{team_id}/prep-over-time", response={200: PrepOverTimeOut, **READ})
def get_prep_over_time(request: HttpRequest, team_id: Id) -> dict[str, list[Month]]:
    """In whose hands it was, month by month: coach, together, team."""
    return {"months": queries.over_time(request.user, own_team(request, team_id))}
