"""The fishbone: bones, causes under them, and the whys under a cause."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import (
    Bone,
    CameHow,
    Cause,
    CauseKind,
    CauseSource,
    CauseStatus,
    Control,
    Effect,
    EntryRule,
    Inquiry,
    Level,
    Locus,
    Resources,
)
from aimwell.contexts.theory.queries.causes import bones_before
from aimwell.contexts.theory.services.keeping import next_position, require_same_inquiry, set_aside
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused

# Offered, not forced. The first six point at a school as a system; the seven are those of S4 L10.
BONES_OFFERED = (_("Tasks"), _("Time"), _("Adult practice"), _("Language"), _("Belonging"), _("Beyond the room"))
BONES_OF_WORK = (
    _("Job design"), _("Culture"), _("Norms"), _("Pay"), _("Leadership"), _("Materials"), _("Motivation"),
)  # fmt: skip
BONE_SETS = {"school": BONES_OFFERED, "work": BONES_OF_WORK}
OWN_BONES = "own"
CHOICES: dict[str, Sequence[str]] = {
    "kind": CauseKind.values, "locus": Locus.values, "level": Level.values, "control": Control.values,
    "resources": Resources.values, "effect": Effect.values,
}  # fmt: skip
WRITTEN = ("tenet", "contributor", "layer", "system_part")


@transaction.atomic
def offer_bones(*, by: User, inquiry: Inquiry, which: str = "school") -> list[Bone]:
    """Take over one of the sets offered, where the inquiry has none yet. Each can be renamed or set aside.

    "own": the bones of the team's last effort. Raises Refused("unknown_choice"), also where there are none.
    """
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    names = bones_before(inquiry) if which == OWN_BONES else [gettext(name) for name in BONE_SETS.get(which, ())]
    if not names:
        raise Refused("unknown_choice", value=which)
    hold(scope_id=inquiry.owner_team_id)
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    if Bone.objects.filter(inquiry=inquiry, ended_at=None).exists():
        return []
    return [add_bone(by=by, inquiry=inquiry, name=name) for name in names]


@transaction.atomic
def add_bone(*, by: User, inquiry: Inquiry, name: str, key: uuid.UUID | None = None) -> Bone:
    position = next_position(Bone.objects.filter(inquiry=inquiry))
    return create_content(by=by, model=Bone, key=key, inquiry=inquiry, name=name.strip(), position=position)


def rename_bone(*, by: User, bone: Bone, version: int | None, name: str) -> Bone:
    return change_content(by=by, obj=bone, version=version, name=name.strip())


@transaction.atomic
def add_cause(
    *,
    by: User,
    bone: Bone,
    text: str,
    parent: Cause | None = None,
    how_known: str = "",
    key: uuid.UUID | None = None,
    **facts: Any,
) -> Cause:
    """A cause under a bone, or with `parent` the answer to "why?" under another cause of that bone (S4 R-16).

    `facts` are those of `change_facts`. Raises Refused("which_part") where a rule asks for the part of the system.
    """
    if parent is not None and parent.bone_id != bone.pk:
        raise Refused("wrong_link")
    told = _facts(facts)
    if parent is None:
        require_part(bone.inquiry, told.get("system_part", ""))
    position = next_position(Cause.objects.filter(bone=bone, parent=parent))
    said = {"text": text.strip(), "how_known": how_known.strip(), "position": position, **told}
    return create_content(by=by, model=Cause, key=key, bone=bone, parent=parent, **said)


def require_part(inquiry: Inquiry, part: str) -> None:
    """Raises Refused("which_part") where the rule for causes is on and the part of the system is not named."""
    if not part.strip() and EntryRule.objects.filter(inquiry=inquiry, ended_at=None).exists():
        raise Refused("which_part")


@transaction.atomic
def change_cause(
    *, by: User, cause: Cause, version: int | None, text: str, status: str, how_known: str, reason: str = ""
) -> Cause:
    """A new wording keeps the old one in the history, and the page shows it under the new (S4 R-12).

    Who judged what is known, and when, stays with the cause (S3 R-21). A first cause that is contradicted steps back
    (S4 R-17).
    """
    if status not in CauseStatus.values:
        raise Refused("unknown_choice", value=status)
    verb = "reworded" if text.strip() != cause.text else "changed"
    facts: dict[str, Any] = {"text": text.strip(), "status": status, "how_known": how_known.strip()}
    changed = change_content(by=by, obj=cause, version=version, verb=verb, reason=reason, **facts)
    if changed.status == CauseStatus.CONTRADICTED and changed.chosen_because:
        return unchoose_cause(by=by, cause=changed)
    return changed


def change_facts(*, by: User, cause: Cause, version: int | None, **facts: Any) -> Cause:
    """What people say about a cause beside its words; every fact may stay empty, and only people tag (S4 R-10, R-14).

    kind, locus, level, control, resources, effect: one of their choices; behind: any of `CauseSource`; tenet,
    contributor, layer, system_part: words.
    """
    return change_content(by=by, obj=cause, version=version, **_facts(facts))


def _facts(facts: dict[str, Any]) -> dict[str, Any]:
    """Raises Refused("unknown_choice") for an answer that is not among those offered."""
    told: dict[str, Any] = {}
    for name, value in facts.items():
        if name == "behind":
            told[name] = [one for one in CauseSource.values if one in value]
            known = len(told[name]) == len(set(value))
        elif name in CHOICES:
            told[name], known = value, value == "" or value in CHOICES[name]
        else:
            told[name], known = value.strip(), name in WRITTEN
        if not known:
            raise Refused("unknown_choice", value=str(value))
    return told


@transaction.atomic
def choose_cause(*, by: User, cause: Cause, reason: str) -> Cause:
    """The one cause to work on first, with the reason; the one before steps back (S1 R-12).

    Raises Refused: reason_needed, cause_contradicted (S4 R-17), cause_set_aside.
    """
    require(by=by, permission=Permission.EDIT, obj=cause)
    inquiry = cause.bone.inquiry
    hold(scope_id=inquiry.owner_team_id)
    cause = (
        Cause.objects.select_for_update(of=("self",)).select_related("bone__inquiry__owner_team__org").get(pk=cause.pk)
    )
    if not reason.strip():
        raise Refused("reason_needed")
    if cause.status == CauseStatus.CONTRADICTED:
        raise Refused("cause_contradicted")
    if cause.ended_at is not None:
        raise Refused("cause_set_aside")
    for other in Cause.objects.filter(bone__inquiry=inquiry).exclude(chosen_because="").exclude(pk=cause.pk):
        unchoose_cause(by=by, cause=other)
    return change_content(
        by=by, obj=cause, version=None, verb="chosen", reason=reason.strip(),
        chosen_because=reason.strip(), chosen_at=timezone.now(),
    )  # fmt: skip


def unchoose_cause(*, by: User, cause: Cause) -> Cause:
    """It is no longer the first; the reason it had stays in the history."""
    return change_content(by=by, obj=cause, version=None, verb="unchosen", chosen_because="", chosen_at=None)


@transaction.atomic
def reframe_cause(*, by: User, cause: Cause, text: str, key: uuid.UUID | None = None) -> Cause:
    """Say a cause again as a condition that adults here make; the old one is kept, set aside as said again (S4 R-12).

    Returns the new cause.
    """
    new = _grown(cause, by=by, how=CameHow.REFRAMED, text=text.strip(), key=key, parent=cause.parent)
    if cause.ended_at is None:
        set_aside(by=by, thing=cause, reason=gettext("said again: %(text)s") % {"text": new.text})
    return new


@transaction.atomic
def promote_cause(*, by: User, cause: Cause) -> Cause:
    """Make the last why a cause of its own on the same bone; the chain stays whole (S4 R-16). Twice gives the first."""
    require(by=by, permission=Permission.EDIT, obj=cause)
    hold(scope_id=cause.bone.inquiry.owner_team_id)
    before = Cause.objects.filter(came_from=cause, came_how=CameHow.PROMOTED, ended_at=None).first()
    if before is not None:
        return before
    more = {"how_known": cause.how_known, "status": cause.status, "kind": CauseKind.ROOT, "behind": cause.behind}
    return _grown(cause, by=by, how=CameHow.PROMOTED, text=cause.text, key=None, parent=None, **more)


def _grown(cause: Cause, *, by: User, how: CameHow, parent: Cause | None, key: uuid.UUID | None, **facts: Any) -> Cause:
    """A new cause on the same bone that remembers the one it came from."""
    position = next_position(Cause.objects.filter(bone=cause.bone, parent=parent))
    return create_content(
        by=by, model=Cause, key=key, bone=cause.bone, parent=parent, position=position, came_from=cause, came_how=how,
        system_part=cause.system_part, **facts,
    )  # fmt: skip


@transaction.atomic
def move_cause(*, by: User, cause: Cause, bone: Bone, parent: Cause | None = None) -> Cause:
    """To another bone, or under another cause as its why. What hangs below comes along.

    Raises Refused("loop") where it would come to stand below itself.
    """
    require(by=by, permission=Permission.EDIT, obj=cause)
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
