"""What we already do, and what our theory rests on: two pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from aimwell.contexts.people.services import restore, set_aside
from aimwell.contexts.theory.forms import key_of, number_of, version_of
from aimwell.contexts.theory.models import Cause, Part
from aimwell.contexts.theory.practices import services
from aimwell.contexts.theory.practices.forms import CalibrationForm, PracticeForm, SourceForm
from aimwell.contexts.theory.practices.models import Choice, Practice, PracticeEffect, Source
from aimwell.contexts.theory.practices.queries import GroundsView, practices_aside, practices_of
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.views.base import again, found, found_kind, opened, page, tell_aside, to


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def practices(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = PracticeForm(request.POST if request.method == "POST" else None, auto_id="new-%s")
    if request.method == "POST" and form.is_valid():
        made = services.add_practice(
            by=request.user, inquiry=view.inquiry, key=key_of(request.POST), **form.cleaned_data
        )
        return _at("practices", view.inquiry.pk, f"practice-{made.pk}")
    return page(
        request,
        "practices/practices.html",
        view,
        "problem",
        practices=practices_of(view),
        gone=practices_aside(view),
        form=form,
        effects=PracticeEffect.choices,
        choices=Choice.choices,
        status=422 if form.errors else 200,
    )


@login_required
@require_POST
def practice(request: HttpRequest, pk: int) -> HttpResponse:
    one = found(request, Practice, pk)
    form = PracticeForm(request.POST)
    if not form.is_valid():
        return again(request, one.inquiry, form)
    services.change_practice(by=request.user, practice=one, version=version_of(request.POST), **form.cleaned_data)
    return _at("practices", one.inquiry_id, f"practice-{pk}")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def grounds(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """The three questions, the sources, and what each change idea rests on."""
    view = opened(request, inquiry_id)
    shown = GroundsView(view)
    if request.method != "POST":
        first = {name: getattr(shown.calibration, name, "") for name in CalibrationForm.base_fields}
        return _grounds(request, view, shown, CalibrationForm(initial=first))
    form = CalibrationForm(request.POST)
    if not form.is_valid():
        return _grounds(request, view, shown, form)
    services.calibrate(by=request.user, inquiry=view.inquiry, version=version_of(request.POST), **form.cleaned_data)
    return _at("grounds", inquiry_id, "questions")


def _grounds(request: HttpRequest, view: InquiryView, shown: GroundsView, form: forms.Form) -> HttpResponse:
    return page(
        request,
        "practices/grounds.html",
        view,
        "drivers",
        shown=shown,
        form=form,
        version=shown.calibration.version if shown.calibration else 0,
        source_form=SourceForm(auto_id="new-source-%s"),
        causes=view.causes if view.may_edit else [],
        status=422 if form.errors else 200,
    )


@login_required
@require_POST
def source_add(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = SourceForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    made = services.add_source(
        by=request.user, inquiry=view.inquiry, key=key_of(request.POST), **_ends(request), **form.cleaned_data
    )
    return _at("grounds", inquiry_id, f"source-{made.pk}")


@login_required
@require_POST
def source(request: HttpRequest, pk: int) -> HttpResponse:
    one = found(request, Source, pk)
    form = SourceForm(request.POST)
    if not form.is_valid():
        return again(request, one.inquiry, form)
    services.change_source(
        by=request.user, source=one, version=version_of(request.POST), **_ends(request), **form.cleaned_data
    )
    return _at("grounds", one.inquiry_id, f"source-{pk}")


@login_required
@require_POST
def hunch(request: HttpRequest, pk: int) -> HttpResponse:
    """Say openly of one change idea that nothing stands behind it but a hunch."""
    idea = found(request, Part, pk)
    made = services.add_source(by=request.user, inquiry=idea.inquiry, idea=idea, hunch=True, key=key_of(request.POST))
    return _at("grounds", idea.inquiry_id, f"source-{made.pk}")


KINDS: dict[str, Any] = {"practice": Practice, "source": Source}


@login_required
@require_POST
def aside(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = found_kind(request, KINDS, kind, pk)
    set_aside(by=request.user, obj=thing)
    tell_aside(request, thing, reverse("practices:restore", args=[kind, pk]))
    return _at("practices" if kind == "practice" else "grounds", thing.inquiry_id, "set-aside")


@login_required
@require_POST
def back(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    return HttpResponseRedirect(restore(by=request.user, obj=found_kind(request, KINDS, kind, pk)).get_absolute_url())


def _ends(request: HttpRequest) -> dict[str, Any]:
    """The cause and the idea a source speaks to, where they were chosen."""
    cause, idea = number_of(request.POST, "cause"), number_of(request.POST, "idea")
    return {
        "cause": found(request, Cause, cause) if cause else None,
        "idea": found(request, Part, idea) if idea else None,
    }


def _at(name: str, inquiry_id: int, place: str) -> HttpResponseRedirect:
    return to(reverse(f"practices:{name}", args=[inquiry_id]), at=place)
