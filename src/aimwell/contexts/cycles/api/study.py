"""Study and Act: prediction beside result, what it taught, what comes next."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field, Schema

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.api.base import found, router, shown
from aimwell.contexts.cycles.api.shapes import CycleWordsOut, FinishedOut
from aimwell.contexts.cycles.models import Decision, DecisionObject, Trend
from aimwell.contexts.people.api.shared import EDIT, WRITE, Body, Count, Id, Number, Version, Why, Words, line
from aimwell.domain.pdsa.moves import Onward


class ActFields(Body):
    decision_object: DecisionObject | Literal[""] = Field("", description="Whether it is about the idea or its steps.")
    decision_reason: Words = ""
    what_changes: Words = Field("", description="What will be different; adapt asks for it.")
    scale_evidence: Words = Field("", description="What shows that it is ready to grow; scale asks for it.")
    decided_by: line(200) = ""
    students: line(300) = Field("", description="For which students it held.")
    setting: line(300) = ""
    circumstances: line(300) = ""


class StudyFields(ActFields):
    decision: Decision | Literal[""] = ""
    result: Number | None = Field(None, description="For a prediction in numbers.")
    result_out_of: Number | None = None
    result_trend: Trend | Literal[""] = Field("", description="For a predicted direction.")
    result_happened: bool | None = Field(None, description="For a predicted event.")
    not_collected_because: Words = Field("", description="Why there is no count.")
    learned: Words = ""
    nothing_surprised_us: bool = False
    surprised_by: Words = ""
    reached: Count | None = Field(None, description="How many students it reached.")
    benefited: Words = Field("", description="Who benefited.")
    not_benefited: Words = Field("", description="Who did not.")
    assumption: Words = Field("", description="Which assumption a result other than predicted questions.")


class StudyIn(StudyFields):
    """What is written so far; nothing has to be complete. What is not sent stays as it is."""

    version: Version


class DecisionIn(ActFields):
    version: Version
    decision: Decision


class OnwardIn(Body):
    choice: Onward


class OnwardOut(Schema):
    choice: Onward
    next: CycleWordsOut | None = Field(description="The draft that spreading made.")


class LearningIn(Body):
    version: Version
    learned: Why
    reason: Why


@router.post("/cycles/{cycle_id}/begin-study", response={200: CycleWordsOut, **WRITE})
def begin_study(request: HttpRequest, cycle_id: Id) -> dict[str, Any]:
    """From Do to Study. More counts can still come in; a second call changes nothing."""
    return shown(services.begin_study(by=request.user, cycle=found(request, cycle_id)))


@router.patch("/cycles/{cycle_id}/study", response={200: CycleWordsOut, **EDIT})
def save_study(request: HttpRequest, cycle_id: Id, study: StudyIn) -> dict[str, Any]:
    """Keep what is written so far in Study and Act."""
    cycle = found(request, cycle_id)
    return shown(services.save_study(by=request.user, cycle=cycle, version=study.version, **study.sent()))


@router.post("/cycles/{cycle_id}/decide", response={200: CycleWordsOut, **EDIT})
def decide(request: HttpRequest, cycle_id: Id, decision: DecisionIn) -> dict[str, Any]:
    """A whole decision: a reason always, what will be different to adapt, evidence to scale."""
    cycle = found(request, cycle_id)
    return shown(services.decide(by=request.user, cycle=cycle, version=decision.version, **decision.sent()))


@router.post("/cycles/{cycle_id}/finish", response={200: FinishedOut, **EDIT})
def finish(request: HttpRequest, cycle_id: Id, study: StudyIn) -> dict[str, Any]:
    """Finish it, with the last answers if you like. Adapt, repeat and scale draft the next cycle."""
    cycle = found(request, cycle_id)
    done = services.finish(by=request.user, cycle=cycle, version=study.version, **study.sent())
    return {"cycle": shown(done.cycle), "next": shown(done.successor) if done.successor else None}


@router.post("/cycles/{cycle_id}/onward", response={200: OnwardOut, **WRITE})
def choose_onward(request: HttpRequest, cycle_id: Id, sent: OnwardIn) -> dict[str, Any]:
    """What the team takes on after it adopted a change. Spreading drafts the next cycle, one step larger."""
    made = services.choose_onward(by=request.user, cycle=found(request, cycle_id), choice=sent.choice)
    return {"choice": sent.choice, "next": shown(made) if made else None}


@router.patch("/cycles/{cycle_id}/learning", response={200: CycleWordsOut, **EDIT})
def correct_learning(request: HttpRequest, cycle_id: Id, learning: LearningIn) -> dict[str, Any]:
    """Other words for the learning of a finished cycle, with a reason. The earlier words stay."""
    cycle = found(request, cycle_id)
    return shown(services.correct_learning(by=request.user, cycle=cycle, **dict(learning)))
