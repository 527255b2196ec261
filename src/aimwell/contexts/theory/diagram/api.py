"""The theory over time, and as a file, in the API."""

import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Router, Schema
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Day, Id, KeptOut, Key, Pages, Words, line, media
from aimwell.contexts.people.services import restore, set_aside
from aimwell.contexts.theory.api.base import found, language
from aimwell.contexts.theory.diagram import services, views
from aimwell.contexts.theory.diagram.models import KeptVersion, TheoryFile
from aimwell.contexts.theory.diagram.queries import Past, lines_in, plan_for, stamp_of, versions_of
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import InquiryView, inquiry_view
from aimwell.domain.errors import NotAllowed
from aimwell.domain.theory.difference import differences
from aimwell.domain.theory.exchange import MOST_LINES
from aimwell.domain.words.theory_files import say_step, told_plan

router = Router(tags=["theory"])
CSV, TXT = media("text/csv"), media("text/plain")


class PartThenOut(Schema):
    id: str
    kind: str
    label: str
    abandoned: bool


class LinkThenOut(Schema):
    parent: str
    child: str


class TheoryThenOut(Schema):
    day: datetime.date
    parts: list[PartThenOut]
    links: list[LinkThenOut]


class DifferenceOut(Schema):
    turn: str = Field(description="added, gone, reworded, abandoned, taken_up, linked or unlinked.")
    part: str
    onto: str = Field(description="The other end of a line; empty elsewhere.")
    words: str


class DifferencesOut(Schema):
    earlier: datetime.date
    later: datetime.date
    days: list[datetime.date] = Field(description="All days on which something changed.")
    steps: list[DifferenceOut]


class KeptVersionOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    name: str
    note: str
    day: datetime.date


class KeepIn(Body):
    name: line(80, least=1)
    day: Day | None = Field(None, description="As it stood when this day ended; without one, as it stands now.")
    note: Words = ""
    key: Key = None


class TheoryFileIn(Body):
    """A table or an indented list, as the downloads have it."""

    text: str = Field(max_length=200_000, description=f"At most {MOST_LINES} lines.")
    name: line(120) = ""
    stamp: line(16) = Field("", description="From the look; with it, nothing is taken in if the theory changed since.")
    drop: bool = Field(False, description="Also set aside what the file leaves out.")
    reason: Words = Field("", description="Why ideas come before any problem, where they do.")
    key: Key = None


class TheoryLookOut(Schema):
    stamp: str
    may_be_taken_in: bool
    changes: list[str]
    missing: list[int] = Field(description="Parts that the file leaves out.")


class TheoryFileOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    name: str


def _own(request: HttpRequest, inquiry_id: int) -> InquiryView:
    """For members only: what was written while the work was closed stays with the team."""
    view = inquiry_view(request.user, inquiry_id, lang=language())
    if not view.may_edit:
        raise NotAllowed
    return view


@router.get("/inquiries/{inquiry_id}/drivers/then", response={200: TheoryThenOut, **WRITE})
def get_theory_then(request: HttpRequest, inquiry_id: Id, day: Day | None = None) -> Any:
    """The theory as it stood at the end of a day; without one, today."""
    moment = Past(_own(request, inquiry_id)).on(day or timezone.localdate())
    return {"day": moment.day, "parts": list(moment.theory.parts), "links": list(moment.theory.links)}


@router.get("/inquiries/{inquiry_id}/drivers/differences", response={200: DifferencesOut, **WRITE})
def get_theory_differences(
    request: HttpRequest, inquiry_id: Id, earlier: Day | None = None, later: Day | None = None
) -> Any:
    """What became of the theory between two days: by default between its first day and today."""
    past = Past(_own(request, inquiry_id))
    days = past.days or (timezone.localdate(),)
    first, last = sorted((past.on(earlier or days[0]), past.on(later or days[-1])), key=lambda moment: moment.day)
    steps = [
        {"turn": step.turn, "part": step.part.id, "onto": step.onto.id if step.onto else "",
         "words": say_step(step, past.view.lang)}
        for step in differences(first.theory, last.theory)
    ]  # fmt: skip
    return {"earlier": first.day, "later": last.day, "days": past.days, "steps": steps}


@router.get("/inquiries/{inquiry_id}/kept-versions", response={200: list[KeptVersionOut], **WRITE})
@paginate(Pages)
def list_kept_versions(request: HttpRequest, inquiry_id: Id) -> list[KeptVersion]:
    return versions_of(_own(request, inquiry_id))


@router.post("/inquiries/{inquiry_id}/kept-versions", response={201: KeptVersionOut, **WRITE})
def keep_version(request: HttpRequest, inquiry_id: Id, version: KeepIn) -> Status[KeptVersion]:
    """Freeze the theory as it stands under a name."""
    inquiry = found(request, Inquiry, inquiry_id)
    return Status(201, services.keep_version(by=request.user, inquiry=inquiry, lang=language(), **version.model_dump()))


@router.post("/kept-versions/{pk}/set-aside", response={200: KeptVersionOut, **WRITE})
def set_kept_version_aside(request: HttpRequest, pk: Id) -> KeptVersion:
    return set_aside(by=request.user, obj=found(request, KeptVersion, pk))


@router.post("/kept-versions/{pk}/restore", response={200: KeptVersionOut, **WRITE})
def restore_kept_version(request: HttpRequest, pk: Id) -> KeptVersion:
    return restore(by=request.user, obj=found(request, KeptVersion, pk))


@router.get("/inquiries/{inquiry_id}/drivers.csv", response={200: None, **READ}, openapi_extra=CSV)
def get_drivers_csv(request: HttpRequest, inquiry_id: Id) -> HttpResponse:
    """The theory as a table that can be taken in again."""
    return views.file_csv(request, inquiry_id)


@router.get("/inquiries/{inquiry_id}/drivers.txt", response={200: None, **READ}, openapi_extra=TXT)
def get_drivers_txt(request: HttpRequest, inquiry_id: Id) -> HttpResponse:
    """The theory as an indented list that can be taken in again."""
    return views.file_txt(request, inquiry_id)


@router.post("/inquiries/{inquiry_id}/theory-files/look", response={200: TheoryLookOut, **WRITE})
def look_at_theory_file(request: HttpRequest, inquiry_id: Id, file: TheoryFileIn) -> Any:
    """What a file would change. Nothing is changed."""
    view = _own(request, inquiry_id)
    now = lines_in(view)
    plan = plan_for(now, file.text)
    return {
        "stamp": stamp_of(now),
        "may_be_taken_in": not plan.objections,
        "changes": told_plan(plan, {one.key: one.text for one in now}, view.lang),
        "missing": [int(key) for key in plan.missing],
    }


@router.post("/inquiries/{inquiry_id}/theory-files", response={201: TheoryFileOut, **EDIT})
def take_theory_file_in(request: HttpRequest, inquiry_id: Id, file: TheoryFileIn) -> Status[TheoryFile]:
    """All of the file or nothing."""
    inquiry = found(request, Inquiry, inquiry_id)
    return Status(201, services.take_file_in(by=request.user, inquiry=inquiry, **file.model_dump()))


@router.post("/theory-files/{pk}/take-back", response={200: TheoryFileOut, **EDIT})
def take_theory_file_back(request: HttpRequest, pk: Id) -> TheoryFile:
    """As it was before the file, while nobody has changed what came with it."""
    return services.take_back_file(by=request.user, file=found(request, TheoryFile, pk))
