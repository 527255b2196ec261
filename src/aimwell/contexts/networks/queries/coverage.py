"""What the teams of a network work on, as far as it is open to the reader (S3 R-18, R-19)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Q, QuerySet

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.networks.models import Alignment, DriverKind, NetworkDriver, NetworkYear, Stance, Toward
from aimwell.contexts.networks.queries.drivers import drivers_of
from aimwell.contexts.networks.queries.standing import Look
from aimwell.contexts.orgs.models import Org, Team, TeamKind
from aimwell.contexts.orgs.queries import under_any
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import standing_of, visible_q, visible_teams
from aimwell.domain.access import Relation, Rung
from aimwell.domain.networks import Coverage, Foci, Work, coverage, foci


def countable_q(user: User, root: str = "") -> Q:
    """What `user` may read, and beside it the work that is open to the network without its team's name: it counts too,
    but whoever shows it names nobody (see `named`)."""
    prefix = f"{root}__" if root else ""
    beside = standing_of(user).teams().get(Relation.NETWORK)
    seen = visible_q(user, root)
    if beside is None:
        return seen
    return seen | Q(**{f"{prefix}rung": Rung.NETWORK_UNNAMED, f"{prefix}owner_team__in": beside})


def named(user: User, team_id: int, rung: int) -> bool:
    """Whether countable work may be shown with its team: all but what only the network reads without the name."""
    stands = standing_of(user)
    near = team_id in stands.own or team_id in stands.at_school or team_id in stands.sponsored
    return rung != Rung.NETWORK_UNNAMED or near or team_id in stands.coached


@dataclass(frozen=True)
class Placed:
    """One effort with its place in the network. `team` is None where the reader gets no name."""

    place: Alignment
    team: Team | None
    member: Org | None
    cycles: int
    drivers: tuple[int, ...]

    @property
    def work(self) -> Work:
        """By the key of the team in any case, so that two efforts of one team count as one team."""
        team = self.place.inquiry.owner_team
        return Work(
            team=team.pk,
            place=self.member.pk if self.team is not None and self.member is not None else None,
            drivers=frozenset(self.drivers),
            cycles=self.cycles,
            local=team.kind != TeamKind.DIT,
        )


@dataclass(frozen=True)
class CoverageView:
    """One year of a network: its secondary drivers, its members, and every effort that the reader may count."""

    look: Look
    year: NetworkYear
    drivers: tuple[NetworkDriver, ...]
    placed: tuple[Placed, ...]

    @cached_property
    def secondary(self) -> list[NetworkDriver]:
        return [driver for driver in self.drivers if driver.kind == DriverKind.SECONDARY]

    @property
    def _answered(self) -> list[Placed]:
        """Those that said where they stand; to rather not say is an answer, and places them nowhere."""
        return [one for one in self.placed if one.place.stance != Stance.DECLINED]

    @cached_property
    def coverage(self) -> Coverage:
        works = [one.work for one in self._answered]
        return coverage([one.pk for one in self.secondary], [org.pk for org in self.look.members], works)

    @cached_property
    def foci(self) -> Foci:
        works = [one.work for one in self._answered]
        return foci([one.pk for one in self.secondary], [org.pk for org in self.look.members], works)

    @property
    def untouched(self) -> list[NetworkDriver]:
        empty = set(self.coverage.untouched)
        return [driver for driver in self.secondary if driver.pk in empty]

    @property
    def outside(self) -> list[Placed]:
        """Efforts that stand outside the current drivers, or whose drivers were all set aside since."""
        return [one for one in self._answered if not one.drivers]

    def teams_toward(self, goal: str) -> int:
        """How many teams work toward one of the two goals. A team may be in both numbers; they are never added up."""
        meant = {goal, Toward.BOTH}
        return len({one.work.team for one in self._answered if one.place.toward in meant})


def _placed_in(look: Look, year: NetworkYear, live: frozenset[int]) -> tuple[Placed, ...]:
    """Every effort of the year that the reader may count, by member, team and effort. Three queries in all.

    `live`: keys of the drivers in force.
    """
    user = look.user
    paths = [org.path for org in look.members]
    rows = list(
        Alignment.objects.filter(countable_q(user, "inquiry"), year=year, ended_at=None, inquiry__ended_at=None)
        .filter(under_any(paths, "inquiry__owner_team__org__path"))
        .select_related("inquiry__owner_team__org")
        .prefetch_related("drivers")
    )
    cycles, members = _cycles(user, year, rows), {org.pk: org for org in look.members}
    found = [_placed(look, row, members, cycles, live) for row in rows]
    return tuple(sorted(found, key=_order))


def _placed(
    look: Look, row: Alignment, members: dict[int, Org], cycles: dict[int, int], live: frozenset[int]
) -> Placed:
    team = row.inquiry.owner_team
    place = look.place_of(team.org.path) if team.org is not None else None
    shown = named(look.user, team.pk, row.inquiry.rung)
    chosen = tuple(driver.pk for driver in row.drivers.all() if driver.pk in live)
    return Placed(
        row, team if shown else None, members.get(place or 0) if shown else None, cycles.get(row.inquiry_id, 0), chosen
    )


def _order(one: Placed) -> tuple[str, str, int]:
    """Those without a name come last, in no order that tells whose they are."""
    if one.team is None:
        return ("\uffff", "", one.place.pk)
    return (one.member.name if one.member else "", one.team.name, one.place.pk)


def _cycles(user: User, year: NetworkYear, rows: list[Alignment]) -> dict[int, int]:
    """How many cycles open to the reader began in the year, by inquiry."""
    begun = Q(locked_at__date__gte=year.starts, locked_at__date__lte=year.ends)
    found = Cycle.objects.filter(
        countable_q(user), begun, inquiry__in=[row.inquiry_id for row in rows], practice=False, ended_at=None
    ).order_by()
    return dict(found.values_list("inquiry").annotate(Count("pk")))


def coverage_view(look: Look, year: NetworkYear) -> CoverageView:
    """Four queries, whatever the number of teams."""
    drivers = tuple(drivers_of(year))
    return CoverageView(look, year, drivers, _placed_in(look, year, frozenset(driver.pk for driver in drivers)))


def teams_without(view: CoverageView) -> QuerySet[Team]:
    """Teams whose name the reader may know, and of which nothing that the reader may read says where it stands."""
    paths = [org.path for org in view.look.members]
    said = {one.team.pk for one in view.placed if one.team is not None}
    teams = visible_teams(view.look.user).filter(under_any(paths, "org__path")).exclude(pk__in=said)
    return teams.select_related("org__parent").order_by("name", "pk")
