"""Requests to addresses that an administrator typed: never to this machine or its cloud's own services."""

from __future__ import annotations

import functools
import ipaddress
import socket
from typing import Any
from urllib.parse import urlsplit

import requests
from django.conf import settings
from requests.adapters import HTTPAdapter

SECONDS = 5


class UnsafeAddress(requests.RequestException):
    """The address is not HTTPS, or leads to this machine."""


class GuardedAdapter(HTTPAdapter):
    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        require_safe(request.url or "")
        return super().send(request, *args, **kwargs)


def guarded_session() -> requests.Session:
    """A session that asks `require_safe` before each request, redirects too, and waits at most SECONDS."""
    session = requests.Session()
    session.trust_env = False
    session.max_redirects = 3
    session.mount("https://", GuardedAdapter())
    session.mount("http://", GuardedAdapter())
    session.request = functools.partial(session.request, timeout=SECONDS)  # type: ignore[method-assign]
    return session


def require_safe(url: str) -> None:
    """Raises UnsafeAddress. In a trial (SIGN_IN_ON_LOOPBACK) a provider on this machine is welcome."""
    if settings.SIGN_IN_ON_LOOPBACK:
        return
    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname:
        raise UnsafeAddress(url)
    try:
        found = socket.getaddrinfo(parts.hostname, parts.port or 443, type=socket.SOCK_STREAM)
    except OSError as error:
        raise requests.ConnectionError(url) from error
    if any(_of_this_machine(str(place[4][0])) for place in found):
        raise UnsafeAddress(url)


def _of_this_machine(address: str) -> bool:
    """Loopback, link-local (there clouds answer with keys) and the like. A district's inner network is allowed."""
    ip = ipaddress.ip_address(address.partition("%")[0])
    return ip.is_loopback or ip.is_link_local or ip.is_unspecified or ip.is_multicast
