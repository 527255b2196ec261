"""The team's page and its history, for programs."""

import datetime
from typing import Annotated, Any, Literal

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from ninja import Field, Path, Query, Router, Schema

from aimwell.contexts.people.api.shared import (
    EDIT,
    LARGEST,
    MOST_AT_ONCE,
    READ,
    WRITE,
    Body,
    Day,
    Id,
    Version,
    media,
)
from aimwell.contexts.people.queries import find_team
from aimwell.contexts.reports import queries, services, views
from aimwell.contexts.reports.handover.queries import notes_of
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
    next_step: NextStepOut | None = Field(description="Empty while the team is away: nothing is due then.")
    away_since: datetime.date | None = Field(description="Paused or left since this day; for members only.")
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


class ChangeOut(Schema):
    label: str = Field(description="The field, in words.")
    before: str
    after: str


class LineOut(Schema):
    event: int = Field(validation_alias="id")
    at: datetime.datetime
    who: str
    verb: str = Field(description="What was done, in words.")
    reason: str
    changes: list[ChangeOut]
    can_restore: bool
    times: int = Field(description="How many equal events on one day this line stands for.")


class TimelineOut(Schema):
    target_type: str
    target_id: int
    version: int
    name: str
    team: int
    page: str = Field(description="The path of the page where it is seen and worked on.")
    open_since: list[datetime.date] = Field(description="For readers outside the team: when it was opened to them.")
    count: int = Field(description="How many events there are in all; for members of the team only.")
    lines: list[LineOut]


class EarlierOut(Schema):
    target_type: str
    target_id: int
    version: int = Field(description="Send it with what you decide.")
    changes: list[ChangeOut] = Field(description="`before` is how it stands now, `after` how it stood then.")
    stay: list[str] = Field(description="Fields that differ too and stay as they are.")


class SeenIn(Body):
    version: Version


class FactOut(Schema):
    label: str
    before: str
    after: str


class AuditLineOut(Schema):
    event: int = Field(validation_alias="id")
    at: datetime.datetime
    who: str
    subject: str = Field(description="sharing, roles, sign_in, roster or structure.")
    verb: str = Field(description="What was done, in words.")
    kind: str
    what: str = Field(description="Its name; empty for the work of a team.")
    where: str
    facts: list[FactOut]


class AuditOut(Schema):
    lines: list[AuditLineOut]
    older: int | None = Field(description="Send this as `after` for the lines before these.")


class AuditIn(Body):
    """Which lines; all of them without."""

    who: Id | None = Field(None, description="A person.")
    what: Literal["", "sharing", "roles", "sign_in", "roster", "structure"] = ""
    where: Annotated[str, Field(max_length=30)] = Field("", description='"org-7" or "team-7".')
    since: Day | None = None
    until: Day | None = None

    def filters(self) -> queries.Filters:
        return queries.Filters(**dict(self))


