"""A humble question before a solution is chosen (S1 R-24)."""

from __future__ import annotations

from django.db import transaction

from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.choosing.models import WhyNotYet
from aimwell.contexts.theory.models import Inquiry
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission


@transaction.atomic
def say_why_not_yet(*, by: User, inquiry: Inquiry, version: int | None, said: str = "") -> WhyNotYet:
    """Answer it, or pass it over without words; either way it is not asked again. Raises StaleEdit."""
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    hold(scope_id=inquiry.owner_team_id)
    Inquiry.objects.select_for_update().get(pk=inquiry.pk)
    stored = WhyNotYet.objects.filter(inquiry=inquiry).first()
    if stored is None:
        return create_content(by=by, model=WhyNotYet, inquiry=inquiry, said=said.strip())
    return change_content(by=by, obj=stored, version=version, said=said.strip())
