"""The fishbone as its drawing sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from aimwell.contexts.theory import models
from aimwell.domain.theory.causes import Bone, Cause, CauseStatus

NO_NOTES: Mapping[int, str] = {}


def bones_before(inquiry: models.Inquiry) -> list[str]:
    """What the team called its bones in its newest other effort that has any: its own set to begin with (S4 R-7)."""
    standing = models.Bone.objects.filter(ended_at=None)
    others = standing.filter(inquiry__owner_team=inquiry.owner_team_id, inquiry__ended_at=None).exclude(inquiry=inquiry)
    newest = others.order_by("-inquiry_id").values("inquiry_id")[:1]
    return list(standing.filter(inquiry_id__in=newest).values_list("name", flat=True))


def fishbone_of(
    bones: Iterable[models.Bone],
    causes: Iterable[models.Cause],
    *,
    notes: Mapping[int, str] = NO_NOTES,
    sent: frozenset[int] = frozenset(),
) -> tuple[Bone, ...]:
    """Bones that stand, with all their causes: those set aside stay legible, each with its reason (S4 R-11).

    `notes`: a few words under a cause; `sent`: causes that are with the level that controls them.
    """
    under: dict[int, list[Cause]] = {}
    for cause in causes:
        under.setdefault(cause.bone_id, []).append(_cause(cause, notes.get(cause.pk, ""), cause.pk in sent))
    return tuple(Bone(str(bone.pk), bone.name, tuple(under.get(bone.pk, ()))) for bone in bones if not bone.ended_at)


def _cause(cause: models.Cause, note: str, sent: bool) -> Cause:
    return Cause(
        str(cause.pk),
        cause.text,
        CauseStatus(cause.status),
        parent=str(cause.parent_id) if cause.parent_id else "",
        set_aside=cause.ended_at is not None,
        sent_up=sent,
        note=note,
        chosen=bool(cause.chosen_because),
    )
