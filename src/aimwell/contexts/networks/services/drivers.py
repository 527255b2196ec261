"""The drivers of a network, anew for each year, so that the links of the years before stay (S3 R-17)."""

from __future__ import annotations

import datetime
import uuid

from django.db import transaction
from django.db.models import Max

from aimwell.contexts.networks.models import DriverKind, NetworkDriver, NetworkYear
from aimwell.contexts.networks.services.keeping import change, make, require_hub
from aimwell.contexts.orgs.models import Network
from aimwell.contexts.people.models import User
from aimwell.core.history.services import hold
from aimwell.domain.errors import Refused


@transaction.atomic
def start_year(
    *, by: User, network: Network, name: str, starts: datetime.date, ends: datetime.date, key: uuid.UUID | None = None
) -> NetworkYear:
    """A year with the drivers of the year before it, as rows of its own. The year before stays as it is.

    Raises NotAllowed, Refused("network_year_days"), Refused("network_year_there").
    """
    require_hub(by=by, network=network)
    hold(scope_id=None)
    if key is not None and (twin := NetworkYear.objects.filter(client_key=key, network=network).first()):
        return twin
    if ends <= starts:
        raise Refused("network_year_days")
    years = NetworkYear.objects.filter(network=network)
    if years.filter(starts=starts).exists():
        raise Refused("network_year_there")
    before = years.filter(starts__lt=starts, ended_at=None).order_by("-starts").first()
    year = make(by=by, model=NetworkYear, key=key, network=network, name=name.strip(), starts=starts, ends=ends)
    if before is not None:
        _carry_over(by, before, year)
    return year


def _carry_over(by: User, before: NetworkYear, year: NetworkYear) -> None:
    """Primary drivers come first, so that each secondary driver finds its new parent."""
    made: dict[int, NetworkDriver] = {}
    for old in before.drivers.filter(ended_at=None).order_by("kind", "number", "pk"):
        parent = made.get(old.parent_id) if old.parent_id else None
        made[old.pk] = make(
            by=by, model=NetworkDriver, year=year, kind=old.kind, parent=parent, follows=old, name=old.name,
            number=old.number,
        )  # fmt: skip


@transaction.atomic
def add_driver(
    *, by: User, year: NetworkYear, name: str, kind: str = DriverKind.SECONDARY, parent: NetworkDriver | None = None,
    key: uuid.UUID | None = None,
) -> NetworkDriver:  # fmt: skip
    """With the next number of its kind. Raises NotAllowed, Refused("network_driver_parent")."""
    require_hub(by=by, network=year.network)
    hold(scope_id=None)
    _require_parent(year, kind, parent)
    last = NetworkDriver.objects.filter(year=year, kind=kind).aggregate(last=Max("number"))["last"] or 0
    return make(
        by=by, model=NetworkDriver, key=key, year=year, kind=kind, parent=parent, name=name.strip(), number=last + 1
    )  # fmt: skip


@transaction.atomic
def change_driver(
    *, by: User, driver: NetworkDriver, version: int | None, name: str, parent: NetworkDriver | None
) -> NetworkDriver:
    """In its own year only. Under a driver that was set aside since, it may stay.

    Raises NotAllowed, StaleEdit, Refused("network_driver_parent").
    """
    require_hub(by=by, network=driver.year.network)
    if parent != driver.parent:
        _require_parent(driver.year, driver.kind, parent)
    return change(by=by, thing=driver, version=version, name=name.strip(), parent=parent)


def _require_parent(year: NetworkYear, kind: str, parent: NetworkDriver | None) -> None:
    if parent is None:
        return
    fits = kind == DriverKind.SECONDARY and parent.kind == DriverKind.PRIMARY
    if not fits or parent.year_id != year.pk or parent.ended_at is not None:
        raise Refused("network_driver_parent")
