"""Interviews, observations, surveys and focus groups, and the themes that came up."""

from typing import Any

from django.http import HttpRequest
from ninja import Field
from ninja.responses import Status

from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Day, Id, Key, Version, Words, line
from aimwell.contexts.theory.api.base import found, found_or_none, language
from aimwell.contexts.theory.models import Cause, Inquiry, RoleGroup
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.contexts.theory.voices import services
from aimwell.contexts.theory.voices.api.base import KEEP_NAMES, router
from aimwell.contexts.theory.voices.api.shapes import (
    FourPointsOut,
    GroundOut,
    InterviewOut,
    QuoteOut,
    ThemeOut,
    VoicesOut,
)
from aimwell.contexts.theory.voices.models import (
    Category,
    Consent,
    FourPoints,
    Ground,
    Interview,
    Listening,
    Quote,
    Theme,
)
from aimwell.contexts.theory.voices.queries.interviews import ThemeLine, VoicesView, own_interview
from aimwell.contexts.theory.voices.queries.points import four_points

FACTS = ("kind", "role", "group", "held_on", "protocol", "consent", "consent_why", "notes")


class InterviewIn(Body):
    role: line(120, least=1) = Field(description="Who, as a role; never a name.")
    group: RoleGroup
    held_on: Day
    kind: Listening = Listening.INTERVIEW
    protocol: Words = ""
    consent: Consent = Consent.NOT_ASKED
    consent_why: line(300) = Field("", description="Why it was not needed, where it was not.")
    notes: Words = Field("", description="For the team only.")
    keep_names: bool = KEEP_NAMES
    key: Key = None


class InterviewChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    role: line(120, least=1) = "-"
    group: RoleGroup = RoleGroup.STUDENTS
    held_on: Day = Field(None)
    kind: Listening = Listening.INTERVIEW
    protocol: Words = ""
    consent: Consent = Consent.NOT_ASKED
    consent_why: line(300) = ""
    notes: Words = ""
    keep_names: bool = KEEP_NAMES


class QuoteIn(Body):
    """`theme` or `new_theme`."""

    theme: Id | None = None
    new_theme: line(200) = ""
    text: Words = Field("", description="A sentence they said, without names.")
    keep_names: bool = KEEP_NAMES
    key: Key = None


class QuoteChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    theme: Id | None = None
    text: Words = ""
    keep_names: bool = KEEP_NAMES


class ThemeRenameIn(Body):
    version: Version
    text: line(200, least=1)
    keep_names: bool = KEEP_NAMES


class CauseLinkIn(Body):
    cause: Id
    key: Key = None


class FourPointsIn(Body):
    """The four lines as they shall stand. Any may stay empty."""

    version: Version = Field(description="The version you start from; 0 while there is none.")
    development: Words = Field("", description="When you looked for the problem and its causes.")
    design: Words = Field("", description="When you designed the change.")
    implementation: Words = Field("", description="When you try it.")
    adoption: Words = Field("", description="When you decide to keep it.")
    keep_names: bool = KEEP_NAMES


@router.put("/inquiries/{inquiry_id}/four-points", response={200: FourPointsOut, **EDIT})
def say_who_took_part(request: HttpRequest, inquiry_id: Id, points: FourPointsIn) -> FourPoints:
    """Who of those it touches took part, and how; the first time or again."""
    return services.say_who_took_part(by=request.user, inquiry=found(request, Inquiry, inquiry_id), **dict(points))


@router.get("/inquiries/{inquiry_id}/voices", response={200: VoicesOut, **READ})
def get_voices(request: HttpRequest, inquiry_id: Id) -> dict[str, Any]:
    """Whose voice was heard, and what came up. Interviews themselves are for the team only."""
    view = inquiry_view(request.user, inquiry_id, lang=language())
    told = VoicesView(view)
    return {
        "inquiry": inquiry_id,
        "heard": [
            {"group": one.group, "heard": one.times > 0, "times": one.times if told.own else None} for one in told.check
        ],
        "words": [words for words in told.check_words if words],
        "themes": [_theme(line, own=told.own) for line in told.themes],
        "interviews": told.interviews,
        "groupings": [one.pk for one in told.groupings],
        "four_points": four_points(view),
    }


