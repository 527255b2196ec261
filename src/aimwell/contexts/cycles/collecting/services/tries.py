"""What really happened in each room."""

from __future__ import annotations

import uuid

from django.db import transaction

from aimwell.contexts.cycles.collecting.models import How, RoomTry
from aimwell.contexts.cycles.collecting.services.rooms import one_room, twin_of
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services.do import RUNNING
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.domain.errors import Refused


@transaction.atomic
def tell_try(
    *, by: User, cycle: Cycle, who: str, how: str, different: str = "", why: str = "", key: uuid.UUID | None = None
) -> RoomTry:
    """Raises NotAllowed, Refused: wrong_state, told_already, different_needed, plan_without_people."""
    stored = in_state(held(by=by, obj=cycle), *RUNNING)
    facts = _facts(who, how, different, why)
    twin = twin_of(RoomTry.objects.filter(cycle=stored, ended_at=None), facts["who"])
    if twin is not None and (key is None or twin.client_key != key):
        raise Refused("told_already", who=twin.who)
    return create_content(by=by, model=RoomTry, key=key, cycle=stored, **facts)


@transaction.atomic
def change_try(
    *, by: User, room: RoomTry, version: int | None, who: str, how: str, different: str = "", why: str = ""
) -> RoomTry:
    """Raises NotAllowed, StaleEdit, Refused as `tell_try`."""
    cycle = in_state(held(by=by, obj=room.cycle), *RUNNING)
    facts = _facts(who, how, different, why)
    if twin_of(RoomTry.objects.filter(cycle=cycle, ended_at=None).exclude(pk=room.pk), facts["who"]):
        raise Refused("told_already", who=facts["who"])
    return change_content(by=by, obj=room, version=version, **facts)


def _facts(who: str, how: str, different: str, why: str) -> dict[str, str]:
    shown = one_room(who)
    if how not in How.values:
        raise Refused("unknown_choice", value=how)
    if how == How.ADAPTED and not different.strip():
        raise Refused("different_needed")
    return {"who": shown, "how": how, "different": different.strip(), "why": why.strip()}
