"""Photos of chart paper in the API: the picture, the words on it, and the causes that come of its lines."""

import uuid
from typing import Annotated, Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Field, File, Form, Router, Schema
from ninja.files import UploadedFile
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.adapters.photos import bytes_of
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Id, KeptOut, Key, Pages, Version, line, media
from aimwell.contexts.theory.api.base import found, keeping, language
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.contexts.theory.wall import services
from aimwell.contexts.theory.wall.forms import MOST_WORDS
from aimwell.contexts.theory.wall.models import LineCause, PhotoPlace, WallPhoto
from aimwell.contexts.theory.wall.queries import PhotoLines, own_photo, photo_of_batch, photos_of, seen_photo
from aimwell.domain.theory.chart_lines import MOST

router = Router(tags=["theory"])
Alt = line(300, least=1)
WordsOnIt = line(MOST_WORDS)
BESIDE = "Which process map, interview or board of answers; empty for the problem and the fishbone."


class WallPhotoIn(Body):
    """The words beside a photo as they shall stand."""

    version: Version
    alt: Alt
    transcription: WordsOnIt = ""


class WallPlaceIn(Body):
    place: PhotoPlace
    beside: Id | None = Field(None, description=BESIDE)


class WallCheckIn(Body):
    checked: bool = Field(description="Somebody looked: no name and no face of a student is on it.")


class WallLineIn(Body):
    text: line(300, least=1) = Field(description="A line as it is offered.")
    bone: Id


class WallLinesIn(Body):
    lines: list[WallLineIn] = Field(max_length=MOST)
    system_part: line(200) = ""
    key: Key = None


class WallPhotoOut(KeptOut):
    inquiry: int = Field(validation_alias="inquiry_id")
    place: PhotoPlace
    beside: int | None = Field(description=BESIDE)
    alt: str
    transcription: str = Field(description="The words on it, one line for each note.")
    checked: bool = Field(description="Until somebody has looked for names and faces, only the team sees it.")
    width: int
    height: int

    @staticmethod
    def resolve_beside(row: WallPhoto) -> int | None:
        return row.beside.pk if row.beside else None


class WallLineOut(Schema):
    text: str
    bone: int | None = Field(description="Where the paper puts it, where it names a bone of the fishbone.")
    cause: int | None = Field(description="The cause it became.")
    fits: bool = Field(description="False: it is longer than a cause can be.")


class WallLinesOut(Schema):
    lines: list[WallLineOut]


class LineCauseOut(KeptOut):
    photo: int = Field(validation_alias="photo_id")
    cause: int = Field(validation_alias="cause_id")
    line: str
    batch: uuid.UUID = Field(description="Those of one batch went in together, and can be taken back together.")


class LineCausesOut(Schema):
    made: list[LineCauseOut]


@router.get("/inquiries/{inquiry_id}/wall-photos", response={200: list[WallPhotoOut], **READ})
@paginate(Pages)
def list_wall_photos(request: HttpRequest, inquiry_id: Id) -> QuerySet[WallPhoto]:
    """Photos of chart paper beside one work. Those that nobody has checked for names and faces are for the team."""
    return photos_of(inquiry_view(request.user, inquiry_id, lang=language()))


@router.post("/inquiries/{inquiry_id}/wall-photos", response={201: WallPhotoOut, **WRITE})
def add_wall_photo(
    request: HttpRequest,
    inquiry_id: Id,
    file: Annotated[UploadedFile, File()],
    alt: Form[Alt],
    place: Form[PhotoPlace],
    beside: Annotated[Id | None, Form(description=BESIDE)] = None,
    transcription: Annotated[WordsOnIt | None, Form()] = None,
    checked: Annotated[bool, Form(description="No name and no face of a student is on it.")] = False,
    key: Annotated[uuid.UUID | None, Form()] = None,
) -> Status[WallPhoto]:
    """JPEG, PNG or WebP, up to 10 MB. The place where it was taken and the camera are removed."""
    inquiry = found(request, Inquiry, inquiry_id)
    return Status(
        201,
        services.add_photo(
            by=request.user, inquiry=inquiry, upload=file, alt=alt, place=place, beside=beside,
            transcription=transcription or "", checked=checked, key=key,
        ),
    )  # fmt: skip


