"""Ways to lead a talk, and the talks that were led, for programs."""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.meetings.api.base import language, member
from aimwell.contexts.meetings.api.shapes import MeetingDecisionOut
from aimwell.contexts.meetings.models import Decision, Meeting
from aimwell.contexts.meetings.protocols import queries, services
from aimwell.contexts.meetings.protocols.models import ProtocolRun, ProtocolStep, RunStep, TeamProtocol
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
from aimwell.contexts.people.models import Membership
from aimwell.contexts.people.queries import find, find_team, may_edit_team, members_of
from aimwell.contexts.theory.api.base import found, keeping
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.rhythm.protocols import MOST_STEP_MINUTES, PROTOCOLS, Protocol

router = Router(tags=["meetings"])
SEEDS = " ".join(one.key for one in PROTOCOLS)


class TeamProtocolOut(KeptOut):
    """A protocol in the words of a team."""

    seed: str = Field(description="The protocol it was made from.")
    name: str
    purpose: str
    when_to_use: str
    presents: bool = Field(description="Somebody brings something of their own.")


class ProtocolStepOut(KeptOut):
    protocol: int = Field(validation_alias="protocol_id")
    title: str
    minutes: int
    prompt: str


class ProtocolLineOut(Schema):
    step: int | None = Field(description="Its number, in a protocol of the team.")
    title: str
    minutes: int
    prompt: str


class ProtocolOut(Schema):
    """One protocol, seeded or of the team, in the language you ask for."""

    seed: str
    protocol: int | None = Field(description="Its number, where it is the team’s own.")
    name: str
    purpose: str
    when_to_use: str
    presents: bool
    minutes: int
    roles: list[str]
    steps: list[ProtocolLineOut]


class ProtocolRunOut(KeptOut):
    """One talk. A role is the number of a place in the team."""

    seed: str
    protocol: int | None = Field(validation_alias="protocol_id")
    name: str
    meeting: int | None = Field(validation_alias="meeting_id")
    presenter: int | None = Field(validation_alias="presenter_id")
    leader: int | None = Field(validation_alias="leader_id")
    timekeeper: int | None = Field(validation_alias="timekeeper_id")
    note_taker: int | None = Field(validation_alias="note_taker_id")
    finished_at: datetime.datetime | None


class RunStepOut(Schema):
    id: int
    version: int
    title: str
    minutes: int
    prompt: str
    said: str


class RunLookOut(Schema):
    """One talk whole, with what was said; for members of the team only."""

    run: ProtocolRunOut
    name: str
    here: int = Field(description="The step that is talked about.")
    left: int | None = Field(description="Seconds left of it, below zero where it runs over.")
    steps: list[RunStepOut]


Minutes = Field(ge=1, le=MOST_STEP_MINUTES)
Place = Field(None, description="A place in the team.")


class ProtocolCopyIn(Body):
    seed: line(20, least=1) = Field(description=f"One of: {SEEDS}.")
    key: Key = None


class ProtocolChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    name: line(80) = ""
    purpose: line(200) = ""
    when_to_use: line(300) = ""
    presents: bool = False


class ProtocolStepIn(Body):
    title: line(120, least=1)
    minutes: int = Minutes
    prompt: line(300) = ""
    key: Key = None


class ProtocolStepChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    title: line(120) = ""
    minutes: int = Field(5, ge=1, le=MOST_STEP_MINUTES)
    prompt: line(300) = ""


class ProtocolMoveIn(Body):
    up: bool


class RolesIn(Body):
    meeting: Id | None = Field(None, description="A meeting of the team.")
    presenter: Id | None = Place
    leader: Id | None = Place
    timekeeper: Id | None = Place
    note_taker: Id | None = Place


class ProtocolRunIn(RolesIn):
    seed: line(20) = Field("", description="A seeded protocol; or send `protocol`.")
    protocol: Id | None = Field(None, description="A protocol of the team.")
    key: Key = None


class ProtocolRunChangeIn(RolesIn):
    """What is not sent stays as it is."""

    version: Version


class RunSaidIn(Body):
    version: Version
    said: Words


class RunGoIn(Body):
    step: Id


class RunDecisionIn(Body):
    text: line(300, least=1)
    owner: Id | None = Place
    owner_name: line(120) = ""
    due_on: Day | None = None
    key: Key = None


def _team(request: HttpRequest, team_id: int) -> Team:
    """Members only; to others it is not there."""
    team = find_team(request.user, team_id)
    if not may_edit_team(request.user, team):
        raise NotFound
    return team


