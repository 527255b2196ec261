"""The fishbone: bones, causes under them, and the whys under a cause."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import Bone, Cause, CauseStatus, Inquiry
from aimwell.contexts.theory.services.keeping import next_position, require_same_inquiry
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused

# Offered, not forced: names that point at the system rather than at people.
BONES_OFFERED = (_("Tasks"), _("Time"), _("Adult practice"), _("Language"), _("Belonging"), _("Beyond the room"))


@transaction.atomic
def offer_bones(*, by: User, inquiry: Inquiry) -> list[Bone]:
    """Take over the six names offered, where the inquiry has none yet. Each can be renamed or set aside."""
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    hold(scope_id=inquiry.owner_team_id)
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    if Bone.objects.filter(inquiry=inquiry, ended_at=None).exists():
        return []
    return [add_bone(by=by, inquiry=inquiry, name=gettext(name)) for name in BONES_OFFERED]


@transaction.atomic
def add_bone(*, by: User, inquiry: Inquiry, name: str, key: uuid.UUID | None = None) -> Bone:
    position = next_position(Bone.objects.filter(inquiry=inquiry))
    return create_content(by=by, model=Bone, key=key, inquiry=inquiry, name=name.strip(), position=position)


def rename_bone(*, by: User, bone: Bone, version: int | None, name: str) -> Bone:
    return change_content(by=by, obj=bone, version=version, name=name.strip())


@transaction.atomic
def add_cause(
    *, by: User, bone: Bone, text: str, parent: Cause | None = None, how_known: str = "", key: uuid.UUID | None = None
) -> Cause:
    """A cause under a bone, or with `parent` the answer to "why?" under another cause of that bone (S4 R-16)."""
    if parent is not None and parent.bone_id != bone.pk:
        raise Refused("wrong_link")
    position = next_position(Cause.objects.filter(bone=bone, parent=parent))
    facts = {"text": text.strip(), "how_known": how_known.strip(), "position": position}
    return create_content(by=by, model=Cause, key=key, bone=bone, parent=parent, **facts)


def change_cause(
    *, by: User, cause: Cause, version: int | None, text: str, status: str, how_known: str, reason: str = ""
) -> Cause:
    """A new wording keeps the old one in the history, and the page shows it under the new (S4 R-12)."""
    if status not in CauseStatus.values:
        raise Refused("unknown_choice", value=status)
    verb = "reworded" if text.strip() != cause.text else "changed"
    facts = {"text": text.strip(), "status": status, "how_known": how_known.strip()}
    return change_content(by=by, obj=cause, version=version, verb=verb, reason=reason, **facts)


@transaction.atomic
def move_cause(*, by: User, cause: Cause, bone: Bone, parent: Cause | None = None) -> Cause:
    """To another bone, or under another cause as its why. What hangs below comes along.

    Raises Refused("loop") where it would come to stand below itself.
    """
    inquiry = cause.bone.inquiry
    hold(scope_id=inquiry.owner_team_id)
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    require_same_inquiry(inquiry, bone, parent)
    if parent is not None and parent.bone_id != bone.pk:
        raise Refused("wrong_link")
    family = below(cause)
    if parent is not None and parent.pk in {one.pk for one in family}:
        raise Refused("loop")
    for one in family[1:]:
        change_content(by=by, obj=one, version=None, verb="moved", cause=cause, bone=bone)
    position = next_position(Cause.objects.filter(bone=bone, parent=parent).exclude(pk=cause.pk))
    return change_content(by=by, obj=cause, version=None, verb="moved", bone=bone, parent=parent, position=position)


def below(cause: Cause) -> list[Cause]:
    """The cause and all whys below it, set aside or not, nearest first."""
    whys: dict[int | None, list[Cause]] = {}
    for one in Cause.objects.filter(bone=cause.bone_id):
        whys.setdefault(one.parent_id, []).append(one)
    found = [cause]
    for one in found:
        found.extend(whys.get(one.pk, ()))
    return found
