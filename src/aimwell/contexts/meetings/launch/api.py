"""How a team begins, for programs."""

import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status

from aimwell.contexts.cycles.support.api import SupportRequestOut
from aimwell.contexts.meetings.api.base import language
from aimwell.contexts.meetings.launch import queries, services
from aimwell.contexts.meetings.launch.models import ConditionKey, ConditionState, Host, StepKey, StepState
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Id, Key, Version, Words, line
from aimwell.contexts.people.queries import find_look, find_team, may_edit_team
from aimwell.domain.errors import NotFound

router = Router(tags=["meetings"])


class LaunchStepOut(Schema):
    step: StepKey
    title: str
    fact: str = Field(description="What the work shows by itself; empty where it shows nothing yet.")
    stands: StepState
    reason: str
    version: int = Field(description="To be sent with the next word on this step; 0 where the team said nothing.")


class StepSayIn(Body):
    stands: StepState
    reason: line(300) = Field("", description="Why it is not needed; needed for that.")
    version: Version = 0


class NormsOut(Schema):
    number: int
    agreed_on: datetime.date
    text: str = Field(description="One norm a line.")


class NormsLookOut(Schema):
    """Norms in force and the round that is open. Proposals of others are told once they are shown, without names."""

    now: NormsOut | None
    shown: bool
    mine: str
    proposed: int
    people: int
    proposals: list[str]


class ProposalIn(Body):
    text: Words = Field(description="One norm a line; what you proposed before is replaced.")


class NormsIn(Body):
    text: Words = Field(description="One norm a line.")
    number: Version = Field(description="The version that stood when this was written; 0 before the first.")


class ConditionSayIn(Body):
    condition: ConditionKey
    stands: ConditionState
    wanted: line(300) = Field("", description="What would help.")


class ConditionsIn(Body):
    answers: list[ConditionSayIn] = Field(min_length=1, max_length=6)
    key: Key = None


class ConditionOut(Schema):
    condition: ConditionKey
    title: str
    stands: ConditionState | None
    wanted: str
    request: str = Field(description="The words in which it can be asked for now; empty where there is nothing to ask.")
    asked: int | None = Field(description="The last request for it, among those of support.")


class ConditionsOut(Schema):
    checked_on: datetime.date | None
    out_of_date: bool = Field(description="Checked more than 60 days ago.")
    answers: list[ConditionOut]


class BuildsOnIn(Body):
    host: Host
    text: Words = ""
    version: Version = 0


class BuildsOnOut(Schema):
    host: Host
    text: str
    version: int


class BuildsOnCountOut(Schema):
    """How many teams; never which."""

    attached: int
    alone: int
    unsaid: int


def _own(request: HttpRequest, team_id: int) -> Team:
    """Members only; to others it is not there."""
    team = find_team(request.user, team_id)
    if not may_edit_team(request.user, team):
        raise NotFound
    return team


def _step(row: queries.StepRow) -> dict[str, Any]:
    said = {"reason": row.said.reason, "version": row.said.version} if row.said else {"reason": "", "version": 0}
    return {"step": row.step, "title": row.title, "fact": row.fact, "stands": row.stands, **said}


@router.get("/teams/{team_id}/launch", response={200: list[LaunchStepOut], **READ})
def list_launch_steps(request: HttpRequest, team_id: Id) -> list[dict[str, Any]]:
    """The seven steps of a launch and where each stands."""
    return [_step(row) for row in queries.kit_of(request.user, _own(request, team_id), language())]


@router.put("/teams/{team_id}/launch/{step}", response={200: LaunchStepOut, **EDIT})
def say_launch_step(request: HttpRequest, team_id: Id, step: StepKey, said: StepSayIn) -> dict[str, Any]:
    """What the team says of one step."""
    team = _own(request, team_id)
    services.say_step(by=request.user, team=team, step=step, **dict(said))
    rows = queries.kit_of(request.user, team, language())
    return _step(next(row for row in rows if row.step == step))


