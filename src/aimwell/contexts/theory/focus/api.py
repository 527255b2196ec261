"""An aim for a gap, and one main aim at a time, in the API."""

import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.responses import Status

from aimwell.contexts.measures.models import Series
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Day, Id, Version, line
from aimwell.contexts.people.queries import find_team, may_edit_team
from aimwell.contexts.theory.api.base import found, found_or_none, language
from aimwell.contexts.theory.focus import queries, services
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.domain.errors import NotFound

router = Router(tags=["theory"])
Apart = Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)]


class GapAimIn(Body):
    """The whole aim for a gap as it shall stand. Any part may still be missing."""

    version: Version = Field(description="The version you start from; 0 while there is none.")
    group: line(120) = Field("", description="For which group. Empty with lines: the name of `line_a`.")
    beside: line(120) = Field("", description="Beside whom. Empty with lines: the name of `line_b`.")
    line_a: Id | None = Field(None, description="A line of a measure of the team; both lines or neither.")
    line_b: Id | None = Field(None, description="Another line of the same measure.")
    now: Apart | None = Field(None, description="The gap now. Empty with lines: worked out from the numbers.")
    target: Apart | None = Field(None, description="The gap to reach.")
    by_when: Day | None = None


class GapReadOut(Schema):
    """What the numbers say today."""

    value: float
    on: datetime.date
    words: str


class GapGroupOut(Schema):
    measure: int
    series: int
    name: str


class GapAimOut(Schema):
    version: int
    group: str
    beside: str
    line_a: int | None = Field(description="For the team only.")
    line_b: int | None = Field(description="For the team only.")
    now: float | None
    target: float | None
    by_when: datetime.date | None
    sentence: str
    missing: list[str] = Field(description="Names of the parts that are still open.")
    hints: list[str]
    hidden: bool = Field(description="The numbers of these groups are not shown: there are too few students.")
    read: GapReadOut | None = Field(description="From the two lines; for the team only.")
    groups: list[GapGroupOut] = Field(description="The lines to choose from; small groups are not among them.")


class PauseAimIn(Body):
    because: line(300) = Field("", description="Why it rests.")


class AimAtOnceOut(Schema):
    inquiry: int
    problem: str


class AimsAtOnceOut(Schema):
    """More than `most` is said on the pages and never stopped."""

    most: int = Field(description="How many aims at one time are usual here.")
    active: list[AimAtOnceOut] = Field(description="The first to begin comes first.")
    paused: list[AimAtOnceOut]


@router.get("/inquiries/{inquiry_id}/aim/gap", response={200: GapAimOut, **READ})
def get_gap_aim(request: HttpRequest, inquiry_id: Id) -> dict[str, Any]:
    """One group, beside whom, how far apart now and then."""
    return _told(request, inquiry_id)


@router.put("/inquiries/{inquiry_id}/aim/gap", response={200: GapAimOut, **EDIT})
def set_gap_aim(request: HttpRequest, inquiry_id: Id, gap: GapAimIn) -> dict[str, Any]:
    """Write it, the first time or again."""
    inquiry = found(request, Inquiry, inquiry_id)
    lines = {name: found_or_none(request, Series, getattr(gap, name)) for name in ("line_a", "line_b")}
    services.set_gap_aim(by=request.user, inquiry=inquiry, **{**dict(gap), **lines})
    return _told(request, inquiry_id)


@router.post("/inquiries/{inquiry_id}/aim/pause", response={204: None, **WRITE})
def pause_aim(request: HttpRequest, inquiry_id: Id, pause: PauseAimIn) -> Status[None]:
    """Let an aim rest; all that is written stays."""
    services.pause_aim(by=request.user, inquiry=found(request, Inquiry, inquiry_id), because=pause.because)
    return Status(204, None)


@router.post("/inquiries/{inquiry_id}/aim/resume", response={204: None, **WRITE})
def resume_aim(request: HttpRequest, inquiry_id: Id) -> Status[None]:
    """Work on it again."""
    services.resume_aim(by=request.user, inquiry=found(request, Inquiry, inquiry_id))
    return Status(204, None)


@router.get("/teams/{team_id}/aims-at-once", response={200: AimsAtOnceOut, **READ})
def list_aims_at_once(request: HttpRequest, team_id: Id) -> dict[str, Any]:
    """The aims a team works on, those that rest, and how many at one time are usual; for its members."""
    team = find_team(request.user, team_id)
    if not may_edit_team(request.user, team):
        raise NotFound
    aims = queries.aims_of(request.user, team)
    return {
        "most": aims.most,
        "active": [_one(inquiry) for inquiry in aims.active],
        "paused": [_one(one.inquiry) for one in aims.paused],
    }


def _one(inquiry: Inquiry) -> dict[str, Any]:
    return {"inquiry": inquiry.pk, "problem": inquiry.problem}


def _told(request: HttpRequest, inquiry_id: int) -> dict[str, Any]:
    look = queries.gap_look(request.user, inquiry_view(request.user, inquiry_id, lang=language()))
    row, own = look.row, look.view.may_edit
    return {
        **{name: getattr(row, name) for name in ("version", "group", "beside", "target", "by_when")},
        "line_a": row.line_a_id if own else None,
        "line_b": row.line_b_id if own else None,
        "now": None if look.hidden else row.now,
        "sentence": look.sentence,
        "missing": list(look.missing),
        "hints": look.hints,
        "hidden": look.hidden,
        "read": look.found,
        "groups": [
            {"measure": one.measure.pk, "series": line.pk, "name": line.name}
            for one in look.groups
            for line in one.lines
        ],
    }
