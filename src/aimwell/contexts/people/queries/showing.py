"""Who shows a team what its members wrote, rated or covered, each alone."""

from __future__ import annotations

from aimwell.contexts.people.models import Membership, TeamRole, User

LEADING = (TeamRole.FACILITATOR, TeamRole.LEAD, TeamRole.BACKUP)


def may_show_all(user: User, team_id: int) -> bool:
    """Who leads the team or its meetings; where nobody with an account does, every member. One query."""
    rows = Membership.objects.filter(team=team_id, ended=None, role__in=LEADING, user__isnull=False)
    leading = set(rows.values_list("user_id", flat=True))
    return not leading or user.pk in leading