def _look(look: queries.Look) -> dict[str, Any]:
    told = {name: getattr(look, name) for name in ("name", "purpose", "when_to_use", "presents", "minutes")}
    steps = [
        {"step": row.step.pk if row.step else None, "title": row.title, "minutes": row.minutes, "prompt": row.prompt}
        for row in look.steps
    ]
    own = look.own.pk if look.own else None
    return {**told, "seed": look.key, "protocol": own, "roles": [one.name for one in look.roles], "steps": steps}


def _roles(request: HttpRequest, team: Team, sent: dict[str, Any]) -> dict[str, Any]:
    """The roles and the meeting as the rows they mean. Raises Refused("unknown_choice"), NotFound."""
    told = {name: _place(team, sent[name]) for name in services.ROLES if name in sent}
    if "meeting" in sent:
        told["meeting"] = None if sent["meeting"] is None else find(request.user, Meeting, sent["meeting"])
    return told


def _place(team: Team, pk: int | None) -> Membership | None:
    place = None if pk is None else members_of(team).filter(pk=pk).first()
    if pk is not None and place is None:
        raise Refused("unknown_choice", value=pk)
    return place


@router.get("/teams/{team_id}/protocols", response={200: list[ProtocolOut], **READ})
@paginate(Pages)
def list_protocols(request: HttpRequest, team_id: Id) -> list[dict[str, Any]]:
    """Those of the team first, then those that come with Aimwell."""
    team, lang = _team(request, team_id), language()
    own = [queries.own_look(one, lang) for one in queries.own_protocols(request.user, team)]
    return [_look(one) for one in (*own, *queries.all_seeded(lang))]


@router.post("/teams/{team_id}/protocols", response={201: TeamProtocolOut, **WRITE})
def copy_protocol(request: HttpRequest, team_id: Id, sent: ProtocolCopyIn) -> Status[TeamProtocol]:
    """A seeded protocol as the team’s own, in your language, to be changed."""
    made = services.make_own(
        by=request.user, team=_team(request, team_id), seed=sent.seed, lang=language(), key=sent.key
    )
    return Status(201, made)


@router.get("/protocols/{protocol_id}", response={200: ProtocolOut, **READ})
def get_protocol(request: HttpRequest, protocol_id: Id) -> dict[str, Any]:
    """A protocol of the team, with its steps."""
    return _look(queries.own_look(queries.find_own(request.user, protocol_id), language()))


@router.patch("/protocols/{protocol_id}", response={200: TeamProtocolOut, **EDIT})
def change_protocol(request: HttpRequest, protocol_id: Id, change: ProtocolChangeIn) -> TeamProtocol:
    one = queries.find_own(request.user, protocol_id)
    return services.change_own(by=request.user, protocol=one, version=change.version, **change.sent())


@router.post("/protocols/{protocol_id}/take-back", response={200: TeamProtocolOut, **WRITE})
def take_protocol_back(request: HttpRequest, protocol_id: Id) -> Any:
    """Its words as they were before the last change."""
    return services.take_back(by=request.user, thing=queries.find_own(request.user, protocol_id))


@router.post("/protocols/{protocol_id}/steps", response={201: ProtocolStepOut, **WRITE})
def add_protocol_step(request: HttpRequest, protocol_id: Id, step: ProtocolStepIn) -> Status[ProtocolStep]:
    """One more step, at the end."""
    one = queries.find_own(request.user, protocol_id)
    return Status(201, services.add_step(by=request.user, protocol=one, **dict(step)))


@router.patch("/protocol-steps/{step_id}", response={200: ProtocolStepOut, **EDIT})
def change_protocol_step(request: HttpRequest, step_id: Id, change: ProtocolStepChangeIn) -> ProtocolStep:
    row = found(request, ProtocolStep, step_id)
    return services.change_step(by=request.user, step=row, version=change.version, **change.sent())


@router.post("/protocol-steps/{step_id}/move", response={200: ProtocolStepOut, **WRITE})
def move_protocol_step(request: HttpRequest, step_id: Id, move: ProtocolMoveIn) -> ProtocolStep:
    """One place up or down."""
    return services.move_step(by=request.user, step=found(request, ProtocolStep, step_id), up=move.up)


@router.post("/protocol-steps/{step_id}/take-back", response={200: ProtocolStepOut, **WRITE})
def take_protocol_step_back(request: HttpRequest, step_id: Id) -> Any:
    """Its words and minutes as they were before the last change."""
    return services.take_back(by=request.user, thing=found(request, ProtocolStep, step_id))


