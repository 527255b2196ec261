"""Refusals as problem details (RFC 9457), with the same sentences as the pages."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, ValidationError

from aimwell.core.history.services import plain
from aimwell.domain.errors import DomainError, NotAllowed, NotFound, StaleEdit, sentence

STATUS: dict[type[DomainError], int] = {NotAllowed: 403, NotFound: 404, StaleEdit: 409}


def problem(status: int, code: str, detail: str, **more: Any) -> JsonResponse:
    body = {"status": status, "code": code, "detail": detail, **more}
    return JsonResponse(body, status=status, content_type="application/problem+json")


def refuse(request: HttpRequest, error: DomainError) -> HttpResponse:
    data = {name: plain(value) for name, value in error.data.items() if _is_plain(plain(value))}
    detail = sentence(error, get_language() or "en")
    return problem(STATUS.get(type(error), 422), error.code, detail, data=data)


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float | bool | list | tuple | dict | None)


def install(api: NinjaAPI) -> None:
    """Every error of the API leaves as a problem."""

    @api.exception_handler(DomainError)
    def _domain(request: HttpRequest, error: DomainError) -> HttpResponse:
        return refuse(request, error)

    @api.exception_handler(ValidationError)
    def _unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
        fields = [{"where": list(one["loc"]), "what": one["msg"]} for one in error.errors]
        return problem(
            422, "unreadable", "The request does not fit the description. Nothing was changed.", fields=fields
        )

    @api.exception_handler(AuthenticationError)
    def _unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        return problem(401, "sign_in", "Send a token in the Authorization header, or sign in.")
