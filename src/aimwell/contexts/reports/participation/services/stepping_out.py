"""A pause, or leaving altogether. Nothing is lost by either, and signals and reminders stop at once."""

from __future__ import annotations

import datetime

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.orgs.models import Participation, Taking, Team
from aimwell.contexts.people.models import User
from aimwell.contexts.reports.participation.services.rights import require_may_pause
from aimwell.core.history.services import hold, record
from aimwell.domain.errors import Refused

VERBS = {Taking.PAUSED: "paused", Taking.LEFT: "left_for_now"}


@transaction.atomic
def step_out(
    *,
    by: User,
    team: Team,
    state: Taking = Taking.PAUSED,
    reason: str = "",
    expected_return: datetime.date | None = None,
) -> Participation:
    """From today the team is paused, or has left. The same again changes nothing.

    Raises NotAllowed, Refused("return_not_later") where the team is to be back today or before.
    """
    require_may_pause(by=by, team=team)
    if expected_return is not None and expected_return <= timezone.localdate():
        raise Refused("return_not_later")
    hold(scope_id=team.pk)
    now = Participation.objects.filter(team=team, ended=None).first()
    if now is not None and now.state == state:
        return now
    end(now)
    row = Participation.objects.create(
        team=team, state=state, started=timezone.localdate(), reason=reason.strip(), expected_return=expected_return
    )
    after = {"state": state, "expected_return": expected_return}
    record(by=by, verb=VERBS[state], target=team, scope_id=team.pk, after=after, reason=row.reason)
    return row


def end(row: Participation | None) -> None:
    if row is not None:
        row.ended = timezone.localdate()
        row.save(update_fields=["ended"])
