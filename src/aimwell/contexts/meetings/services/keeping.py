"""Set a meeting or a part of it aside, and bring it back."""

from __future__ import annotations

from typing import TypeVar

from aimwell.contexts.meetings.models import AgendaItem, Decision, Meeting
from aimwell.contexts.people import services as people
from aimwell.contexts.people.models import User

T = TypeVar("T", Meeting, AgendaItem, Decision)


def set_aside(*, by: User, thing: T, reason: str = "") -> T:
    return people.set_aside(by=by, obj=thing, reason=reason.strip())


def restore(*, by: User, thing: T, reason: str = "") -> T:
    return people.restore(by=by, obj=thing, reason=reason)
