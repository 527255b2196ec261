"""Plan: draft a cycle, change it, start Do, date a change of the prediction."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field
from ninja.responses import Status

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.api.base import found, router, shown
from aimwell.contexts.cycles.api.shapes import AmendmentOut, CycleWordsOut
from aimwell.contexts.cycles.models import Amendment, Cycle, Level, PredictionKind, Size, Trend
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.api.shared import (
    EDIT,
    WRITE,
    AsideIn,
    Body,
    Count,
    Day,
    Id,
    Key,
    Number,
    ReasonIn,
    Version,
    Why,
    Words,
    line,
)
from aimwell.contexts.people.queries import find
from aimwell.contexts.theory.models import Inquiry, Part

LINKED: dict[str, Any] = {"idea": Part, "measure": Measure, "predecessor": Cycle}


class PredictionIn(Body):
    """`number` and `at_least` need `low`, `at_most` needs `high`, `range` both; `direction` needs `trend` and `event`
    needs `event`. `number` may leave `high` out."""

    kind: PredictionKind | Literal[""] = ""
    low: Number | None = None
    high: Number | None = None
    out_of: Number | None = Field(None, description="The whole it is counted out of.")
    trend: Trend | Literal[""] = ""
    event: line(300) = Field("", description="What will happen.")
    unit_name: line(60) = Field("", description="Who or what is counted, such as “students give a reason”.")
    chance: int | None = Field(None, ge=0, le=100, description="How sure, in percent: 70 is 7 in 10.")

    def sent(self, *left_out: str) -> dict[str, Any]:
        fields = super().sent(*left_out)
        if self.kind == PredictionKind.NUMBER and self.high is None:
            fields["high"] = self.low
        return fields


class PlanFields(PredictionIn):
    look_on: Day | None = Field(None, description="When you will look at what came of it.")
    because: Words = Field("", description="What makes you think so.")
    who_where: line(300) = ""
    count_what: line(300) = Field("", description="What you count.")
    planned_counts: Count | None = Field(None, le=32_767)
    idea: Id | None = Field(None, description="A change idea of the same inquiry.")
    measure: Id | None = Field(None, description="A measure of the same team.")
    why_follows: Words = ""
    question: line(300) = Field("", description="What you want to know.")
    steps: Words = Field("", description="How you do it, so that somebody else could.")
    who_counts: line(300) = Field("", description="Who counts, when and how.")
    level: Level = Field(Level.CLASSROOM, description="Where it is tried.")
    size: Size = Field(Size.ONE, description="How large the test is; above one, starting asks for a reason.")
    rooms: Count | None = Field(None, le=32_767)
    meant_for: Count | None = Field(None, description="How many students it is meant for.")


class CycleIn(PlanFields):
    try_what: line(300, least=1) = Field(description="What you will try.")
    predecessor: Id | None = Field(None, description="The cycle it follows, of the same inquiry.")
    key: Key = None


class PlanIn(PlanFields):
    """What is not sent stays as it is. Once Do has started, what you try and predict is locked."""

    version: Version
    try_what: line(300, least=1) = "-"


class AmendmentIn(PredictionIn):
    reason: Why
    key: Key = None


class StartIn(Body):
    version: Version
    reason: Words = Field("", description="Why you go on, where something asks for it; it is kept.")


@router.post("/inquiries/{inquiry_id}/cycles", response={201: CycleWordsOut, **WRITE})
def draft_cycle(request: HttpRequest, inquiry_id: Id, cycle: CycleIn) -> Status[Any]:
    """A new draft with the next number of its inquiry. `try_what` is enough; Do needs a prediction and a day too."""
    inquiry = find(request.user, Inquiry, inquiry_id)
    made = services.draft_cycle(by=request.user, inquiry=inquiry, key=cycle.key, **_plan(request, cycle))
    return Status(201, shown(made))


@router.patch("/cycles/{cycle_id}", response={200: CycleWordsOut, **EDIT})
def change_plan(request: HttpRequest, cycle_id: Id, plan: PlanIn) -> dict[str, Any]:
    """Change the plan. In Do only practical things still move."""
    cycle = found(request, cycle_id)
    changes = _plan(request, plan)
    return shown(services.change_plan(by=request.user, cycle=cycle, version=plan.version, **changes))


@router.post("/cycles/{cycle_id}/start", response={200: CycleWordsOut, **EDIT})
def start_do(request: HttpRequest, cycle_id: Id, start: StartIn) -> dict[str, Any]:
    """Start Do: from now on the prediction is locked. A second call changes nothing."""
    cycle = found(request, cycle_id)
    return shown(
        services.start_cycle(by=request.user, cycle=cycle, version=start.version, reason=start.reason)
    )  # fmt: skip


@router.post("/cycles/{cycle_id}/make-smaller", response={200: CycleWordsOut, **WRITE})
def make_cycle_smaller(request: HttpRequest, cycle_id: Id) -> dict[str, Any]:
    """A draft for one class or one person."""
    return shown(services.make_smaller(by=request.user, cycle=found(request, cycle_id)))


@router.post("/cycles/{cycle_id}/keep-size", response={200: CycleWordsOut, **WRITE})
def keep_cycle_size(request: HttpRequest, cycle_id: Id) -> dict[str, Any]:
    """The team has read that its first test could be smaller and stays with it. A second call changes nothing."""
    return shown(services.keep_size(by=request.user, cycle=found(request, cycle_id)))


@router.post("/cycles/{cycle_id}/amendments", response={201: AmendmentOut, **WRITE})
def amend_prediction(request: HttpRequest, cycle_id: Id, amendment: AmendmentIn) -> Status[Amendment]:
    """A dated change beside a locked prediction; the original stays as it was."""
    cycle = found(request, cycle_id)
    fields = amendment.sent("reason")
    made = services.amend_prediction(by=request.user, cycle=cycle, reason=amendment.reason, key=amendment.key, **fields)
    return Status(201, made)


@router.post("/cycles/{cycle_id}/set-aside", response={200: CycleWordsOut, **WRITE})
def set_cycle_aside(request: HttpRequest, cycle_id: Id, asked: AsideIn) -> dict[str, Any]:
    """Out of sight. Nothing that hangs on it is cut."""
    return shown(services.set_aside(by=request.user, cycle=found(request, cycle_id), reason=asked.reason))


@router.post("/cycles/{cycle_id}/restore", response={200: CycleWordsOut, **WRITE})
def restore_cycle(request: HttpRequest, cycle_id: Id, asked: ReasonIn) -> dict[str, Any]:
    """Bring it back with everything that hung on it."""
    return shown(services.restore(by=request.user, cycle=found(request, cycle_id), reason=asked.reason))


def _plan(request: HttpRequest, plan: PlanFields) -> dict[str, Any]:
    """The fields that were sent, links as the rows they mean."""
    fields = plan.sent()
    for name, model in LINKED.items():
        if fields.get(name) is not None:
            fields[name] = find(request.user, model, fields[name])
    return fields
