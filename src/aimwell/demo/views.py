from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from aimwell.demo import queries
from aimwell.domain.errors import NotFound


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    _only_in_a_demo()
    return render(request, "demo/people.html", {"groups": queries.person_groups()})


@require_POST
def sign_in(request: HttpRequest, key: str) -> HttpResponse:
    """Sign in as somebody invented, without a password. Real people can't be signed in this way."""
    _only_in_a_demo()
    user = queries.find_person(key)
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return redirect(queries.first_page(user))


def _only_in_a_demo() -> None:
    """Asked again here, so that no mistake in the addresses can open the door."""
    if not settings.DEMO:
        raise NotFound
