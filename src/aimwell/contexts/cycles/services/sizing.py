"""The smallest test: make a draft smaller, or keep it as large as it is (S2 R-30, S3 R-45, S0 R-18)."""

from __future__ import annotations

from django.db import transaction

from aimwell.contexts.cycles.models import Cycle, CycleState, Size
from aimwell.contexts.cycles.queries.facts import KEPT_SIZE
from aimwell.contexts.cycles.services.store import held, in_state
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content
from aimwell.core.history.queries import events_of
from aimwell.core.history.services import record


@transaction.atomic
def make_smaller(*, by: User, cycle: Cycle, version: int | None = None) -> Cycle:
    """One class or one person."""
    stored = in_state(held(by=by, obj=cycle), CycleState.DRAFT)
    return change_content(by=by, obj=stored, version=version, verb="made_smaller", size=Size.ONE, rooms=None)


@transaction.atomic
def keep_size(*, by: User, cycle: Cycle) -> Cycle:
    """The team has read the hint and stays with its plan; the history keeps that. A second call changes nothing."""
    stored = in_state(held(by=by, obj=cycle), CycleState.DRAFT)
    if not events_of(stored).filter(verb=KEPT_SIZE).exists():
        record(by=by, verb=KEPT_SIZE, target=stored, scope_id=stored.owner_team_id)
    return stored
