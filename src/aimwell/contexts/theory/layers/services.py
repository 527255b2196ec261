"""Ask somebody who knows the matter; add to a layer; take a line over. Neither side changes the other's words."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.people.services.content import store_once
from aimwell.contexts.theory import services as theory
from aimwell.contexts.theory.layers.models import CauseOrigin, LayerAsk, LayerLine
from aimwell.contexts.theory.layers.queries import people_to_ask
from aimwell.contexts.theory.models import Bone, Cause, Inquiry
from aimwell.core.history.services import edit, hold, record
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotAllowed, NotFound, Refused
from aimwell.domain.theory.layers import layer_words


@transaction.atomic
def ask_for_layer(
    *, by: User, inquiry: Inquiry, whom: User, label: str, question: str, key: uuid.UUID | None = None
) -> LayerAsk:
    """Ask somebody who may comment on this work to look at its fishbone and to add what the team does not know.

    Raises NotAllowed, Refused: words_needed, causes_first, layer_reader, layer_asked.
    """
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    if not label.strip() or not question.strip():
        raise Refused("words_needed")
    if not Cause.objects.filter(bone__inquiry=inquiry, bone__ended_at=None, ended_at=None).exists():
        raise Refused("causes_first")  # nobody shows up empty handed
    if whom not in [one.user for one in people_to_ask(inquiry)]:
        raise Refused("layer_reader")
    hold(scope_id=inquiry.owner_team_id)
    waiting = LayerAsk.objects.filter(inquiry=inquiry, whom=whom, closed_at=None, ended_at=None).first()
    if waiting is not None:
        if key is not None and waiting.client_key == key:
            return waiting
        raise Refused("layer_asked", name=str(whom))
    return create_content(
        by=by, model=LayerAsk, key=key, verb="asked_layer", inquiry=inquiry, whom=whom, label=label.strip(),
        question=question.strip(),
    )  # fmt: skip


def require_team(*, by: User, inquiry: Inquiry) -> None:
    require(by=by, permission=Permission.EDIT, obj=inquiry)


def close_ask(*, by: User, ask: LayerAsk) -> LayerAsk:
    """No more is added. What was said stays, and can still be taken over."""
    return change_content(by=by, obj=ask, version=None, verb="closed_layer", closed_at=ask.closed_at or timezone.now())


@transaction.atomic
def open_ask(*, by: User, ask: LayerAsk) -> LayerAsk:
    """Let the person add again. Raises NotAllowed, Refused("layer_asked") where they are asked anew already."""
    require(by=by, permission=Permission.EDIT, obj=ask)
    hold(scope_id=ask.inquiry.owner_team_id)
    others = LayerAsk.objects.filter(inquiry=ask.inquiry_id, whom=ask.whom_id, closed_at=None, ended_at=None)
    if others.exclude(pk=ask.pk).exists():
        raise Refused("layer_asked", name=str(ask.whom))
    return change_content(by=by, obj=ask, version=None, verb="opened_layer", closed_at=None)


@transaction.atomic
def add_line(
    *,
    by: User,
    ask: LayerAsk,
    text: str,
    comment: bool = False,
    bone: Bone | None = None,
    about: Cause | None = None,
    how_known: str = "",
    key: uuid.UUID | None = None,
) -> LayerLine:
    """One cause or one comment in a layer of one's own. The fishbone of the team stays as it is.

    Raises NotAllowed for anybody but who was asked, NotFound, Refused: words_needed, layer_closed.
    """
    _require_own(by, ask)
    facts = _facts(ask, text, comment, bone, about, how_known)
    hold(scope_id=ask.inquiry.owner_team_id)
    _require_open(ask)
    made, new = store_once(by=by, model=LayerLine, key=key, fields={"ask": ask, **facts})
    if new:
        record(by=by, verb="said_in_layer", target=made, scope_id=ask.inquiry.owner_team_id, after=facts)
    return made


@transaction.atomic
def change_line(
    *,
    by: User,
    line: LayerLine,
    version: int | None,
    text: str,
    bone: Bone | None = None,
    about: Cause | None = None,
    how_known: str = "",
) -> LayerLine:
    """Other words for a line of one's own, until the team has taken it over. Raises as `add_line`; StaleEdit."""
    facts = _facts(line.ask, text, line.comment, bone, about, how_known)
    return _edited(by, line, version, "changed", **facts)


def withdraw_line(*, by: User, line: LayerLine) -> LayerLine:
    """Take a line of one's own away, until the team has taken it over. Raises as `add_line`, Refused("line_taken")."""
    now = {"ended_at": line.ended_at or timezone.now(), "ended_by": by}
    return _edited(by, line, None, "set_aside", **now)


def put_line_back(*, by: User, line: LayerLine) -> LayerLine:
    return _edited(by, line, None, "restored", ended_at=None, ended_by=None)


