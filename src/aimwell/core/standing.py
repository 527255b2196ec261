"""Answers that hold for the length of one request, such as where a reader stands.

A page asks the visibility rule many times. Outside of a request (jobs, commands, tests) nothing is kept, so nothing
can be stale; inside, services that change the answer call `forget`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextvars import ContextVar
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse

T = TypeVar("T")
_kept: ContextVar[dict[tuple[str, Hashable], Any] | None] = ContextVar("kept", default=None)


def once(question: str, about: Hashable, answer: Callable[[], T]) -> T:
    """The answer, worked out at most once in a request."""
    kept = _kept.get()
    if kept is None:
        return answer()
    if (question, about) not in kept:
        kept[question, about] = answer()
    found: T = kept[question, about]
    return found


def forget() -> None:
    kept = _kept.get()
    if kept is not None:
        kept.clear()


class StandingMiddleware:
    """Opens a fresh memory for each request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = _kept.set({})
        try:
            return self.get_response(request)
        finally:
            _kept.reset(token)
