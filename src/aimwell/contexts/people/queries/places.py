"""An organisation as its office holders see it: where it hangs, what is below, and its teams by name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Count, Q, QuerySet

from aimwell.contexts.orgs.models import Network, Org, OrgKind, Participation, Taking, Team, TeamKind
from aimwell.contexts.orgs.queries import ancestors, below
from aimwell.contexts.people.models import ClosedToOutside, OrgRole, OrgRoleKind, OutsideRole, User
from aimwell.contexts.people.queries.slots import Slot, slots_of
from aimwell.contexts.people.queries.visibility import Reader, standing_of
from aimwell.core import standing
from aimwell.domain.access.roles import ROLES, Power, Role
from aimwell.domain.errors import NotFound

OUTSIDE = frozenset({OrgRoleKind.EVALUATOR})


@dataclass(frozen=True, slots=True)
class TeamLine:
    """`opens`: the reader may go to its pages. `invited`: nobody came yet. `vacant`: its places that nobody fills."""

    team: Team
    invited: bool
    opens: bool
    vacant: tuple[Slot, ...]


@dataclass(frozen=True)
class OrgLook:
    """What `user` may do in `org` and see of it. `kinds`: offices held in it or above it."""

    user: User
    org: Org
    kinds: frozenset[str]
    held: frozenset[str]
    leads_a_team_above: bool

    @property
    def powers(self) -> frozenset[Power]:
        if self.user.is_site_admin:
            return frozenset(Power)
        return frozenset(power for kind in self.kinds for power in ROLES[Role(kind)].powers)

    @property
    def names(self) -> bool:
        """Whether teams are named. To those from outside they are not."""
        return self.user.is_site_admin or self.leads_a_team_above or bool(self.kinds - OUTSIDE)

    @cached_property
    def above(self) -> list[tuple[Org, bool]]:
        """Organisations above, the top first, and whether the reader may open them."""
        paths = ancestors(self.org.path)[:-1]
        found = Org.objects.filter(path__in=paths).order_by("path") if paths else []
        return [(org, self._reaches(org.path)) for org in found]

    def _reaches(self, path: str) -> bool:
        return self.user.is_site_admin or not self.held.isdisjoint(ancestors(path))

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many districts, segments and schools are below, and how many teams in all."""
        inside = Org.objects.filter(below(self.org.path)).exclude(pk=self.org.pk).order_by()
        kinds = dict(inside.values_list("kind").annotate(Count("pk")))
        found = {kind: kinds[kind] for kind in OrgKind.values if kind in kinds}
        return {**found, "team": Team.objects.filter(below(self.org.path, "org__path")).order_by().count()}

    @property
    def children(self) -> QuerySet[Org]:
        return self.org.children.order_by("name", "pk")

    @property
    def teams(self) -> QuerySet[Team]:
        """Teams right in it; empty for those to whom teams are not named."""
        return self.org.teams.select_related("org").order_by("name", "pk") if self.names else Team.objects.none()

    @property
    def networks(self) -> QuerySet[Network]:
        """Those it is in now, itself or with what is above it."""
        inside = Q(networkorg__org__path__in=ancestors(self.org.path), networkorg__until=None)
        return Network.objects.filter(inside).distinct().order_by("name", "pk")

    def lines(self, teams: Iterable[Team]) -> list[TeamLine]:
        """One line for each of some teams of this organisation, with four queries in all."""
        teams = list(teams)
        slots, stands = slots_of(teams), standing_of(self.user)
        invited = _invited(teams)
        return [
            TeamLine(
                team=team,
                invited=team.pk in invited,
                opens=next(stands.to(team), None) is not None,
                vacant=tuple(slot for slot in slots[team.pk] if slot.vacant_since is not None),
            )
            for team in teams
        ]


def _invited(teams: list[Team]) -> frozenset[int]:
    rows = Participation.objects.filter(team__in=teams, state=Taking.INVITED, ended=None)
    return frozenset(rows.values_list("team", flat=True))


def find_look(user: Reader, pk: int) -> OrgLook:
    """Raises NotFound for an organisation in which `user` has no office, as for one that is not there."""
    org = Org.objects.select_related("parent").filter(pk=pk).first()
    if org is None or not user.is_authenticated:
        raise NotFound
    held, own = offices_held(user), team_tops(user)
    above = frozenset(ancestors(org.path))
    kinds = frozenset(kind for path, kind in held if path in above)
    look = OrgLook(user, org, kinds, frozenset(path for path, _ in held) | own, not own.isdisjoint(above))
    if user.is_site_admin or look.leads_a_team_above or kinds - OUTSIDE or (kinds and not _closed_to_evaluators(above)):
        return look
    raise NotFound


def orgs_held(user: Reader) -> QuerySet[Org]:
    """Organisations in which `user` has an office, or whose team for the whole organisation they are in."""
    if not user.is_authenticated:
        return Org.objects.none()
    if user.is_site_admin:
        return Org.objects.filter(parent=None).order_by("name", "pk")
    paths = {path for path, _ in offices_held(user)} | team_tops(user)
    return Org.objects.filter(path__in=paths).select_related("parent").order_by("name", "pk")


def offices_held(user: User) -> frozenset[tuple[str, str]]:
    """Path of the organisation and kind of each office that `user` has now."""

    def held() -> frozenset[tuple[str, str]]:
        rows = OrgRole.objects.filter(user=user, ended=None).order_by()
        return frozenset(rows.values_list("org__path", "kind"))

    return standing.once("offices", user.pk, held)


def team_tops(user: User) -> frozenset[str]:
    """Paths of districts and the like whose own improvement team `user` is in: it looks after the teams below."""
    teams = standing_of(user).own.values()
    return frozenset(
        team.org.path for team in teams if team.kind == TeamKind.DIT and team.org and team.org.kind != OrgKind.SCHOOL
    )


def _closed_to_evaluators(paths: Iterable[str]) -> bool:
    rows = ClosedToOutside.objects.filter(role=OutsideRole.EVALUATOR, ended=None, org__path__in=list(paths))
    return rows.exists()
