"""Where somebody outside a team can help: a call, a place to fill, a pause for a team of one's own school.

A long quiet stretch is told to coaches, and to hubs where the team agreed. Principals and supervisors never read of it
(S0 R-55); a principal sees which teams take part, because a pause is theirs to give too (S0 R-53).
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef, QuerySet

from aimwell.contexts.meetings.windows.queries import quiet_teams
from aimwell.contexts.orgs.models import NetworkOrg, Team
from aimwell.contexts.orgs.queries import ancestors, under_any
from aimwell.contexts.people.models import ClosedToOutside, NetworkRole, OrgRole, OrgRoleKind, OutsideRole
from aimwell.contexts.people.queries import Reader, standing_of
from aimwell.contexts.reports.participation.models import HubConsent
from aimwell.contexts.reports.participation.queries.states import TeamState, states
from aimwell.domain.errors import NotFound
from aimwell.domain.rhythm.gaps import Helper

MOST = 200


@dataclass(frozen=True)
class Support:
    user: Reader
    today: datetime.date

    @cached_property
    def _coached(self) -> list[TeamState]:
        keys = standing_of(self.user).coached if self.user.is_authenticated else ()
        return states(self.user, Team.objects.filter(pk__in=keys).select_related("org")) if keys else []

    @cached_property
    def _of_hub(self) -> list[TeamState]:
        return states(self.user, teams_of_hub(self.user).select_related("org")[:MOST])

    @cached_property
    def school(self) -> list[TeamState]:
        """Teams of the schools that the reader leads, by name."""
        return states(self.user, led_teams(self.user).select_related("org")[:MOST])

    @property
    def welcome_a_call(self) -> list[TeamState]:
        """Quiet teams that the reader may hear of, by name; never in an order of days, nor on days with little room."""
        coached = [state for state in self._coached if state.hears(Helper.COACH, self.today)]
        of_hub = [state for state in self._of_hub if state.hears(Helper.HUB, self.today)]
        found = [*coached, *of_hub]
        left_alone = quiet_teams([state.team for state in found], self.today) if found else frozenset()
        return _by_name(state for state in found if state.team.pk not in left_alone)

    @property
    def without_lead(self) -> list[TeamState]:
        """Teams whose place of lead is open, for coach and principal, on the same day (S0 R-46)."""
        return _by_name(state for state in [*self._coached, *self.school] if state.no_lead_since is not None)


def support_of(user: Reader, today: datetime.date) -> Support:
    return Support(user, today)


def _by_name(found: Iterable[TeamState]) -> list[TeamState]:
    once = {state.team.pk: state for state in found}
    return sorted(once.values(), key=lambda state: (state.team.name, state.team.pk))


def teams_of_hub(user: Reader) -> QuerySet[Team]:
    """Teams in the networks of the reader's hub that agreed to be called, without those that keep hubs out."""
    networks = NetworkRole.objects.filter(user=user.pk, ended=None).values("network")
    joined = NetworkOrg.objects.filter(network__in=networks, until=None).values_list("org__path", flat=True)
    closed = ClosedToOutside.objects.filter(role=OutsideRole.HUB, ended=None).values_list("org__path", flat=True)
    paths = set(joined)
    if not paths:
        return Team.objects.none()
    agreed = Exists(HubConsent.objects.filter(team=OuterRef("pk"), ended=None))
    inside = Team.objects.filter(under_any(paths, "org__path"))
    return inside.exclude(under_any(set(closed), "org__path")).filter(agreed)


def led_teams(user: Reader) -> QuerySet[Team]:
    """Teams of the schools that the reader leads as their principal."""
    led = OrgRole.objects.filter(user=user.pk, ended=None, kind=OrgRoleKind.PRINCIPAL).values_list(
        "org__path", flat=True
    )
    paths = set(led)
    return Team.objects.filter(under_any(paths, "org__path")) if paths else Team.objects.none()


def led_team(user: Reader, pk: int) -> Team:
    """Raises NotFound unless the reader leads the school of this team."""
    team = led_teams(user).select_related("org").filter(pk=pk).first()
    if team is None:
        raise NotFound
    return team


def leads_school(user: Reader, team: Team) -> bool:
    if team.org is None or not user.is_authenticated:
        return False
    held = OrgRole.objects.filter(user=user, ended=None, kind=OrgRoleKind.PRINCIPAL)
    return held.filter(org__path__in=ancestors(team.org.path)).exists()
