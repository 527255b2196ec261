"""The problem log and goals set from outside, for programs."""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Router
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.api.shared import (
    EDIT,
    READ,
    WRITE,
    Body,
    Day,
    Id,
    KeptOut,
    Key,
    Pages,
    Version,
    Words,
    line,
)
from aimwell.contexts.people.queries import find, find_team, teams_of, visible_to
from aimwell.contexts.theory.api.base import found, keeping
from aimwell.contexts.theory.api.shapes import InquiryOut
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.noticing import services
from aimwell.contexts.theory.noticing.models import MandatedGoal, Noticed, Sighting
from aimwell.domain.errors import NotFound

router = Router(tags=["theory"])


class SightingOut(KeptOut):
    noticed: int = Field(validation_alias="noticed_id")
    seen_on: datetime.date
    what: str


class NoticedOut(KeptOut):
    """A line of the problem log."""

    team: int = Field(validation_alias="owner_team_id")
    text: str
    taken_up: int | None = Field(validation_alias="taken_up_id", description="The inquiry it became.")
    sightings: list[SightingOut]

    @staticmethod
    def resolve_sightings(row: Any) -> list[Sighting]:
        return [one for one in row.sightings.all() if one.ended_at is None]


class GoalOut(KeptOut):
    """A goal set from outside the team."""

    team: int = Field(validation_alias="owner_team_id")
    text: str
    set_by: str
    due_on: datetime.date | None
    inquiries: list[int] = Field(description="The team’s inquiries that serve it; an empty list: no match yet.")

    @staticmethod
    def resolve_inquiries(row: Any) -> list[int]:
        return sorted(one.pk for one in row.inquiries.all() if one.ended_at is None)


class NoticedIn(Body):
    text: line(300, least=1) = Field(description="One line: what students do or miss.")
    seen_on: Day | None = Field(None, description="Today, where it is not sent.")
    what: Words = Field("", description="What was counted, seen or read.")
    key: Key = None


class NoticedChangeIn(Body):
    version: Version
    text: line(300, least=1)


class SightingIn(Body):
    seen_on: Day | None = Field(None, description="Today, where it is not sent.")
    what: Words = ""
    key: Key = None


class GoalIn(Body):
    text: line(500, least=1)
    set_by: line(120, least=1) = Field(description="Such as a funder or the district.")
    due_on: Day | None = None
    key: Key = None


class GoalChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    text: line(500, least=1) = "-"
    set_by: line(120, least=1) = "-"
    due_on: Day | None = None


class GoalMatchIn(Body):
    inquiries: list[Id] = Field(max_length=200, description="All that serve it; those not named are taken off.")


@router.get("/teams/{team_id}/noticed", response={200: list[NoticedOut], **READ})
@paginate(Pages)
def list_noticed(request: HttpRequest, team_id: Id) -> QuerySet[Noticed]:
    """The team’s problem log; lines that were taken up name their inquiry."""
    return visible_to(request.user, Noticed, team=_own(request, team_id)).prefetch_related("sightings")


@router.post("/teams/{team_id}/noticed", response={201: NoticedOut, **WRITE})
def notice_problem(request: HttpRequest, team_id: Id, noticed: NoticedIn) -> Status[Noticed]:
    """One line for the log, with the day on which it was seen."""
    team = find_team(request.user, team_id)
    return Status(201, services.notice(by=request.user, team=team, **dict(noticed)))


@router.patch("/noticed/{noticed_id}", response={200: NoticedOut, **EDIT})
def change_noticed(request: HttpRequest, noticed_id: Id, noticed: NoticedChangeIn) -> Noticed:
    """Other words for a line of the log."""
    row = found(request, Noticed, noticed_id)
    return services.change_noticed(by=request.user, noticed=row, version=noticed.version, text=noticed.text)


@router.post("/noticed/{noticed_id}/sightings", response={201: SightingOut, **WRITE})
def see_again(request: HttpRequest, noticed_id: Id, seen: SightingIn) -> Status[Sighting]:
    """It was there again: one more date."""
    row = found(request, Noticed, noticed_id)
    return Status(201, services.see_again(by=request.user, noticed=row, **dict(seen)))


@router.post("/noticed/{noticed_id}/take-up", response={200: InquiryOut, **WRITE})
def take_up_noticed(request: HttpRequest, noticed_id: Id) -> Inquiry:
    """It becomes an inquiry; a second call gives the same one back."""
    return services.take_up(by=request.user, noticed=found(request, Noticed, noticed_id))


@router.get("/teams/{team_id}/goals", response={200: list[GoalOut], **READ})
@paginate(Pages)
def list_goals(request: HttpRequest, team_id: Id) -> QuerySet[MandatedGoal]:
    """Goals set from outside, each with the inquiries that serve it."""
    return visible_to(request.user, MandatedGoal, team=_own(request, team_id)).prefetch_related("inquiries")


@router.post("/teams/{team_id}/goals", response={201: GoalOut, **WRITE})
def add_goal(request: HttpRequest, team_id: Id, goal: GoalIn) -> Status[MandatedGoal]:
    """A goal that somebody outside the team set."""
    team = find_team(request.user, team_id)
    return Status(201, services.add_goal(by=request.user, team=team, **dict(goal)))


@router.patch("/goals/{goal_id}", response={200: GoalOut, **EDIT})
def change_goal(request: HttpRequest, goal_id: Id, goal: GoalChangeIn) -> MandatedGoal:
    """Other words, another source or day."""
    row = found(request, MandatedGoal, goal_id)
    facts = goal.over(row, "text", "set_by", "due_on")
    return services.change_goal(by=request.user, goal=row, version=goal.version, **facts)


@router.put("/goals/{goal_id}/inquiries", response={200: GoalOut, **WRITE})
def match_goal(request: HttpRequest, goal_id: Id, match: GoalMatchIn) -> MandatedGoal:
    """The inquiries of the team that serve this goal."""
    row = found(request, MandatedGoal, goal_id)
    chosen = [find(request.user, Inquiry, pk) for pk in dict.fromkeys(match.inquiries)]
    return services.match_goal(by=request.user, goal=row, inquiries=chosen)


keeping(
    router, "noticed", "noticed", Noticed, NoticedOut, services=services,
    aside_words="Out of the log, with a reason; it can come back.", restore_words="Bring it back with its dates.",
)  # fmt: skip
keeping(
    router, "sighting", "sightings", Sighting, SightingOut, services=services,
    aside_words="Take one date off a line of the log.", restore_words="Put the date back.",
)  # fmt: skip
keeping(
    router, "goal", "goals", MandatedGoal, GoalOut, services=services,
    aside_words="Out of sight; it can come back with its matches.",
)  # fmt: skip


def _own(request: HttpRequest, team_id: int) -> Team:
    """A team of the reader's own; to others its log is not there."""
    team = teams_of(request.user).filter(pk=team_id).first()
    if team is None:
        raise NotFound
    return team
