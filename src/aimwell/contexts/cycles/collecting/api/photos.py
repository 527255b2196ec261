"""Photos beside lines of Do."""

import uuid
from typing import Annotated

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import File, Form
from ninja.files import UploadedFile
from ninja.pagination import paginate
from ninja.responses import Status

from aimwell.adapters.photos import bytes_of
from aimwell.contexts.cycles.api.base import found
from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.collecting.api import shapes
from aimwell.contexts.cycles.collecting.api.base import own, router
from aimwell.contexts.cycles.collecting.models import Photo
from aimwell.contexts.cycles.collecting.queries import photos_of, seen_photo
from aimwell.contexts.cycles.models import Entry
from aimwell.contexts.people.api.shared import EDIT, READ, WRITE, Body, Id, Pages, Version, line, media
from aimwell.contexts.people.queries import eyes_of

Alt = line(300, least=1)


class PhotoIn(Body):
    version: Version
    alt: Alt


@router.get("/cycles/{cycle_id}/photos", response={200: list[shapes.PhotoOut], **READ})
@paginate(Pages)
def list_photos(request: HttpRequest, cycle_id: Id) -> QuerySet[Photo]:
    """Photos of Do, for whoever reads its notes; those beside counts are for the team."""
    cycle = found(request, cycle_id)
    return photos_of(cycle, eyes_of(request.user, cycle))


@router.post("/entries/{entry_id}/photos", response={201: shapes.PhotoOut, **WRITE})
def add_photo(
    request: HttpRequest,
    entry_id: Id,
    file: Annotated[UploadedFile, File()],
    alt: Form[Alt],
    key: Annotated[uuid.UUID | None, Form()] = None,
) -> Status[Photo]:
    """JPEG, PNG or WebP, up to 10 MB. Place and camera are removed. `alt`: what it shows; no student's face or name."""
    entry = own(request, Entry, entry_id)
    return Status(201, services.add_photo(by=request.user, entry=entry, upload=file, alt=alt, key=key))


@router.get("/photos/{photo_id}/file", response=READ, openapi_extra=media("image/jpeg"))
def get_photo(request: HttpRequest, photo_id: Id) -> HttpResponse:
    """The picture itself, as a JPEG."""
    return HttpResponse(bytes_of(seen_photo(request.user, photo_id).stored_as), content_type="image/jpeg")


@router.patch("/photos/{photo_id}", response={200: shapes.PhotoOut, **EDIT})
def change_photo(request: HttpRequest, photo_id: Id, photo: PhotoIn) -> Photo:
    """Other words for what it shows."""
    row = own(request, Photo, photo_id)
    return services.change_photo(by=request.user, photo=row, version=photo.version, alt=photo.alt)
