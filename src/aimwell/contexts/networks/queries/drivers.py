"""The drivers of a network in one year, and the same driver in the years before."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet

from aimwell.contexts.networks.models import DriverKind, NetworkDriver, NetworkYear


def drivers_of(year: NetworkYear | None) -> QuerySet[NetworkDriver]:
    """Those in force, primary ones first; none without a year."""
    return NetworkDriver.objects.filter(year=year, ended_at=None)


@dataclass(frozen=True)
class DriverTree:
    """Each primary driver with those under it; `loose` are secondary drivers that stand under the aim itself."""

    groups: list[tuple[NetworkDriver, list[NetworkDriver]]]
    loose: list[NetworkDriver]


def driver_tree(year: NetworkYear | None) -> DriverTree:
    """One query. Under a primary driver that was set aside, what it held stands under the aim."""
    rows = list(drivers_of(year))
    primary = {row.pk: row for row in rows if row.kind == DriverKind.PRIMARY}
    secondary = [row for row in rows if row.kind == DriverKind.SECONDARY]
    return DriverTree(
        [(top, [row for row in secondary if row.parent_id == pk]) for pk, top in primary.items()],
        [row for row in secondary if row.parent_id not in primary],
    )


def earlier_of(driver: NetworkDriver) -> list[NetworkDriver]:
    """The same driver in the years before, the newest first. One query for the whole network."""
    rows = NetworkDriver.objects.filter(year__network=driver.year.network_id).select_related("year")
    by_key = {row.pk: row for row in rows}
    found, key = [], driver.follows_id
    while key is not None and key in by_key:
        found.append(by_key[key])
        key = by_key[key].follows_id
    return found
