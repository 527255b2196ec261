"""How many teams and cycles work on each driver of a network, and which driver nobody took (S3 R-18, L223)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Work:
    """What one effort of a team works on. `place`: the member, such as a district, that it may be named with; None
    where the reader gets no name. `local`: the team works in a school, not for a whole district. `drivers` is empty for
    an effort outside the current drivers."""

    team: int
    place: int | None
    drivers: frozenset[int] = frozenset()
    cycles: int = 0
    local: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """One driver. `places` in the order of the network; `unnamed` teams are among `local` and `wide`."""

    driver: int
    places: tuple[int, ...]
    local: int
    wide: int
    unnamed: int
    cycles: int

    @property
    def teams(self) -> int:
        return self.local + self.wide


@dataclass(frozen=True, slots=True)
class Coverage:
    """`quiet`: places of which no team with a name works on a driver; they are members like the others."""

    rows: tuple[Row, ...]
    quiet: tuple[int, ...]

    @property
    def addressed(self) -> tuple[int, ...]:
        return tuple(row.driver for row in self.rows if row.teams)

    @property
    def untouched(self) -> tuple[int, ...]:
        return tuple(row.driver for row in self.rows if not row.teams)


def coverage(drivers: Sequence[int], places: Sequence[int], works: Iterable[Work]) -> Coverage:
    """A team counts once for each driver it works on, whatever the number of its efforts."""
    works = tuple(works)
    rows = tuple(_row(driver, places, [work for work in works if driver in work.drivers]) for driver in drivers)
    busy = {place for row in rows for place in row.places}
    return Coverage(rows, tuple(place for place in places if place not in busy))


def _row(driver: int, places: Sequence[int], works: list[Work]) -> Row:
    here = {work.place for work in works}
    return Row(
        driver,
        tuple(place for place in places if place in here),
        local=len({work.team for work in works if work.local}),
        wide=len({work.team for work in works if not work.local}),
        unnamed=len({work.team for work in works if work.place is None}),
        cycles=sum(work.cycles for work in works),
    )
