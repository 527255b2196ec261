"""Staff lists: looked at first, all or nothing, reversible."""

import datetime
import uuid
from collections.abc import Callable
from functools import partial
from typing import Annotated, Any, Literal

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from ninja import Field, File, Form, Router, Schema
from ninja.files import UploadedFile
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.contexts.people.api.shared import READ, WRITE, Body, Id, Pages, line, media
from aimwell.contexts.people.rosters import queries, services
from aimwell.contexts.people.rosters.access import find_import, find_org
from aimwell.contexts.people.rosters.models import RosterImport, RosterState
from aimwell.contexts.people.rosters.views import problems_file
from aimwell.ui.stepup import require_shown

router = Router(tags=["staff lists"])


class RosterOut(Schema):
    id: int
    org: int
    file_name: str
    form: str = Field(description="OneRoster 1.1, OneRoster 1.2 or CSV; empty until it is read.")
    state: RosterState = Field(description="reading and applying are the worker's; ask again in a few seconds.")
    created_at: datetime.datetime
    applied_at: datetime.datetime | None
    undone_at: datetime.datetime | None
    reason: str = Field(description="Why more than 1 in 20 people ended, where somebody had to say.")

    @staticmethod
    def resolve_org(row: Any) -> int:
        return int(row["org"] if isinstance(row, dict) else row.book.org_id)


class SumsOut(Schema):
    """Organisations, people and classes together."""

    new: int
    changed: int
    ended: int
    unchanged: int
    problems: int


class RosterSeenOut(RosterOut):
    sums: SumsOut
    people: dict[str, int] = Field(description="People by what would happen to them.")
    students: dict[str, int] = Field(description="Students by what would happen to them; empty where none are kept.")
    not_kept: int = Field(description="Rows about students and families that left no trace.")
    not_read: list[str] = Field(description="Files that were not opened.")
    ended: int = Field(description="People here now who would end.")
    current: int = Field(description="People here now.")
    needs_reason: bool = Field(description="More than 5 % would end: send a reason with apply.")
    stale: bool = Field(description="Something else went in or out since; send the file again.")
    why_refused: str = Field(description="Why it could not be read; empty when it could.")


class RosterRowOut(Schema):
    id: int
    kind: str
    action: str
    name: str
    email: str
    was: str = Field(description="A former name or address.")
    before: str = Field(description="Places now.")
    after: str = Field(description="Places after.")


class RosterProblemOut(Schema):
    file: str
    row: int = Field(description="From 1, the heading included; 0 where several rows are meant.")
    column: str
    value: str = Field(description="What stands there; empty for every row that may be about a student.")
    code: str
    why: str = Field(description="What it is and what to do.")
    aside: bool = Field(description="The row was left out; else this is a note on a row that was taken.")


class ApplyIn(Body):
    reason: line(500) = Field("", description="Needed when more than 5 % of the people would end.")


class StudentsIn(Body):
    keep: bool = Field(description="False removes all that is kept of students, at once and for good.")


class StudentsOut(Schema):
    keeps_students: bool


ORG = "/orgs/{org_id}/staff-lists"
ONE = "/staff-lists/{list_id}"


@router.get(ORG, response={200: list[RosterOut], **READ})
@paginate(Pages)
def list_staff_lists(request: HttpRequest, org_id: Id) -> QuerySet[RosterImport]:
    """Staff lists of an organisation, newest first. For those who look after its staff lists."""
    return queries.lists_of(find_org(request.user, org_id)).select_related("book")


@router.post(ORG, response={201: RosterSeenOut, **WRITE})
def start_staff_list(
    request: HttpRequest,
    org_id: Id,
    file: Annotated[UploadedFile, File()],
    whole: Annotated[bool, Form()] = False,
    key: Annotated[uuid.UUID | None, Form()] = None,
) -> Status[Any]:
    """A zip of OneRoster 1.1 or 1.2 CSV files, or one CSV file with name, e-mail, school and role. The worker reads it.

    `whole`: a CSV file names everybody, so who is not in it has left.
    """
    org = find_org(request.user, org_id)
    require_shown(request)
    return Status(201, _seen(services.start_list(by=request.user, org=org, upload=file, whole=whole, key=key)))


