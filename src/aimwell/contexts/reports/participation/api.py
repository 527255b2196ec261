"""Pausing and coming back, and where a hand may help, for programs."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import get_language
from ninja import Field, Router, Schema

from aimwell.contexts.orgs.models import Taking, Team
from aimwell.contexts.people.api.shared import READ, WRITE, Body, Day, Id, Problem, line
from aimwell.contexts.people.queries import find_team, may_edit_team
from aimwell.contexts.people.services import require_member
from aimwell.contexts.reports.participation import queries, services
from aimwell.contexts.reports.queries import team_view
from aimwell.domain.errors import NotFound
from aimwell.domain.rhythm.fragile import Cause

router = Router(tags=["taking part"])


class MovingOut(Schema):
    cycle: int
    before: datetime.date
    after: datetime.date


class ReturnOut(Schema):
    team: int
    since: datetime.date | None = Field(description="First day of the last stretch away.")
    next_step: str = Field(description="The one step for today.")
    page: str
    moved: list[MovingOut] = Field(description="Days to look that moved.")
    can_move: list[MovingOut] = Field(description="Days to look that still can.")
    open_cycles: list[int]
    elsewhere: list[int] = Field(description="Cycles that other teams finished meanwhile and opened to you.")


class HelpOut(Schema):
    team: int
    name: str
    last_work: datetime.date


class VacancyOut(Schema):
    team: int
    name: str
    no_lead_since: datetime.date


class SchoolTeamOut(Schema):
    team: int
    name: str
    state: Taking
    since: datetime.date | None


class SupportReasonOut(Schema):
    """A fact about time or places, and what often helps; in the language of the reader."""

    cause: Cause
    words: str
    help: str


class TakingPartOut(Schema):
    team: int
    state: Taking
    since: datetime.date | None = Field(description="Empty for a team that has always taken part.")
    reason: str
    expected_return: datetime.date | None
    hub_agreed: bool = Field(description="Whether the hub may hear of it after 180 quiet days.")
    last_work: datetime.date = Field(description="The day of the last note, count or change.")
    long_gaps: int = Field(description="How often nothing happened for 180 days or more, days away included.")
    may_help: list[SupportReasonOut] = Field(description="What may help the team now; it reads it before others do.")


class FragileOut(Schema):
    team: int
    name: str
    reasons: list[SupportReasonOut]


class SupportOut(Schema):
    may_welcome_support: list[FragileOut] = Field(
        description="For coaches, sponsors and district teams, by name; the team reads the same words first."
    )
    welcome_a_call: list[HelpOut]
    without_lead: list[VacancyOut]
    school: list[SchoolTeamOut]


class StepOutIn(Body):
    state: Literal["paused", "left"] = "paused"
    reason: line(300) = ""  # type: ignore[valid-type]
    expected_return: Day | None = None


class CyclesIn(Body):
    cycles: Annotated[list[Id], Field(max_length=500)] | None = Field(
        None, description="Only these cycles move; all that can without it."
    )


class AgreedIn(Body):
    agreed: bool


class PauseIn(Body):
    reason: line(300) = ""  # type: ignore[valid-type]
    expected_return: Day | None = None


class NothingIn(Body):
    """Nothing has to be said."""


@router.get("/teams/{team_id}/taking-part", response={200: TakingPartOut, **READ})
def get_taking_part(request: HttpRequest, team_id: Id) -> dict[str, Any]:
    """Whether the team takes part just now. For its members."""
    return _told(request, _own(request, team_id))


@router.post("/teams/{team_id}/step-out", response={200: TakingPartOut, **WRITE})
def step_out(request: HttpRequest, team_id: Id, sent: StepOutIn) -> dict[str, Any]:
    """Pause or leave from today. Nothing is due then, and all work stays."""
    team = _open(request, team_id)
    fields = {**dict(sent), "state": Taking(sent.state)}
    services.step_out(by=request.user, team=team, **fields)
    return _told(request, team)


@router.post("/teams/{team_id}/resume", response={200: ReturnOut, **WRITE})
def resume(request: HttpRequest, team_id: Id, sent: CyclesIn) -> dict[str, Any]:
    """Take part again from today; days to look move by as long as the team was away."""
    team = _open(request, team_id)
    services.resume(by=request.user, team=team, cycles=sent.cycles)
    return _return(request, team)


@router.post("/teams/{team_id}/resume/dates", response={200: ReturnOut, **WRITE})
def move_dates(request: HttpRequest, team_id: Id, sent: CyclesIn) -> dict[str, Any]:
    """Move days to look after the principal has taken the team up again."""
    team = _open(request, team_id)
    services.move_dates(by=request.user, team=team, cycles=sent.cycles)
    return _return(request, team)


@router.post("/teams/{team_id}/resume/undo", response={200: TakingPartOut, **WRITE})
def take_back_return(request: HttpRequest, team_id: Id, sent: NothingIn) -> dict[str, Any]:
    """Away again as if the team had not come back, with its dates; for two weeks."""
    team = _open(request, team_id)
    services.take_back_return(by=request.user, team=team)
    return _told(request, team)


@router.post("/teams/{team_id}/hub-hears", response={200: TakingPartOut, **WRITE})
def agree_to_hub(request: HttpRequest, team_id: Id, sent: AgreedIn) -> dict[str, Any]:
    """Whether the hub may hear of it after 180 quiet days."""
    team = _open(request, team_id)
    services.agree_to_hub(by=request.user, team=team, agreed=sent.agreed)
    return _told(request, team)


@router.get("/teams/{team_id}/welcome-back", response={200: ReturnOut, **READ})
def get_return(request: HttpRequest, team_id: Id) -> dict[str, Any]:
    """What a team finds when it comes back: one next step, what is open, what others learned."""
    return _return(request, _own(request, team_id))


@router.get("/support", response={200: SupportOut, 401: Problem})
def get_support(request: HttpRequest) -> dict[str, Any]:
    """Where you can help from outside: as a coach, a hub or a principal. Sorted by name."""
    found = queries.support_of(request.user, timezone.localdate())
    fragile = queries.may_welcome_support(request.user, get_language() or "en", found.today)
    return {
        "may_welcome_support": [
            {"team": one.team.pk, "name": one.team.name, "reasons": _reasons(one)} for one in fragile
        ],
        "welcome_a_call": [{**_named(one), "last_work": one.quiet.last} for one in found.welcome_a_call],
        "without_lead": [{**_named(one), "no_lead_since": one.no_lead_since} for one in found.without_lead],
        "school": [{**_named(one), "state": one.taking, "since": one.since} for one in found.school],
    }


@router.post("/support/teams/{team_id}/pause", response={200: SchoolTeamOut, **WRITE})
def pause_team_of_school(request: HttpRequest, team_id: Id, sent: PauseIn) -> dict[str, Any]:
    """A principal pauses a team of the school, in one step."""
    team = queries.led_team(request.user, team_id)
    services.step_out(by=request.user, team=team, **dict(sent))
    return _of_school(request, team)


@router.post("/support/teams/{team_id}/resume", response={200: SchoolTeamOut, **WRITE})
def resume_team_of_school(request: HttpRequest, team_id: Id, sent: NothingIn) -> dict[str, Any]:
    """A principal takes a team of the school up again; the team moves its own dates."""
    team = queries.led_team(request.user, team_id)
    services.resume(by=request.user, team=team)
    return _of_school(request, team)


def _open(request: HttpRequest, team_id: int) -> Team:
    """Raises NotFound for a team that the caller may not know, NotAllowed for one of others."""
    team = find_team(request.user, team_id)
    require_member(by=request.user, team=team)
    return team


def _own(request: HttpRequest, team_id: int) -> Team:
    team = find_team(request.user, team_id)
    if not may_edit_team(request.user, team):
        raise NotFound
    return team


def _reasons(one: queries.Fragile) -> list[dict[str, Any]]:
    return [
        {"cause": cause, "words": words, "help": help_}
        for cause, (words, help_) in zip(one.causes, one.reasons, strict=True)
    ]


def _named(one: queries.TeamState) -> dict[str, Any]:
    return {"team": one.team.pk, "name": one.team.name}


def _of_school(request: HttpRequest, team: Team) -> dict[str, Any]:
    one = queries.state_of(request.user, team)
    return {**_named(one), "state": one.taking, "since": one.since}


def _told(request: HttpRequest, team: Team) -> dict[str, Any]:
    one = queries.state_of(request.user, team)
    return {
        "team": team.pk, "state": one.taking, "since": one.since, "reason": one.reason,
        "expected_return": one.expected_return, "hub_agreed": one.quiet.hub_agreed, "last_work": one.quiet.last,
        "long_gaps": queries.long_gaps_of(team, timezone.localdate()),
        "may_help": _reasons(queries.own_causes(request.user, team, get_language() or "en")),
    }  # fmt: skip


def _return(request: HttpRequest, team: Team) -> dict[str, Any]:
    view = team_view(request.user, team, lang=get_language() or "en")
    found = queries.return_of(view, whole=True)
    return {
        "team": team.pk, "since": found.since, "next_step": view.step.title, "page": view.step.url,
        "moved": _moving(found.moved), "can_move": _moving(found.moving),
        "open_cycles": [row.cycle.pk for row in found.left_open],
        "elsewhere": [row.cycle.pk for row in found.elsewhere],
    }  # fmt: skip


def _moving(rows: list[queries.Moving]) -> list[dict[str, Any]]:
    return [{"cycle": one.cycle.pk, "before": one.before, "after": one.after} for one in rows]
