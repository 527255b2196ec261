from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import require_member
from aimwell.contexts.reports.participation.models import HubConsent
from aimwell.core.history.services import hold, record


@transaction.atomic
def agree_to_hub(*, by: User, team: Team, agreed: bool) -> bool:
    """Whether the hub may hear that nothing has happened for a long time. Raises NotAllowed."""
    require_member(by=by, team=team)
    hold(scope_id=team.pk)
    now = HubConsent.objects.filter(team=team, ended=None).first()
    if agreed == (now is not None):
        return agreed
    if now is None:
        HubConsent.objects.create(team=team)
    else:
        now.ended = timezone.localdate()
        now.save(update_fields=["ended"])
    record(by=by, verb="hub_told" if agreed else "hub_not_told", target=team, scope_id=team.pk)
    return agreed
