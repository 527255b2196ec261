"""Where cycles without an aim stand (S1 R-38)."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.people.services import create_content, require_member
from aimwell.contexts.theory.models import Inquiry
from aimwell.contexts.theory.queries.loose import LOOSE
from aimwell.core.history.services import hold
from aimwell.domain.words.speech import HOUSE, spoken


@transaction.atomic
def shelf(*, by: User, team: Team) -> Inquiry:
    """Where the team's cycles without an aim stand: one for each team, made when it is first needed."""
    require_member(by=by, team=team)
    hold(scope_id=team.pk)
    found = visible_to(by, Inquiry, team=team).filter(skipped__has_key=LOOSE).first()
    if found is not None:
        return found
    with spoken(HOUSE):
        name, why = _("Not tied to an aim yet"), _("These cycles have no aim yet.")
    return create_content(
        by=by, model=Inquiry, owner_team=team, problem=name, skipped={LOOSE: why, "check": why, "problem": why}
    )
