"""Out of sight, and back."""

from __future__ import annotations

from django.db import transaction

from aimwell.contexts.cycles.collecting.models import CountPlan, Photo, RoomTry, SharedReading
from aimwell.contexts.cycles.collecting.services.plans import UNFINISHED, follow
from aimwell.contexts.cycles.collecting.services.rooms import twin_of
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.domain.errors import Refused

Thing = CountPlan | RoomTry | SharedReading | Photo


@transaction.atomic
def set_aside(*, by: User, thing: Thing, reason: str = "") -> Thing:
    cycle = in_state(held(by=by, obj=cycle_of(thing)), *UNFINISHED)
    aside = people.set_aside(by=by, obj=thing, reason=reason.strip())
    if isinstance(thing, CountPlan):
        follow(by=by, cycle=cycle)
    return aside


@transaction.atomic
def restore(*, by: User, thing: Thing, reason: str = "") -> Thing:
    """Raises Refused("in_the_way") where the same room has another row by now."""
    cycle = in_state(held(by=by, obj=cycle_of(thing)), *UNFINISHED)
    if isinstance(thing, CountPlan | RoomTry):
        others = type(thing)._default_manager.filter(cycle=cycle, ended_at=None).exclude(pk=thing.pk)
        if twin_of(others, thing.who):
            raise Refused("in_the_way")
    back = people.restore(by=by, obj=thing, reason=reason.strip())
    if isinstance(thing, CountPlan):
        follow(by=by, cycle=cycle)
    return back


def cycle_of(thing: Thing) -> Cycle:
    return thing.entry.cycle if isinstance(thing, Photo) else thing.cycle
