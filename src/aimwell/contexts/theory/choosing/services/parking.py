"""The parking lot: ideas wait there without a commitment until a link or a reason brings them back (S0 R-21)."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction

from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.models import User
from aimwell.contexts.people.queries import owner_of
from aimwell.contexts.people.services import change_content, create_content, require, require_member
from aimwell.contexts.theory import services as theory
from aimwell.contexts.theory.choosing.models import Parked, ParkedState, WorkLimit
from aimwell.contexts.theory.choosing.services.facts import offer_idea, require_idea
from aimwell.contexts.theory.models import Cause, Inquiry, Link, Part
from aimwell.contexts.theory.services.keeping import require_same_inquiry
from aimwell.core.history.services import edit, hold
from aimwell.domain.access import Permission
from aimwell.domain.errors import Refused

LARGEST_LIMIT = 20


@transaction.atomic
def park_thought(
    *,
    by: User,
    inquiry: Inquiry,
    text: str,
    source: str = "",
    revisit_on: datetime.date | None = None,
    key: uuid.UUID | None = None,
) -> Parked:
    """Keep a shiny idea for later. It is on no map and in no list to choose from."""
    facts = {"text": text.strip(), "source": source.strip(), "revisit_on": revisit_on}
    return create_content(by=by, model=Parked, key=key, verb="parked", inquiry=inquiry, **facts)


@transaction.atomic
def park_idea(*, by: User, idea: Part, revisit_on: datetime.date | None = None) -> Parked:
    """Take an idea off the map for now. Its lines are kept, and it comes back with them."""
    require_idea(idea)
    require(by=by, permission=Permission.EDIT, obj=idea)
    hold(scope_id=owner_of(idea)[0].pk)
    waiting = Parked.objects.filter(idea=idea, parking=ParkedState.WAITING, ended_at=None).first()
    if waiting is not None:
        return waiting
    theory.set_aside(by=by, thing=idea)
    facts: dict[str, Any] = {"text": idea.text, "idea": idea, "revisit_on": revisit_on}
    return create_content(by=by, model=Parked, verb="parked", inquiry=idea.inquiry, **facts)


def change_parked(
    *, by: User, parked: Parked, version: int | None, text: str, source: str, revisit_on: datetime.date | None
) -> Parked:
    """Raises StaleEdit with both texts when somebody else saved first."""
    facts = {"text": text.strip(), "source": source.strip(), "revisit_on": revisit_on}
    return change_content(by=by, obj=parked, version=version, **facts)


@transaction.atomic
def take_up_parked(
    *, by: User, parked: Parked, parent: Part | None = None, cause: Cause | None = None, reason: str = ""
) -> Part:
    """Back among the change ideas, below a driver, on a cause, or with a reason why neither is there (S0 R-21).

    Raises Refused: "already_settled", "link_or_reason", "wrong_link".
    """
    require(by=by, permission=Permission.EDIT, obj=parked)
    require_same_inquiry(parked.inquiry, parent, cause)
    hold(scope_id=parked.inquiry.owner_team_id)
    stored = _waiting(parked)
    why = reason.strip()
    linked = stored.idea is not None and Link.objects.filter(child=stored.idea, ended_at=None).exists()
    if not (parent or cause or why or linked):
        raise Refused("link_or_reason")
    idea = _back(by, stored, parent, cause)
    told: dict[str, Any] = {"parking": ParkedState.TAKEN_UP, "idea": idea, "settled_because": why}
    change_content(by=by, obj=stored, version=None, verb="taken_up", reason=why, **told)
    return idea


def _back(by: User, parked: Parked, parent: Part | None, cause: Cause | None) -> Part:
    causes = [cause] if cause else []
    if parked.idea is None:
        option = {"source": parked.source}
        return offer_idea(by=by, inquiry=parked.inquiry, text=parked.text, parent=parent, causes=causes, **option)
    idea = theory.restore(by=by, thing=parked.idea)
    if parent is not None and not Link.objects.filter(child=idea, parent=parent, ended_at=None).exists():
        theory.link_parts(by=by, parent=parent, child=idea)
    if cause is not None:
        theory.connect_causes(by=by, part=idea, causes=[*idea.causes.all(), cause])
    return idea


@transaction.atomic
def decline_parked(*, by: User, parked: Parked, reason: str) -> Parked:
    """Not for us, with the reason, so that nobody has to think it through again. Raises Refused."""
    if not reason.strip():
        raise Refused("reason_needed")
    require(by=by, permission=Permission.EDIT, obj=parked)
    why = reason.strip()
    told = {"parking": ParkedState.DECLINED, "settled_because": why}
    return change_content(by=by, obj=_waiting(parked), version=None, verb="declined", reason=why, **told)


def _waiting(parked: Parked) -> Parked:
    stored = Parked.objects.select_related("idea__inquiry__owner_team", "inquiry__owner_team").get(pk=parked.pk)
    if stored.parking != ParkedState.WAITING:
        raise Refused("already_settled")
    return stored


@transaction.atomic
def set_work_limit(*, by: User, team: Team, most: int, version: int | None = None) -> WorkLimit:
    """How many ideas the team wants in work at one time. `version` is 0 before the first. Raises StaleEdit, Refused."""
    require_member(by=by, team=team)
    if not 1 <= most <= LARGEST_LIMIT:
        raise Refused("limit_range")
    hold(scope_id=team.pk)
    limit, new = WorkLimit.objects.get_or_create(team=team)
    seen = None if new else version
    return edit(by=by, obj=limit, version=seen, changes={"most": most}, scope_id=team.pk, verb="limit_set")
