"""The team's list of conditions, and under which of them a cycle runs."""

from __future__ import annotations

import uuid

from django.db import transaction

from aimwell.contexts.cycles.conditions.models import (
    CameOut,
    Condition,
    ConditionKind,
    CountPace,
    Keeper,
    RanUnder,
)
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services.store import held
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.core.history.services import hold
from aimwell.domain.errors import NotFound, Refused

Thing = Condition | RanUnder | CountPace | Keeper
LONGEST = 80


@transaction.atomic
def add_condition(
    *,
    by: User,
    team: Team,
    text: str,
    kind: str = ConditionKind.OTHER,
    own_kind: str = "",
    key: uuid.UUID | None = None,
) -> Condition:
    """A value for the team's list. One that is there already, however it is spelled, is given back as it is; one that
    was set aside comes back.
    """
    people.require_member(by=by, team=team)
    hold(scope_id=team.pk)
    fields = _fields(text, kind, own_kind)
    known = _known(team, fields["text"])
    if known is not None:
        return known if known.ended_at is None else people.restore(by=by, obj=known)
    return create_content(by=by, model=Condition, key=key, owner_team=team, **fields)


@transaction.atomic
def change_condition(
    *, by: User, condition: Condition, version: int | None, text: str, kind: str, own_kind: str = ""
) -> Condition:
    """Other words or another kind. Raises Refused("condition_known") where another one on the list is called so."""
    stored = held(by=by, obj=condition)
    fields = _fields(text, kind, own_kind)
    if _stands(stored, fields["text"]):
        raise Refused("condition_known")
    return change_content(by=by, obj=stored, version=version, **fields)


def _fields(text: str, kind: str, own_kind: str) -> dict[str, str]:
    text, own = " ".join(text.split())[:LONGEST], " ".join(own_kind.split())
    if not text:
        raise Refused("words_needed")
    if kind not in ConditionKind.values:
        raise Refused("unknown_choice", value=kind)
    return {"text": text, "kind": kind, "own_kind": own if kind == ConditionKind.OTHER else ""}


def _known(team: Team, text: str) -> Condition | None:
    """The one that reads the same, capitals aside; one that stands before one that was set aside."""
    said = text.casefold()
    alike = [one for one in Condition.objects.filter(owner_team=team) if one.text.casefold() == said]
    return min(alike, key=lambda one: (one.ended_at is not None, one.pk), default=None)


def _stands(row: Condition, text: str) -> bool:
    """Whether another one on the list reads like `text`."""
    twin = _known(row.owner_team, text)
    return twin is not None and twin.pk != row.pk and twin.ended_at is None


@transaction.atomic
def add_to_cycle(*, by: User, cycle: Cycle, condition: Condition) -> RanUnder:
    """The cycle runs under this condition. A second call changes nothing; one taken off comes back.

    Raises NotFound for another team's condition.
    """
    stored = held(by=by, obj=cycle)
    if condition.owner_team_id != stored.owner_team_id or condition.ended_at is not None:
        raise NotFound
    row = RanUnder.objects.filter(cycle=stored, condition=condition).order_by("ended_at", "pk").first()
    if row is None:
        return create_content(by=by, model=RanUnder, cycle=stored, condition=condition)
    return row if row.ended_at is None else people.restore(by=by, obj=row)


def say_came_out(*, by: User, row: RanUnder, version: int | None, came_out: str) -> RanUnder:
    """What came out under this condition; empty: the same as in the whole cycle."""
    if came_out and came_out not in CameOut.values:
        raise Refused("unknown_choice", value=came_out)
    return change_content(by=by, obj=row, version=version, came_out=came_out)


def set_aside(*, by: User, thing: Thing, reason: str = "") -> Thing:
    """Off the list, or off the cycle; what was chosen before it holds again. Nothing that hangs on it is cut."""
    return people.set_aside(by=by, obj=thing, reason=reason.strip())


@transaction.atomic
def restore(*, by: User, thing: Thing, reason: str = "") -> Thing:
    """Raises Refused("in_the_way") where another one on the list is called so by now."""
    stored = held(by=by, obj=thing)
    if isinstance(stored, Condition) and _stands(stored, stored.text):
        raise Refused("in_the_way")
    return people.restore(by=by, obj=stored, reason=reason)
