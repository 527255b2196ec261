"""Student work read by two people apart, and the talk afterwards."""

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Field
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.cycles.api.shapes import EntryOut
from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.collecting.api import shapes
from aimwell.contexts.cycles.collecting.api.base import language, own, router
from aimwell.contexts.cycles.collecting.models import SharedReading
from aimwell.contexts.cycles.collecting.queries import reading_view, readings_of
from aimwell.contexts.cycles.models import Cycle, Entry
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Id, Key, Pages, Version, fields_of, line
from aimwell.domain.pdsa.collecting import MOST_CODES, MOST_PIECES

Piece = Annotated[int, Field(ge=1, le=MOST_PIECES)]
Place = Annotated[int, Field(ge=0, lt=MOST_CODES)]
Codes = Annotated[list[line(80, least=1)], Field(max_length=MOST_CODES)]


class SharedReadingIn(Body):
    what: line(200, least=1)
    pieces: Piece
    codes: Codes = Field(description="At least two; the first is the one that is counted.")
    place: line(80) = ""
    key: Key = None


class SharedReadingChangeIn(Body):
    """What is not sent stays as it is. Pieces and codes change only until somebody has begun."""

    version: Version
    what: line(200, least=1) = "-"
    pieces: Piece = 1
    codes: Codes = []
    place: line(80) = ""


class GivenCodesIn(Body):
    """By piece, the place of its code in the list, from 0; null takes it off again."""

    codes: dict[Piece, Place | None] = Field({}, max_length=MOST_PIECES)


class ReadingDoneIn(Body):
    done: bool = Field(True, description="False: you go on reading.")


@router.get("/cycles/{cycle_id}/shared-reads", response={200: list[shapes.SharedReadingOut], **READ})
@paginate(Pages)
def list_shared_readings(request: HttpRequest, cycle_id: Id) -> list[SharedReading]:
    """Student work that two people read apart."""
    return readings_of(own(request, Cycle, cycle_id))


@router.post("/cycles/{cycle_id}/shared-reads", response={201: shapes.SharedReadingOut, **WRITE})
def start_shared_reading(request: HttpRequest, cycle_id: Id, reading: SharedReadingIn) -> Status[SharedReading]:
    """So many pieces and your codes; two people then read apart."""
    return Status(201, services.start_reading(by=request.user, cycle=own(request, Cycle, cycle_id), **dict(reading)))


@router.get("/shared-reads/{reading_id}", response={200: shapes.ReadOut, **READ})
def get_shared_reading(request: HttpRequest, reading_id: Id) -> dict[str, Any]:
    """One reading as you may see it now."""
    return _seen(request, reading_id)


@router.patch("/shared-reads/{reading_id}", response={200: shapes.SharedReadingOut, **EDIT})
def change_shared_reading(request: HttpRequest, reading_id: Id, reading: SharedReadingChangeIn) -> SharedReading:
    """Other words, another room; pieces and codes until somebody has begun."""
    row = own(request, SharedReading, reading_id)
    facts = {**reading.over(row, "what", "pieces", "place"), "codes": reading.sent().get("codes", row.code_names)}
    return services.change_reading(by=request.user, reading=row, version=reading.version, **facts)


@router.post("/shared-reads/{reading_id}/start", response={200: shapes.ReadOut, **WRITE})
def start_own_reading(request: HttpRequest, reading_id: Id) -> dict[str, Any]:
    """You read too; a second call changes nothing. Two people can."""
    services.start_own(by=request.user, reading=own(request, SharedReading, reading_id))
    return _seen(request, reading_id)


@router.put("/shared-reads/{reading_id}/codes", response={200: shapes.ReadOut, **WRITE})
def give_codes(request: HttpRequest, reading_id: Id, given: GivenCodesIn) -> dict[str, Any]:
    """Your own codes; what you do not send stays."""
    services.give_codes(by=request.user, reading=own(request, SharedReading, reading_id), codes=given.codes)
    return _seen(request, reading_id)


@router.post("/shared-reads/{reading_id}/done", response={200: shapes.ReadOut, **WRITE})
def say_reading_done(request: HttpRequest, reading_id: Id, said: ReadingDoneIn) -> dict[str, Any]:
    """When both say that they are done, the two readings are laid side by side."""
    services.say_done(by=request.user, reading=own(request, SharedReading, reading_id), done=said.done)
    return _seen(request, reading_id)


@router.post("/shared-reads/{reading_id}/open", response={200: shapes.ReadOut, **WRITE})
def open_shared_reading(request: HttpRequest, reading_id: Id) -> dict[str, Any]:
    """The lead looks before both are done. After that nobody goes on alone."""
    services.open_reading(by=request.user, reading=own(request, SharedReading, reading_id))
    return _seen(request, reading_id)


@router.put("/shared-reads/{reading_id}/agreed", response={200: shapes.ReadOut, **WRITE})
def settle_codes(request: HttpRequest, reading_id: Id, agreed: GivenCodesIn) -> dict[str, Any]:
    """Codes after a talk; null takes the talk back."""
    services.settle(by=request.user, reading=own(request, SharedReading, reading_id), codes=agreed.codes)
    return _seen(request, reading_id)


@router.post("/shared-reads/{reading_id}/count", response={200: EntryOut, **WRITE})
def put_in_reading(request: HttpRequest, reading_id: Id) -> Entry:
    """The agreed tally becomes one count of the cycle; a second call gives the same one back."""
    return services.put_in_count(by=request.user, reading=own(request, SharedReading, reading_id))


def _seen(request: HttpRequest, pk: int) -> dict[str, Any]:
    view = reading_view(request.user, pk, lang=language())
    return {**fields_of(shapes.SharedReadingOut, view.reading), **shapes.read_words(view)}
