from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from aimwell.domain.words.speech import HOUSE, speak


class SpeechMiddleware:
    """Each request begins in house words. The end is left open, so that a file sent in pieces keeps its words."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        speak(HOUSE)
        return self.get_response(request)
