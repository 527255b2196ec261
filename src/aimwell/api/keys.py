"""Idempotency-Key: a POST that is sent twice is done once, as in the IETF draft of that header.

A key belongs to one person for a day. Only what went well is kept: a refusal changed nothing, so the same key may try
again. Answers that hold a first password are never kept.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils import timezone

from aimwell.api.models import KeptAnswer
from aimwell.domain.errors import Refused

HEADER, LONGEST = "Idempotency-Key", 100
KEPT = datetime.timedelta(hours=24)
LOST = datetime.timedelta(minutes=2)
"""A first request that has not answered for so long went down with its process."""
SECRET_WORDS = {"cards", "lines"}
"""In the address of what answers with a first password, and of lines that may be written without a name."""


class Again(Exception):
    def __init__(self, kept: KeptAnswer) -> None:
        self.kept = kept


def claim(request: HttpRequest, user: Any) -> None:
    """Take the key of this request for `user`; raises Again where it was answered before.

    Raises Refused: key_unreadable, key_not_here, key_reused (for another request), key_busy (the first still runs).
    """
    key = request.headers.get(HEADER, "")
    if request.method != "POST" or not key:
        return
    if len(key) > LONGEST or not key.isascii() or not key.isprintable():
        raise Refused("key_unreadable")
    if SECRET_WORDS & set(request.path.split("/")):
        raise Refused("key_not_here")
    now, digest = timezone.now(), _digest(request)
    KeptAnswer.objects.filter(user=user, created_at__lt=now - KEPT).delete()
    KeptAnswer.objects.filter(user=user, key=key, status=None, created_at__lt=now - LOST).delete()
    try:
        with transaction.atomic():
            request.claimed = KeptAnswer.objects.create(user=user, key=key, digest=digest)  # type: ignore[attr-defined]
    except IntegrityError:
        raise _earlier(user, key, digest) from None


def _earlier(user: Any, key: str, digest: str) -> Exception:
    kept = KeptAnswer.objects.filter(user=user, key=key).first()
    if kept is None or (kept.status is None and kept.digest == digest):
        return Refused("key_busy")
    return Again(kept) if kept.digest == digest else Refused("key_reused")


def _digest(request: HttpRequest) -> str:
    """Of address and content. The parts of a form are taken one by one: what stands between them is new each time."""
    found = hashlib.sha256(request.get_full_path().encode())
    if (request.content_type or "").startswith("multipart/"):
        found.update(repr(sorted(request.POST.lists())).encode())
        for name, file in sorted(request.FILES.items()):
            found.update(f"{name} {file.name} {file.size}".encode())  # type: ignore[union-attr]
            for part in file.chunks():  # type: ignore[union-attr]
                found.update(part)
            file.seek(0)  # type: ignore[union-attr]
    else:
        found.update(request.body)
    return found.hexdigest()


def answer_again(request: HttpRequest, again: Again) -> HttpResponse:
    kept = again.kept
    answer = HttpResponse(bytes(kept.body), status=kept.status, content_type=kept.kind)
    answer["Idempotent-Replayed"] = "true"
    return answer


def keeping(run: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Around every operation: keeps the answer of a request that claimed a key, and frees the key of a refused one."""

    @wraps(run)
    def inner(request: HttpRequest, *args: Any, **values: Any) -> HttpResponseBase:
        try:
            answer = run(request, *args, **values)
        except BaseException:
            _free(request)
            raise
        if isinstance(answer, HttpResponse) and answer.status_code < 300:
            _keep(request, answer)
        else:
            _free(request)
        return answer

    return inner


def _keep(request: HttpRequest, answer: HttpResponse) -> None:
    claimed: KeptAnswer | None = getattr(request, "claimed", None)
    if claimed is not None:
        claimed.status, claimed.kind, claimed.body = answer.status_code, answer["Content-Type"], answer.content
        claimed.save(update_fields=["status", "kind", "body"])


def _free(request: HttpRequest) -> None:
    claimed: KeptAnswer | None = getattr(request, "claimed", None)
    if claimed is not None:
        claimed.delete()
