"""The fishbone as its drawing sees it."""

from __future__ import annotations

from collections.abc import Iterable

from aimwell.contexts.theory import models
from aimwell.domain.theory.causes import Bone, Cause, CauseStatus


def fishbone_of(bones: Iterable[models.Bone], causes: Iterable[models.Cause]) -> tuple[Bone, ...]:
    """Bones that stand, with all their causes: those set aside stay legible, each with its reason (S4 R-11)."""
    under: dict[int, list[Cause]] = {}
    for cause in causes:
        under.setdefault(cause.bone_id, []).append(_cause(cause))
    return tuple(Bone(str(bone.pk), bone.name, tuple(under.get(bone.pk, ()))) for bone in bones if not bone.ended_at)


def _cause(cause: models.Cause) -> Cause:
    return Cause(
        str(cause.pk),
        cause.text,
        CauseStatus(cause.status),
        parent=str(cause.parent_id) if cause.parent_id else "",
        set_aside=cause.ended_at is not None,
    )
