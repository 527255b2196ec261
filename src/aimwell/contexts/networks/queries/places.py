"""One effort of a team, and where it stands in each network of its team."""

from __future__ import annotations

from dataclasses import dataclass

from aimwell.contexts.networks.models import Alignment, DriverKind, Goal, GoalKind, NetworkDriver, NetworkYear
from aimwell.contexts.networks.queries.standing import current_year, networks_of_team
from aimwell.contexts.orgs.models import Network
from aimwell.contexts.theory.models import Inquiry


@dataclass(frozen=True)
class PlaceView:
    """One network with its current year. `place` is the team's answer for it, `earlier` those for years before."""

    network: Network
    year: NetworkYear
    aim: Goal | None
    drivers: tuple[NetworkDriver, ...]
    place: Alignment | None
    earlier: tuple[Alignment, ...]

    @property
    def chosen(self) -> frozenset[int]:
        """Drivers of this year: those the team chose, else those that follow what it chose the year before."""
        if self.place is not None:
            return frozenset(one.pk for one in self.place.drivers.all())
        before = {one.pk for one in self.earlier[0].drivers.all()} if self.earlier else set()
        return frozenset(one.pk for one in self.drivers if one.follows_id in before)


def places_of(inquiry: Inquiry) -> list[PlaceView]:
    """For each network of the team that has a year. Whoever may see the inquiry sees its places. Six queries at most,
    whatever the number of networks."""
    networks = networks_of_team(inquiry.owner_team)
    if not networks:
        return []
    years = list(NetworkYear.objects.filter(network__in=networks, ended_at=None).select_related("network"))
    drivers = NetworkDriver.objects.filter(year__in=years, kind=DriverKind.SECONDARY, ended_at=None)
    by_year: dict[int, list[NetworkDriver]] = {}
    for driver in drivers.select_related("parent"):
        by_year.setdefault(driver.year_id, []).append(driver)
    aims = {
        goal.network_id: goal
        for goal in Goal.objects.filter(network__in=networks, kind=GoalKind.OUTCOME, ended_at=None)
    }
    said = inquiry.alignments.filter(ended_at=None).select_related("year").prefetch_related("drivers")
    places = {place.year_id: place for place in said.order_by("-year__starts")}
    return [
        view
        for network in networks
        if (view := _view(network, [year for year in years if year.network_id == network.pk], by_year, aims, places))
    ]


def _view(
    network: Network,
    years: list[NetworkYear],
    drivers: dict[int, list[NetworkDriver]],
    aims: dict[int, Goal],
    places: dict[int, Alignment],
) -> PlaceView | None:
    year = current_year(years)
    if year is None:
        return None
    earlier = tuple(
        place for place in places.values() if place.year.network_id == network.pk and place.year.starts < year.starts
    )
    return PlaceView(network, year, aims.get(network.pk), tuple(drivers.get(year.pk, [])), places.get(year.pk), earlier)
