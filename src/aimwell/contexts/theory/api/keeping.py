"""Set aside, bring back, put in another order: the same for every piece of a theory."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field

from aimwell.contexts.people.api.shared import WRITE, Body, Id, ReasonIn
from aimwell.contexts.theory import services
from aimwell.contexts.theory.api import shapes
from aimwell.contexts.theory.api.base import add_route, found, keeping, router
from aimwell.contexts.theory.api.filters import FilterOut, StageOut
from aimwell.contexts.theory.models import (
    Bone,
    Cause,
    CauseFilter,
    Evidence,
    Indicator,
    LevelStage,
    Link,
    Part,
    Perspective,
)

ORDERS = "One place earlier or later among its neighbors. At the end it stays."


class OrderIn(Body):
    step: Literal[-1, 1] = Field(description="-1 is one place earlier, 1 one place later.")


@router.post("/links/{pk}/restore", response={200: shapes.LinkOut, **WRITE})
def restore_link(request: HttpRequest, pk: Id, asked: ReasonIn) -> Link:
    """Bring a line back that was taken away by DELETE."""
    return services.restore(by=request.user, thing=found(request, Link, pk), reason=asked.reason)


def _ordering(name: str, plural: str, model: Any, shape: Any) -> None:
    def order(request: HttpRequest, pk: Id, order: OrderIn) -> Any:
        services.reorder(by=request.user, thing=found(request, model, pk), step=order.step)
        return found(request, model, pk)

    add_route(router, f"/{plural}/{{pk}}/order", f"order_{name}", ORDERS, shape, order)


KINDS: tuple[tuple[str, str, Any, Any], ...] = (
    ("evidence", "evidence", Evidence, shapes.EvidenceOut),
    ("perspective", "perspectives", Perspective, shapes.PerspectiveOut),
    ("bone", "bones", Bone, shapes.BoneOut),
    ("cause", "causes", Cause, shapes.CauseOut),
    ("part", "parts", Part, shapes.PartOut),
    ("filter", "filters", CauseFilter, FilterOut),
    ("stage", "stages", LevelStage, StageOut),
    ("indicator", "indicators", Indicator, shapes.IndicatorOut),
)
for kind in KINDS:
    keeping(router, *kind)
    if kind[0] in ("bone", "cause", "part"):
        _ordering(*kind)
