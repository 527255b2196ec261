"""Send a cause to the level that controls it, and answer what was sent."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.orgs.models import Network, Org
from aimwell.contexts.people.queries import find_team, teams_of
from aimwell.contexts.theory import services
from aimwell.contexts.theory.forms import AnswerForm, SendForm, key_of, number_of
from aimwell.contexts.theory.models import Cause, Escalation, SentState
from aimwell.contexts.theory.queries.escalations import answers_for, find_sent_here, places_above
from aimwell.contexts.theory.views.base import again, asked_again, back, found
from aimwell.ui.flash import flash


@login_required
@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    cause = found(request, Cause, pk)
    form = SendForm(request.POST)
    if not form.is_valid():
        return again(request, cause.bone.inquiry, form)
    org, network = _place(cause, request.POST.get("to", ""))
    made = services.send_up(
        by=request.user, cause=cause, org=org, network=network, key=key_of(request.POST), **form.cleaned_data
    )
    undo = reverse("theory:sent_back", args=[made.pk])
    flash(request, _("Sent to %(place)s. You see the answer here.") % {"place": str(made.place)}, undo=undo)
    return _to_cause(request, cause)


def _place(cause: Cause, asked: str) -> tuple[Org | None, Network | None]:
    """ "org-3" or "network-1", of those above the team."""
    above = places_above(cause.bone.inquiry.owner_team)
    org = next((one for one in above.orgs if f"org-{one.pk}" == asked), None)
    network = next((one for one in above.networks if f"network-{one.pk}" == asked), None)
    return org, network


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    sent = found(request, Escalation, pk)
    services.take_back_sent(by=request.user, sent=sent)
    flash(request, _("It is taken back."))
    return _to_cause(request, sent.cause)


def _to_cause(request: HttpRequest, cause: Cause) -> HttpResponseRedirect:
    return back(request, "fishbone", cause.bone.inquiry, at=f"cause-{cause.pk}", view="outline", cause=cause.pk)


@login_required
@require_safe
def queue(request: HttpRequest) -> HttpResponse:
    """What teams sent to the places where the reader holds an office. Nothing else of their work shows here."""
    rows = list(answers_for(request.user).order_by("-id"))
    context = {
        "waiting": [row for row in rows if row.state in (SentState.SENT, SentState.ACCEPTED)],
        "answered": [row for row in rows if row.state in (SentState.DECLINED, SentState.PROJECT)],
        "teams": list(teams_of(request.user)),
        "saved": request.GET.get("saved", ""),
    }
    return render(request, "theory/sent.html", context)


@login_required
@require_POST
def answer(request: HttpRequest) -> HttpResponse:
    """Accept, decline with a reason, or start a project of one's own team on it."""
    pk = number_of(request.POST, "sent")
    if pk is None:
        return redirect("theory:sent")
    sent = find_sent_here(request.user, pk)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return asked_again(request, form)
    said = form.cleaned_data["answer"]
    state = request.POST.get("state", "")
    if state == SentState.PROJECT:
        team = find_team(request.user, number_of(request.POST, "team") or 0)
        services.start_linked_project(by=request.user, sent=sent, team=team, answer=said)
    else:
        services.answer_sent(by=request.user, sent=sent, state=state, answer=said)
    return redirect(f"{reverse('theory:sent')}?saved=sent-{pk}#sent-{pk}")
