"""What the operations of this tool share: all of it is for the team, to others it is not there."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model
from django.http import HttpRequest
from ninja import Router

from aimwell.contexts.cycles.api.base import language
from aimwell.contexts.people.queries import find, may_edit_team, owner_of
from aimwell.contexts.people.services import require
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotFound

__all__ = ["language", "own", "router"]
router = Router(tags=["cycles"])
M = TypeVar("M", bound=Model)


def own(request: HttpRequest, model: type[M], pk: int) -> M:
    """One thing of the reader's own team, set aside or not. Raises NotFound; NotAllowed for what changes something."""
    thing = find(request.user, model, pk, with_ended=True)
    if request.method != "GET":
        require(by=request.user, permission=Permission.EDIT, obj=thing)
    elif not may_edit_team(request.user, owner_of(thing)[0]):
        raise NotFound
    return thing