@router.get("/teams/{team_id}/today", response={200: TodayOut, **READ})
def get_today(
    request: HttpRequest,
    team_id: Id,
    after: Annotated[int, Query(ge=0, le=1000, description="How many steps are put off.")] = 0,
) -> dict[str, Any]:
    """One next step, and where the work stands."""
    team = find_team(request.user, team_id)
    view = queries.team_view(request.user, team, lang=get_language() or "en", after=after)
    notes = notes_of(request.user, team, timezone.localdate())
    return {
        "team": team.pk,
        "member": view.is_member,
        "next_step": None if notes.paused else _step(view),
        "away_since": notes.state.since if notes.paused else None,
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


@router.get("/history/{kind}/{pk}", response={200: TimelineOut, **READ})
def get_timeline(
    request: HttpRequest,
    kind: Annotated[str, Path(max_length=60, description="The kind of thing, such as theory.part.")],
    pk: Id,
    page: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> dict[str, Any]:
    """One piece of team work from its beginning, newest first, 30 events a page. Its members read all of it; whoever
    else it is open to reads since when."""
    told = queries.timeline_of(request.user, kind, pk)
    pages = Paginator(told.events, views.EVENTS_A_PAGE)
    events = pages.get_page(page).object_list if page <= pages.num_pages else []
    lines = queries.history_lines(request.user, told.team, events, created=True)
    return {
        "target_type": told.target._meta.label_lower, "target_id": told.target.pk, "version": told.target.version,
        "name": told.name, "team": told.team.pk, "page": told.page, "open_since": told.open_since,
        "count": pages.count, "lines": lines,
    }  # fmt: skip


@router.get("/teams/{team_id}/history/{event_id}/earlier", response={200: EarlierOut, **READ})
def get_earlier(request: HttpRequest, team_id: Id, event_id: Id) -> dict[str, Any]:
    """What would change if the thing stood again as it did right after this event."""
    event = _event(request, team_id, event_id)
    target = queries.target_of(request.user, event)
    then = queries.earlier(request.user, find_team(request.user, team_id), event, target)
    kept = {"target_type": event.target_type, "target_id": target.pk, "version": target.version}
    return {**kept, "changes": then.changes, "stay": then.stay}


@router.post("/teams/{team_id}/history/{event_id}/earlier", response={200: BackOut, **EDIT})
def put_back(request: HttpRequest, team_id: Id, event_id: Id, seen: SeenIn) -> dict[str, Any]:
    """Put it back as it stood right after this event, as a new event. What stands now stays in the history."""
    event = _event(request, team_id, event_id)
    return _back(services.put_back(by=request.user, event=event, version=seen.version))


@router.post("/teams/{team_id}/history/{event_id}/restore", response={200: BackOut, **WRITE})
def restore_from_history(request: HttpRequest, team_id: Id, event_id: Id) -> dict[str, Any]:
    """Bring back what this event set aside, with its links."""
    return _back(services.restore_from(by=request.user, event=_event(request, team_id, event_id)))


@router.post("/teams/{team_id}/history/{event_id}/revert", response={200: BackOut, **WRITE})
def revert_from_history(request: HttpRequest, team_id: Id, event_id: Id) -> dict[str, Any]:
    """Put back the words from before this event. The later ones stay in the history."""
    return _back(services.revert_to(by=request.user, event=_event(request, team_id, event_id)))


@router.get("/orgs/{org_id}/audit", response={200: AuditOut, **READ})
def get_audit(
    request: HttpRequest,
    org_id: Id,
    asked: Annotated[AuditIn, Query()],
    after: Annotated[
        int | None, Query(ge=1, le=LARGEST, description="Go on from here: `older` of the last answer.")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=MOST_AT_ONCE)] = 50,
) -> dict[str, Any]:
    """People and roles, sharing, sign-in, rosters and structure of an organization and all below it, newest first.
    Acts only: never the work of a team or its words. For those whose office may check."""
    events = queries.audit_events(queries.audited_org(request.user, org_id), asked.filters())
    stretch = queries.stretch_of(events, after, limit)
    return {"lines": queries.audit_lines(stretch.events), "older": stretch.older}


@router.get("/orgs/{org_id}/audit.csv", response={200: None, **READ}, openapi_extra=media("text/csv"))
def get_audit_csv(request: HttpRequest, org_id: Id, asked: Annotated[AuditIn, Query()]) -> HttpResponse:
    """The same as a file, all of it."""
    org = queries.audited_org(request.user, org_id)
    return views.csv_answer(queries.audit_events(org, asked.filters()), org.pk)


def _event(request: HttpRequest, team_id: int, event_id: int) -> Event:
    team = find_team(request.user, team_id)
    event = queries.history_of(request.user, team).filter(pk=event_id).first()
    if event is None:
        raise NotFound
    return event


def _back(target: Any) -> dict[str, Any]:
    return {"target_type": target._meta.label_lower, "target_id": target.pk, "version": target.version}
