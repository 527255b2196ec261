"""A team with a problem and a change idea, and cycles at any stage. All made by the product's own services."""

import datetime
import uuid
from collections.abc import Callable
from typing import Any

import pytest

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.models import Cycle
from aimwell.contexts.theory.models import PartKind
from aimwell.contexts.theory.services import add_part, start_inquiry

LOOK_ON = datetime.date(2027, 1, 29)
TWELVE = {"kind": "at_least", "low": 12, "out_of": 24, "unit_name": "students give a reason"}


@pytest.fixture
def inquiry(ana: Any, team: Any) -> Any:
    return start_inquiry(by=ana, team=team, problem="Few students explain their thinking", for_whom="grade 5")


@pytest.fixture
def idea(ana: Any, inquiry: Any) -> Any:
    return add_part(by=ana, inquiry=inquiry, kind=PartKind.IDEA, text="Starters on desk cards")


@pytest.fixture
def draft(ana: Any, inquiry: Any) -> Callable[..., Cycle]:
    """`draft(low=16)`: a cycle with everything that Do needs, some of it changed."""

    def make(**changes: Any) -> Cycle:
        plan = {"try_what": "Starters on desk cards", "look_on": LOOK_ON, "who_where": "Room 12", **TWELVE, **changes}
        return services.draft_cycle(by=ana, inquiry=inquiry, key=uuid.uuid4(), **plan)

    return make


@pytest.fixture
def doing(ana: Any, draft: Callable[..., Cycle]) -> Callable[..., Cycle]:
    def make(**changes: Any) -> Cycle:
        return services.start_do(by=ana, cycle=draft(**changes))

    return make


@pytest.fixture
def studying(ana: Any, doing: Callable[..., Cycle]) -> Callable[..., Cycle]:
    def make(**changes: Any) -> Cycle:
        return services.begin_study(by=ana, cycle=doing(**changes))

    return make


@pytest.fixture
def answers() -> Callable[..., dict[str, Any]]:
    """What Study and Act ask for: `answers(decision="repeat", result=13)`."""

    def make(**changes: Any) -> dict[str, Any]:
        asked = {
            "result": 8, "result_out_of": 24, "learned": "They read the card, then stop after one sentence.",
            "decision": "adapt", "decision_object": "steps", "decision_reason": "The card helps them begin.",
            "what_changes": "A quiet minute to rehearse", "decided_by": "Ana and Devon, both agree",
        }  # fmt: skip
        return {**asked, **changes}

    return make


@pytest.fixture
def finished(ana: Any, studying: Callable[..., Cycle], answers: Callable[..., dict[str, Any]]) -> Callable[..., Any]:
    """A finished cycle: `finished(decision="adopt")`; plan fields by `plan`."""

    def make(plan: dict[str, Any] | None = None, **changes: Any) -> Any:
        cycle = studying(**(plan or {}))
        return services.finish(by=ana, cycle=cycle, version=cycle.version, **answers(**changes))

    return make
