"""What every service of this context does first: permission, the stored row, the state."""

from __future__ import annotations

from typing import TypeVar

from django.db import models

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import owner_of
from aimwell.contexts.people.services import require
from aimwell.core.history.services import hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused

M = TypeVar("M", bound=models.Model)


def held(*, by: User, obj: M) -> M:
    """The stored row, locked until the transaction ends, so that two people act one after the other.

    Raises NotAllowed unless `by` may edit it.
    """
    require(by=by, permission=Permission.EDIT, obj=obj)
    hold(scope_id=owner_of(obj)[0].pk)
    return type(obj)._default_manager.select_for_update().get(pk=obj.pk)


def in_state(cycle: Cycle, *states: CycleState) -> Cycle:
    """`cycle`, or Refused where this step does not fit where it stands."""
    if cycle.state not in states or cycle.ended_at is not None:
        raise Refused("wrong_state")
    return cycle
