"""What finished cycles say about an idea: how many tested it, and in how many settings it held."""

from __future__ import annotations

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.queries.facts import verdict_of
from aimwell.contexts.people.models import User
from aimwell.contexts.theory.models import Part
from aimwell.contexts.theory.services import record_evidence


def tell_idea(*, by: User, cycle: Cycle) -> Part | None:
    """Count again what stands for the idea of `cycle`; a cycle set aside no longer counts."""
    if cycle.idea is None:
        return None
    counting = {"state": CycleState.DONE, "practice": False, "ended_at": None}
    done = list(Cycle.objects.filter(idea=cycle.idea, **counting).order_by("id"))
    held = {_setting(one) for one in done if (verdict := verdict_of(one)) is not None and verdict.held}
    return record_evidence(by=by, idea=cycle.idea, tests=len(done), held_settings=len(held))


def _setting(cycle: Cycle) -> str:
    """Where it was tried, spelling aside; a cycle that does not say counts as one unnamed setting."""
    return " ".join(cycle.who_where.casefold().split())
