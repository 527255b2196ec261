"""How everything that a network keeps is made and changed: by whom, once for each key, with its history."""

from __future__ import annotations

import uuid
from typing import Any, TypeVar

from django.db import IntegrityError, transaction
from django.utils import timezone

from aimwell.contexts.networks.models import (
    Choice,
    Goal,
    GoalNote,
    NetworkDriver,
    NetworkThing,
    NetworkYear,
    Option,
    Position,
    Purpose,
)
from aimwell.contexts.networks.queries import in_hub, speaks_for
from aimwell.contexts.orgs.models import Network, Org
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import store_once
from aimwell.core.history.services import edit, record
from aimwell.domain.errors import NotAllowed, Refused

T = TypeVar("T", bound=NetworkThing)


def network_of(thing: NetworkThing) -> Network:
    """The network that this belongs to."""
    match thing:
        case Goal() | NetworkYear() | Purpose() | Choice():
            return thing.network
        case GoalNote():
            return thing.goal.network
        case NetworkDriver():
            return thing.year.network
        case Option():
            return thing.choice.network
        case Position():
            return thing.option.choice.network
    raise TypeError(type(thing))


def require_hub(*, by: User, network: Network) -> None:
    """Raises NotAllowed."""
    if not in_hub(by, network):
        raise NotAllowed


def require_voice(*, by: User, network: Network, org: Org) -> None:
    """Raises NotAllowed unless `by` may speak for this member of the network."""
    if org.pk not in {one.pk for one in speaks_for(by, network)}:
        raise NotAllowed


@transaction.atomic
def make(*, by: User, model: type[T], key: uuid.UUID | None = None, org_of: Org | None = None, **fields: Any) -> T:
    """A new row with its history; the caller has asked who may. The same `key` again gives the first one back.

    `org_of`: the member whose own word it is; its history tells it.
    Raises Refused("key_used") where the key was used elsewhere.
    """
    thing, made = store_once(by=by, model=model, key=key, fields=fields)
    if made:
        record(by=by, verb="created", target=thing, scope_id=None, org_id=org_of.pk if org_of else None, after=fields)
    return thing


def change(*, by: User, thing: T, version: int | None, org_of: Org | None = None, **changes: Any) -> T:
    """`org_of`: as for `make`. Raises StaleEdit with both texts when somebody else saved first."""
    org = org_of.pk if org_of else None
    return edit(by=by, obj=thing, version=version, changes=changes, scope_id=None, org_id=org)


def put_aside(*, by: User, thing: T) -> T:
    """Out of sight; what hangs on it stays. Raises NotAllowed unless `by` is in the hub."""
    require_hub(by=by, network=network_of(thing))
    at = thing.ended_at or timezone.now()
    return edit(by=by, obj=thing, version=None, verb="set_aside", changes={"ended_at": at}, scope_id=None)


def bring_back(*, by: User, thing: T) -> T:
    """Raises NotAllowed, Refused("in_the_way") where only one may stand and another one does."""
    require_hub(by=by, network=network_of(thing))
    try:
        with transaction.atomic():
            return edit(by=by, obj=thing, version=None, verb="restored", changes={"ended_at": None}, scope_id=None)
    except IntegrityError:
        raise Refused("in_the_way") from None
