"""Who calls: a person with a token, or the signed-in browser. Whoever is let in is counted, and takes their key."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer, SessionAuth
from ninja.utils import check_csrf

from aimwell.api.keys import claim
from aimwell.api.limits import count_caller
from aimwell.api.scopes import require_scope
from aimwell.contexts.people.services import token_of
from aimwell.domain.errors import NotAllowed


class TokenAuth(HttpBearer):
    def authenticate(self, request: HttpRequest, token: str) -> Any:
        found = token_of(token)
        if found is None:
            return None
        count_caller(f"token {found.digest}")
        require_scope(request, found)
        request.user = found.user
        claim(request, found.user)
        return found.user


class BrowserAuth(SessionAuth):
    """The session of a signed-in browser, with its CSRF token on every write.

    Whoever sends a token means the token: a wrong one is never made up for by a session.
    """

    def __call__(self, request: HttpRequest) -> Any:
        if "Authorization" in request.headers or not request.user.is_authenticated:
            return None
        if check_csrf(request) is not None:
            raise NotAllowed("cross_site")
        count_caller(f"person {request.user.pk}")
        claim(request, request.user)
        return request.user


BOTH = [TokenAuth(), BrowserAuth()]
