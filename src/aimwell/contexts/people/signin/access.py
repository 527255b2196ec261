"""Who brings people in, and who sets up how they sign in.

An administrator keeps an organisation in order and gets no look into its teams. So an administrator invites into a team
until the first person has come; from then on its lead does.
"""

from __future__ import annotations

from aimwell.contexts.orgs.models import Org, Team
from aimwell.contexts.people.models import TeamRole, User
from aimwell.contexts.people.offices import may_in
from aimwell.contexts.people.queries import Reader
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import NotAllowed, NotFound

LEADING = (TeamRole.LEAD, TeamRole.BACKUP)


def may_lead(user: Reader, team: Team) -> bool:
    """The lead, and who stands in for the lead; an administrator while nobody with a login is in the team."""
    if not user.is_authenticated:
        return False
    places = team.memberships.filter(ended=None)
    if places.filter(user=user, role__in=LEADING).exists():
        return True
    return team.org is not None and may_in(user, Power.PEOPLE, team.org) and not places.exclude(user=None).exists()


def require_lead(*, by: User, team: Team) -> None:
    """Raises NotAllowed."""
    if not may_lead(by, team):
        raise NotAllowed


def find_team(user: Reader, team_id: int) -> Team:
    """Raises NotFound for a team that `user` does not lead, as for one that does not exist."""
    team = Team.objects.select_related("org").filter(pk=team_id).first()
    if team is None or not may_lead(user, team):
        raise NotFound
    return team


def may_manage_people(user: Reader, org: Org) -> bool:
    return may_in(user, Power.PEOPLE, org)