@router.post("/teams/{team_id}/primer", response={204: None, **WRITE})
def read_primer(request: HttpRequest, team_id: Id) -> Status[None]:
    """Say that you have read the primer."""
    services.read_primer(by=request.user, team=_own(request, team_id))
    return Status(204, None)


@router.get("/teams/{team_id}/norms", response={200: NormsLookOut, **READ})
def get_norms(request: HttpRequest, team_id: Id) -> dict[str, Any]:
    """The norms in force, and your own proposal."""
    return _norms(request, _own(request, team_id))


@router.put("/teams/{team_id}/norms/proposal", response={200: NormsLookOut, **WRITE})
def propose_norms(request: HttpRequest, team_id: Id, proposal: ProposalIn) -> dict[str, Any]:
    """What you propose; nobody sees it before all is shown."""
    team = _own(request, team_id)
    services.propose_norms(by=request.user, team=team, text=proposal.text)
    return _norms(request, team)


@router.post("/teams/{team_id}/norms/show", response={200: NormsLookOut, **WRITE})
def show_norms(request: HttpRequest, team_id: Id) -> dict[str, Any]:
    """Put all proposals on the table."""
    team = _own(request, team_id)
    services.show_norms(by=request.user, team=team)
    return _norms(request, team)


@router.post("/teams/{team_id}/norms", response={200: NormsOut, **WRITE})
def agree_norms(request: HttpRequest, team_id: Id, agreed: NormsIn) -> Any:
    """The next version of the norms."""
    return services.agree_norms(by=request.user, team=_own(request, team_id), **dict(agreed))


def _norms(request: HttpRequest, team: Team) -> dict[str, Any]:
    look = queries.norms_of(request.user, team)
    told = {name: getattr(look, name) for name in ("now", "shown", "mine", "proposed", "people")}
    return {**told, "proposals": list(look.proposals)}


@router.get("/teams/{team_id}/conditions", response={200: ConditionsOut, **READ})
def get_conditions(request: HttpRequest, team_id: Id) -> dict[str, Any]:
    """What was in place at the last look."""
    return _conditions(request, _own(request, team_id))


@router.post("/teams/{team_id}/conditions", response={200: ConditionsOut, **WRITE})
def check_conditions(request: HttpRequest, team_id: Id, said: ConditionsIn) -> dict[str, Any]:
    """What is in place today."""
    team = _own(request, team_id)
    answers = {one.condition: (one.stands, one.wanted) for one in said.answers}
    services.check_conditions(by=request.user, team=team, answers=answers, key=said.key)
    return _conditions(request, team)


@router.post("/teams/{team_id}/conditions/{condition}/ask", response={200: SupportRequestOut, **WRITE})
def ask_for_condition(request: HttpRequest, team_id: Id, condition: ConditionKey) -> Any:
    """Ask the nearest place that can answer for what the last look did not find in place."""
    team = _own(request, team_id)
    return services.ask_for_condition(by=request.user, team=team, condition=condition, lang=language())


def _conditions(request: HttpRequest, team: Team) -> dict[str, Any]:
    look = queries.conditions_of(request.user, team, language())
    rows = [
        {"condition": row.condition, "title": row.title, "stands": row.answer.stands if row.answer else None,
         "wanted": row.answer.wanted if row.answer else "", "request": row.request,
         "asked": row.asked.pk if row.asked else None}
        for row in look.rows
    ]  # fmt: skip
    return {"checked_on": look.check.checked_on if look.check else None, "out_of_date": look.old, "answers": rows}


@router.put("/teams/{team_id}/builds-on", response={200: BuildsOnOut, **EDIT})
def say_ground(request: HttpRequest, team_id: Id, ground: BuildsOnIn) -> Any:
    """Which work that goes on anyway carries the team."""
    return services.say_ground(by=request.user, team=_own(request, team_id), **dict(ground))


@router.get("/orgs/{org_id}/builds-on", response={200: BuildsOnCountOut, **READ})
def count_grounds(request: HttpRequest, org_id: Id) -> Any:
    """For whoever holds an office here."""
    return queries.grounds_in(find_look(request.user, org_id).org)
