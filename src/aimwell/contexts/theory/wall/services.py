"""What a team does with photos of its chart paper. Every function checks that `by` may edit, and writes history."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from aimwell.adapters.photos import described, stored
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import Bone, Cause, CauseSource, Evidence, Inquiry
from aimwell.contexts.theory.services import add_cause, move_cause
from aimwell.contexts.theory.services import restore as put_back
from aimwell.contexts.theory.services import set_aside as put_aside
from aimwell.contexts.theory.services.causes import require_part
from aimwell.contexts.theory.wall.models import BESIDE_ONE, LineCause, PhotoPlace, WallPhoto
from aimwell.contexts.theory.wall.queries import things_beside
from aimwell.core.history.models import Event
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.theory.chart_lines import LONGEST, chart_lines

MOST_PHOTOS = 24
HARMLESS = ("created", "reordered", "moved", "set_aside", "restored")
"""What may happen to a cause that still can be taken back with the lines it came in with."""


@transaction.atomic
def add_photo(
    *, by: User, inquiry: Inquiry, upload: Any, alt: str, place: str, beside: int | None = None,
    transcription: str = "", checked: bool = False, key: uuid.UUID | None = None,
) -> WallPhoto:  # fmt: skip
    """`upload`: a Django file. `beside`: which process map, interview or board. The same key again: once.

    Raises NotAllowed, Refused: wall_place, wall_full, photo_words_needed, photo_missing, photo_too_large, photo_heic,
    photo_unreadable. Nothing is kept then.
    """
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    if key is not None and (twin := WallPhoto.objects.filter(client_key=key, inquiry=inquiry).first()):
        return twin
    facts = {"alt": described(alt), **_placed(inquiry, place, beside), "transcription": _tidy(transcription)}
    hold(scope_id=inquiry.owner_team_id)
    if WallPhoto.objects.filter(inquiry=inquiry, ended_at=None).count() >= MOST_PHOTOS:
        raise Refused("wall_full", most=MOST_PHOTOS)
    with stored(upload) as file:
        return create_content(by=by, model=WallPhoto, key=key, inquiry=inquiry, checked=checked, **facts, **file)


def change_photo(*, by: User, photo: WallPhoto, version: int | None, alt: str, transcription: str) -> WallPhoto:
    """The words beside it. Raises NotAllowed, StaleEdit, Refused("photo_words_needed")."""
    return change_content(by=by, obj=photo, version=version, alt=described(alt), transcription=_tidy(transcription))


def move_photo(*, by: User, photo: WallPhoto, place: str, beside: int | None = None) -> WallPhoto:
    """To another place of the same work. Raises Refused("wall_place")."""
    require(by=by, permission=Permission.EDIT, obj=photo)
    return change_content(by=by, obj=photo, version=None, verb="moved", **_placed(photo.inquiry, place, beside))


def check_photo(*, by: User, photo: WallPhoto, checked: bool) -> WallPhoto:
    """Somebody looked that no name or face of a student is on it; or they take that back."""
    return change_content(by=by, obj=photo, version=None, checked=checked)


def set_aside(*, by: User, thing: WallPhoto, reason: str = "") -> WallPhoto:
    """Out of sight for everybody. Causes that came of it stay."""
    return people.set_aside(by=by, obj=thing, reason=reason.strip())


def restore(*, by: User, thing: WallPhoto, reason: str = "") -> WallPhoto:
    return people.restore(by=by, obj=thing, reason=reason.strip())


def _tidy(text: str) -> str:
    return text.replace("\r\n", "\n").strip()


def _placed(inquiry: Inquiry, place: str, beside: int | None) -> dict[str, Any]:
    """Where a photo stands, as fields. Raises Refused("wall_place") for what is not of this work."""
    if place not in PhotoPlace.values:
        raise Refused("wall_place")
    found: dict[str, Any] = {"place": place, **dict.fromkeys(BESIDE_ONE)}
    if place in BESIDE_ONE:
        thing = next((one for one in things_beside(inquiry, place) if one.pk == beside), None)
        if thing is None:
            raise Refused("wall_place")
        found[place] = thing
    return found


@transaction.atomic
def put_on_fishbone(
    *, by: User, photo: WallPhoto, lines: Sequence[tuple[str, int]], system_part: str = "", key: uuid.UUID | None = None
) -> list[LineCause]:
    """Lines of the words on it become causes, each under the bone with the key that stands beside it.

    The same key again, or a line that is a cause already, makes nothing twice. Gives what these lines became. Raises
    Refused: wall_no_line, wall_line_gone, wall_line_long, wall_bone, which_part. Nothing is made then.
    """
    require(by=by, permission=Permission.EDIT, obj=photo)
    inquiry = photo.inquiry
    hold(scope_id=inquiry.owner_team_id)
    known = list(LineCause.objects.filter(photo=photo).select_related("cause__bone__inquiry__owner_team__org"))
    if before := [one for one in known if one.batch == key]:
        return before
    bones = {bone.pk: bone for bone in Bone.objects.filter(inquiry=inquiry, ended_at=None)}
    chosen = _chosen(photo, lines, bones)
    require_part(inquiry, system_part)
    had, batch = {one.line.casefold(): one for one in known}, key or uuid.uuid4()
    return [_made(by, photo, text, bone, had.get(text.casefold()), batch, system_part) for text, bone in chosen]


def _chosen(photo: WallPhoto, lines: Sequence[tuple[str, int]], bones: dict[int, Bone]) -> list[tuple[str, Bone]]:
    """Each line once, with its bone."""
    offered = {one.text.casefold(): one for one in chart_lines(photo.transcription, (b.name for b in bones.values()))}
    found: dict[str, tuple[str, Bone]] = {}
    for text, pk in lines:
        line = offered.get(text.strip().casefold())
        if line is None:
            raise Refused("wall_line_gone", line=text.strip()[:80])
        if not line.fits:
            raise Refused("wall_line_long", line=f"{line.text[:60]}…", most=LONGEST)
        if pk not in bones:
            raise Refused("wall_bone")
        found.setdefault(line.text.casefold(), (line.text, bones[pk]))
    if not found:
        raise Refused("wall_no_line")
    return list(found.values())


def _made(
    by: User, photo: WallPhoto, text: str, bone: Bone, had: LineCause | None, batch: uuid.UUID, system_part: str
) -> LineCause:
    if had is not None and had.ended_at is None:
        return had
    if had is not None:  # it was taken back: the same cause comes again
        return _again(by, had, bone, batch)
    behind = [CauseSource.INTERVIEWS.value] if photo.place == PhotoPlace.INTERVIEW else []
    cause = add_cause(by=by, bone=bone, text=text, system_part=system_part, behind=behind)
    return create_content(by=by, model=LineCause, verb="made_a_cause", photo=photo, cause=cause, line=text, batch=batch)


def _again(by: User, had: LineCause, bone: Bone, batch: uuid.UUID) -> LineCause:
    cause = put_back(by=by, thing=had.cause) if had.cause.ended_at is not None else had.cause
    if cause.bone_id != bone.pk:
        move_cause(by=by, cause=cause, bone=bone)
    if had.batch != batch:
        change_content(by=by, obj=had, version=None, batch=batch)
    return people.restore(by=by, obj=had)


@transaction.atomic
def take_back(*, by: User, photo: WallPhoto, batch: uuid.UUID) -> list[LineCause]:
    """Set aside the causes that went in together. Where something stands on one of them, nothing is taken back.

    Raises NotFound, Refused("changed_since").
    """
    made = _batch(by, photo, batch)
    standing = [one for one in made if one.ended_at is None]
    _require_untouched([one.cause for one in standing])
    for one in standing:
        if one.cause.ended_at is None:
            put_aside(by=by, thing=one.cause, reason=_("taken back; it came from a photo"))
        people.set_aside(by=by, obj=one)
    return made


@transaction.atomic
def bring_again(*, by: User, photo: WallPhoto, batch: uuid.UUID) -> list[LineCause]:
    """What was taken back comes again. Raises NotFound."""
    made = _batch(by, photo, batch)
    for one in made:
        if one.ended_at is not None:
            _again(by, one, one.cause.bone, batch)
    return made


def _batch(by: User, photo: WallPhoto, batch: uuid.UUID) -> list[LineCause]:
    require(by=by, permission=Permission.EDIT, obj=photo)
    hold(scope_id=photo.inquiry.owner_team_id)
    rows = LineCause.objects.filter(photo=photo, batch=batch)
    found = list(rows.select_related("photo__inquiry__owner_team__org", "cause__bone__inquiry__owner_team__org"))
    if not found:
        raise NotFound
    return found


def _require_untouched(causes: list[Cause]) -> None:
    """Nobody said more about them, and nothing hangs on them. Raises Refused("changed_since")."""
    keys = [cause.pk for cause in causes]
    events = Event.objects.filter(target_type=Cause._meta.label_lower, target_id__in=keys)
    touched = set(events.exclude(verb__in=HARMLESS).values_list("target_id", flat=True))
    touched |= set(Cause.objects.filter(parent__in=keys, ended_at=None).values_list("parent_id", flat=True))
    touched |= set(Evidence.objects.filter(cause__in=keys, ended_at=None).values_list("cause_id", flat=True))
    for cause in causes:
        if cause.pk in touched:
            raise Refused("changed_since", what=cause.text)
