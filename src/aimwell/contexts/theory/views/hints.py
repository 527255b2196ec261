"""Hints are read from the words each time, for whoever wrote them last; one click puts them away.

The session holds which texts its person just wrote, with a hint or without. So nothing is stored about who wrote
something that has one.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from aimwell.contexts.theory.views.base import language
from aimwell.domain.theory.hints import HintKind, hints
from aimwell.domain.words.theory import say

WRITTEN = "theory_written"
MOST = 40
KINDS = {"cause": (HintKind.SOLUTION, HintKind.BLAME)}


@dataclass(frozen=True)
class Shown:
    """`key` names the text, `words` are those meant, `question` is what to ask oneself."""

    key: str
    kind: str
    words: str
    question: str


def wrote(request: HttpRequest, key: str) -> None:
    """Remember that this reader wrote the text `key`, such as "cause:12"."""
    keys = [known for known in request.session.get(WRITTEN, []) if known != key]
    request.session[WRITTEN] = [*keys, key][-MOST:]


def hints_on(request: HttpRequest, key: str, text: str) -> list[Shown]:
    return read(key, text) if key in request.session.get(WRITTEN, []) else []


def read(key: str, text: str) -> list[Shown]:
    """At most one hint of each kind, in reading order."""
    kinds = KINDS.get(key.partition(":")[0], tuple(HintKind))
    found = {hint.kind: hint for hint in reversed(hints(text, language())) if hint.kind in kinds}
    return [
        Shown(key, hint.kind, text[hint.start : hint.end], say(hint.question, language()))
        for hint in sorted(found.values(), key=lambda hint: hint.start)
    ]


@login_required
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """ "Keep mine": the hint goes, the words stay."""
    key = request.POST.get("text", "")
    request.session[WRITTEN] = [known for known in request.session.get(WRITTEN, []) if known != key]
    onward = request.POST.get("next", "")
    if not url_has_allowed_host_and_scheme(onward, allowed_hosts={request.get_host()}):
        onward = reverse("people:home")
    return HttpResponseRedirect(onward)
