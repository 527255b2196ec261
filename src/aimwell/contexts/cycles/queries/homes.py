"""The efforts that a cycle can belong to."""

from __future__ import annotations

from django.db.models import QuerySet

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries.loose import NOT_LOOSE


def homes_of(user: User, team: Team) -> QuerySet[Inquiry]:
    """The efforts that a cycle without an aim can come to, newest first."""
    return visible_to(user, Inquiry, team=team).filter(NOT_LOOSE, closed_at=None).order_by("-id")
