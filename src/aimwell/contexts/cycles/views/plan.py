"""Plan: a new cycle, changing a draft, starting Do, dating a change of the prediction."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.forms import AmendForm, PlanForm
from aimwell.contexts.cycles.models import CycleState
from aimwell.contexts.cycles.views.base import answered, explain, opened, page, to_cycle
from aimwell.contexts.people.queries import find, may_edit_team
from aimwell.contexts.theory.models import Inquiry
from aimwell.domain.errors import NotAllowed, NotReady, Refused


@login_required
def new(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    inquiry = find(request.user, Inquiry, inquiry_id)
    request.team = inquiry.owner_team  # type: ignore[attr-defined]
    if not may_edit_team(request.user, inquiry.owner_team):
        raise NotAllowed
    asked = {"idea": request.GET.get("idea"), "measure": request.GET.get("measure")}
    form = PlanForm(request.POST or None, user=request.user, inquiry=inquiry, initial=asked)
    if request.method == "POST" and form.is_valid():
        try:
            plan = form.plan()
            cycle = services.draft_cycle(by=request.user, inquiry=inquiry, key=form.cleaned_data["key"], **plan)
            return redirect(to_cycle(cycle.pk))
        except (NotReady, Refused) as error:
            explain(form, error)
    context = {"form": form, "inquiry": inquiry, "cycle": None}
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
    version = request.POST.get("version", "")
    try:
        services.start_do(by=request.user, cycle=view.cycle, version=int(version) if version.isdigit() else None)
    except NotReady:
        return redirect("cycles:plan", pk)
    return answered(request, to_cycle(pk), _("Do has started, and the prediction is locked."))


@login_required
@require_POST
def amend(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    form = AmendForm(request.POST, auto_id="amend_%s")
    if form.is_valid():
        typed = {"reason": form.cleaned_data["reason"], "key": form.cleaned_data["key"], **form.prediction()}
        try:
            services.amend_prediction(by=request.user, cycle=view.cycle, **typed)
            return answered(request, to_cycle(pk), _("The change is dated and stands beside what you predicted."))
        except Refused as error:
            explain(form, error)
    return page(request, view, amend_form=form)
