"""Before a page of power opens, the person shows again that it is still them."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import get_reauthentication_flows
from allauth.core.exceptions import ImmediateHttpResponse, ReauthenticationRequired
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse

from aimwell.domain.errors import Refused

View = Callable[..., HttpResponse]


def stepped_up(view: View) -> View:
    """For pages of administrators: `step_up` before the view. Where the page must first look like it is not there
    for others, the view calls `step_up` itself, after it has found what it is about."""

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if request.user.is_authenticated:
            step_up(request)
        return view(request, *args, **kwargs)

    return asked


def step_up(request: HttpRequest) -> None:
    """Asks for password, code or passkey unless one was shown lately; a fresh sign-in counts.

    Whoever comes through their organisation's sign-in only is sent there again. Raises ReauthenticationRequired or
    ImmediateHttpResponse, which allauth's middleware answers; what was sent in a form is kept and goes on afterwards.
    """
    if not needs_step_up(request):
        return
    if get_reauthentication_flows(request.user):
        raise ReauthenticationRequired
    logout(request)
    raise ImmediateHttpResponse(redirect_to_login(request.get_full_path()))


def require_shown(request: HttpRequest) -> None:
    """For the API: a browser steps up on the pages first; a token is proof enough. Raises Refused("step_up")."""
    if "Authorization" not in request.headers and needs_step_up(request):
        raise Refused("step_up")


def needs_step_up(request: HttpRequest) -> bool:
    """False also for the invented people of a demo, who have nothing to show."""
    if shown_lately(request):
        return False
    return bool(get_reauthentication_flows(request.user)) or request.user.socialaccount_set.exists()


def shown_lately(request: HttpRequest) -> bool:
    """Whether the last proof in this session is younger than ACCOUNT_REAUTHENTICATION_TIMEOUT seconds."""
    records = get_authentication_records(request, request.user)
    return bool(records) and time.time() - records[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
