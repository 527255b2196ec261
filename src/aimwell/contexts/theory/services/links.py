"""The lines of the driver diagram. They run from the aim towards the ideas and never make a loop."""

from __future__ import annotations

import uuid

from django.db import transaction

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import create_content, require, set_aside
from aimwell.contexts.theory.models import Inquiry, Link, Part
from aimwell.contexts.theory.queries.graph import AIM, theory_with_aim
from aimwell.contexts.theory.services.keeping import require_same_inquiry
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound
from aimwell.domain.theory.graph import check_link
from aimwell.domain.theory.layout import settled


@transaction.atomic
def link_parts(*, by: User, parent: Part | None, child: Part, key: uuid.UUID | None = None) -> Link:
    """`child` serves `parent`, or the aim itself where `parent` is None. A part may serve several.

    Raises Refused("loop"), Refused("wrong_link") or Refused("already_linked").
    """
    link = draw_line(by=by, parent=parent, child=child, key=key)
    put_in_order(child.inquiry)
    return link


def draw_line(*, by: User, parent: Part | None, child: Part, key: uuid.UUID | None = None) -> Link:
    """The line alone; inside a transaction, whose caller puts the map in order."""
    if key is not None and (twin := Link.objects.filter(client_key=key, child=child).first()):
        require(by=by, permission=Permission.EDIT, obj=twin)
        return twin
    require(by=by, permission=Permission.EDIT, obj=child)
    require_same_inquiry(child.inquiry, parent)
    hold(scope_id=child.inquiry.owner_team_id)
    Inquiry.objects.select_for_update().get(pk=child.inquiry_id)
    check_link(theory_with_aim(child.inquiry), str(parent.pk) if parent else AIM, str(child.pk))
    return create_content(by=by, model=Link, key=key, verb="linked", parent=parent, child=child)


def put_in_order(inquiry: Inquiry, *, crossed: bool = True) -> None:
    """Keep where each part stands on the map; see `domain.theory.layout.settled`. It is nobody's act, so no history."""
    theory = theory_with_aim(inquiry)
    stood = {part.id: part.place for part in theory.parts}
    places = settled(theory, crossed=crossed)
    moved = [Part(pk=int(part), place=place) for part, place in places.items() if part != AIM and stood[part] != place]
    Part.objects.bulk_update(moved, ["place"])


def unlink_parts(*, by: User, parent: Part | None, child: Part) -> Link:
    """Take one line away; the part stays, and is listed as a loose end if it was the last. Raises NotFound."""
    link = Link.objects.filter(parent=parent, child=child, ended_at=None).first()
    if link is None:
        raise NotFound
    return set_aside(by=by, obj=link)


@transaction.atomic
def move_part(*, by: User, child: Part, old: Part | None, new: Part | None) -> Link:
    """`child` serves `new` instead of `old`; None is the aim. Where the new line is refused, the old one stays."""
    require(by=by, permission=Permission.EDIT, obj=child)
    if (old.pk if old else None) != (new.pk if new else None):
        unlink_parts(by=by, parent=old, child=child)
        return link_parts(by=by, parent=new, child=child)
    link = Link.objects.filter(parent=old, child=child, ended_at=None).first()
    if link is None:
        raise NotFound
    return link
