"""Themes and groups of answers as evidence on a cause. What the evidence says it rests on follows the counts."""

from __future__ import annotations

import uuid
from typing import Any, TypeVar

from django.db import transaction
from django.utils.translation import get_language

from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import PartOfContent, User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import Cause, Evidence, EvidenceKind, Inquiry
from aimwell.contexts.theory.services import add_evidence
from aimwell.contexts.theory.services.keeping import inquiry_of, require_same_inquiry
from aimwell.contexts.theory.voices.models import Category, Ground, Theme
from aimwell.contexts.theory.voices.queries.counts import sources_of, times_told
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused

T = TypeVar("T", bound=PartOfContent)


@transaction.atomic
def link_theme(*, by: User, theme: Theme, cause: Cause, key: uuid.UUID | None = None) -> Ground:
    """The theme speaks to a cause: evidence there, with how many times it was heard (S1 R-15; S4 R-28).

    Raises Refused: linked_already, nobody_may_be_told; NotFound for a cause of other work.
    """
    require(by=by, permission=Permission.EDIT, obj=theme)
    if not times_told([theme.pk]).get(theme.pk):
        raise Refused("nobody_may_be_told")
    return _link(by, theme.inquiry, cause, theme.text, key, theme=theme)


@transaction.atomic
def link_category(*, by: User, category: Category, cause: Cause, key: uuid.UUID | None = None) -> Ground:
    """A group of answers speaks to a cause. Raises Refused: board_not_open, linked_already; NotFound."""
    require(by=by, permission=Permission.EDIT, obj=category)
    if category.grouping.opened_at is None:
        raise Refused("board_not_open")
    return _link(by, category.grouping.inquiry, cause, category.name, key, category=category)


def _link(by: User, inquiry: Inquiry, cause: Cause, text: str, key: uuid.UUID | None, **what: Any) -> Ground:
    require_same_inquiry(inquiry, cause)
    hold(scope_id=inquiry.owner_team_id)
    if key is not None and (twin := Ground.objects.filter(client_key=key, cause=cause, **what).first()):
        return twin
    if Ground.objects.filter(cause=cause, evidence__ended_at=None, **what).exists():
        raise Refused("linked_already")
    evidence = add_evidence(by=by, inquiry=inquiry, text=text, kind=EvidenceKind.INTERVIEW, cause=cause)
    ground = create_content(by=by, model=Ground, key=key, verb="linked", evidence=evidence, cause=cause, **what)
    recount(by=by, inquiry=inquiry)
    return ground


def unlink(*, by: User, ground: Ground) -> Evidence:
    """The evidence is set aside with the link, and both come back by bringing the evidence back."""
    return people.set_aside(by=by, obj=ground.evidence)


@transaction.atomic
def recount(*, by: User, inquiry: Inquiry) -> None:
    """Write into the evidence what it rests on now. What is right already, in either language, stays as it is."""
    lang = get_language() or "en"
    for evidence, said in sources_of(inquiry):
        if evidence.source not in said.values():
            change_content(by=by, obj=evidence, version=None, source=said["es" if lang.startswith("es") else "en"])


def renamed(*, by: User, old: str, new: str, **what: Any) -> None:
    """Evidence that still has the old words takes the new ones."""
    for ground in Ground.objects.filter(evidence__text=old, evidence__ended_at=None, **what).select_related("evidence"):
        change_content(by=by, obj=ground.evidence, version=None, text=new)


@transaction.atomic
def set_aside(*, by: User, thing: T, reason: str = "") -> T:
    """Out of sight, never gone; what rests on it is counted again."""
    gone = people.set_aside(by=by, obj=thing, reason=reason.strip())
    recount(by=by, inquiry=inquiry_of(thing))
    return gone


@transaction.atomic
def restore(*, by: User, thing: T, reason: str = "") -> T:
    back = people.restore(by=by, obj=thing, reason=reason.strip())
    recount(by=by, inquiry=inquiry_of(thing))
    return back
