"""Who counts on which day, beside what came in."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from aimwell.contexts.cycles import services as cycles
from aimwell.contexts.cycles.collecting import services
from aimwell.contexts.cycles.collecting.forms import CameForm, PlanChangeForm, PlanForm
from aimwell.contexts.cycles.collecting.models import BETWEEN, CountPlan
from aimwell.contexts.cycles.collecting.queries import plan_view
from aimwell.contexts.cycles.collecting.views.base import ASKING, asks, language, own, page, to
from aimwell.contexts.cycles.models import Cycle, EntryKind
from aimwell.contexts.theory.views.base import asked_again
from aimwell.domain.errors import StaleEdit
from aimwell.ui.flash import flash


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    cycle = own(request, Cycle, pk)
    form = _plan_form(cycle, request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            services.plan_counts(by=request.user, cycle=cycle, key=form.cleaned_data["key"], **form.answers())
            flash(request, _("The plan is kept. Days without school are left out."))
            return to("plan", pk)
        except ASKING as error:
            asks(form, error)
    return _page(request, cycle, form, CameForm(auto_id="came_%s", initial={"happened_on": timezone.localdate()}))


def _plan_form(cycle: Cycle, sent: QueryDict | None = None) -> PlanForm:
    return PlanForm(sent, initial={"weekdays": ["0", "1", "2", "3", "4"], "last": cycle.look_on})


def _page(request: HttpRequest, cycle: Cycle, form: Form, came_form: Form) -> HttpResponse:
    view = plan_view(cycle, language())
    return page(request, "plan", cycle, form, came_form, view=view, form=form, came_form=came_form)


@login_required
@require_POST
def came(request: HttpRequest, pk: int) -> HttpResponse:
    """A count of one room and day, or why there is none; both are lines of Do."""
    cycle = own(request, Cycle, pk)
    form = CameForm(request.POST, auto_id="came_%s")
    if form.is_valid():
        sent = form.answers()
        kind = EntryKind.MISSED if sent["text"] and sent["count"] is None else EntryKind.COUNT
        try:
            added = cycles.add_entry(by=request.user, cycle=cycle, kind=kind, key=form.cleaned_data["key"], **sent)
            undo = reverse("cycles:entry_set_aside", args=[added.pk])
            flash(request, _("It is in the table now."), undo=undo)
            return to("plan", pk, "table")
        except ASKING as error:
            asks(form, error)
    return _page(request, cycle, _plan_form(cycle), form)


@login_required
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    row = own(request, CountPlan, pk)
    form = PlanChangeForm(request.POST, row.dates)
    if form.is_valid():
        try:
            version = form.cleaned_data["version"] or 0
            services.change_plan(by=request.user, plan=row, version=version, **form.answers())
            flash(request, _("The plan is changed."))
            return to("plan", row.cycle_id, f"row-{pk}")
        except StaleEdit:
            sent = request.POST.copy()  # the merge page carries one value for each name, so the days go as one
            sent["days"] = BETWEEN.join(day.isoformat() for day in form.answers()["days"])
            request.POST = sent  # type: ignore[assignment]
            raise
        except ASKING as error:
            asks(form, error)
    return asked_again(request, form)
