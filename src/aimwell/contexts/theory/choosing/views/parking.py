"""The parking lot: keep an idea for later, take it up, or decline it with a reason."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from aimwell.contexts.theory.choosing import services
from aimwell.contexts.theory.choosing.forms import ParkForm, ReasonForm, TakeUpForm, ThoughtForm
from aimwell.contexts.theory.choosing.models import Parked
from aimwell.contexts.theory.choosing.views.base import drivers_of, found_idea, members_board, page, refused, to
from aimwell.contexts.theory.forms import key_of, version_of
from aimwell.contexts.theory.models import Cause
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.views.base import again, found, opened
from aimwell.domain.errors import Refused
from aimwell.ui.flash import flash


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def lot(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    shown = members_board(request, inquiry_id)
    form = ThoughtForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.park_thought(
            by=request.user, inquiry=shown.view.inquiry, key=key_of(request.POST), **form.cleaned_data
        )
        return to("lot", inquiry_id, at="lot")
    drivers, causes = list(drivers_of(shown.view)), shown.view.causes
    waiting = [(one, ThoughtForm(initial=_known(one), auto_id=f"p{one.pk}_%s")) for one in shown.waiting]
    context = {"form": form, "waiting": waiting, "drivers": drivers, "causes": causes, "today": timezone.localdate()}
    return page(request, "lot", shown, status=422 if form.errors else 200, **context)


def _known(parked: Parked) -> dict[str, object]:
    return {"text": parked.text, "source": parked.source, "revisit_on": parked.revisit_on}


@login_required
@require_POST
def park(request: HttpRequest, pk: int) -> HttpResponse:
    """An idea of the map waits in the parking lot; its lines wait with it."""
    idea = found_idea(request, pk)
    form = ParkForm(request.POST)
    if not form.is_valid():
        return again(request, idea.inquiry, form)
    parked = services.park_idea(by=request.user, idea=idea, **form.cleaned_data)
    undo = reverse("choosing:take_up", args=[parked.pk])
    flash(request, _("“%(what)s” waits in the parking lot.") % {"what": idea.text}, undo=undo)
    return to("ideas", idea.inquiry_id)


@login_required
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(request, Parked, pk)
    form = ThoughtForm(request.POST)
    if not form.is_valid():
        return again(request, row.inquiry, form)
    services.change_parked(by=request.user, parked=row, version=version_of(request.POST), **form.cleaned_data)
    return to("lot", row.inquiry_id, at="lot")


@login_required
@require_POST
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(request, Parked, pk)
    view = opened(request, row.inquiry_id)
    form = TakeUpForm(request.POST, drivers=drivers_of(view), causes=causes_of(view))
    if form.is_valid():
        try:
            idea = services.take_up_parked(by=request.user, parked=row, **form.cleaned_data)
            flash(request, _("“%(what)s” is one of your change ideas.") % {"what": idea.text})
            return to("idea", idea.pk)
        except Refused as error:
            refused(form, None, error)
    return again(request, row.inquiry, form)


def causes_of(view: InquiryView) -> QuerySet[Cause]:
    return Cause.objects.filter(bone__inquiry=view.inquiry, ended_at=None, bone__ended_at=None)


@login_required
@require_POST
def decline(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(request, Parked, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return again(request, row.inquiry, form)
    services.decline_parked(by=request.user, parked=row, **form.cleaned_data)
    return to("lot", row.inquiry_id, at="lot")