@router.get("/teams/{team_id}/protocol-runs", response={200: list[ProtocolRunOut], **READ})
@paginate(Pages)
def list_protocol_runs(request: HttpRequest, team_id: Id) -> QuerySet[ProtocolRun]:
    """Talks of the team, the newest first. Members only."""
    return queries.runs_of(request.user, _team(request, team_id))


@router.post("/teams/{team_id}/protocol-runs", response={201: ProtocolRunOut, **WRITE})
def start_protocol_run(request: HttpRequest, team_id: Id, run: ProtocolRunIn) -> Status[ProtocolRun]:
    """Begin a talk at its first step."""
    team = _team(request, team_id)
    source: Protocol | TeamProtocol = (
        queries.seeded(run.seed) if run.protocol is None else queries.find_own(request.user, run.protocol)
    )
    if isinstance(source, TeamProtocol) and source.owner_team_id != team.pk:
        raise NotFound
    facts = _roles(request, team, run.sent("seed", "protocol"))
    made = services.start_run(by=request.user, team=team, source=source, lang=language(), key=run.key, **facts)
    return Status(201, made)


@router.get("/protocol-runs/{run_id}", response={200: RunLookOut, **READ})
def get_protocol_run(request: HttpRequest, run_id: Id) -> dict[str, Any]:
    """The talk with what was said in each step."""
    view = queries.run_view(request.user, run_id, language())
    steps = [
        {
            "id": row.step.pk, "version": row.step.version, "title": row.title, "minutes": row.step.minutes,
            "prompt": row.prompt, "said": row.said,
        }
        for row in view.steps
    ]  # fmt: skip
    return {"run": view.run, "name": view.name, "here": view.here.step.pk, "left": view.left, "steps": steps}


@router.patch("/protocol-runs/{run_id}", response={200: ProtocolRunOut, **EDIT})
def change_protocol_run(request: HttpRequest, run_id: Id, change: ProtocolRunChangeIn) -> ProtocolRun:
    """Which meeting it belongs to, and who has which role."""
    run = queries.find_run(request.user, run_id)
    facts = _roles(request, run.owner_team, change.sent())
    return services.change_run(by=request.user, run=run, version=change.version, **facts)


@router.patch("/protocol-run-steps/{step_id}", response={200: RunStepOut, **EDIT})
def write_run_step(request: HttpRequest, step_id: Id, said: RunSaidIn) -> RunStep:
    """What was said in one step."""
    return services.write(by=request.user, step=queries.find_run_step(request.user, step_id), **dict(said))


@router.post("/protocol-runs/{run_id}/move", response={200: ProtocolRunOut, **WRITE})
def move_protocol_run(request: HttpRequest, run_id: Id, move: RunGoIn) -> ProtocolRun:
    """Go to a step of this talk."""
    run, step = queries.find_run(request.user, run_id), queries.find_run_step(request.user, move.step)
    services.go_to(by=request.user, run=run, step=step)
    return run


@router.post("/protocol-runs/{run_id}/begin-again", response={200: ProtocolRunOut, **WRITE})
def begin_run_step_again(request: HttpRequest, run_id: Id) -> ProtocolRun:
    """The minutes of the step start anew."""
    run = queries.find_run(request.user, run_id)
    services.begin_again(by=request.user, run=run)
    return run


@router.post("/protocol-runs/{run_id}/finish", response={200: ProtocolRunOut, **WRITE})
def finish_protocol_run(request: HttpRequest, run_id: Id) -> ProtocolRun:
    """It is kept as it stands."""
    return services.finish(by=request.user, run=queries.find_run(request.user, run_id))


@router.post("/protocol-runs/{run_id}/reopen", response={200: ProtocolRunOut, **WRITE})
def reopen_protocol_run(request: HttpRequest, run_id: Id) -> ProtocolRun:
    """Go on where it stopped."""
    return services.reopen(by=request.user, run=queries.find_run(request.user, run_id))


@router.post("/protocol-runs/{run_id}/decisions", response={201: MeetingDecisionOut, **WRITE})
def decide_in_run(request: HttpRequest, run_id: Id, decision: RunDecisionIn) -> Status[Decision]:
    """What came out of it, as a decision of its meeting."""
    run, told = queries.find_run(request.user, run_id), dict(decision)
    owner = member(run.owner_team, told.pop("owner"))
    return Status(201, services.decide(by=request.user, run=run, owner=owner, **told))


keeping(router, "protocol", "protocols", TeamProtocol, TeamProtocolOut, services=services)
keeping(router, "protocol_step", "protocol-steps", ProtocolStep, ProtocolStepOut, services=services)
keeping(router, "protocol_run", "protocol-runs", ProtocolRun, ProtocolRunOut, services=services)
