"""Is it so? The count a problem starts from, what the data say, the sentence said again, and how an effort ends."""

from __future__ import annotations

import datetime

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.queries import find
from aimwell.contexts.theory import queries, services
from aimwell.contexts.theory.forms import MoreForm, ReasonForm, VerifyForm, version_of
from aimwell.contexts.theory.models import Evidence, Inquiry
from aimwell.contexts.theory.views.base import again, back, found, language, opened
from aimwell.contexts.theory.views.hints import wrote
from aimwell.domain.errors import NotFound, Refused, sentence
from aimwell.ui.flash import flash

COLLECT = "collect"


@login_required
@require_POST
def baseline(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """One choice: a stored count, "to be collected", or neither."""
    view = opened(request, inquiry_id)
    chosen = request.POST.get("baseline", "")
    measure, on = _count(request, chosen)
    services.set_baseline(
        by=request.user, inquiry=view.inquiry, version=version_of(request.POST), measure=measure, on=on,
        to_collect=chosen == COLLECT,
    )  # fmt: skip
    return back(request, "problem", view.inquiry, at="baseline")


def _count(request: HttpRequest, chosen: str) -> tuple[Measure | None, datetime.date | None]:
    if chosen in ("", COLLECT):
        return None, None
    measure, _colon, day = chosen.partition(":")
    try:
        return find(request.user, Measure, int(measure)), datetime.date.fromisoformat(day)
    except (ValueError, OverflowError):
        raise NotFound from None


@login_required
@require_POST
def verify(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = VerifyForm(request.POST, rests=rests_of(view, queries.measured(request.user, view)))
    if not form.is_valid():
        return again(request, view.inquiry, form)
    kind, _colon, key = form.cleaned_data.pop("rests_on").partition(":")
    services.verify_problem(
        by=request.user, inquiry=view.inquiry, version=version_of(request.POST), **form.cleaned_data,
        evidence=found(request, Evidence, int(key)) if kind == "evidence" else None,
        measure=find(request.user, Measure, int(key)) if kind == "measure" else None,
    )  # fmt: skip
    return back(request, "problem", view.inquiry, at="check")


def rests_of(view: queries.InquiryView, counts: queries.Measured) -> list[tuple[str, str]]:
    """What an answer may rest on: statements of fact, then measures with counts."""
    facts = [(f"evidence:{one.pk}", Truncator(one.text).chars(80)) for one in view.evidence]
    return facts + [(f"measure:{measure.pk}", measure.name) for measure, _counts in counts.groups]


@login_required
@require_POST
def reword(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """The sentence said again, as something adults here do or set up."""
    view = opened(request, inquiry_id)
    text, version = request.POST.get("problem", ""), version_of(request.POST)
    inquiry = services.reword_problem(by=request.user, inquiry=view.inquiry, version=version, problem=text)
    wrote(request, f"problem:{inquiry.pk}")
    return back(request, "problem", inquiry, at="parts")


@login_required
@require_POST
def more(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = MoreForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    areas = [*request.POST.getlist("areas"), *request.POST.get("own_areas", "").split(",")]
    services.describe_problem(
        by=request.user, inquiry=view.inquiry, version=version_of(request.POST), areas=areas, **form.cleaned_data
    )
    return back(request, "problem", view.inquiry, at="more")


@login_required
@require_POST
def close(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    services.close_inquiry(by=request.user, inquiry=view.inquiry, because=form.cleaned_data["reason"])
    undo = reverse("theory:problem_reopen", args=[view.inquiry.pk])
    flash(request, _("Finished: you understood it, and no change is needed. That is learning."), undo=undo)
    return back(request, "problem", view.inquiry, at="parts")


@login_required
@require_POST
def reopen(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    services.reopen_inquiry(by=request.user, inquiry=view.inquiry)
    flash(request, _("It is open again."))
    return back(request, "problem", view.inquiry, at="parts")


def ask_first(request: HttpRequest, inquiry: Inquiry, kind: str) -> HttpResponse | None:
    """The question before an idea that comes without a problem, or None where nothing is asked (S2 R-1)."""
    if request.POST.get("reason", "").strip() or not queries.needs_problem(inquiry, kind):
        return None
    form = ReasonForm(label_suffix="")
    return again(request, inquiry, form, why=sentence(Refused("problem_empty"), language()))
