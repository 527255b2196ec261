"""The team's page and its history, for programs."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from ninja import Field, Query, Router, Schema

from aimwell.contexts.people.api.shared import READ, WRITE, Id, media
from aimwell.contexts.people.queries import find_team
from aimwell.contexts.reports import queries, services, views
from aimwell.core.history.models import Event
from aimwell.domain.errors import NotFound

router = Router(tags=["reports"])


class NextStepOut(Schema):
    kind: str = Field(description="Which step of the method; it stays the same in every language.")
    title: str
    why: str
    minutes: str = Field(description="About how long it takes, in words.")
    page: str = Field(description="The path of the page where it is done.")
    cycle: int | None = Field(description="The cycle it is about.")


class IdeaOut(Schema):
    part: int
    text: str
    quarters: int = Field(description="How full its circle is, 0 to 4.")
    words: str


class DriverOut(Schema):
    part: int
    text: str
    quarters: int
    ideas: list[IdeaOut]


class TodayOut(Schema):
    team: int
    member: bool
    next_step: NextStepOut
    after: int | None = Field(description="Send this as `after` for the step that comes when this one is put off.")
    inquiry: int | None
    aim: str = Field(description="The aim as a sentence; empty until somebody begins it.")
    drivers: list[DriverOut]
    open_cycle: int | None = Field(description="The cycle that needs the team first.")
    measure: int | None = Field(description="The measure of the chart on the page.")
    finding: str = Field(description="What that chart shows.")


class BackOut(Schema):
    """What came back."""

    target_type: str
    target_id: int
    version: int


@router.get("/teams/{team_id}/today", response={200: TodayOut, **READ})
def get_today(
    request: HttpRequest,
    team_id: Id,
    after: Annotated[int, Query(ge=0, le=1000, description="How many steps are put off.")] = 0,
) -> dict[str, Any]:
    """One next step, and where the work stands."""
    team = find_team(request.user, team_id)
    view = queries.team_view(request.user, team, lang=get_language() or "en", after=after)
    return {
        "team": team.pk,
        "member": view.is_member,
        "next_step": _step(view),
        "after": view.next_after,
        "inquiry": view.inquiry.inquiry.pk if view.inquiry else None,
        "aim": "".join(run.text for run in view.aim_runs),
        "drivers": [_driver(driver) for driver in view.drivers],
        "open_cycle": view.open_cycle.cycle.pk if view.open_cycle else None,
        "measure": view.chart.measure.pk if view.chart else None,
        "finding": view.chart.words.finding if view.chart else "",
    }


def _step(view: queries.TeamView) -> dict[str, Any]:
    step, told = view.steps[view.after % len(view.steps)], view.step
    return {
        "kind": step.kind.value,
        "title": told.title,
        "why": told.why,
        "minutes": told.minutes,
        "page": told.url,
        "cycle": step.cycle.id if step.cycle else None,
    }


def _driver(driver: Any) -> dict[str, Any]:
    ideas = [
        {"part": idea.part.pk, "text": idea.part.text, "quarters": idea.quarters, "words": idea.words}
        for idea in driver.ideas
    ]
    return {"part": driver.part.pk, "text": driver.part.text, "quarters": driver.quarters, "ideas": ideas}


@router.get("/teams/{team_id}/where-we-are.pdf", response={200: None, **READ}, openapi_extra=media("application/pdf"))
def get_sheet_pdf(
    request: HttpRequest, team_id: Id, paper: Annotated[Literal["letter", "a4"], Query()] = "letter"
) -> HttpResponse:
    """Where we are, on one page, as a tagged PDF."""
    return views.sheet_pdf(request, team_id)


@router.post("/teams/{team_id}/history/{event_id}/restore", response={200: BackOut, **WRITE})
def restore_from_history(request: HttpRequest, team_id: Id, event_id: Id) -> dict[str, Any]:
    """Bring back what this event set aside, with its links."""
    return _back(services.restore_from(by=request.user, event=_event(request, team_id, event_id)))


@router.post("/teams/{team_id}/history/{event_id}/revert", response={200: BackOut, **WRITE})
def revert_from_history(request: HttpRequest, team_id: Id, event_id: Id) -> dict[str, Any]:
    """Put back the words from before this event. The later ones stay in the history."""
    return _back(services.revert_to(by=request.user, event=_event(request, team_id, event_id)))


def _event(request: HttpRequest, team_id: int, event_id: int) -> Event:
    team = find_team(request.user, team_id)
    event = queries.history_of(request.user, team).filter(pk=event_id).first()
    if event is None:
        raise NotFound
    return event


def _back(target: Any) -> dict[str, Any]:
    return {"target_type": target._meta.label_lower, "target_id": target.pk, "version": target.version}
