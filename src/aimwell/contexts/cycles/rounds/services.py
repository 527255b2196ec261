"""Beginning, changing and setting aside a round."""

from __future__ import annotations

import datetime
import uuid

from django.utils import timezone

from aimwell.contexts.cycles.rounds.models import CycleRound
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User
from aimwell.contexts.people.services import change_content, create_content
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.pdsa.rounds import DAYS, check_days


def start_round(
    *,
    by: User,
    inquiry: Inquiry,
    starts_on: datetime.date | None = None,
    days: int = DAYS,
    key: uuid.UUID | None = None,
) -> CycleRound:
    """From today on, for 90 days, unless other days are given. Raises NotAllowed, Refused("round_length")."""
    check_days(days)
    first = starts_on or timezone.localdate()
    return create_content(by=by, model=CycleRound, key=key, inquiry=inquiry, starts_on=first, days=days)


def change_round(*, by: User, row: CycleRound, version: int | None, starts_on: datetime.date, days: int) -> CycleRound:
    """Other days. Raises NotAllowed, StaleEdit, Refused("round_length")."""
    check_days(days)
    return change_content(by=by, obj=row, version=version, starts_on=starts_on, days=days)


def set_aside(*, by: User, thing: CycleRound, reason: str = "") -> CycleRound:
    """The cycles that ran in it stay as they are."""
    return people.set_aside(by=by, obj=thing, reason=reason.strip())


def restore(*, by: User, thing: CycleRound, reason: str = "") -> CycleRound:
    return people.restore(by=by, obj=thing, reason=reason)
