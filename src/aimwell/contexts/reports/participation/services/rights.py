from __future__ import annotations

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may_edit_team
from aimwell.contexts.reports.participation.queries import leads_school
from aimwell.domain.errors import NotAllowed


def require_may_pause(*, by: User, team: Team) -> None:
    """Its members, and the principal of its school (S0 R-53). Raises NotAllowed."""
    if not (may_edit_team(by, team) or leads_school(by, team)):
        raise NotAllowed
