"""What the members of a network are drawn to: where several come together, and who works on something of their own.

A fact for planning a meeting, never a count of who strays (S3 R-19, L257).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aimwell.domain.networks.coverage import Work

CLUSTER = 3
"""From this many on, members on one driver can compare notes as a group."""


@dataclass(frozen=True, slots=True)
class Group:
    driver: int
    places: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class OnItsOwn:
    """A place in no cluster. `drivers` it works on, none for work outside them; `beside`: who else works on these."""

    place: int
    drivers: tuple[int, ...]
    beside: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Foci:
    clusters: tuple[Group, ...]
    pairs: tuple[Group, ...]
    alone: tuple[OnItsOwn, ...]


def foci(drivers: Sequence[int], places: Sequence[int], works: Iterable[Work]) -> Foci:
    """By driver, in the order given. A place without work that it may be named with is in none of the three."""
    on: dict[int, set[int]] = {}
    for work in works:
        if work.place is not None:
            on.setdefault(work.place, set()).update(work.drivers)
    groups = [Group(driver, tuple(place for place in places if driver in on.get(place, ()))) for driver in drivers]
    clusters = tuple(group for group in groups if len(group.places) >= CLUSTER)
    together = {place for group in clusters for place in group.places}
    return Foci(
        clusters,
        tuple(group for group in groups if len(group.places) == CLUSTER - 1),
        tuple(_alone(place, drivers, places, on) for place in places if place in on and place not in together),
    )


def _alone(place: int, drivers: Sequence[int], places: Sequence[int], on: dict[int, set[int]]) -> OnItsOwn:
    own = on[place]
    beside = tuple(other for other in places if other != place and own & on.get(other, set()))
    return OnItsOwn(place, tuple(driver for driver in drivers if driver in own), beside)
