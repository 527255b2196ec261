"""An aim for a gap on a page of its own, and letting an aim rest."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.measures.models import Series
from aimwell.contexts.people.queries import find
from aimwell.contexts.theory.focus import services
from aimwell.contexts.theory.focus.forms import GapForm, PauseForm
from aimwell.contexts.theory.focus.models import GapAim
from aimwell.contexts.theory.focus.queries import GapLook, gap_look
from aimwell.contexts.theory.forms import version_of
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.views.base import again, back, language, opened, page, to
from aimwell.contexts.theory.views.things import onward
from aimwell.domain.errors import Refused, sentence
from aimwell.ui.flash import flash


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def gap(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    look = gap_look(request.user, view)
    if request.method != "POST":
        first = {name: _short(getattr(look.row, f"{name}_id", getattr(look.row, name))) for name in GapForm.base_fields}
        if look.hidden:  # saved without its lines, the number would be told again
            first["now"] = None
        return _page(request, look, GapForm(initial=first, groups=look.groups))
    form = GapForm(request.POST, groups=look.groups)
    if form.is_valid():
        try:
            _keep(request, view, form)
            return to(reverse("focus:gap", args=[inquiry_id]), at="gap")
        except Refused as refusal:
            form.add_error(None, sentence(refusal, language()))
    return _page(request, look, form)


def _keep(request: HttpRequest, view: InquiryView, form: GapForm) -> GapAim:
    lines = {name: find(request.user, Series, pk) if (pk := form.cleaned_data.get(name)) else None for name in LINES}
    return services.set_gap_aim(
        by=request.user, inquiry=view.inquiry, version=version_of(request.POST), **{**form.cleaned_data, **lines}
    )


LINES = ("line_a", "line_b")


def _page(request: HttpRequest, look: GapLook, form: GapForm) -> HttpResponse:
    return page(
        request, "focus/gap.html", look.view, "aim", look=look, runs=look.runs, form=form,
        status=422 if form.errors else 200,
    )  # fmt: skip


def _short(value: Any) -> Any:
    """20 rather than 20.0 in a field."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


@login_required
@require_safe
def gap_sentence(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """The sentence, what is open, and what the numbers say, for what is typed so far; nothing is stored."""
    view = opened(request, inquiry_id)
    stored = gap_look(request.user, view)
    form = GapForm(request.GET, groups=stored.groups)
    form.is_valid()
    typed = {name: value for name, value in form.cleaned_data.items() if name not in LINES}
    by_key = {line.pk: line for one in stored.groups for line in one.lines}
    lines = {name: by_key.get(form.cleaned_data.get(name) or 0) for name in LINES}
    if any(lines.values()):
        typed |= {
            name: typed.get(name) or (line.name if line else "")
            for name, line in (("group", lines["line_a"]), ("beside", lines["line_b"]))
        }
    look = GapLook(request.user, view, GapAim(inquiry=view.inquiry, **typed, **lines))
    look.__dict__["groups"] = stored.groups
    return render(request, "focus/gap_sentence.html", {"look": look, "runs": look.runs})


@login_required
@require_POST
def pause(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = PauseForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    services.pause_aim(by=request.user, inquiry=view.inquiry, **form.cleaned_data)
    words = _("“%(what)s” rests now. All that is written stays, and it can go on at any time.")
    flash(request, words % {"what": str(view.inquiry)}, undo=reverse("focus:resume", args=[inquiry_id]))
    return _from(request, view)


@login_required
@require_POST
def resume(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    services.resume_aim(by=request.user, inquiry=view.inquiry)
    flash(request, _("“%(what)s” goes on.") % {"what": str(view.inquiry)})
    return _from(request, view)


def _from(request: HttpRequest, view: InquiryView) -> HttpResponse:
    """To where the reader was, where the form says so with `next`; else to the aim."""
    return onward(request) or back(request, "aim", view.inquiry, at="one-aim")
