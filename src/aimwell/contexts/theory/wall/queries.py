"""Photos as one reader may see them. Until somebody has checked one for names and faces, it is for the team alone."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q, QuerySet

from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import find, may_edit_team
from aimwell.contexts.theory.models import Bone, Cause, Inquiry
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.wall.models import BESIDE_ONE, OWN_EYES, LineCause, PhotoPlace, WallPhoto
from aimwell.domain.errors import NotFound
from aimwell.domain.theory.chart_lines import ChartLine, chart_lines

LISTS = {PhotoPlace.PROCESS: "processes", PhotoPlace.INTERVIEW: "interviews", PhotoPlace.GROUPING: "groupings"}


def photos_of(view: InquiryView, place: str = "", thing: int | None = None) -> QuerySet[WallPhoto]:
    """Those in force, of one place or of all."""
    rows = WallPhoto.objects.filter(inquiry=view.inquiry, ended_at=None).select_related(*BESIDE_ONE)
    if place:
        rows = rows.filter(place=place)
    if thing is not None:
        rows = rows.filter(**{place: thing})
    if view.may_edit:
        return rows
    return rows.filter(Q(process=None) | Q(process__ended_at=None), checked=True).exclude(place__in=OWN_EYES)


def aside_of(view: InquiryView) -> list[WallPhoto]:
    return list(view.inquiry.wall_photos.exclude(ended_at=None)) if view.may_edit else []


def seen_photo(user: User, pk: int, *, with_ended: bool = False) -> WallPhoto:
    """Raises NotFound. One that is set aside is there for its team only, and only for what asks `with_ended`."""
    photo = find(user, WallPhoto, pk, also=BESIDE_ONE, with_ended=with_ended)
    if may_edit_team(user, photo.inquiry.owner_team):
        return photo
    gone = photo.ended_at or photo.inquiry.ended_at or (photo.process and photo.process.ended_at)
    if gone or not photo.may_leave:
        raise NotFound
    return photo


def own_photo(user: User, pk: int) -> WallPhoto:
    """For what only members see. Raises NotFound."""
    photo = seen_photo(user, pk)
    if not may_edit_team(user, photo.inquiry.owner_team):
        raise NotFound
    return photo


def photo_of_batch(user: User, batch: uuid.UUID) -> WallPhoto:
    """The photo whose lines went in together under this key. Raises NotFound."""
    row = LineCause.objects.filter(batch=batch).values_list("photo", flat=True).first()
    return seen_photo(user, row or 0, with_ended=True)


def things_beside(inquiry: Inquiry, place: str) -> list[WallPhoto]:
    """The process maps, interviews or boards of the work that a photo may stand beside."""
    return list(getattr(inquiry, LISTS[PhotoPlace(place)]).filter(ended_at=None))


def places_in(inquiry: Inquiry) -> list[tuple[str, str]]:
    """Where a photo may stand, as (value, words) of a list to choose from. Three queries."""
    whole = [(str(one.value), str(one.label)) for one in PhotoPlace if one not in BESIDE_ONE]
    return whole + [
        (f"{place.value}-{thing.pk}", f"{place.label}: {thing}")
        for place in BESIDE_ONE
        for thing in things_beside(inquiry, place)
    ]


@dataclass(frozen=True)
class Line:
    """A line of the words on a photo. `made`: the cause it became, if it did and was not taken back."""

    line: ChartLine
    bone: Bone | None
    made: Cause | None


@dataclass(frozen=True)
class PhotoLines:
    """Each list is one query, made when it is first asked for."""

    photo: WallPhoto

    @cached_property
    def bones(self) -> list[Bone]:
        return list(self.photo.inquiry.bones.filter(ended_at=None))

    @cached_property
    def made(self) -> list[LineCause]:
        """Causes that came of this photo, in the order in which they did."""
        return list(self.photo.made.filter(ended_at=None).select_related("cause__bone"))

    @property
    def lines(self) -> list[Line]:
        return _lines(chart_lines(self.photo.transcription, [bone.name for bone in self.bones]), self.bones, self.made)


def _lines(found: Iterable[ChartLine], bones: list[Bone], made: list[LineCause]) -> list[Line]:
    became = {one.line.casefold(): one.cause for one in made}
    by_name = {bone.name: bone for bone in bones}
    return [Line(line, by_name.get(line.bone), became.get(line.text.casefold())) for line in found]


def made_before(photo: WallPhoto, key: uuid.UUID | None) -> list[LineCause]:
    """What the same form made when it was sent the first time."""
    return [] if key is None else list(photo.made.filter(batch=key))


def origin_of(cause: Cause) -> LineCause | None:
    """The line of a photo that this cause came from. One query."""
    rows = LineCause.objects.filter(cause=cause, ended_at=None, photo__ended_at=None)
    return rows.select_related("photo").first()
