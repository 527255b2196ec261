from __future__ import annotations

from django.db import transaction

from aimwell.contexts.orgs.models import SmallGroupRule, Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import require_member
from aimwell.core.history.services import hold, record


@transaction.atomic
def choose_small_groups(*, by: User, team: Team, rule: str) -> Team:
    """Which small groups stay hidden outside the team, for all of its measures; the same again changes nothing.

    Raises NotAllowed, and ValueError for a rule that is not on offer: none is weaker than the privacy floor.
    """
    require_member(by=by, team=team)
    chosen = SmallGroupRule(rule).value
    head = hold(scope_id=team.pk)
    stored = Team.objects.select_for_update(no_key=True).get(pk=team.pk)
    if stored.small_groups == chosen:
        return stored
    before = {"small_groups": stored.small_groups}
    stored.small_groups = chosen
    stored.save(update_fields=["small_groups"])
    after = {"small_groups": chosen}
    record(by=by, verb="hiding_set", target=stored, scope_id=team.pk, before=before, after=after, head=head)
    return stored
