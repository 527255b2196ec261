"""Coming back: the dates of open work move by as long as the team was away, and all of it can be taken back."""

from __future__ import annotations

import datetime
from collections.abc import Collection

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.orgs.models import Participation, Taking, Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import may_edit_team
from aimwell.contexts.people.services import change_content, require_member
from aimwell.contexts.reports.participation.queries import Moving, last_away, moved, moving
from aimwell.contexts.reports.participation.queries.dates import MOVED
from aimwell.contexts.reports.participation.queries.returning import may_take_back
from aimwell.contexts.reports.participation.services.rights import require_may_pause
from aimwell.contexts.reports.participation.services.stepping_out import end
from aimwell.core.history.services import hold, record
from aimwell.domain.errors import Refused


@transaction.atomic
def resume(*, by: User, team: Team, cycles: Collection[int] | None = None) -> Participation:
    """The team takes part again from today. Where a member does it, dates move too: all of them, or those of `cycles`.

    A principal does not touch the team's work, so the team moves its dates itself. Raises NotAllowed,
    Refused("not_away").
    """
    require_may_pause(by=by, team=team)
    hold(scope_id=team.pk)
    away = last_away(team)
    if away is None or away.back is not None:
        raise Refused("not_away")
    end(away.row)
    row = Participation.objects.create(team=team, state=Taking.ACTIVE, started=timezone.localdate())
    record(by=by, verb="resumed", target=team, scope_id=team.pk, after={"state": Taking.ACTIVE})
    if may_edit_team(by, team):
        move_dates(by=by, team=team, cycles=cycles)
    return row


@transaction.atomic
def move_dates(*, by: User, team: Team, cycles: Collection[int] | None = None) -> list[Moving]:
    """Move the days to look by as long as the team was away: all that can, or those of `cycles`. Once for each.

    Raises NotAllowed, Refused("not_back") while the team is away or never was.
    """
    require_member(by=by, team=team)
    hold(scope_id=team.pk)
    away = last_away(team)
    if away is None or away.back is None:
        raise Refused("not_back")
    chosen = [one for one in moving(team, away) if cycles is None or one.cycle.pk in cycles]
    for one in chosen:
        change_content(by=by, obj=one.cycle, version=None, verb=MOVED, look_on=one.after, cause=away.back)
    return chosen


@transaction.atomic
def take_back_return(*, by: User, team: Team) -> Participation:
    """The team is away again as if it had not come back; a date that somebody changed since then stays.

    Raises NotAllowed, Refused("too_late_to_take_back") after two weeks or a later change of state.
    """
    require_member(by=by, team=team)
    hold(scope_id=team.pk)
    away = last_away(team)
    if away is None or away.back is None or not may_take_back(away):
        raise Refused("too_late_to_take_back")
    _move_back(by, away.back)
    away.back.delete()
    away.row.ended = None
    away.row.save(update_fields=["ended"])
    record(by=by, verb="resume_taken_back", target=team, scope_id=team.pk, after={"state": away.row.state})
    return away.row


def _move_back(by: User, back: Participation) -> None:
    for event in moved(back):
        cycle = Cycle.objects.filter(pk=event.target_id).first()
        if cycle is not None and cycle.look_on == datetime.date.fromisoformat(event.after["look_on"]):
            before = datetime.date.fromisoformat(event.before["look_on"])
            change_content(by=by, obj=cycle, version=None, verb=MOVED, look_on=before)