@router.put("/orgs/{org_id}/students", response={200: StudentsOut, **WRITE})
def keep_students(request: HttpRequest, org_id: Id, wish: StudentsIn) -> Any:
    """Whether lists may leave something of students: a code, school, grade and classes; never a name or an id."""
    org = find_org(request.user, org_id)
    require_shown(request)
    return services.keep_students(by=request.user, org=org, keep=wish.keep)


@router.get(ONE, response={200: RosterSeenOut, **READ})
def get_staff_list(request: HttpRequest, list_id: Id) -> dict[str, Any]:
    """Where it stands and what it would change, in numbers."""
    return _seen(find_import(request.user, list_id))


@router.get(ONE + "/rows", response={200: list[RosterRowOut], **READ})
@paginate(Pages)
def list_staff_list_rows(
    request: HttpRequest, list_id: Id, show: Literal["new", "changed", "ended", "unchanged"] = "new"
) -> Any:
    """What it would change, line by line: organisations, people and classes."""
    found = find_import(request.user, list_id)
    return _InWords(queries.rows_of(found, show), partial(queries.row_views, found))


@router.get(ONE + "/problems", response={200: list[RosterProblemOut], **READ})
@paginate(Pages)
def list_staff_list_problems(request: HttpRequest, list_id: Id) -> Any:
    """Rows that were left out and notes on others, each with its place in the file and what to do."""
    return _InWords(find_import(request.user, list_id).problems.all(), queries.problem_views)


@router.get(ONE + "/problems.csv", response={200: None, **READ}, openapi_extra=media("text/csv"))
def get_staff_list_problems_csv(request: HttpRequest, list_id: Id) -> HttpResponseBase:
    """The same as a file."""
    return problems_file(find_import(request.user, list_id))


@router.post(ONE + "/apply", response={200: RosterSeenOut, **WRITE})
def apply_staff_list(request: HttpRequest, list_id: Id, wish: ApplyIn) -> dict[str, Any]:
    """Put all of it in, or nothing. A second call puts nothing in twice; a long list goes in by the worker."""
    found = _to_act_on(request, list_id)
    return _seen(services.apply_list(by=request.user, roster_import=found, reason=wish.reason))


@router.post(ONE + "/undo", response={200: RosterSeenOut, **WRITE})
def undo_staff_list(request: HttpRequest, list_id: Id) -> dict[str, Any]:
    """Take it back, within 90 days and before any later list. All it changed is then as before."""
    return _seen(services.undo_list(by=request.user, roster_import=_to_act_on(request, list_id)))


@router.delete(ONE, response={204: None, **WRITE})
def discard_staff_list(request: HttpRequest, list_id: Id) -> HttpResponse:
    """Let it go before it is in."""
    services.discard_list(by=request.user, roster_import=_to_act_on(request, list_id))
    return HttpResponse(status=204)


def _to_act_on(request: HttpRequest, list_id: int) -> RosterImport:
    found = find_import(request.user, list_id)
    require_shown(request)
    return found


class _InWords:
    """Rows that become words one page at a time. Counted and cut by the paginator as a query set is."""

    def __init__(self, rows: QuerySet[Any], words: Callable[[QuerySet[Any]], list[Any]]) -> None:
        self.rows, self.words = rows, words

    def all(self) -> QuerySet[Any]:
        return self.rows

    def __getitem__(self, part: slice) -> list[Any]:
        return self.words(self.rows[part])


def _seen(found: RosterImport) -> dict[str, Any]:
    view = queries.list_view(found, lang=get_language() or "en")
    names = ("people", "students", "not_kept", "not_read", "ended", "current", "needs_reason", "stale", "why_refused")
    return {
        **{name: getattr(found, name) for name in RosterOut.model_fields if name != "org"},
        **{name: getattr(view, name) for name in names},
        "org": found.book.org_id,
        "sums": view.counts,
    }
