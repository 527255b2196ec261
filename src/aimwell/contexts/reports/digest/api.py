"""A person's own digest by API: what they chose, and what it says now."""

from __future__ import annotations

import datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Field, Router, Schema
from pydantic import BeforeValidator

from aimwell.contexts.people.api.shared import Body, Problem, WallTime
from aimwell.contexts.reports.digest import queries, services, views
from aimwell.contexts.reports.digest.models import DigestChoice, PaceChoice

router = Router(tags=["reports"])
READ = {401: Problem}
Weekday = Annotated[int, Field(ge=0, le=4, description="0 is Monday. For a weekly digest.")]
Told = Annotated[str, BeforeValidator(str), Field(description="On the clock of the site, such as 07:30:00.")]


class DigestIn(Body):
    pace: PaceChoice
    weekday: Weekday | None = None
    at: WallTime | None = None
    quiet_from: WallTime | None = None
    quiet_to: WallTime | None = None
    language: Literal["en", "es"] | None = None


class DigestOut(Schema):
    pace: PaceChoice
    weekday: int
    at: Told
    quiet_from: Told
    quiet_to: Told
    language: str
    next_at: datetime.datetime | None = Field(description="When it is next looked whether there is something to say.")
    email: str | None = Field(description="Where it goes. Empty: the account has no address, so nothing is sent.")

    @staticmethod
    def resolve_email(choice: DigestChoice) -> str | None:
        return choice.user.email


class DigestLineOut(Schema):
    text: str
    url: str


class DigestGroupOut(Schema):
    title: str
    lines: list[DigestLineOut]


class DigestTeamOut(Schema):
    name: str
    url: str
    groups: list[DigestGroupOut]


class DigestLetterOut(Schema):
    sends: bool = Field(description="Whether there is anything to say. If not, nothing is sent.")
    subject: str
    text: str
    teams: list[DigestTeamOut]


@router.get("/me/digest", response={200: DigestOut, **READ})
def get_digest(request: HttpRequest) -> DigestChoice:
    """What you chose. Nothing is sent until you ask for it."""
    return queries.choice_of(request.user)


@router.put("/me/digest", response={200: DigestOut, 403: Problem, 422: Problem, **READ})
def choose_digest(request: HttpRequest, chosen: DigestIn) -> DigestChoice:
    """Choose pace, time, quiet hours and language. What is left out stays as it is."""
    facts = {name: value for name, value in chosen.sent().items() if value is not None}
    return services.choose(by=request.user, address=views.site_of(request), **facts)


@router.get("/me/digest/preview", response={200: DigestLetterOut, **READ})
def get_digest_preview(request: HttpRequest) -> dict[str, Any]:
    """What would be sent now, word for word. Looking sends nothing."""
    _choice, letter = views.letter_now(request)
    if letter is None:
        return {"sends": False, "subject": "", "text": "", "teams": []}
    return {"sends": True, "subject": letter.subject, "text": letter.text, "teams": letter.digest.teams}