@router.get("/wall-photos/{photo_id}", response={200: WallPhotoOut, **READ})
def get_wall_photo(request: HttpRequest, photo_id: Id) -> WallPhoto:
    """One photo with the words on it."""
    return seen_photo(request.user, photo_id)


@router.get("/wall-photos/{photo_id}/file", response=READ, openapi_extra=media("image/jpeg"))
def get_wall_photo_file(request: HttpRequest, photo_id: Id) -> HttpResponse:
    """The picture itself, as a JPEG."""
    return HttpResponse(bytes_of(seen_photo(request.user, photo_id).stored_as), content_type="image/jpeg")


@router.patch("/wall-photos/{photo_id}", response={200: WallPhotoOut, **EDIT})
def change_wall_photo(request: HttpRequest, photo_id: Id, photo: WallPhotoIn) -> WallPhoto:
    """Other words beside it. The picture itself is never exchanged."""
    return services.change_photo(by=request.user, photo=found(request, WallPhoto, photo_id), **dict(photo))


@router.post("/wall-photos/{photo_id}/move", response={200: WallPhotoOut, **WRITE})
def move_wall_photo(request: HttpRequest, photo_id: Id, to: WallPlaceIn) -> WallPhoto:
    """Beside something else of the same work."""
    return services.move_photo(by=request.user, photo=found(request, WallPhoto, photo_id), **dict(to))


@router.post("/wall-photos/{photo_id}/check", response={200: WallPhotoOut, **WRITE})
def check_wall_photo(request: HttpRequest, photo_id: Id, check: WallCheckIn) -> WallPhoto:
    """Say that somebody looked for names and faces, or take that back."""
    return services.check_photo(by=request.user, photo=found(request, WallPhoto, photo_id), checked=check.checked)


@router.get("/wall-photos/{photo_id}/lines", response={200: WallLinesOut, **READ})
def get_wall_lines(request: HttpRequest, photo_id: Id) -> dict[str, Any]:
    """The lines that may become causes, each with the bone that the paper puts it under. For the team."""
    return {
        "lines": [
            {
                "text": one.line.text, "bone": one.bone.pk if one.bone else None,
                "cause": one.made.pk if one.made else None, "fits": one.line.fits,
            }
            for one in PhotoLines(own_photo(request.user, photo_id)).lines
        ]
    }  # fmt: skip


@router.post("/wall-photos/{photo_id}/causes", response={200: LineCausesOut, **WRITE})
def make_causes_of_wall_lines(request: HttpRequest, photo_id: Id, asked: WallLinesIn) -> dict[str, list[LineCause]]:
    """Put lines on the fishbone in one go, each under a bone. A line that is a cause already makes no second one."""
    made = services.put_on_fishbone(
        by=request.user, photo=found(request, WallPhoto, photo_id), system_part=asked.system_part, key=asked.key,
        lines=[(one.text, one.bone) for one in asked.lines],
    )  # fmt: skip
    return {"made": made}


@router.post("/wall-batches/{batch}/take-back", response={200: LineCausesOut, **WRITE})
def take_wall_causes_back(request: HttpRequest, batch: uuid.UUID) -> dict[str, list[LineCause]]:
    """Set aside all causes that went in together. Where one has changed since, nothing is taken back."""
    photo = photo_of_batch(request.user, batch)
    return {"made": services.take_back(by=request.user, photo=photo, batch=batch)}


@router.post("/wall-batches/{batch}/again", response={200: LineCausesOut, **WRITE})
def bring_wall_causes_again(request: HttpRequest, batch: uuid.UUID) -> dict[str, list[LineCause]]:
    """Bring back what was taken back."""
    photo = photo_of_batch(request.user, batch)
    return {"made": services.bring_again(by=request.user, photo=photo, batch=batch)}


keeping(
    router, "wall_photo", "wall-photos", WallPhoto, WallPhotoOut, services=services,
    aside_words="Out of sight for everybody. Causes that came of it stay.", restore_words="Bring it back.",
)  # fmt: skip
