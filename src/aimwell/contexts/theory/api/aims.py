"""The aim: how much, for whom, by when, from where."""

import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field, Schema

from aimwell.contexts.measures.models import Direction, Unit
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Day, Id, Key, Number, Version, Words, line
from aimwell.contexts.theory import services
from aimwell.contexts.theory.api.base import found, language, measure_of, router
from aimwell.contexts.theory.api.graph import aim_words
from aimwell.contexts.theory.api.shapes import AimWordsOut
from aimwell.contexts.theory.models import Cause, EquityFrame, Inquiry, TeamSays
from aimwell.contexts.theory.queries import AimLook, aim_look, inquiry_view
from aimwell.domain.errors import NotFound
from aimwell.domain.theory.aim_status import Standing

Students = Annotated[int, Field(ge=1, le=10_000_000)]


class AimIn(Body):
    """The whole aim as it shall stand. Any part may still be missing."""

    version: Version = Field(description="The version of the aim you start from; 0 while there is none.")
    what: line(300) = Field("", description="Does what, such as “explain their reasoning to a partner”.")
    for_whom: line(200) = ""
    where: line(200) = Field("", description="Grade band or place, such as “Grades 4–8”.")
    baseline: Number | None = Field(None, description="Where it is now, in `unit`; a percentage is 0 to 100.")
    baseline_on: Day | None = None
    target: Number | None = Field(None, description="How much, in `unit`; a percentage is 0 to 100.")
    unit: Unit = Unit.PERCENT
    unit_name: line(40) = Field("", description="The name of the unit, for a number that is no share or count.")
    direction: Direction = Field(Direction.UP, description="Which way is good.")
    by_when: Day | None = None
    headcount: Students | None = Field(
        None, description="How many students `for_whom` is; for those a target leaves out."
    )
    measure: Id | None = Field(None, description="The measure on whose chart the aim stands; it takes the target over.")
    reason: Words = Field("", description="Why target, date or measure change; both versions of the aim are kept.")
    key: Key = None


class AimMeasureIn(Body):
    measure: Id | None = Field(description="A measure of the same team; empty takes it off.")
    reason: Words = Field("", description="Why the measure changes; both versions of the aim are kept.")


class AimCausesIn(Body):
    causes: list[Id] = Field(description="Causes of the same effort; those not named are no longer connected.")


class OutsideIn(Body):
    version: Version
    outside: Words = Field("", description="What you will do for those the target leaves out.")
    outside_skipped: Words = Field("", description="Or why that stays open for now.")


class EquityIn(Body):
    version: Version = Field(description="The version of the aim you start from; 0 while there is none.")
    equity: EquityFrame
    equity_words: Words = Field("", description="Groups, gap or chance; for `none` the reason, which it needs.")


class TeamSaysIn(Body):
    version: Version
    team_says: TeamSays
    team_says_because: Words = Field("", description="What you counted, saw or heard. Needed to say anything.")


class AimStatusOut(Schema):
    standing: Standing = Field(description="From the numbers alone.")
    value: float | None
    on: datetime.date | None
    words: str


class AimEditionOut(Schema):
    number: int
    started_on: datetime.date
    ended_on: datetime.date
    reason: str
    sentence: str
    status: AimStatusOut
    team_says: TeamSays
    team_says_because: str


class AimGapOut(Schema):
    """Whom the target leaves out, even when it is met."""

    students: int | None
    of: int | None
    words: str
    groups: list[str] = Field(description="Who is not there now; for the team.")


class AimLookOut(Schema):
    """What the numbers say of an aim."""

    status: AimStatusOut
    gap: AimGapOut | None
    realism: list[str] = Field(description="What it asks for beside what these numbers did before; no forecast.")
    earlier: list[AimEditionOut] = Field(description="Earlier versions, the latest first, each with its own status.")


