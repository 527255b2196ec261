"""Where an effort of a team stands in a network: the team's own answer, one for each year (S3 R-15)."""

from __future__ import annotations

import uuid
from collections.abc import Collection

from django.db import transaction

from aimwell.contexts.networks.models import Alignment, DriverKind, NetworkDriver, NetworkYear, Stance, Toward
from aimwell.contexts.networks.queries import networks_of_team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content, require
from aimwell.contexts.theory.models import Inquiry
from aimwell.core.history.services import hold, record
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused


@transaction.atomic
def place_inquiry(
    *,
    by: User,
    inquiry: Inquiry,
    year: NetworkYear,
    stance: str = Stance.DRIVERS,
    drivers: Collection[NetworkDriver] = (),
    toward: str = Toward.OUTCOME,
    serves: str = "",
    reason: str = "",
    version: int | None = None,
    key: uuid.UUID | None = None,
) -> Alignment:
    """How it serves the aim and by which drivers; or outside them, with a reason; or no answer, which is one too.

    `version` is that of the place the edit started from, 0 where there was none. Raises NotAllowed, StaleEdit, and
    Refused where something is needed or belongs elsewhere.
    """
    require(by=by, permission=Permission.EDIT, obj=inquiry)
    chosen = sorted(drivers, key=lambda one: one.pk) if stance == Stance.DRIVERS else []
    _require_fit(inquiry, year, stance, chosen, reason)
    hold(scope_id=inquiry.owner_team_id)
    fields = {"toward": toward, "stance": stance, "serves": serves.strip(), "reason": reason.strip()}
    place = Alignment.objects.filter(inquiry=inquiry, year=year).first()
    if place is None:
        place = create_content(by=by, model=Alignment, key=key, inquiry=inquiry, year=year, **fields)
    else:
        _require_seen(place, version, chosen)
        place = change_content(by=by, obj=place, version=version, **fields)
    _set_drivers(by, place, chosen)
    return place


def _require_fit(inquiry: Inquiry, year: NetworkYear, stance: str, chosen: list[NetworkDriver], reason: str) -> None:
    if year.network_id not in {network.pk for network in networks_of_team(inquiry.owner_team)}:
        raise Refused("network_team_elsewhere")
    if any(one.year_id != year.pk or one.kind != DriverKind.SECONDARY or one.ended_at for one in chosen):
        raise Refused("network_driver_elsewhere")
    if stance == Stance.DRIVERS and not chosen:
        raise Refused("network_driver_needed")
    if stance == Stance.OUTSIDE and not reason.strip():
        raise Refused("network_reason_needed")


def _keys(place: Alignment) -> list[int]:
    return sorted(place.drivers.values_list("pk", flat=True))


def _require_seen(place: Alignment, version: int | None, chosen: list[NetworkDriver]) -> None:
    """Drivers do not merge in words, so whoever did not see the newest ones looks again."""
    if version is not None and version != place.version and _keys(place) != [one.pk for one in chosen]:
        raise Refused("network_place_moved")


def _set_drivers(by: User, place: Alignment, chosen: list[NetworkDriver]) -> None:
    before, after = _keys(place), [one.pk for one in chosen]
    if before == after:
        return
    place.drivers.set(chosen)
    if before:
        place.version += 1
        place.save(update_fields=["version"])
    record(
        by=by, verb="changed", target=place, scope_id=place.inquiry.owner_team_id,
        before={"drivers": before}, after={"drivers": after},
    )  # fmt: skip
