"""The steps of one effort on one page: what each is for, and going on without one."""

from __future__ import annotations

from itertools import pairwise

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.theory import services
from aimwell.contexts.theory.forms import ReasonForm
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.views.base import again, back, opened, page
from aimwell.ui.flash import flash


@login_required
@require_safe
def steps(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    return page(request, "theory/steps.html", opened(request, inquiry_id), "")


@login_required
@require_POST
def skip(request: HttpRequest, inquiry_id: int, step: str) -> HttpResponse:
    """Go on without a step, with one sentence of reason."""
    view = opened(request, inquiry_id)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    services.skip_step(by=request.user, inquiry=view.inquiry, step=step, reason=form.cleaned_data["reason"])
    flash(request, _("The reason is kept. You can come back to this step at any time."))
    if request.POST.get("back") == "steps":
        return back(request, "steps", view.inquiry, at=f"step-{step}")
    return HttpResponseRedirect(reverse(_onward(view, step), args=[view.inquiry.pk]))


def _onward(view: InquiryView, step: str) -> str:
    """The page of the step after this one; the last one, and what is no step, lead to the drivers."""
    way = view.steps()
    return next((after.page for one, after in pairwise(way) if one.key == step), "theory:drivers")
