"""Rounds, and the cycles of a team over its school year, for programs."""

import datetime
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.cycles.api.base import language
from aimwell.contexts.cycles.rounds import queries, services
from aimwell.contexts.cycles.rounds.models import CycleRound
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
)
from aimwell.contexts.people.queries import find, teams_of
from aimwell.contexts.theory.api.base import found, keeping
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.errors import NotFound
from aimwell.domain.pdsa.rounds import DAYS

router = Router(tags=["cycles"])


class CycleRoundOut(KeptOut):
    """A stretch of weeks for one effort."""

    inquiry: int = Field(validation_alias="inquiry_id")
    starts_on: datetime.date
    days: int
    ends_on: datetime.date
    unusual: bool = Field(description="Whether it is shorter or longer than most; a note, nothing more.")

    @staticmethod
    def resolve_unusual(row: CycleRound) -> bool:
        return queries.is_unusual(row)


class CycleRoundIn(Body):
    starts_on: Day | None = Field(None, description="Without it, today.")
    days: int = Field(DAYS, description="From 1 to 366.")
    key: Key = None


class CycleRoundChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    starts_on: Day | None = None
    days: int | None = None


class QuarterOut(Schema):
    """Three months of a school year. A round or cycle that runs on stands in each quarter that it meets."""

    first: datetime.date
    last: datetime.date
    rounds: list[int]
    cycles: list[int] = Field(description="The newest first.")


class CycleYearOut(Schema):
    name: str
    quarters: list[QuarterOut]


def _own(request: HttpRequest, team_id: int) -> Team:
    team = teams_of(request.user).filter(pk=team_id).first()
    if team is None:
        raise NotFound
    return team


@router.get("/teams/{team_id}/cycle-year", response={200: CycleYearOut, **READ})
def get_cycle_year(request: HttpRequest, team_id: Id, year: int | None = None) -> dict[str, Any]:
    """Rounds and cycles by quarter; for members. `year`: that in which the school year begins; without it, this one."""
    view = queries.year_of_team(request.user, _own(request, team_id), year, language())
    parts = [
        {
            "first": one.quarter.first, "last": one.quarter.last, "rounds": [line.row.pk for line in one.rounds],
            "cycles": [cycle.pk for cycle in one.found],
        }
        for one in view.quarters
    ]  # fmt: skip
    return {"name": view.name, "quarters": parts}


@router.get("/teams/{team_id}/cycle-rounds", response={200: list[CycleRoundOut], **READ})
@paginate(Pages)
def list_cycle_rounds(request: HttpRequest, team_id: Id) -> QuerySet[CycleRound]:
    """The rounds of the team’s efforts, the first one first; for members."""
    return queries.rounds_of(request.user, _own(request, team_id))


@router.post("/inquiries/{inquiry_id}/cycle-rounds", response={201: CycleRoundOut, **WRITE})
def start_cycle_round(request: HttpRequest, inquiry_id: Id, row: CycleRoundIn) -> Status[CycleRound]:
    """It ends 90 days after its first day, unless you send another length."""
    inquiry = find(request.user, Inquiry, inquiry_id)
    return Status(201, services.start_round(by=request.user, inquiry=inquiry, **dict(row)))


@router.patch("/cycle-rounds/{round_id}", response={200: CycleRoundOut, **EDIT})
def change_cycle_round(request: HttpRequest, round_id: Id, change: CycleRoundChangeIn) -> CycleRound:
    """Other days."""
    row = found(request, CycleRound, round_id)
    facts = {"starts_on": change.starts_on or row.starts_on, "days": row.days if change.days is None else change.days}
    return services.change_round(by=request.user, row=row, version=change.version, **facts)


keeping(router, "cycle_round", "cycle-rounds", CycleRound, CycleRoundOut, services=services)
