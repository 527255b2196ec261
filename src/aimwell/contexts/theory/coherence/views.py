"""The coherence check, and the one sentence on how a tool connects."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.theory.coherence import services
from aimwell.contexts.theory.coherence.forms import AnswerForm, ConnectionForm
from aimwell.contexts.theory.coherence.queries import check_of
from aimwell.contexts.theory.forms import version_of
from aimwell.contexts.theory.views.base import again, opened, page
from aimwell.domain.errors import NotAllowed, NotFound
from aimwell.ui.flash import flash

FACTS = ("state", "text", "comments", "discussed_with", "discussed_on")


@login_required
@require_safe
def check(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    asked = check_of(view)
    return page(request, "coherence/check.html", view, "drivers", asked=asked)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, inquiry_id: int, question: str) -> HttpResponse:
    """One question on a page of its own: the facts stand beside the words."""
    view = opened(request, inquiry_id)
    if not view.may_edit:
        raise NotAllowed
    asked = next((one for one in check_of(view) if one.key == question), None)
    if asked is None:
        raise NotFound
    kept: dict[str, Any] = {name: getattr(asked.answer, name) for name in FACTS} if asked.answer else {}
    form = AnswerForm(request.POST or None, initial=kept)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return page(request, "coherence/answer.html", view, "drivers", asked=asked, form=form, status=status)
    services.answer_question(
        by=request.user, inquiry=view.inquiry, question=question, version=version_of(request.POST), **form.cleaned_data
    )
    return redirect(reverse("coherence:check", args=[inquiry_id]) + f"#{question}")


@login_required
@require_POST
def connect(request: HttpRequest, inquiry_id: int, tool: str) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = ConnectionForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    skip = bool(request.POST.get("skip"))
    services.say_connection(
        by=request.user,
        inquiry=view.inquiry,
        tool=tool,
        skip=skip,
        version=version_of(request.POST),
        **form.cleaned_data,
    )
    flash(request, _("Left open. You can say it later.") if skip else _("Your sentence is kept with the theory."))
    return redirect(f"theory:{tool}", inquiry_id)
