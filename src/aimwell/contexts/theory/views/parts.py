"""What can be done to a driver or an idea; the map, the outline and the panel send the same forms."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.queries import find
from aimwell.contexts.theory import services
from aimwell.contexts.theory.forms import NewPartForm, PartForm, ReasonForm, key_of, number_of, version_of
from aimwell.contexts.theory.models import Cause, Part
from aimwell.contexts.theory.queries import AIM, inquiry_view
from aimwell.contexts.theory.views.acts import remembered
from aimwell.contexts.theory.views.base import again, back, found, language, opened
from aimwell.contexts.theory.views.checking import ask_first
from aimwell.domain.errors import NotFound
from aimwell.domain.theory.graph import only_held_by
from aimwell.ui.flash import flash

PANEL = "panel"


@login_required
@require_POST
@remembered
def add(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """A new part below `parent`: a part's key or "aim". Without one it hangs loose."""
    view = opened(request, inquiry_id)
    form = NewPartForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    if (asked := ask_first(request, view.inquiry, form.cleaned_data["kind"])) is not None:
        return asked
    parents = [_end(request, request.POST["parent"])] if request.POST.get("parent") else []
    part = services.add_part(
        by=request.user, inquiry=view.inquiry, parents=parents, key=key_of(request.POST), **form.cleaned_data,
        reason=request.POST.get("reason", ""),
    )  # fmt: skip
    return _at(request, part)


@login_required
@require_POST
@remembered
def change(request: HttpRequest, pk: int) -> HttpResponse:
    part = found(request, Part, pk)
    form = PartForm(request.POST)
    if not form.is_valid():
        return again(request, part.inquiry, form)
    services.change_part(by=request.user, part=part, version=version_of(request.POST), **form.cleaned_data)
    return _at(request, part)


@login_required
@require_POST
@remembered
def connect(request: HttpRequest, pk: int) -> HttpResponse:
    """The causes it rests on and the measure that shows it."""
    part = found(request, Part, pk)
    causes = [found(request, Cause, int(one)) for one in request.POST.getlist("causes") if one.isdigit()]
    measure = number_of(request.POST, "measure")
    chosen = find(request.user, Measure, measure) if measure else None
    with transaction.atomic():
        services.connect_causes(by=request.user, part=part, causes=causes)
        services.connect_measure(by=request.user, part=part, measure=chosen)
    return _at(request, part)


@login_required
@require_POST
@remembered
def link(request: HttpRequest, pk: int) -> HttpResponse:
    part = found(request, Part, pk)
    services.link_parts(by=request.user, parent=_end(request, _sent(request.POST, "parent")), child=part)
    flash(request, _("Linked. “%(part)s” serves one more part.") % {"part": part.text})
    return _at(request, part)


@login_required
@require_POST
@remembered
def unlink(request: HttpRequest, pk: int) -> HttpResponse:
    part = found(request, Part, pk)
    gone = services.unlink_parts(by=request.user, parent=_end(request, _sent(request.POST, "parent")), child=part)
    undo = reverse("theory:restore", args=["link", gone.pk])
    flash(request, _("The line is taken away. “%(part)s” stays.") % {"part": part.text}, undo=undo)
    return _at(request, part)


@login_required
@require_POST
@remembered
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Serve `parent` instead of `old`; a part that hangs loose has no `old`."""
    part = found(request, Part, pk)
    new = _end(request, _sent(request.POST, "parent"))
    if request.POST.get("old"):
        services.move_part(by=request.user, child=part, old=_end(request, request.POST["old"]), new=new)
    else:
        services.link_parts(by=request.user, parent=new, child=part)
    flash(request, _("Moved. The history keeps where it was."))
    return _at(request, part)


@login_required
@require_POST
@remembered
def abandon(request: HttpRequest, pk: int) -> HttpResponse:
    part = found(request, Part, pk)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        return again(request, part.inquiry, form)
    services.abandon(by=request.user, part=part, version=version_of(request.POST), reason=form.cleaned_data["reason"])
    undo = reverse("theory:part_take_up", args=[pk])
    flash(request, _("Abandoned, with the reason. It stays on the map for those who come next."), undo=undo)
    return _at(request, part)


@login_required
@require_POST
@remembered
def take_up(request: HttpRequest, pk: int) -> HttpResponse:
    return _at(request, services.take_up(by=request.user, part=found(request, Part, pk)))


def ask_about_loose(request: HttpRequest, part: Part) -> HttpResponse | None:
    """Whether to set a part aside on which others hang; None where nothing does, or the answer is there (S0 R-4)."""
    if request.POST.get("sure"):
        return None
    view = inquiry_view(request.user, part.inquiry_id, lang=language())
    loose = [view.theory.by_id[one] for one in only_held_by(view.theory, str(part.pk))]
    if not loose:
        return None
    carried = {name: value for name, value in request.POST.items() if name != "csrfmiddlewaretoken"}
    context = {"part": part, "loose": loose, "carried": carried, "action": request.get_full_path()}
    request.team = part.inquiry.owner_team  # type: ignore[attr-defined]
    return render(request, "theory/aside_first.html", context, status=422)


def _sent(posted: QueryDict, name: str) -> str:
    if not posted.get(name):
        raise NotFound
    return posted[name]


def _end(request: HttpRequest, value: str) -> Part | None:
    """The upper end of a line: a part, or None for the aim."""
    if value == AIM:
        return None
    if not value.isdigit():
        raise NotFound
    return found(request, Part, int(value))


def _at(request: HttpRequest, part: Part) -> HttpResponse:
    return back(request, "drivers", part.inquiry, at=PANEL, part=part.pk)
