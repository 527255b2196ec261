"""Days of the calendar and disruptions, for programs."""

import datetime
from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.cycles.api.base import shown
from aimwell.contexts.cycles.api.shapes import CycleWordsOut
from aimwell.contexts.meetings.windows import queries, services
from aimwell.contexts.meetings.windows.models import Disruption
from aimwell.contexts.orgs.models import CalendarSpan, SpanKind, Team
from aimwell.contexts.people.api.shared import READ, WRITE, Body, Day, Id, Key, OwnedOut, Pages, Words, line
from aimwell.contexts.people.offices import find_org
from aimwell.contexts.people.queries import find, find_team, may_edit_team
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotFound

router = Router(tags=["meetings"])


class DaysOut(Schema):
    """Days that are unlike others, both ends included."""

    id: int
    kind: SpanKind
    name: str
    starts_on: datetime.date
    ends_on: datetime.date
    team: int | None = Field(validation_alias="team_id", description="The team whose days they are.")
    org: int | None = Field(validation_alias="org_id", description="The school or district they come from.")
    ended_at: datetime.datetime | None = Field(description="When they were taken out.")


class CalendarDaysIn(Body):
    kind: SpanKind
    starts_on: Day
    ends_on: Day | None = Field(None, description="Without it, one day.")
    name: line(120) = ""
    key: Key = None


class DisruptionOut(OwnedOut):
    name: str
    starts_on: datetime.date
    days: int


class DisruptionIn(Body):
    name: line(120, least=1)
    starts_on: Day
    days: int = Field(ge=1, le=60)
    rest: bool = Field(False, description="Open cycles rest from today; then their days wait in place of moving.")
    key: Key = None


class DisruptionOverIn(Body):
    what_changed: Words = Field("", description="What is different in the surroundings.")


class MoveOut(Schema):
    kind: str = Field(description="cycle or meeting")
    id: int
    before: datetime.date
    after: datetime.date


class SmallestIn(Body):
    """The four fields of a minimal cycle."""

    try_what: line(300, least=1)
    event: line(300, least=1) = Field(description="What you think will happen.")
    look_on: Day
    count_what: line(300) = ""
    key: Key = None


def _team(request: HttpRequest, team_id: int) -> Team:
    team = find_team(request.user, team_id)
    if not may_edit_team(request.user, team):
        raise NotFound
    return team


@router.get("/teams/{team_id}/days", response={200: list[DaysOut], **READ})
@paginate(Pages)
def list_days_of_team(request: HttpRequest, team_id: Id) -> list[CalendarSpan]:
    """The calendar of a team, with what comes from its school and district: a month back, a year ahead."""
    found = queries.days_of_team(_team(request, team_id))
    return sorted([*found.own, *found.inherited], key=lambda row: (row.starts_on, row.pk))


@router.post("/teams/{team_id}/days", response={201: DaysOut, **WRITE})
def add_days_of_team(request: HttpRequest, team_id: Id, days: CalendarDaysIn) -> Status[CalendarSpan]:
    """Put days into the calendar of a team."""
    place = find_team(request.user, team_id)
    return Status(201, services.add_days(by=request.user, place=place, **dict(days)))


@router.get("/orgs/{org_id}/days", response={200: list[DaysOut], **READ})
@paginate(Pages)
def list_days_of_org(request: HttpRequest, org_id: Id) -> list[CalendarSpan]:
    """The calendar of a school or district."""
    found = queries.days_of_org(find_org(request.user, org_id, Power.WORDS))
    return sorted([*found.own, *found.inherited], key=lambda row: (row.starts_on, row.pk))


@router.post("/orgs/{org_id}/days", response={201: DaysOut, **WRITE})
def add_days_of_org(request: HttpRequest, org_id: Id, days: CalendarDaysIn) -> Status[CalendarSpan]:
    """Put days into the calendar of a school or district and of all below it."""
    place = find_org(request.user, org_id, Power.WORDS)
    return Status(201, services.add_days(by=request.user, place=place, **dict(days)))


@router.post("/days/{days_id}/take-back", response={200: DaysOut, **WRITE})
def take_days_back(request: HttpRequest, days_id: Id) -> CalendarSpan:
    """Take days out of the calendar; they can come back."""
    return services.take_days_back(by=request.user, span=queries.span_of(request.user, days_id))


@router.post("/days/{days_id}/bring-back", response={200: DaysOut, **WRITE})
def bring_days_back(request: HttpRequest, days_id: Id) -> CalendarSpan:
    """Bring days back into the calendar."""
    return services.bring_days_back(by=request.user, span=queries.span_of(request.user, days_id))


@router.get("/teams/{team_id}/disruption-preview", response={200: list[MoveOut], **READ})
def preview_disruption(
    request: HttpRequest, team_id: Id, starts_on: Day | None = None, days: int = 1
) -> list[dict[str, Any]]:
    """What a disruption from this day on, or from today, would move; nothing changes."""
    first, length = starts_on or timezone.localdate(), min(max(days, 1), services.MOST_DAYS)
    moves = queries.moves_for(request.user, _team(request, team_id), first, length)
    return [
        {"kind": one.thing._meta.model_name, "id": one.thing.pk, "before": one.before, "after": one.after}
        for one in moves
    ]


@router.post("/teams/{team_id}/disruptions", response={201: DisruptionOut, **WRITE})
def log_disruption(request: HttpRequest, team_id: Id, asked: DisruptionIn) -> Status[Disruption]:
    """Open dates move by so many days, and the charts say why."""
    team = find_team(request.user, team_id)
    return Status(201, services.log_disruption(by=request.user, team=team, **dict(asked)))


@router.post("/disruptions/{disruption_id}/take-back", response={200: DisruptionOut, **WRITE})
def take_disruption_back(request: HttpRequest, disruption_id: Id) -> Disruption:
    """Dates go back as they were, but for those that somebody chose since."""
    row = find(request.user, Disruption, disruption_id, with_ended=True)
    return services.take_disruption_back(by=request.user, disruption=row)


@router.post("/disruptions/{disruption_id}/over", response={200: list[CycleWordsOut], **WRITE})
def end_disruption(request: HttpRequest, disruption_id: Id, over: DisruptionOverIn) -> list[Any]:
    """School runs again: all cycles that rest for it go on today; the answer names them."""
    row = find(request.user, Disruption, disruption_id, with_ended=True)
    found = services.end_disruption(by=request.user, disruption=row, what_changed=over.what_changed)
    return [shown(cycle) for cycle in found]


@router.post("/teams/{team_id}/smallest-cycles", response={201: CycleWordsOut, **WRITE})
def plan_smallest_cycle(request: HttpRequest, team_id: Id, asked: SmallestIn) -> Status[Any]:
    """A minimal cycle in four fields, for days with little room."""
    team = find_team(request.user, team_id)
    return Status(201, shown(services.plan_smallest(by=request.user, team=team, **dict(asked))))
