"""The quick log: one line and a day; later a cycle that says honestly that nothing was predicted (S1 R-37)."""

from __future__ import annotations

import datetime
import uuid

from django.db import transaction
from django.utils import timezone

from aimwell.contexts.cycles.models import Cycle, CycleState, Origin
from aimwell.contexts.cycles.quick.models import Tried
from aimwell.contexts.cycles.services import add_entry, draft_cycle
from aimwell.contexts.cycles.services.shelf import shelf
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.errors import Refused


@transaction.atomic
def log_tried(
    *, by: User, team: Team, text: str, tried_on: datetime.date | None = None, key: uuid.UUID | None = None
) -> Tried:
    """One line, today unless another day is given. Raises NotAllowed, Refused: "words_needed", "future_date"."""
    return create_content(by=by, model=Tried, key=key, owner_team=team, **_checked(text, tried_on))


def change_tried(
    *, by: User, tried: Tried, version: int | None, text: str, tried_on: datetime.date | None = None
) -> Tried:
    """Other words or another day. Raises StaleEdit with both texts."""
    return change_content(by=by, obj=tried, version=version, **_checked(text, tried_on or tried.tried_on))


def _checked(text: str, day: datetime.date | None) -> dict[str, object]:
    if not text.strip():
        raise Refused("words_needed")
    if day is not None and day > timezone.localdate():
        raise Refused("future_date", value=day.isoformat())
    return {"text": text.strip(), "tried_on": day or timezone.localdate()}


@transaction.atomic
def make_cycle(*, by: User, tried: Tried, inquiry: Inquiry | None = None) -> Cycle:
    """It becomes a cycle in Do, with its line as an observation of its day, and no prediction.

    Without an inquiry it stands where cycles without an aim stand. A second call gives the same cycle back.
    Raises NotAllowed, Refused("unknown_choice") for another team's inquiry.
    """
    stored = held(by=by, obj=tried)
    if stored.cycle is not None and stored.cycle.ended_at is None:
        return stored.cycle
    home = inquiry or shelf(by=by, team=stored.owner_team)
    if home.owner_team_id != stored.owner_team_id:
        raise Refused("unknown_choice", value=str(home))
    draft = draft_cycle(by=by, inquiry=home, try_what=stored.text, origin=Origin.QUICK)
    cycle = change_content(
        by=by, obj=draft, version=None, verb="began_unpredicted", cause=stored, state=CycleState.DOING,
        locked_at=timezone.now(), locked_by=by, method=stored.owner_team.method,
    )  # fmt: skip
    add_entry(by=by, cycle=cycle, text=stored.text, happened_on=stored.tried_on)
    change_content(by=by, obj=stored, version=None, verb="made_a_cycle", cycle=cycle)
    return cycle


def set_aside(*, by: User, tried: Tried, reason: str = "") -> Tried:
    return people.set_aside(by=by, obj=tried, reason=reason.strip())


def restore(*, by: User, tried: Tried) -> Tried:
    return people.restore(by=by, obj=tried)
