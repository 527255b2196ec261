"""Bringing things back from the history."""

from __future__ import annotations

from typing import Any

from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.cycles.services import restore as restore_cycle
from aimwell.contexts.people.models import User, Versioned
from aimwell.contexts.people.services import change_content, restore
from aimwell.contexts.reports.queries import is_revertible, target_of
from aimwell.core.history.models import Event
from aimwell.domain.errors import Refused


def restore_from(*, by: User, event: Event) -> Versioned:
    """Undo a set-aside. Links were kept in the database, so they are back too (S0 R-89)."""
    target = target_of(by, event)
    if event.verb != "set_aside":
        raise Refused("wrong_state")
    if isinstance(target, Cycle):  # with its bar on the chart, and what it says of its idea
        return restore_cycle(by=by, cycle=target)
    return restore(by=by, obj=target)


def revert_to(*, by: User, event: Event) -> Versioned:
    """Put the earlier words back. What stands now stays in the history as well."""
    target = target_of(by, event)
    if not is_revertible(event):
        raise Refused("wrong_state")
    fields = {field.name: field for field in target._meta.fields}
    earlier: dict[str, Any] = {
        name: fields[name].to_python(value) for name, value in event.before.items() if not fields[name].is_relation
    }
    return change_content(by=by, obj=target, version=None, **earlier)
