"""Actions and milestones of an idea, and how many ideas a team works on at one time."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.people.queries import members_of
from aimwell.contexts.theory import services as theory
from aimwell.contexts.theory.choosing import services
from aimwell.contexts.theory.choosing.forms import CommitmentForm, LimitForm
from aimwell.contexts.theory.choosing.models import Commitment
from aimwell.contexts.theory.choosing.views.base import found_idea, to
from aimwell.contexts.theory.forms import key_of, version_of
from aimwell.contexts.theory.views.base import again, found, opened
from aimwell.ui.flash import flash


@login_required
@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    idea = found_idea(request, pk)
    form = CommitmentForm(request.POST, places=members_of(idea.inquiry.owner_team))
    if not form.is_valid():
        return again(request, idea.inquiry, form)
    services.add_commitment(by=request.user, idea=idea, key=key_of(request.POST), **form.cleaned_data)
    return to("idea", pk, at="work")


@login_required
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(request, Commitment, pk)
    form = CommitmentForm(request.POST, places=members_of(row.idea.inquiry.owner_team))
    if not form.is_valid():
        return again(request, row.idea.inquiry, form)
    version = version_of(request.POST)
    services.change_commitment(by=request.user, commitment=row, version=version, **form.cleaned_data)
    return to("idea", row.idea_id, at="work")


@login_required
@require_POST
def done(request: HttpRequest, pk: int) -> HttpResponse:
    """Done, or open again where `open` was sent."""
    row = found(request, Commitment, pk)
    services.mark_done(by=request.user, commitment=row, done="open" not in request.POST)
    return to("idea", row.idea_id, at="work")


@login_required
@require_POST
def aside(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(request, Commitment, pk)
    theory.set_aside(by=request.user, thing=row)
    undo = reverse("choosing:commitment_restore", args=[pk])
    flash(request, _("“%(what)s” is set aside. It is kept, and can come back.") % {"what": row.what}, undo=undo)
    return to("idea", row.idea_id)


@login_required
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    row = found(request, Commitment, pk)
    theory.restore(by=request.user, thing=row)
    return to("idea", row.idea_id, at="work")


@login_required
@require_POST
def limit(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = LimitForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    version = version_of(request.POST)
    services.set_work_limit(by=request.user, team=view.inquiry.owner_team, version=version, **form.cleaned_data)
    return to("ideas", inquiry_id, at="limit")
