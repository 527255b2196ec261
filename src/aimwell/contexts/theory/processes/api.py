"""Process maps in the API: steps, where they go, counts at them, and the drawing as files."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

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
    fields_of,
    line,
    media,
)
from aimwell.contexts.theory.api.base import found, found_or_none, keeping, language
from aimwell.contexts.theory.models import Bone, Inquiry
from aimwell.contexts.theory.processes import services, views
from aimwell.contexts.theory.processes.models import Look, Process, Step, StepKind
from aimwell.contexts.theory.processes.queries import ProcessView, processes_of
from aimwell.contexts.theory.queries import inquiry_view

router = Router(tags=["theory"])


class ProcessIn(Body):
    name: line(200, least=1) = Field(description="Which work it shows, such as “Partner talk in one lesson”.")
    key: Key = None


class ProcessChangeIn(Body):
    version: Version
    name: line(200, least=1)


class ProcessStepIn(Body):
    text: line(200, least=1)
    kind: StepKind = StepKind.STEP
    owner: line(120) = Field("", description="Who does it, as a role.")
    after: Id | None = Field(None, description="The step it comes after; empty is the end of the list.")
    first: bool = Field(False, description="Whether it comes first in the list.")
    key: Key = None


class ProcessStepChangeIn(Body):
    """The whole step as it shall stand."""

    version: Version
    text: line(200, least=1)
    kind: StepKind
    owner: line(120) = ""
    goes_to: Id | None = Field(None, description="Empty is the next one in the list; of a decision the way of yes.")
    else_to: Id | None = Field(None, description="The way of no.")
    yes_label: line(60) = ""
    no_label: line(60) = ""


class StepMoveIn(Body):
    by_places: int = Field(ge=-1000, le=1000, description="-1 is one place earlier, 1 one place later.")


class StepCountIn(Body):
    on: Day
    looks: int = Field(ge=1, le=100_000, description="How often you looked.")
    breaks: int = Field(ge=0, le=100_000, description="How often it went otherwise.")
    key: Key = None


class StepCauseIn(Body):
    bone: Id
    text: line(300) = Field("", description="The cause, as something adults here do or set up.")


class ProcessOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    name: str


class ProcessStepOut(KeptOut):
    process: int = Field(validation_alias="process_id")
    kind: StepKind
    text: str
    owner: str
    goes_to: int | None = Field(validation_alias="goes_to_id")
    else_to: int | None = Field(validation_alias="else_to_id")
    yes_label: str
    no_label: str
    position: int
    cause: int | None = Field(validation_alias="became_id")


class StepCountOut(KeptOut):
    step: int = Field(validation_alias="step_id")
    on: Day
    looks: int
    breaks: int


class ProcessBar(Schema):
    step: str
    breaks: int
    share: float
    so_far: float


class ProcessWholeOut(ProcessOut):
    steps: list[ProcessStepOut]
    counts: list[StepCountOut]
    hints: list[str]
    bars: list[ProcessBar] = Field(description="Where it goes otherwise, most first.")


@router.get("/inquiries/{inquiry_id}/processes", response={200: list[ProcessOut], **READ})
@paginate(Pages)
def list_processes(request: HttpRequest, inquiry_id: Id) -> list[Process]:
    """The process maps of an inquiry."""
    return processes_of(inquiry_view(request.user, inquiry_id, lang=language()))


@router.post("/inquiries/{inquiry_id}/processes", response={201: ProcessOut, **WRITE})
def start_process(request: HttpRequest, inquiry_id: Id, process: ProcessIn) -> Status[Process]:
    """Map one piece of work."""
    inquiry = found(request, Inquiry, inquiry_id)
    return Status(201, services.start_process(by=request.user, inquiry=inquiry, **dict(process)))


@router.get("/processes/{process_id}", response={200: ProcessWholeOut, **READ})
def get_process(request: HttpRequest, process_id: Id) -> dict[str, Any]:
    """The steps in order, counts at them, what the map does not say yet, and where it goes otherwise."""
    row = found(request, Process, process_id)
    shown = ProcessView(row, inquiry_view(request.user, row.inquiry_id, lang=language()))
    bars = shown.pareto.bars if shown.pareto else ()
    return {
        **fields_of(ProcessOut, row),
        "steps": shown.steps,
        "counts": shown.looks,
        "hints": shown.hints,
        "bars": [
            {"step": bar.category, "breaks": bar.count, "share": bar.share, "so_far": bar.cumulative_share}
            for bar in bars
        ],
    }


@router.patch("/processes/{process_id}", response={200: ProcessOut, **EDIT})
def rename_process(request: HttpRequest, process_id: Id, process: ProcessChangeIn) -> Process:
    """Another name."""
    return services.rename_process(by=request.user, process=found(request, Process, process_id), **dict(process))


@router.get("/processes/{process_id}/map.svg", response={200: None, **READ}, openapi_extra=media("image/svg+xml"))
def get_process_svg(request: HttpRequest, process_id: Id) -> HttpResponse:
    """The map as SVG."""
    return views.picture(request, process_id, kind="svg")


@router.get("/processes/{process_id}/map.png", response={200: None, **READ}, openapi_extra=media("image/png"))
def get_process_png(request: HttpRequest, process_id: Id) -> HttpResponse:
    """The map as PNG."""
    return views.picture(request, process_id, kind="png")


@router.get("/processes/{process_id}/map.txt", response={200: None, **READ}, openapi_extra=media("text/plain"))
def get_process_text(request: HttpRequest, process_id: Id) -> HttpResponse:
    """The map as plain text, one line a step."""
    return views.picture(request, process_id, kind="txt")


@router.post("/processes/{process_id}/steps", response={201: ProcessStepOut, **WRITE})
def add_process_step(request: HttpRequest, process_id: Id, step: ProcessStepIn) -> Status[Step]:
    """A step at the end of the list, at its start, or right after another one."""
    facts = {**dict(step), "after": found_or_none(request, Step, step.after)}
    process = found(request, Process, process_id)
    return Status(201, services.add_step(by=request.user, process=process, **facts))


@router.put("/process-steps/{step_id}", response={200: ProcessStepOut, **EDIT})
def change_process_step(request: HttpRequest, step_id: Id, step: ProcessStepChangeIn) -> Step:
    """What happens, who does it, and where it goes."""
    facts = {
        **dict(step),
        "goes_to": found_or_none(request, Step, step.goes_to),
        "else_to": found_or_none(request, Step, step.else_to),
    }
    return services.change_step(by=request.user, step=found(request, Step, step_id), **facts)


@router.post("/process-steps/{step_id}/move", response={200: ProcessStepOut, **WRITE})
def move_process_step(request: HttpRequest, step_id: Id, move: StepMoveIn) -> Step:
    """Earlier or later in the list. At its end a step stays."""
    return services.move_step(by=request.user, step=found(request, Step, step_id), by_places=move.by_places)


@router.post("/process-steps/{step_id}/counts", response={201: StepCountOut, **WRITE})
def count_at_step(request: HttpRequest, step_id: Id, count: StepCountIn) -> Status[Look]:
    """On one day: how often you looked at this step, and how often it went otherwise."""
    return Status(201, services.add_look(by=request.user, step=found(request, Step, step_id), **dict(count)))


@router.post("/process-steps/{step_id}/cause", response={200: ProcessStepOut, **WRITE})
def make_cause_of_step(request: HttpRequest, step_id: Id, cause: StepCauseIn) -> Step:
    """Where it often goes otherwise becomes a cause, with the counts as evidence."""
    step, bone = found(request, Step, step_id), found(request, Bone, cause.bone)
    return services.make_cause_of_step(by=request.user, step=step, bone=bone, text=cause.text)


keeping(router, "process", "processes", Process, ProcessOut)
keeping(
    router, "process_step", "process-steps", Step, ProcessStepOut,
    aside_words="Out of sight, never gone. Steps that went there go to the next one in the list.",
    restore_words="Bring it back, with the ways that led to it.",
)  # fmt: skip
keeping(router, "step_count", "step-looks", Look, StepCountOut, aside_words="Take a count back; it is kept.")
