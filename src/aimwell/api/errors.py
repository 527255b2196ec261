"""Refusals as problem details (RFC 9457), with the same sentences as the pages."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import get_language
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from aimwell.api.keys import Again, answer_again
from aimwell.api.limits import TooMany, count_wrong
from aimwell.core.history.services import plain
from aimwell.domain.errors import DomainError, NotAllowed, NotFound, Refused, StaleEdit, sentence

STATUS: dict[type[DomainError], int] = {NotAllowed: 403, NotFound: 404, StaleEdit: 409}
BY_CODE = {"token_expired": 401, "key_busy": 409, "too_many_requests": 429}
KIND = "application/problem+json"


def refuse(error: DomainError, *, status: int = 0, **more: Any) -> HttpResponse:
    """`error` in words, in the language that was asked for."""
    status = status or BY_CODE.get(error.code) or STATUS.get(type(error), 422)
    data = {name: plain(value) for name, value in error.data.items() if _is_plain(plain(value))}
    detail = sentence(error, get_language() or "en")
    body = {"status": status, "code": error.code, "detail": detail, "data": data, **more}
    return JsonResponse(body, status=status, content_type=KIND)


def _is_plain(value: Any) -> bool:
    return isinstance(value, str | int | float | bool | list | tuple | dict | None)


def install(api: NinjaAPI) -> None:
    """Every error of the API leaves as a problem."""
    handlers: dict[type[Exception], Any] = {
        DomainError: lambda request, error: _refused(error),
        TooMany: lambda request, error: _later(error),
        Again: answer_again,
        ValidationError: _unreadable,
        AuthenticationError: _unknown,
        HttpError: lambda request, error: refuse(Refused("unreadable")),  # the body is no JSON
        Http404: missing,
        RequestDataTooBig: _too_big,
        SuspiciousOperation: lambda request, error: refuse(Refused("unreadable")),
        MultiPartParserError: lambda request, error: refuse(Refused("unreadable")),
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)


def _refused(error: DomainError) -> HttpResponse:
    answer = refuse(error)
    if answer.status_code == 401:
        answer["WWW-Authenticate"] = 'Bearer error="invalid_token"'
    if error.code == "key_busy":
        answer["Retry-After"] = "1"
    return answer


def _later(error: TooMany) -> HttpResponse:
    answer = refuse(error)
    answer["Retry-After"] = str(error.wait)
    return answer


def _unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
    fields = [{"where": list(one["loc"]), "what": one["msg"]} for one in error.errors]
    return refuse(Refused("unreadable"), fields=fields)


def _unknown(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    try:
        count_wrong(request)
    except TooMany as many:
        return _later(many)
    answer = refuse(NotAllowed("sign_in"), status=401)
    answer["WWW-Authenticate"] = "Bearer"
    return answer


def _too_big(request: HttpRequest, error: RequestDataTooBig) -> HttpResponse:
    limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1024 // 1024
    return refuse(Refused("too_large", limit=f"{limit}\u00a0MB"))


def missing(request: HttpRequest, *args: Any) -> HttpResponse:
    """An address of the API that leads nowhere, in the same words as work that is not shared."""
    return refuse(NotFound())
