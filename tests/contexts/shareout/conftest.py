"""A cycle of Ana's team in Study, a finished one, and peers who may comment on it or not."""

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from django.urls import reverse

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.people.models import CoachAssignment
from aimwell.contexts.people.services import share
from aimwell.contexts.theory.services import start_inquiry
from aimwell.domain.access import Rung

PLAN = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students give a reason"}


@pytest.fixture
def inquiry(ana: Any, team: Any) -> Any:
    return start_inquiry(by=ana, team=team, problem="Few students explain their thinking", for_whom="grade 5")


@pytest.fixture
def cycle(ana: Any, inquiry: Any) -> Any:
    """In Do."""
    plan = {"look_on": datetime.date(2027, 1, 29), "who_where": "Room 12, Devon", "because": "The card gives a start."}
    draft = cycles.draft_cycle(by=ana, inquiry=inquiry, try_what="Starters on desk cards", **PLAN, **plan)
    return cycles.start_do(by=ana, cycle=draft)


@pytest.fixture
def finish(ana: Any) -> Callable[..., Any]:
    """`finish(cycle, learned="...")`."""

    def make(cycle: Any, **changes: Any) -> Any:
        studied = cycles.begin_study(by=ana, cycle=cycle)
        told = {
            "result": 8, "result_out_of": 24, "learned": "They read the card, then stop.",
            "surprised_by": "Two pairs never began.", "decision": "adapt", "decision_object": "steps",
            "decision_reason": "The card helps them begin.", "what_changes": "A quiet minute first",
            "decided_by": "Ana", **changes,
        }  # fmt: skip
        cycles.finish(by=ana, cycle=studied, version=studied.version, **told)
        studied.refresh_from_db()
        return studied

    return make


@pytest.fixture
def coach(person: Callable[..., Any], team: Any) -> Any:
    """A coach of the team: comments from the rung of the coach on."""
    user = person("Cora Coach")
    CoachAssignment.objects.create(user=user, team=team)
    return user


@pytest.fixture
def opened(ana: Any) -> Callable[..., Any]:
    def make(work: Any, rung: Rung = Rung.COACH) -> Any:
        share(by=ana, obj=work, rung=rung)
        work.refresh_from_db()
        return work

    return make


@pytest.fixture
def address() -> Callable[..., str]:
    def make(name: str, pk: int) -> str:
        return reverse(f"shareout:{name}", args=[pk])

    return make