@transaction.atomic
def take_over(
    *, by: User, line: LayerLine, bone: Bone | None = None, system_part: str = "", key: uuid.UUID | None = None
) -> Cause:
    """The line joins the fishbone as a cause of its own, first said by its layer. Twice gives the same cause.

    Raises NotAllowed, NotFound, Refused: line_comment, line_gone, bone_needed, which_part.
    """
    stored, taken = _to_take(by, line)
    if taken is not None:
        return taken.cause
    place = bone or stored.bone
    if place is None or place.ended_at is not None:
        raise Refused("bone_needed")
    if place.inquiry_id != stored.ask.inquiry_id:
        raise NotFound
    cause = theory.add_cause(
        by=by, bone=place, text=stored.text, how_known=stored.how_known, layer=stored.ask.label,
        system_part=system_part, key=key,
    )  # fmt: skip
    _keep_origin(by, stored, cause, merged=False)
    return cause


@transaction.atomic
def merge_into(*, by: User, line: LayerLine, cause: Cause) -> Cause:
    """The line says what a cause of the fishbone says already: both origins stand there from now on.

    Raises NotAllowed, NotFound, Refused: line_comment, line_gone, cause_set_aside.
    """
    stored, taken = _to_take(by, line)
    if taken is not None:
        return taken.cause
    if cause.bone.inquiry_id != stored.ask.inquiry_id:
        raise NotFound
    if cause.ended_at is not None:
        raise Refused("cause_set_aside")
    _keep_origin(by, stored, cause, merged=True)
    return _relabelled(by, cause)


@transaction.atomic
def take_back(*, by: User, line: LayerLine) -> LayerLine:
    """The line stands beside the fishbone again. A cause that was made of it is set aside; a merged one stays."""
    require(by=by, permission=Permission.EDIT, obj=line)
    hold(scope_id=line.ask.inquiry.owner_team_id)
    origin = line.origins.filter(ended_at=None).select_related("cause__bone__inquiry__owner_team__org").first()
    if origin is None:
        return line
    people.set_aside(by=by, obj=origin)
    if origin.merged:
        _relabelled(by, origin.cause)
    elif origin.cause.ended_at is None:
        theory.set_aside(by=by, thing=origin.cause, reason=_("back to the layer of %(who)s") % {"who": origin.label})
    return line


def _facts(
    ask: LayerAsk, text: str, comment: bool, bone: Bone | None, about: Cause | None, how_known: str
) -> dict[str, object]:
    if not text.strip():
        raise Refused("words_needed")
    elsewhere = bone is not None and bone.inquiry_id != ask.inquiry_id
    if elsewhere or (about is not None and about.bone.inquiry_id != ask.inquiry_id):
        raise NotFound
    place = {"bone": None, "about": about} if comment else {"bone": bone, "about": None}
    return {"text": text.strip(), "comment": comment, "how_known": how_known.strip(), **place}


def _require_own(by: User, ask: LayerAsk) -> None:
    if by.pk != ask.whom_id or not may(by, Permission.COMMENT, ask):
        raise NotAllowed


def _require_open(ask: LayerAsk) -> None:
    if not LayerAsk.objects.filter(pk=ask.pk, closed_at=None, ended_at=None).exists():
        raise Refused("layer_closed")


@transaction.atomic
def _edited(by: User, line: LayerLine, version: int | None, verb: str, **changes: object) -> LayerLine:
    _require_own(by, line.ask)
    team = line.ask.inquiry.owner_team_id
    hold(scope_id=team)
    _require_open(line.ask)
    if line.origins.filter(ended_at=None).exists():
        raise Refused("line_taken")
    return edit(by=by, obj=line, version=version, changes=changes, scope_id=team, verb=verb)


def _to_take(by: User, line: LayerLine) -> tuple[LayerLine, CauseOrigin | None]:
    """The line as it stands, and where it went if it was taken already."""
    require(by=by, permission=Permission.EDIT, obj=line)
    hold(scope_id=line.ask.inquiry.owner_team_id)
    stored = LayerLine.objects.select_related("bone", "ask__inquiry__owner_team__org").get(pk=line.pk)
    if stored.comment:
        raise Refused("line_comment")
    if stored.ended_at is not None:
        raise Refused("line_gone")
    return stored, stored.origins.filter(ended_at=None).select_related("cause__bone").first()


def _keep_origin(by: User, line: LayerLine, cause: Cause, *, merged: bool) -> None:
    others = CauseOrigin.objects.filter(cause=cause, ended_at=None).exists()
    create_content(
        by=by, model=CauseOrigin, verb="merged_layer" if merged else "took_over", cause=cause, line=line,
        label=line.ask.label, merged=merged, stood=cause.layer if merged and not others else "",
    )  # fmt: skip


def _relabelled(by: User, cause: Cause) -> Cause:
    """The few words under a cause name all that said it, so that drawing and list tell both origins."""
    everything = list(CauseOrigin.objects.filter(cause=cause))
    stand = [one for one in everything if one.ended_at is None]
    stood = next((one.stood for one in everything if one.stood), "")
    first = next((one.label for one in stand if not one.merged), stood)
    also = [one.label for one in stand if one.merged]
    words = layer_words(first, also, _("our team")) if stand else stood
    return change_content(by=by, obj=cause, version=None, layer=words)
