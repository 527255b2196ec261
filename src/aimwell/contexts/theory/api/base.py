"""Finding what a request speaks of."""

from __future__ import annotations

from typing import TypeVar

from django.db.models import Model
from django.http import HttpRequest
from django.utils.translation import get_language
from ninja import Router

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.queries import find

router = Router(tags=["theory"])
M = TypeVar("M", bound=Model)


def language() -> str:
    return get_language() or "en"


def found(request: HttpRequest, model: type[M], pk: int) -> M:
    """One piece of a theory that the reader may see, set aside or not."""
    return find(request.user, model, pk, with_ended=True)


def found_or_none(request: HttpRequest, model: type[M], pk: int | None) -> M | None:
    return None if pk is None else found(request, model, pk)


def measure_of(request: HttpRequest, pk: int | None) -> Measure | None:
    return None if pk is None else find(request.user, Measure, pk)
