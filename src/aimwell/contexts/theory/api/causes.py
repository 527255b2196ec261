"""The fishbone: bones, causes, and the whys below a cause."""

from typing import Literal, Self

from django.http import HttpRequest
from ninja import Field
from ninja.responses import Status
from pydantic import model_validator

from aimwell.contexts.people.api.shared import EDIT, WRITE, Body, Id, Key, Version, Why, Words, line
from aimwell.contexts.theory import services
from aimwell.contexts.theory.api.base import found, found_or_none, router
from aimwell.contexts.theory.api.shapes import BoneOut, CauseOut
from aimwell.contexts.theory.models import (
    Bone,
    Cause,
    CauseKind,
    CauseSource,
    CauseStatus,
    Control,
    Effect,
    Inquiry,
    Level,
    Locus,
    Resources,
)


class BoneIn(Body):
    name: line(80, least=1)
    key: Key = None


class BoneChangeIn(Body):
    version: Version
    name: line(80, least=1)


class CauseIn(Body):
    text: line(300, least=1)
    how_known: Words = ""
    system_part: line(200) = Field("", description="Which part of our system; asked for where the team has a rule.")
    parent: Id | None = Field(None, description="The cause of the same bone whose “why?” this answers.")
    key: Key = None


class BonesOfferedIn(Body):
    which: Literal["school", "work", "own"] = Field(
        "school", description="Six bones of a school, seven of any work, or those of the team’s last effort."
    )


class CauseFactsIn(Body):
    """What people say of a cause beside its words. What is not sent stays; an empty text takes it back."""

    version: Version
    kind: CauseKind | Literal[""] = ""
    locus: Locus | Literal[""] = Field("", description="Where it sits; people tag it, nothing else does.")
    level: Level | Literal[""] = ""
    control: Control | Literal[""] = ""
    resources: Resources | Literal[""] = ""
    effect: Effect | Literal[""] = Field("", description="When an effect would be seen.")
    behind: list[CauseSource] = Field([], max_length=6, description="What stands behind it.")
    tenet: line(120) = ""
    contributor: line(120) = Field("", description="Who named it; only the team reads this.")
    layer: line(80) = ""
    system_part: line(200) = ""


class CauseChoiceIn(Body):
    reason: Why


class ReframeIn(Body):
    text: line(300, least=1)
    key: Key = None


class CauseChangeIn(Body):
    """What is not sent stays as it is."""

    version: Version
    text: line(300, least=1) = "-"
    status: CauseStatus = CauseStatus.ASSUMED
    how_known: Words = ""
    reason: Words = Field("", description="Why; kept in the history.")


class PlaceIn(Body):
    """Where a cause goes: a bone, or another cause as whose why it shall stand."""

    bone: Id | None = None
    parent: Id | None = None

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if self.bone is None and self.parent is None:
            raise ValueError("a bone or a parent")
        return self


@router.post("/inquiries/{inquiry_id}/bones", response={201: BoneOut, **WRITE})
def add_bone(request: HttpRequest, inquiry_id: Id, bone: BoneIn) -> Status[Bone]:
    """A new bone of the fishbone, after those that are there."""
    inquiry = found(request, Inquiry, inquiry_id)
    return Status(201, services.add_bone(by=request.user, inquiry=inquiry, **dict(bone)))


@router.post("/inquiries/{inquiry_id}/bones/offered", response={200: list[BoneOut], **WRITE})
def offer_bones(request: HttpRequest, inquiry_id: Id, chosen: BonesOfferedIn | None = None) -> list[Bone]:
    """Take over a set of names offered, where the inquiry has no bones yet; else nothing is made."""
    which = chosen.which if chosen else "school"
    return services.offer_bones(by=request.user, inquiry=found(request, Inquiry, inquiry_id), which=which)


@router.patch("/bones/{bone_id}", response={200: BoneOut, **EDIT})
def rename_bone(request: HttpRequest, bone_id: Id, bone: BoneChangeIn) -> Bone:
    """Another name for a bone."""
    row = found(request, Bone, bone_id)
    return services.rename_bone(by=request.user, bone=row, version=bone.version, name=bone.name)


@router.post("/bones/{bone_id}/causes", response={201: CauseOut, **WRITE})
def add_cause(request: HttpRequest, bone_id: Id, cause: CauseIn) -> Status[Cause]:
    """A cause under a bone, or the answer to “why?” under another cause."""
    bone = found(request, Bone, bone_id)
    facts = {**dict(cause), "parent": found_or_none(request, Cause, cause.parent)}
    return Status(201, services.add_cause(by=request.user, bone=bone, **facts))


@router.patch("/causes/{cause_id}", response={200: CauseOut, **EDIT})
def change_cause(request: HttpRequest, cause_id: Id, cause: CauseChangeIn) -> Cause:
    """Other words, or what is known about it now. The earlier words stay in the history."""
    row = found(request, Cause, cause_id)
    facts = cause.over(row, "text", "status", "how_known")
    return services.change_cause(by=request.user, cause=row, version=cause.version, reason=cause.reason, **facts)


@router.post("/causes/{cause_id}/move", response={200: CauseOut, **WRITE})
def move_cause(request: HttpRequest, cause_id: Id, place: PlaceIn) -> Cause:
    """To another bone, or under another cause. What hangs below comes along."""
    cause = found(request, Cause, cause_id)
    parent = found_or_none(request, Cause, place.parent)
    bone = parent.bone if parent else found(request, Bone, place.bone)
    return services.move_cause(by=request.user, cause=cause, bone=bone, parent=parent)


@router.patch("/causes/{cause_id}/facts", response={200: CauseOut, **EDIT})
def change_cause_facts(request: HttpRequest, cause_id: Id, facts: CauseFactsIn) -> Cause:
    """What people say of it: kind, place, level, who can change it, and what stands behind it."""
    row = found(request, Cause, cause_id)
    return services.change_facts(by=request.user, cause=row, version=facts.version, **facts.sent())


@router.post("/causes/{cause_id}/choose", response={200: CauseOut, **WRITE})
def choose_cause(request: HttpRequest, cause_id: Id, choice: CauseChoiceIn) -> Cause:
    """The cause to work on first, with the reason. The one before steps back."""
    return services.choose_cause(by=request.user, cause=found(request, Cause, cause_id), reason=choice.reason)


@router.post("/causes/{cause_id}/unchoose", response={200: CauseOut, **WRITE})
def unchoose_cause(request: HttpRequest, cause_id: Id) -> Cause:
    """It is no longer the first."""
    return services.unchoose_cause(by=request.user, cause=found(request, Cause, cause_id))


@router.post("/causes/{cause_id}/reframe", response={201: CauseOut, **WRITE})
def reframe_cause(request: HttpRequest, cause_id: Id, again: ReframeIn) -> Status[Cause]:
    """Say it again as a condition that adults make. A new cause comes; the old one is set aside as said again."""
    cause = found(request, Cause, cause_id)
    return Status(201, services.reframe_cause(by=request.user, cause=cause, text=again.text, key=again.key))


@router.post("/causes/{cause_id}/promote", response={201: CauseOut, **WRITE})
def promote_cause(request: HttpRequest, cause_id: Id) -> Status[Cause]:
    """The last why becomes a cause of its own; the chain stays whole."""
    return Status(201, services.promote_cause(by=request.user, cause=found(request, Cause, cause_id)))
