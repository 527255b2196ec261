"""Set aside, bring back, put in another order: the same for every piece of a theory."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Field

from aimwell.contexts.people.api.shared import WRITE, AsideIn, Body, Id, ReasonIn
from aimwell.contexts.theory import services
from aimwell.contexts.theory.api import shapes
from aimwell.contexts.theory.api.base import found, router
from aimwell.contexts.theory.models import Bone, Cause, Evidence, Link, Part, Perspective

SETS_ASIDE = "Out of sight, never gone: it can come back with its links."
RESTORES = "Bring it back, with its links."
ORDERS = "One place earlier or later among its neighbors. At the end it stays."


class OrderIn(Body):
    step: Literal[-1, 1] = Field(description="-1 is one place earlier, 1 one place later.")


def _keeping(name: str, plural: str, model: Any, shape: Any) -> None:
    """Routes that set one kind of thing aside and bring it back."""

    def aside(request: HttpRequest, pk: Id, asked: AsideIn) -> Any:
        return services.set_aside(by=request.user, thing=found(request, model, pk), reason=asked.reason)

    def restore(request: HttpRequest, pk: Id, asked: ReasonIn) -> Any:
        return services.restore(by=request.user, thing=found(request, model, pk), reason=asked.reason)

    if model is not Link:  # a line is taken away by DELETE
        _route(f"/{plural}/{{pk}}/set-aside", f"set_{name}_aside", SETS_ASIDE, shape, aside)
    _route(f"/{plural}/{{pk}}/restore", f"restore_{name}", RESTORES, shape, restore)


def _ordering(name: str, plural: str, model: Any, shape: Any) -> None:
    def order(request: HttpRequest, pk: Id, order: OrderIn) -> Any:
        services.reorder(by=request.user, thing=found(request, model, pk), step=order.step)
        return found(request, model, pk)

    _route(f"/{plural}/{{pk}}/order", f"order_{name}", ORDERS, shape, order)


def _route(path: str, name: str, words: str, shape: Any, act: Any) -> None:
    summary = name.replace("_", " ").capitalize()
    add = router.post(path, response={200: shape, **WRITE}, operation_id=name, summary=summary, description=words)
    add(act)


KINDS: tuple[tuple[str, str, Any, Any], ...] = (
    ("evidence", "evidence", Evidence, shapes.EvidenceOut),
    ("perspective", "perspectives", Perspective, shapes.PerspectiveOut),
    ("bone", "bones", Bone, shapes.BoneOut),
    ("cause", "causes", Cause, shapes.CauseOut),
    ("part", "parts", Part, shapes.PartOut),
    ("link", "links", Link, shapes.LinkOut),
)
for kind in KINDS:
    _keeping(*kind)
    if kind[0] in ("bone", "cause", "part"):
        _ordering(*kind)