@router.put("/inquiries/{inquiry_id}/aim", response={200: AimWordsOut, **EDIT})
def set_aim(request: HttpRequest, inquiry_id: Id, aim: AimIn) -> dict[str, Any]:
    """Write the aim, the first time or again."""
    inquiry = found(request, Inquiry, inquiry_id)
    facts = {**dict(aim), "measure": measure_of(request, aim.measure)}
    return aim_words(services.set_aim(by=request.user, inquiry=inquiry, **facts), language())


@router.put("/inquiries/{inquiry_id}/aim/measure", response={200: AimWordsOut, **WRITE})
def attach_measure(request: HttpRequest, inquiry_id: Id, chosen: AimMeasureIn) -> dict[str, Any]:
    """The measure on whose chart the aim stands. An aim without words may already have one."""
    inquiry = found(request, Inquiry, inquiry_id)
    measure = measure_of(request, chosen.measure)
    return aim_words(
        services.attach_measure(by=request.user, inquiry=inquiry, measure=measure, reason=chosen.reason), language()
    )


@router.get("/inquiries/{inquiry_id}/aim/numbers", response={200: AimLookOut, **READ})
def get_aim_numbers(request: HttpRequest, inquiry_id: Id) -> dict[str, Any]:
    """Where the aim stands, whom it leaves out, what it asks for, and its earlier versions."""
    look = aim_look(request.user, inquiry_view(request.user, inquiry_id, lang=language()))
    if look is None:
        raise NotFound
    return _look(look)


@router.put("/inquiries/{inquiry_id}/aim/causes", response={200: AimWordsOut, **WRITE})
def connect_aim_causes(request: HttpRequest, inquiry_id: Id, chosen: AimCausesIn) -> dict[str, Any]:
    """The root causes that the aim answers to."""
    inquiry = found(request, Inquiry, inquiry_id)
    causes = [found(request, Cause, pk) for pk in dict.fromkeys(chosen.causes)]
    return aim_words(services.connect_aim_causes(by=request.user, inquiry=inquiry, causes=causes), language())


@router.put("/inquiries/{inquiry_id}/aim/outside", response={200: AimWordsOut, **EDIT})
def answer_outside(request: HttpRequest, inquiry_id: Id, said: OutsideIn) -> dict[str, Any]:
    """ "And what about them?" An answer, or why there is none yet."""
    return _put(request, inquiry_id, services.answer_outside, said)


@router.put("/inquiries/{inquiry_id}/aim/equity", response={200: AimWordsOut, **EDIT})
def choose_equity(request: HttpRequest, inquiry_id: Id, chosen: EquityIn) -> dict[str, Any]:
    """What the aim says on equity; "not specified" has its reason."""
    return _put(request, inquiry_id, services.choose_equity, chosen)


@router.put("/inquiries/{inquiry_id}/aim/said", response={200: AimWordsOut, **EDIT})
def say_aim_status(request: HttpRequest, inquiry_id: Id, said: TeamSaysIn) -> dict[str, Any]:
    """What the team says, beside what its numbers say and never in their place."""
    return _put(request, inquiry_id, services.say_status, said)


def _put(request: HttpRequest, inquiry_id: int, write: Any, body: Body) -> dict[str, Any]:
    inquiry = found(request, Inquiry, inquiry_id)
    return aim_words(write(by=request.user, inquiry=inquiry, **dict(body)), language())


def _look(look: AimLook) -> dict[str, Any]:
    gap = look.gap and {
        "students": look.gap.found.students, "of": look.gap.found.of, "words": look.gap.words, "groups": look.gap.groups
    }  # fmt: skip
    earlier = [
        {
            **{name: getattr(one.edition, name) for name in AimEditionOut.model_fields if hasattr(one.edition, name)},
            "sentence": one.sentence,
            "status": one.status,
        }
        for one in look.earlier
    ]
    return {"status": look.status, "gap": gap, "realism": look.realism, "earlier": earlier}
