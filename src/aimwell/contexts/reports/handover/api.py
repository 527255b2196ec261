"""Handing open work on, for programs."""

from __future__ import annotations

import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Router, Schema

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.api.shared import READ, WRITE, Body, Id, line
from aimwell.contexts.people.models import Membership
from aimwell.contexts.people.queries import find_team, may_edit_team
from aimwell.contexts.people.services import require_member
from aimwell.contexts.reports.handover import queries, services
from aimwell.contexts.reports.handover.models import WorkKind
from aimwell.contexts.reports.handover.services import Choice
from aimwell.domain.errors import NotFound

router = Router(tags=["handing on"])


class OpenWorkOut(Schema):
    item: str = Field(validation_alias="key", description='Send it back with what you decide, such as "cycle-12".')
    kind: WorkKind
    id: int = Field(validation_alias="pk")
    title: str
    page: str = Field(validation_alias="url")
    on: datetime.date | None = Field(description="Its next date.")
    holder: int | None = Field(description="The place in the team that keeps it; empty where nobody does.")
    parked: str = Field(description="Why it is parked; empty where it is not.")

    @staticmethod
    def resolve_holder(item: queries.Item) -> int | None:
        return item.holder.pk if item.holder else None


class ChoiceIn(Body):
    item: Annotated[str, Field(max_length=40)]
    to: Id | None = Field(None, description="The place that takes it; parked without one.")
    why: line(300) = ""  # type: ignore[valid-type]


Choices = Annotated[list[ChoiceIn], Field(max_length=500)]


class HandOnIn(Body):
    choices: Choices


class HandOverIn(Body):
    choices: Choices = []
    lead: Id | None = Field(None, description="The place that leads from now on.")


class LeftOut(Schema):
    member: int
    ended: datetime.date
    without_owner: list[OpenWorkOut]


@router.get("/teams/{team_id}/open-work", response={200: list[OpenWorkOut], **READ})
def list_open_work(request: HttpRequest, team_id: Id) -> list[queries.Item]:
    """Open cycles, measures somebody collects, and numbers on their way in, each with who keeps it. For members."""
    return queries.work_of(_own(request, team_id)).items


@router.post("/teams/{team_id}/open-work", response={200: list[OpenWorkOut], **WRITE})
def hand_on(request: HttpRequest, team_id: Id, sent: HandOnIn) -> list[queries.Item]:
    """Give open work to somebody, or park it with a reason."""
    team = find_team(request.user, team_id)
    services.hand_on(by=request.user, team=team, choices=_choices(sent.choices))
    return queries.work_of(team).items


@router.post("/members/{member_id}/hand-over", response={200: LeftOut, **WRITE})
def hand_over(request: HttpRequest, member_id: Id, sent: HandOverIn) -> dict[str, Any]:
    """Hand on what somebody keeps, then end their place. What is not chosen has no owner until somebody takes it."""
    place = Membership.objects.select_related("user", "team__org").filter(pk=member_id, ended=None).first()
    if place is None or not may_edit_team(request.user, place.team):
        raise NotFound
    services.hand_over(by=request.user, place=place, choices=_choices(sent.choices), lead=sent.lead)
    return {"member": place.pk, "ended": place.ended, "without_owner": queries.work_of(place.team).without_owner}


def _choices(sent: list[ChoiceIn]) -> list[Choice]:
    return [Choice(one.item, one.to, one.why) for one in sent]


def _own(request: HttpRequest, team_id: int) -> Team:
    team = find_team(request.user, team_id)
    require_member(by=request.user, team=team)
    return team