def _theme(line: ThemeLine, *, own: bool) -> dict[str, Any]:
    quotes = [
        {"quote": one.pk, "role": one.interview.role, "text": one.text, "interview": one.interview_id if own else None}
        for one in line.quotes
    ]
    causes = [ground.cause_id for ground in line.grounds]
    return {
        "theme": line.theme.pk, "text": line.theme.text, "interviews": line.times, "quotes": quotes, "causes": causes,
    }  # fmt: skip


@router.post("/inquiries/{inquiry_id}/interviews", response={201: InterviewOut, **WRITE})
def add_interview(request: HttpRequest, inquiry_id: Id, interview: InterviewIn) -> Status[Interview]:
    """Somebody was listened to."""
    inquiry = found(request, Inquiry, inquiry_id)
    return Status(201, services.add_interview(by=request.user, inquiry=inquiry, **dict(interview)))


@router.get("/interviews/{interview_id}", response={200: InterviewOut, **READ})
def get_interview(request: HttpRequest, interview_id: Id) -> Interview:
    """One interview with its notes, for the team only."""
    return own_interview(request.user, interview_id)


@router.patch("/interviews/{interview_id}", response={200: InterviewOut, **EDIT})
def change_interview(request: HttpRequest, interview_id: Id, interview: InterviewChangeIn) -> Interview:
    """Another record of the same interview."""
    row = found(request, Interview, interview_id)
    return services.change_interview(
        by=request.user, interview=row, version=interview.version, keep_names=interview.keep_names,
        **interview.over(row, *FACTS),
    )  # fmt: skip


@router.post("/interviews/{interview_id}/quotes", response={201: QuoteOut, **WRITE})
def add_quote(request: HttpRequest, interview_id: Id, quote: QuoteIn) -> Status[Quote]:
    """A theme came up, perhaps in these words."""
    row = found(request, Interview, interview_id)
    facts = {**dict(quote), "theme": found_or_none(request, Theme, quote.theme)}
    return Status(201, services.add_quote(by=request.user, interview=row, **facts))


@router.patch("/quotes/{quote_id}", response={200: QuoteOut, **EDIT})
def change_quote(request: HttpRequest, quote_id: Id, quote: QuoteChangeIn) -> Quote:
    """Other words, or another theme."""
    row = found(request, Quote, quote_id)
    theme = found_or_none(request, Theme, quote.theme) or row.theme
    return services.change_quote(
        by=request.user, quote=row, version=quote.version, theme=theme, keep_names=quote.keep_names,
        **quote.over(row, "text"),
    )  # fmt: skip


@router.patch("/themes/{theme_id}", response={200: ThemeOut, **EDIT})
def rename_theme(request: HttpRequest, theme_id: Id, theme: ThemeRenameIn) -> Theme:
    """Other words for a theme; the evidence that rests on it takes them over."""
    row = found(request, Theme, theme_id)
    return services.rename_theme(by=request.user, theme=row, **dict(theme))


@router.post("/themes/{theme_id}/causes", response={201: GroundOut, **WRITE})
def link_theme(request: HttpRequest, theme_id: Id, link: CauseLinkIn) -> Status[Ground]:
    """Let a theme stand as evidence on a cause."""
    theme, cause = found(request, Theme, theme_id), found(request, Cause, link.cause)
    return Status(201, services.link_theme(by=request.user, theme=theme, cause=cause, key=link.key))


@router.post("/categories/{category_id}/causes", response={201: GroundOut, **WRITE})
def link_category(request: HttpRequest, category_id: Id, link: CauseLinkIn) -> Status[Ground]:
    """Let a group of answers stand as evidence on a cause."""
    category, cause = found(request, Category, category_id), found(request, Cause, link.cause)
    return Status(201, services.link_category(by=request.user, category=category, cause=cause, key=link.key))


@router.delete("/grounds/{ground_id}", response={200: GroundOut, **WRITE})
def unlink_ground(request: HttpRequest, ground_id: Id) -> Ground:
    """Take a theme or a group of answers off a cause. It comes back with its evidence."""
    ground = found(request, Ground, ground_id)
    services.unlink(by=request.user, ground=ground)
    return ground
