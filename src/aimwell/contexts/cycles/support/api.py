"""What a team needs from others so that a cycle can run, and the answer of whoever can give it."""

import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.support import services
from aimwell.contexts.cycles.support.models import SupportAnswer, SupportKind, SupportRequest
from aimwell.contexts.cycles.support.queries import find_asked_here, places_to_ask, support_for
from aimwell.contexts.people.api.shared import READ, WRITE, Body, Day, Id, KeptOut, Key, Pages, line
from aimwell.contexts.people.queries import find, find_team, teams_of, visible_to
from aimwell.contexts.theory.api.base import found
from aimwell.domain.errors import NotFound, Refused

router = Router(tags=["cycles"])


class SupportRequestOut(KeptOut):
    """A request for support, with its answer."""

    team: int = Field(validation_alias="owner_team_id")
    cycle: int | None = Field(validation_alias="cycle_id")
    kind: SupportKind = Field(validation_alias="help_kind")
    text: str
    needed_by: datetime.date | None
    org: int | None = Field(validation_alias="asked_org_id", description="Who is asked; empty: the team’s own list.")
    who_could_help: str
    said: str = Field(description="yes, partly or no; empty while it waits.")
    words: str = Field(validation_alias="said_words")
    said_for: datetime.date | None
    answered_at: datetime.datetime | None
    noted: bool = Field(description="The team wrote the answer down itself.")


class AskedHereOut(Schema):
    """What a team asks of a place where you hold an office."""

    id: int
    team: str
    org: int = Field(validation_alias="asked_org_id")
    kind: SupportKind = Field(validation_alias="help_kind")
    text: str
    needed_by: datetime.date | None
    created_at: datetime.datetime
    said: str
    words: str = Field(validation_alias="said_words")
    said_for: datetime.date | None
    answered_at: datetime.datetime | None

    @staticmethod
    def resolve_team(row: Any) -> str:
        return str(row.owner_team.name)


class SupportRequestIn(Body):
    kind: SupportKind
    text: line(500, least=1) = Field(description="In the asker’s own words; nothing about people.")
    org: Id | None = Field(None, description="An organization above the team where somebody holds an office.")
    cycle: Id | None = None
    needed_by: Day | None = None
    who_could_help: line(200) = ""
    key: Key = None


class SupportSaidIn(Body):
    said: SupportAnswer
    words: line(500) = Field("", description="“partly” and “no” need one sentence.")
    said_for: Day | None = None


@router.get("/teams/{team_id}/support-requests", response={200: list[SupportRequestOut], **READ})
@paginate(Pages)
def list_support(request: HttpRequest, team_id: Id) -> Any:
    """What your team asked for, the latest first."""
    team = teams_of(request.user).filter(pk=team_id).first()
    if team is None:
        raise NotFound
    return visible_to(request.user, SupportRequest, team=team)


@router.post("/teams/{team_id}/support-requests", response={201: SupportRequestOut, **WRITE})
def ask_support(request: HttpRequest, team_id: Id, sent: SupportRequestIn) -> Status[SupportRequest]:
    """Ask a place above your team, or keep it on your own list."""
    team = find_team(request.user, team_id)
    org = next((place.org for place in places_to_ask(team) if place.org.pk == sent.org), None)
    services.require_member(by=request.user, team=team)
    if sent.org is not None and org is None:
        raise Refused("no_such_place")
    cycle = find(request.user, Cycle, sent.cycle) if sent.cycle else None
    facts = {"kind": sent.kind, "text": sent.text, "needed_by": sent.needed_by, "key": sent.key}
    made = services.ask_support(
        by=request.user, team=team, org=org, cycle=cycle, who_could_help=sent.who_could_help, **facts
    )
    return Status(201, made)


@router.post("/support-requests/{support_id}/back", response={200: SupportRequestOut, **WRITE})
def take_back_support(request: HttpRequest, support_id: Id) -> SupportRequest:
    """Take it back while nobody has answered."""
    return services.take_back_support(by=request.user, request=found(request, SupportRequest, support_id))


@router.post("/support-requests/{support_id}/again", response={200: SupportRequestOut, **WRITE})
def ask_support_again(request: HttpRequest, support_id: Id) -> SupportRequest:
    """Ask again for what was taken back."""
    return services.ask_support_again(by=request.user, request=found(request, SupportRequest, support_id))


@router.post("/support-requests/{support_id}/note", response={200: SupportRequestOut, **WRITE})
def note_support_answer(request: HttpRequest, support_id: Id, sent: SupportSaidIn) -> SupportRequest:
    """Write down an answer that your team heard."""
    row = found(request, SupportRequest, support_id)
    return services.note_answer(by=request.user, request=row, **dict(sent))


@router.get("/support-requests", response={200: list[AskedHereOut], **READ})
@paginate(Pages)
def list_support_asked_here(request: HttpRequest) -> Any:
    """What teams ask of the places where you hold an office, the latest first."""
    return support_for(request.user)


@router.post("/support-requests/{support_id}/answer", response={200: AskedHereOut, **WRITE})
def answer_support(request: HttpRequest, support_id: Id, sent: SupportSaidIn) -> SupportRequest:
    """Answer what was asked of you. The team sees it, and how many days it took."""
    row = find_asked_here(request.user, support_id)
    return services.answer_support(by=request.user, request=row, **dict(sent))
