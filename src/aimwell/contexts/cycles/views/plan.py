"""Plan: a new cycle, changing a draft, starting Do, dating a change of the prediction."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.forms import AmendForm, PlanForm
from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.views.base import answered, explain, opened, page, to_cycle
from aimwell.contexts.people.queries import find, may_edit_team
from aimwell.contexts.theory.forms import number_of
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.errors import NotAllowed, NotReady, Refused, sentence
from aimwell.ui.flash import flash


@login_required
def new(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    inquiry = find(request.user, Inquiry, inquiry_id)
    request.team = inquiry.owner_team  # type: ignore[attr-defined]
    if not may_edit_team(request.user, inquiry.owner_team):
        raise NotAllowed
    asked = {"idea": request.GET.get("idea"), "measure": request.GET.get("measure")}
    key = number_of(request.GET, "after")
    after = None if key is None else find(request.user, Cycle, key, inquiry=inquiry)
    form = PlanForm(request.POST or None, user=request.user, inquiry=inquiry, after=after, initial=asked)
    if request.method == "POST" and form.is_valid():
        try:
            plan = form.plan()
            key = form.cleaned_data["key"]
            cycle = services.draft_cycle(by=request.user, inquiry=inquiry, predecessor=after, key=key, **plan)
            return redirect(to_cycle(cycle.pk))
        except (NotReady, Refused) as error:
            explain(form, error)
    context = {"form": form, "inquiry": inquiry, "cycle": None, "after": after}
    return render(request, "cycles/plan.html", context, status=422 if form.errors else 200)


@login_required
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the plan of a draft; in Do only what is practical still moves."""
    view = opened(request, pk)
    if not view.may_edit:
        raise NotAllowed
    shared = {"user": request.user, "inquiry": view.cycle.inquiry, "cycle": view.cycle}
    form = PlanForm(request.POST or None, initial=PlanForm.initial_of(view.cycle), **shared)
    if view.cycle.state != CycleState.DRAFT:
        form.keep_practical()
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"]
            services.change_plan(by=request.user, cycle=view.cycle, version=version, **form.plan())
            return answered(request, to_cycle(pk), _("The plan is kept."))
        except (NotReady, Refused) as error:
            explain(form, error)
    context = {"form": form, "inquiry": view.cycle.inquiry, "cycle": view.cycle, "view": view}
    return render(request, "cycles/plan.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    try:
        reason = request.POST.get("reason", "")
        services.start_cycle(
            by=request.user, cycle=view.cycle, version=number_of(request.POST, "version"), reason=reason
        )
    except NotReady:
        return redirect("cycles:plan", pk)
    except Refused as refusal:
        if refusal.code not in ("problem_unchecked", "problem_unseen", "idea_open_point", "larger_start"):
            raise
        flash(request, sentence(refusal, view.lang), look=True)
        return redirect(to_cycle(pk))
    return answered(request, to_cycle(pk), _("Do has started, and the prediction is locked."))


@login_required
@require_POST
def amend(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    form = AmendForm(request.POST, auto_id="amend_%s", initial=AmendForm.filled(view.cycle))
    if form.is_valid():
        typed = {"reason": form.cleaned_data["reason"], "key": form.cleaned_data["key"], **form.prediction()}
        try:
            services.amend_prediction(by=request.user, cycle=view.cycle, **typed)
            return answered(request, to_cycle(pk), _("The change is dated and stands beside what you predicted."))
        except Refused as error:
            explain(form, error)
    return page(request, view, amend_form=form)


@login_required
@require_POST
def make_smaller(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    services.make_smaller(by=request.user, cycle=view.cycle, version=number_of(request.POST, "version"))
    return answered(request, to_cycle(pk), _("The test is one class or one person now."))


@login_required
@require_POST
def keep_size(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    services.keep_size(by=request.user, cycle=view.cycle)
    return answered(request, to_cycle(pk), _("It stays as large as it is."))
