"""What a team does to its causes: each act is one post, and leads back to the cause."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.theory import services
from aimwell.contexts.theory.forms import (
    BoneForm,
    CauseForm,
    EvidenceForm,
    FactsForm,
    NewCauseForm,
    ReasonForm,
    key_of,
    number_of,
    version_of,
)
from aimwell.contexts.theory.models import Bone, Cause
from aimwell.contexts.theory.views.base import again, back, found, opened, shown
from aimwell.contexts.theory.views.hints import wrote
from aimwell.domain.errors import NotFound
from aimwell.ui.flash import flash


@login_required
@require_POST
def offer_bones(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    services.offer_bones(by=request.user, inquiry=view.inquiry, which=request.POST.get("which", "school"))
    return back(request, "fishbone", view.inquiry, at="causes")


@login_required
@require_POST
def add_bone(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = BoneForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    bone = services.add_bone(by=request.user, inquiry=view.inquiry, key=key_of(request.POST), **form.cleaned_data)
    return back(request, "fishbone", view.inquiry, at=f"bone-{bone.pk}")


@login_required
@require_POST
def rename_bone(request: HttpRequest, pk: int) -> HttpResponse:
    bone = found(request, Bone, pk)
    form = BoneForm(request.POST)
    if not form.is_valid():
        return again(request, bone.inquiry, form)
    services.rename_bone(by=request.user, bone=bone, version=version_of(request.POST), **form.cleaned_data)
    return back(request, "fishbone", bone.inquiry, at=f"bone-{pk}")


@login_required
@require_POST
def add_cause(request: HttpRequest, pk: int) -> HttpResponse:
    """A cause under the bone `pk`, or with `parent` the answer to "why?" under one of its causes."""
    bone = found(request, Bone, pk)
    form = NewCauseForm(request.POST)
    if not form.is_valid():
        return again(request, bone.inquiry, form)
    asked = number_of(request.POST, "parent")
    parent = found(request, Cause, asked) if asked else None
    part = request.POST.get("system_part", "")
    cause = services.add_cause(
        by=request.user, bone=bone, parent=parent, key=key_of(request.POST), system_part=part, **form.cleaned_data
    )
    wrote(request, f"cause:{cause.pk}")
    return _at(request, cause)


@login_required
@require_POST
def change_cause(request: HttpRequest, pk: int) -> HttpResponse:
    cause = found(request, Cause, pk)
    form = CauseForm(request.POST)
    if not form.is_valid():
        return again(request, cause.bone.inquiry, form)
    said = form.cleaned_data
    changed = services.change_cause(by=request.user, cause=cause, version=version_of(request.POST), **said)
    if changed.text != cause.text:
        wrote(request, f"cause:{pk}")
    if cause.chosen_because and not changed.chosen_because:
        flash(request, _("“%(what)s” is no longer your first cause. Choose another one.") % {"what": str(changed)})
    return _at(request, changed)


@login_required
@require_POST
def move_cause(request: HttpRequest, pk: int) -> HttpResponse:
    """To `to`: "bone-3", or "cause-12" to stand under that cause as its why."""
    cause = found(request, Cause, pk)
    kind, _dash, number = request.POST.get("to", "").partition("-")
    if not number.isdigit() or kind not in ("bone", "cause"):
        raise NotFound
    parent = found(request, Cause, int(number)) if kind == "cause" else None
    bone = parent.bone if parent else found(request, Bone, int(number))
    return _at(request, services.move_cause(by=request.user, cause=cause, bone=bone, parent=parent))


@login_required
@require_POST
def add_cause_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    cause = found(request, Cause, pk)
    form = EvidenceForm(request.POST)
    if not form.is_valid():
        return again(request, cause.bone.inquiry, form)
    services.add_evidence(
        by=request.user, inquiry=cause.bone.inquiry, cause=cause, key=key_of(request.POST), **form.cleaned_data
    )
    return _at(request, cause)


@login_required
@require_POST
def change_facts(request: HttpRequest, pk: int) -> HttpResponse:
    cause = found(request, Cause, pk)
    form = FactsForm(request.POST)
    if not form.is_valid():
        return again(request, cause.bone.inquiry, form)
    version = version_of(request.POST)
    return _at(request, services.change_facts(by=request.user, cause=cause, version=version, **form.cleaned_data))


@login_required
@require_POST
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """The cause to work on first, with one sentence on why."""
    cause = found(request, Cause, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return again(request, cause.bone.inquiry, form)
    return _at(request, services.choose_cause(by=request.user, cause=cause, **form.cleaned_data))


@login_required
@require_POST
def unchoose(request: HttpRequest, pk: int) -> HttpResponse:
    return _at(request, services.unchoose_cause(by=request.user, cause=found(request, Cause, pk)))


@login_required
@require_POST
def reframe(request: HttpRequest, pk: int) -> HttpResponse:
    """Say it again as something adults do; the old words are kept beside it."""
    cause = found(request, Cause, pk)
    form = NewCauseForm(request.POST)
    if not form.is_valid():
        return again(request, cause.bone.inquiry, form)
    new = services.reframe_cause(by=request.user, cause=cause, text=form.cleaned_data["text"], key=key_of(request.POST))
    wrote(request, f"cause:{new.pk}")
    undo = reverse("theory:restore", args=["cause", cause.pk])
    flash(request, _("The new wording is kept. “%(old)s” is set aside as said again.") % {"old": str(cause)}, undo=undo)
    return _at(request, new)


@login_required
@require_POST
def promote(request: HttpRequest, pk: int) -> HttpResponse:
    """The last why becomes a cause of its own."""
    return _at(request, services.promote_cause(by=request.user, cause=found(request, Cause, pk)))


def _at(request: HttpRequest, cause: Cause) -> HttpResponse:
    """Back to the cause: its row in the outline, its panel beside the drawing."""
    view = shown(request) or "outline"
    place = "panel" if view == "drawing" else f"cause-{cause.pk}"
    return back(request, "fishbone", cause.bone.inquiry, at=place, view=view, cause=cause.pk)
