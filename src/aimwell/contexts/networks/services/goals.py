"""The outcome aim and the improvement capability goals of a network, each with its own notes (S3 R-13)."""

from __future__ import annotations

import datetime
import uuid
from typing import Any

from django.db import transaction

from aimwell.contexts.networks.models import Goal, GoalKind, GoalNote
from aimwell.contexts.networks.services.keeping import change, make, require_hub
from aimwell.contexts.orgs.models import Network
from aimwell.contexts.people.models import User
from aimwell.core.history.services import hold
from aimwell.domain.errors import Refused
from aimwell.domain.networks import PARTS

TEXTS = {*PARTS} - {"by_when"}


@transaction.atomic
def add_goal(
    *, by: User, network: Network, kind: str, key: uuid.UUID | None = None,
    by_when: datetime.date | None = None, **texts: str,
) -> Goal:  # fmt: skip
    """It may be broad: what is missing is named and stops nothing.

    Raises NotAllowed, Refused("network_one_aim").
    """
    require_hub(by=by, network=network)
    hold(scope_id=None)
    again = key is not None and Goal.objects.filter(client_key=key).exists()
    standing = Goal.objects.filter(network=network, kind=GoalKind.OUTCOME, ended_at=None)
    if kind == GoalKind.OUTCOME and not again and standing.exists():
        raise Refused("network_one_aim")
    return make(by=by, model=Goal, key=key, network=network, kind=kind, by_when=by_when, **_clean(texts))


@transaction.atomic
def change_goal(
    *, by: User, goal: Goal, version: int | None, by_when: datetime.date | None = None, **texts: str
) -> Goal:
    """Raises NotAllowed, StaleEdit."""
    require_hub(by=by, network=goal.network)
    return change(by=by, thing=goal, version=version, by_when=by_when, **_clean(texts))


@transaction.atomic
def add_note(
    *, by: User, goal: Goal, on: datetime.date, text: str, value: str = "", key: uuid.UUID | None = None
) -> GoalNote:
    """How far one goal has come. Raises NotAllowed."""
    require_hub(by=by, network=goal.network)
    return make(by=by, model=GoalNote, key=key, goal=goal, on=on, text=text.strip(), value=value.strip())


def _clean(texts: dict[str, str]) -> dict[str, Any]:
    unknown = set(texts) - TEXTS
    if unknown:
        raise TypeError(f"no part of a goal: {sorted(unknown)}")
    return {name: text.strip() for name, text in texts.items()}
