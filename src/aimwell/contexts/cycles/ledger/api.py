"""One's own forecasts, what surprised a team, what it abandoned, and the habits of a cycle for those who write it."""

import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Field, Router, Schema
from ninja.pagination import paginate

from aimwell.contexts.cycles.ledger import queries
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.queries import cycle_view
from aimwell.contexts.cycles.queries.threads import language
from aimwell.contexts.people.api.shared import READ, Id, Pages, Problem
from aimwell.contexts.people.queries import find_team
from aimwell.domain.errors import NotFound
from aimwell.domain.pdsa.craft import Name
from aimwell.domain.pdsa.ledger import FEWEST, ledger

router = Router(tags=["cycles"])


class TenthOut(Schema):
    tenth: int = Field(description="About so many in 10.")
    count: int
    held: int


class ForecastsOut(Schema):
    """What your own forecasts came to. The numbers are empty while there are fewer than `fewest`."""

    fewest: int
    forecasts: int
    counted: int = Field(description="Those with a count.")
    with_chance: int = Field(description="Those with a count and a chance.")
    held: int | None = Field(description="Of those with a chance, how many held.")
    expected: float | None = Field(description="How many would hold by the chances you gave.")
    brier: float | None = Field(description="Mean squared distance of chance and outcome (Brier, 1950).")
    ranges: int
    ranges_held: int | None
    tenths: list[TenthOut]


class ForecastOut(Schema):
    cycle: int
    done_at: datetime.datetime
    predicted: str
    chance: int | None = Field(description="In percent, as you gave it before Do.")
    held: bool | None = Field(description="Empty where nothing was counted.")
    found: str


class SurpriseOut(Schema):
    cycle: int
    done_at: datetime.datetime
    outside: str = Field(description="Prediction beside result where they differ; else empty.")
    surprises: list[str] = Field(description="Near the team only.")
    learned: str


class AbandonedOut(Schema):
    """Either a cycle that ended with abandon, or an idea abandoned on the map without one."""

    cycle: int | None
    idea: int | None
    title: str = Field(description="The idea, or what was tried.")
    done_at: datetime.datetime | None
    because: str
    learned: str


class HabitOut(Schema):
    habit: Name
    there: bool
    later: bool = Field(description="Its time has not come yet.")
    move: str = Field(description="The smallest next move; empty where the habit is there.")


class ForecastPages(Pages):
    """Only the cycles on the page are put into words."""

    def paginate_queryset(self, queryset: Any, pagination: Any, request: HttpRequest, **params: Any) -> Any:
        page = super().paginate_queryset(queryset, pagination, request, **params)
        rows = queries.forecast_rows(page[self.items_attribute], language())
        return {**page, self.items_attribute: [_forecast(row) for row in rows]}


class SurprisePages(Pages):
    """Only the cycles on the page are read whole."""

    def paginate_queryset(self, queryset: Any, pagination: Any, request: HttpRequest, **params: Any) -> Any:
        page = super().paginate_queryset(queryset, pagination, request, **params)
        team = find_team(request.user, params["team_id"])
        rows = queries.surprise_rows(request.user, team, page[self.items_attribute], language())  # type: ignore[arg-type]
        return {**page, self.items_attribute: [_surprise(row) for row in rows]}


class AbandonedPages(Pages):
    """Only what is on the page is read whole."""

    def paginate_queryset(self, queryset: Any, pagination: Any, request: HttpRequest, **params: Any) -> Any:
        page = super().paginate_queryset(queryset, pagination, request, **params)
        team = find_team(request.user, params["team_id"])
        rows = queries.abandoned_rows(request.user, team, page[self.items_attribute], language())  # type: ignore[arg-type]
        return {**page, self.items_attribute: [_abandoned(row) for row in rows]}


@router.get("/forecasts/summary", response={200: ForecastsOut, 401: Problem})
def get_my_forecasts(request: HttpRequest) -> dict[str, Any]:
    """Your own, whoever you are; nobody can ask for somebody else’s."""
    rows = queries.own_forecasts(request.user).only(*queries.JUDGED)  # type: ignore[arg-type]
    found = ledger(forecast for cycle in rows if (forecast := queries.forecast_of(cycle)))
    enough = found.enough
    return {
        "fewest": FEWEST,
        "forecasts": found.all,
        "counted": found.counted,
        "with_chance": found.with_chance,
        "held": found.held if enough else None,
        "expected": float(found.expected) if enough else None,
        "brier": float(found.brier) if enough and found.brier is not None else None,
        "ranges": found.ranges,
        "ranges_held": found.ranges_held if found.enough_ranges else None,
        "tenths": found.tenths if enough else (),
    }


@router.get("/forecasts", response={200: list[ForecastOut], 401: Problem, 422: Problem})
@paginate(ForecastPages)
def list_my_forecasts(request: HttpRequest) -> Any:
    """Finished cycles whose prediction you locked, newest first. Your own only."""
    return queries.own_forecasts(request.user)  # type: ignore[arg-type]


@router.get("/teams/{team_id}/surprises", response={200: list[SurpriseOut], **READ})
@paginate(SurprisePages)
def list_surprises(request: HttpRequest, team_id: Id) -> Any:
    """Finished cycles that came out another way than predicted, or that surprised the team, newest first."""
    return queries.surprising(request.user, find_team(request.user, team_id))  # type: ignore[arg-type]


@router.get("/teams/{team_id}/abandoned", response={200: list[AbandonedOut], **READ})
@paginate(AbandonedPages)
def list_abandoned(request: HttpRequest, team_id: Id) -> Any:
    """What the team abandoned and what that taught: cycles, newest first, then ideas of the map."""
    return queries.abandoned_keys(request.user, find_team(request.user, team_id))  # type: ignore[arg-type]


@router.get("/cycles/{cycle_id}/craft", response={200: list[HabitOut], **READ})
def get_craft(request: HttpRequest, cycle_id: Id) -> list[dict[str, Any]]:
    """For those who may write the cycle: its habits and the smallest next move for each. Nothing of it is kept."""
    view = cycle_view(request.user, cycle_id)  # type: ignore[arg-type]
    if not view.may_edit:
        raise NotFound
    told = queries.craft_of(view)
    rows = [*told.there, *told.open, *told.later]
    return [
        {"habit": row.habit.name, "there": row.habit.there, "later": row.habit.later, "move": row.move} for row in rows
    ]


def _forecast(row: queries.ForecastRow) -> dict[str, Any]:
    cycle: Cycle = row.row.cycle
    told = {"predicted": row.row.predicted, "chance": row.forecast.chance, "held": row.forecast.held}
    return {"cycle": cycle.pk, "done_at": cycle.done_at, "found": row.row.found, **told}


def _surprise(row: queries.SurpriseRow) -> dict[str, Any]:
    cycle = row.row.cycle
    told = {"outside": row.outside, "surprises": list(row.notes), "learned": cycle.learned}
    return {"cycle": cycle.pk, "done_at": cycle.done_at, **told}


def _abandoned(row: queries.AbandonedRow) -> dict[str, Any]:
    cycle, idea = row.row.cycle if row.row else None, row.idea
    keys = {"cycle": cycle.pk if cycle else None, "idea": idea.pk if idea else None}
    told = {"title": row.title, "because": row.because, "learned": row.learned}
    return {**keys, **told, "done_at": cycle.done_at if cycle else None}
