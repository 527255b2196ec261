from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

SESSION_KEY = "first_password"


class FirstPasswordMiddleware:
    """A password that somebody else wrote opens one page only: the one that changes it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.session.get(SESSION_KEY) and request.path not in self._open():
            return redirect("account_change_password")
        return self.get_response(request)

    def _open(self) -> tuple[str, ...]:
        return (reverse("account_change_password"), reverse("account_logout"), reverse("set_language"))
