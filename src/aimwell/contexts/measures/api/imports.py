"""Files and pasted cells on their way in: looked at first, all or nothing, reversible."""

import uuid
from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from ninja import Field, File, Form
from ninja.files import UploadedFile
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.measures import services, views
from aimwell.contexts.measures.api.base import own_measure, router
from aimwell.contexts.measures.api.import_shapes import ColumnsIn, ImportOut, ImportSeenOut, seen
from aimwell.contexts.measures.models import DataImport
from aimwell.contexts.measures.queries import find_measure
from aimwell.contexts.people.api.shared import READ, WRITE, Body, Cells, Id, Key, Pages, line, media
from aimwell.contexts.people.queries import find, find_team, may_edit_team, visible_to
from aimwell.domain.errors import NotAllowed


class PasteIn(Body):
    text: Cells = Field(min_length=1, description="Cells as a spreadsheet copies them, or the text of a CSV file.")
    key: Key = None


class FirstPasteIn(PasteIn):
    name: line(200, least=1) = Field(description="What is counted; this makes the measure.")


@router.get("/measures/{measure_id}/imports", response={200: list[ImportOut], **READ})
@paginate(Pages)
def list_imports(request: HttpRequest, measure_id: Id) -> QuerySet[DataImport]:
    """Files and pastes of a measure, newest first. For members of the team only."""
    measure = own_measure(request, measure_id)
    return visible_to(request.user, DataImport).filter(measure=measure)


@router.post("/measures/{measure_id}/imports", response={201: ImportSeenOut, **WRITE})
def start_import(request: HttpRequest, measure_id: Id, cells: PasteIn) -> Status[Any]:
    """Pasted cells, looked at. Nothing goes in before `apply`."""
    measure = find_measure(request.user, measure_id)
    return Status(201, seen(services.start_import(by=request.user, measure=measure, **dict(cells))))


@router.post("/measures/{measure_id}/imports/file", response={201: ImportSeenOut, **WRITE})
def start_import_of_file(
    request: HttpRequest,
    measure_id: Id,
    file: Annotated[UploadedFile, File()],
    key: Annotated[uuid.UUID | None, Form()] = None,
) -> Status[Any]:
    """A CSV or XLSX file of up to 50 MB and 200,000 rows. The worker reads a long one: ask again for its state."""
    measure = find_measure(request.user, measure_id)
    return Status(201, seen(services.start_import(by=request.user, measure=measure, upload=file, key=key)))


@router.post("/teams/{team_id}/imports", response={201: ImportSeenOut, **WRITE})
def start_from_paste(request: HttpRequest, team_id: Id, cells: FirstPasteIn) -> Status[Any]:
    """The fastest way to a first chart: what is counted, and the cells. Makes the measure and its first import."""
    team = find_team(request.user, team_id)
    key = cells.key or uuid.uuid4()
    made = services.start_from_paste(by=request.user, team=team, name=cells.name, text=cells.text, key=key)
    return Status(201, seen(made))


@router.get("/imports/{import_id}", response={200: ImportSeenOut, 403: READ[401], **READ})
def get_import(request: HttpRequest, import_id: Id) -> dict[str, Any]:
    """Where it stands, what each column becomes, what would change, and each row that is kept aside, with why."""
    return seen(_found(request, import_id))


@router.post("/imports/{import_id}/columns", response={200: ImportSeenOut, **WRITE})
def choose_columns(request: HttpRequest, import_id: Id, columns: ColumnsIn) -> dict[str, Any]:
    """Say what each column is and settle doubtful rows, then look again. What is not sent stays as it was."""
    found = _found(request, import_id)
    return seen(services.choose_columns(by=request.user, data_import=found, mapping=columns.mapping(found)))


@router.post("/imports/{import_id}/apply", response={200: ImportSeenOut, **WRITE})
def apply_import(request: HttpRequest, import_id: Id) -> dict[str, Any]:
    """Put all ready rows in, or none. A second call puts nothing in twice; a long file goes in by the worker."""
    return seen(services.apply_import(by=request.user, data_import=_found(request, import_id)))


@router.post("/imports/{import_id}/undo", response={200: ImportSeenOut, **WRITE})
def undo_import(request: HttpRequest, import_id: Id) -> dict[str, Any]:
    """Take the whole file back, within 90 days. What it replaced is in force again."""
    return seen(services.undo_import(by=request.user, data_import=_found(request, import_id)))


@router.delete("/imports/{import_id}", response={204: None, **WRITE})
def discard_import(request: HttpRequest, import_id: Id) -> HttpResponse:
    """Let it go before it is in. Its copy is removed."""
    services.discard_import(by=request.user, data_import=_found(request, import_id))
    return HttpResponse(status=204)


@router.get(
    "/imports/{import_id}/left-out.csv",
    response={200: None, 403: READ[401], **READ},
    openapi_extra=media("text/csv"),
)
def get_left_out_csv(request: HttpRequest, import_id: Id) -> HttpResponseBase:
    """The rows kept aside with all their cells and the reason for each."""
    return views.import_left_out(request, import_id)


def _found(request: HttpRequest, import_id: int) -> DataImport:
    """Raw rows are for the team. Raises NotFound, NotAllowed."""
    found = find(request.user, DataImport, import_id)
    if not may_edit_team(request.user, found.owner_team):
        raise NotAllowed
    return found
