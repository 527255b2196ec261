"""A cause sent to the level that controls it, and what is answered there."""

import datetime
from typing import Literal, Self

from django.http import HttpRequest
from ninja import Field, Schema
from ninja.pagination import paginate
from ninja.responses import Status
from pydantic import model_validator

from aimwell.contexts.people.api.shared import READ, WRITE, Body, Id, Key, Pages, line
from aimwell.contexts.people.queries import find_team
from aimwell.contexts.theory import services
from aimwell.contexts.theory.api.base import found, router
from aimwell.contexts.theory.models import Cause, Escalation, SentState
from aimwell.contexts.theory.queries.escalations import answers_for, find_sent_here, places_above
from aimwell.domain.errors import NotFound


class SendUpIn(Body):
    """To an organization above the team, or to the hub of one of its networks."""

    sentence: line(500, least=1)
    org: Id | None = None
    network: Id | None = None
    key: Key = None


class SentAnswerIn(Body):
    """Accept or decline it, or take it up as the problem of a team of your own."""

    state: Literal["accepted", "declined", "project"]
    answer: line(500) = Field("", description="A no needs one.")
    team: Id | None = Field(None, description="For a project: one of your teams.")

    @model_validator(mode="after")
    def _team(self) -> Self:
        if self.state == "project" and self.team is None:
            raise ValueError("a project needs a team")
        return self


class SentOut(Schema):
    id: int
    cause: int = Field(validation_alias="cause_id")
    cause_text: str
    sentence: str
    state: SentState
    answer: str
    place: str
    team: str = Field(description="The team that sent it.")
    created_at: datetime.datetime
    answered_at: datetime.datetime | None

    @staticmethod
    def resolve_place(row: Escalation) -> str:
        return str(row.place)

    @staticmethod
    def resolve_team(row: Escalation) -> str:
        return row.cause.bone.inquiry.owner_team.name


@router.post("/causes/{cause_id}/send", response={201: SentOut, **WRITE})
def send_cause_up(request: HttpRequest, cause_id: Id, sent: SendUpIn) -> Status[Escalation]:
    """Send it to the level that controls it. Only the cause, your sentence and the team's name are seen there."""
    cause = found(request, Cause, cause_id)
    above = places_above(cause.bone.inquiry.owner_team)
    org = next((one for one in above.orgs if one.pk == sent.org), None)
    network = next((one for one in above.networks if one.pk == sent.network), None)
    facts = {"sentence": sent.sentence, "org": org, "network": network, "key": sent.key}
    return Status(201, services.send_up(by=request.user, cause=cause, **facts))


@router.post("/sent/{sent_id}/back", response={200: SentOut, **WRITE})
def take_back_sent(request: HttpRequest, sent_id: Id) -> Escalation:
    """Take it back while nobody has answered."""
    return services.take_back_sent(by=request.user, sent=found(request, Escalation, sent_id))


@router.get("/sent", response={200: list[SentOut], **READ})
@paginate(Pages)
def list_sent_here(request: HttpRequest) -> object:
    """What teams sent to the places where you hold an office, the latest first."""
    return answers_for(request.user).order_by("-id")


@router.post("/sent/{sent_id}/answer", response={200: SentOut, **WRITE})
def answer_sent(request: HttpRequest, sent_id: Id, said: SentAnswerIn) -> Escalation:
    """Answer what was sent to you; the team reads it on the cause."""
    sent = find_sent_here(request.user, sent_id)
    if said.state == SentState.PROJECT:
        if said.team is None:
            raise NotFound
        team = find_team(request.user, said.team)
        return services.start_linked_project(by=request.user, sent=sent, team=team, answer=said.answer)
    return services.answer_sent(by=request.user, sent=sent, state=said.state, answer=said.answer)
