"""Study and Act: keep what is written, finish, correct the learning, set aside and bring back."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from aimwell.contexts.cycles import services
from aimwell.contexts.cycles.forms import LearningForm, StudyForm
from aimwell.contexts.cycles.queries import CycleView
from aimwell.contexts.cycles.views.base import answered, explain, opened, page, to_cycle
from aimwell.domain.errors import NotReady, Refused
from aimwell.domain.pdsa.moves import Onward


@login_required
@require_POST
def begin_study(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    services.begin_study(by=request.user, cycle=view.cycle)
    words = _("Study is open. More counts can still come in.")
    return answered(request, to_cycle(pk, "study"), words)


@login_required
@require_POST
def study(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep Study and Act as they are now."""
    view = opened(request, pk)
    form = StudyForm(request.POST, cycle=view.cycle)
    if form.is_valid():
        try:
            version = form.cleaned_data["version"]
            services.save_study(by=request.user, cycle=view.cycle, version=version, **form.answers())
            return answered(request, to_cycle(pk, "study"), _("Kept. You can go on here any time."))
        except Refused as error:
            explain(form, error)
    return page(request, view, study_form=form)


@login_required
@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    form = StudyForm(request.POST, cycle=view.cycle)
    if form.is_valid():
        try:
            version = form.cleaned_data["version"]
            done = services.finish(by=request.user, cycle=view.cycle, version=version, **form.answers())
            return _finished(request, view, done)
        except (NotReady, Refused) as error:
            explain(form, error)
    return page(request, view, study_form=form)


def _finished(request: HttpRequest, view: CycleView, done: services.Finished) -> HttpResponse:
    number = {"number": done.cycle.number}
    if done.successor is None:
        return answered(
            request, to_cycle(view.cycle.pk), _("Cycle %(number)s is finished. Its learning is kept.") % number
        )
    more = {**number, "next": done.successor.number}
    words = _("Cycle %(number)s is finished. Cycle %(next)s is drafted from it.") % more
    return answered(request, to_cycle(done.successor.pk), words)


@login_required
@require_POST
def onward(request: HttpRequest, pk: int) -> HttpResponse:
    """What the team takes on after it adopted a change; each choice leads to where it begins."""
    view, choice = opened(request, pk), request.POST.get("choice", "")
    drafted = services.choose_onward(by=request.user, cycle=view.cycle, choice=choice)
    if drafted is not None:
        words = _("Cycle %(number)s is drafted, one step larger. Say where you try it.")
        return answered(request, to_cycle(drafted.pk), words % {"number": drafted.number})
    if choice == Onward.IDEA:
        url = reverse("theory:drivers", args=[view.cycle.inquiry_id])
        return answered(request, url, _("Kept. Choose the idea that you test next."))
    url = reverse("theory:overview", args=[view.cycle.owner_team_id])
    return answered(request, url, _("Kept. Start the next problem and its aim here."))


@login_required
@require_POST
def learning(request: HttpRequest, pk: int) -> HttpResponse:
    """Other words for the learning of a finished cycle, with a reason."""
    view = opened(request, pk)
    form = LearningForm(request.POST)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            services.correct_learning(by=request.user, cycle=view.cycle, **{k: typed[k] for k in _CORRECTION})
            return answered(request, to_cycle(pk, "study"), _("The new words are kept, dated, with the earlier ones."))
        except (NotReady, Refused) as error:
            explain(form, error)
    return page(request, view, learning_form=form)


_CORRECTION = ("version", "learned", "reason")


@login_required
@require_POST
def set_aside(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    services.set_aside(by=request.user, cycle=view.cycle, reason=request.POST.get("reason", "").strip())
    url = reverse("cycles:list", args=[view.cycle.owner_team_id])
    undo = reverse("cycles:restore", args=[pk])
    words = _("Cycle %(number)s is set aside. Nothing is lost.") % {"number": view.cycle.number}
    return answered(request, url, words, undo=undo)


@login_required
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    services.restore(by=request.user, cycle=view.cycle)
    words = _("Cycle %(number)s is back, with everything that hung on it.") % {"number": view.cycle.number}
    return answered(request, to_cycle(pk), words)
