"""The aim builder: the sentence puts itself together from its parts and names what is missing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.queries import find, visible_to
from aimwell.contexts.theory import services
from aimwell.contexts.theory.forms import AimForm, key_of, number_of, version_of
from aimwell.contexts.theory.models import Aim
from aimwell.contexts.theory.queries import InquiryView, aim_of, aim_sentence
from aimwell.contexts.theory.views.base import back, language, opened, page
from aimwell.domain.theory.aims import check_aim, missing_parts
from aimwell.domain.words.theory import say

NAMES = ("what", "for_whom", "baseline", "baseline_on", "target", "unit", "unit_name", "direction", "by_when")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def aim(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    if request.method != "POST":
        return _page(request, view, AimForm(initial=_initial(view)))
    form = AimForm(request.POST)
    if not form.is_valid():
        return _page(request, view, form)
    services.set_aim(
        by=request.user,
        inquiry=view.inquiry,
        version=version_of(request.POST),
        key=key_of(request.POST),
        measure=view.aim.measure if view.aim else None,
        **form.cleaned_data,
    )
    return back(request, "aim", view.inquiry, at="sentence")


def _initial(view: InquiryView) -> dict[str, Any]:
    """The stored aim; before there is one, the group that the problem names."""
    if view.aim is None:
        return {"for_whom": view.inquiry.for_whom[:200]}
    return {name: _short(getattr(view.aim, name)) for name in NAMES}


def _short(value: Any) -> Any:
    """65 rather than 65.0 in a field."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _page(request: HttpRequest, view: InquiryView, form: forms.Form) -> HttpResponse:
    measures = visible_to(request.user, Measure, team=view.inquiry.owner_team) if view.may_edit else []
    return page(
        request,
        "theory/aim.html",
        view,
        "aim",
        form=form,
        version=view.aim.version if view.aim else 0,
        measures=measures,
        status=422 if form.errors else 200,
        **_words(view.aim or Aim()),
    )


def _words(aim: Aim) -> dict[str, Any]:
    """The sentence as runs, the questions still open, and what does not fit together."""
    known, lang = aim_of(aim), language()
    return {
        "runs": aim_sentence(aim, lang),
        "gaps": [(part, say(f"aim.{part}", lang)) for part in missing_parts(known)],
        "misfits": [say(key, lang) for key in check_aim(known)],
    }


@login_required
@require_safe
def sentence(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """The sentence for what is typed so far; nothing is stored."""
    opened(request, inquiry_id)
    form = AimForm(request.GET)
    form.is_valid()
    return render(request, "theory/aim_sentence.html", _words(Aim(**form.cleaned_data)))


@login_required
@require_POST
def measure(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    asked = number_of(request.POST, "measure")
    chosen = find(request.user, Measure, asked) if asked else None
    services.attach_measure(by=request.user, inquiry=view.inquiry, measure=chosen)
    return back(request, "aim", view.inquiry, at="measure")
