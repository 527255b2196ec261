"""Finding what a request speaks of, and the doors that are the same for every kind of thing."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Router

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.api.shared import WRITE, AsideIn, Id, ReasonIn
from aimwell.contexts.people.queries import find
from aimwell.contexts.theory import services as theory

router = Router(tags=["theory"])
M = TypeVar("M", bound=Model)
SETS_ASIDE = "Out of sight, never gone: it can come back with its links."
RESTORES = "Bring it back, with its links."


def language() -> str:
    return get_language() or "en"


def found(request: HttpRequest, model: type[M], pk: int) -> M:
    """One piece of a theory that the reader may see, set aside or not."""
    return find(request.user, model, pk, with_ended=True)


def found_or_none(request: HttpRequest, model: type[M], pk: int | None) -> M | None:
    return None if pk is None else found(request, model, pk)


def measure_of(request: HttpRequest, pk: int | None) -> Measure | None:
    return None if pk is None else find(request.user, Measure, pk)


def keeping(
    routes: Router, name: str, plural: str, model: Any, shape: Any, *, services: Any = theory,
    aside_words: str = SETS_ASIDE, restore_words: str = RESTORES,
) -> None:  # fmt: skip
    """Routes that set one kind of thing aside and bring it back. `services` has both acts."""

    def aside(request: HttpRequest, pk: Id, asked: AsideIn) -> Any:
        return services.set_aside(by=request.user, thing=found(request, model, pk), reason=asked.reason)

    def restore(request: HttpRequest, pk: Id, asked: ReasonIn) -> Any:
        return services.restore(by=request.user, thing=found(request, model, pk), reason=asked.reason)

    add_route(routes, f"/{plural}/{{pk}}/set-aside", f"set_{name}_aside", aside_words, shape, aside)
    add_route(routes, f"/{plural}/{{pk}}/restore", f"restore_{name}", restore_words, shape, restore)


def add_route(routes: Router, path: str, name: str, words: str, shape: Any, act: Any) -> None:
    """One POST that answers `shape`, for an act that is made and not written out."""
    summary = name.replace("_", " ").capitalize()
    add = routes.post(path, response={200: shape, **WRITE}, operation_id=name, summary=summary, description=words)
    add(act)
