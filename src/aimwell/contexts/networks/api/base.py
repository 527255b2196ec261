"""Finding what a request speaks of, and the fields that all of it shares."""

from __future__ import annotations

import datetime
from typing import TypeVar

from django.http import HttpRequest
from ninja import Field, Router, Schema

from aimwell.contexts.networks.models import NetworkThing
from aimwell.contexts.networks.queries import find_look, find_thing
from aimwell.contexts.networks.services.keeping import network_of

router = Router(tags=["networks"])
T = TypeVar("T", bound=NetworkThing)


class NetworkThingOut(Schema):
    id: int
    version: int
    created_at: datetime.datetime
    updated_at: datetime.datetime
    ended_at: datetime.datetime | None = Field(description="When it was set aside; empty while it stands.")


def found(request: HttpRequest, model: type[T], pk: int) -> T:
    """One row of a network of the reader, set aside or not. Raises NotFound."""
    thing = find_thing(model, pk)
    find_look(request.user, network_of(thing).pk)
    return thing


def found_or_none(request: HttpRequest, model: type[T], pk: int | None) -> T | None:
    return None if pk is None else found(request, model, pk)
