"""How often one caller may ask: so many requests a minute for a person, fewer wrong tokens from one address.

Each process counts by itself and tells the shared cache now and then, so that counting costs nearly nothing. With n
processes a caller may get n twentieths more than the limit.
"""

from __future__ import annotations

import time
from threading import Lock

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

from aimwell.domain.errors import Refused

MINUTE, PART = 60, 20
_counted: dict[str, int] = {}
_window = [0]
_lock = Lock()


class TooMany(Refused):
    """`wait`: seconds until the next minute."""

    def __init__(self, wait: int) -> None:
        super().__init__("too_many_requests", wait=wait)
        self.wait = wait


def count_caller(name: str) -> None:
    """Count a request of a person or token. Raises TooMany."""
    _count(name, settings.API_PER_MINUTE)


def count_wrong(request: HttpRequest) -> None:
    """Count a request without a token or session that holds, by its address. Raises TooMany."""
    _count(f"from {address_of(request)}", settings.API_WRONG_PER_MINUTE)


def _count(name: str, limit: int) -> None:
    window, step = int(time.time()) // MINUTE, max(1, limit // PART)
    total = _count_here(name, window)
    if total % step == 0:
        total = max(total, _count_shared(f"api {name} {window}", step))
    if total > limit:
        raise TooMany(MINUTE - int(time.time()) % MINUTE)


def address_of(request: HttpRequest) -> str:
    """Behind our one proxy the last address that it was told, else that of the connection."""
    told = request.headers.get("X-Forwarded-For", "").rsplit(",", 1)[-1].strip()
    return told if told and settings.ALLAUTH_TRUSTED_PROXY_COUNT else request.META.get("REMOTE_ADDR", "")


def _count_here(name: str, window: int) -> int:
    with _lock:
        if _window[0] != window:
            _counted.clear()
            _window[0] = window
        _counted[name] = _counted.get(name, 0) + 1
        return _counted[name]


def _count_shared(name: str, more: int) -> int:
    key = name.replace(" ", "-")
    if cache.add(key, more, timeout=2 * MINUTE):
        return more
    try:
        return cache.incr(key, more)
    except ValueError:  # it ran out between the two lines
        return more
