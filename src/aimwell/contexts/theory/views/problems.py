"""The problem in three checked parts, what we know about it, and who we listened to."""

from __future__ import annotations

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from aimwell.contexts.theory import services
from aimwell.contexts.theory.forms import EvidenceForm, PerspectiveForm, ProblemForm, ReasonForm, key_of, version_of
from aimwell.contexts.theory.models import Evidence, Perspective
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.views.base import again, back, found, language, opened, page
from aimwell.contexts.theory.views.hints import hints_on, wrote
from aimwell.domain.words.theory import say
from aimwell.ui.flash import flash

PARTS = ("problem", "for_whom", "how_known")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def problem(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    if request.method != "POST":
        return _page(request, view, ProblemForm(initial={part: getattr(view.inquiry, part) for part in PARTS}))
    form = ProblemForm(request.POST)
    if not form.is_valid():
        return _page(request, view, form)
    inquiry = services.change_problem(
        by=request.user, inquiry=view.inquiry, version=version_of(request.POST), **form.cleaned_data
    )
    wrote(request, f"problem:{inquiry.pk}", inquiry.problem)
    return back(request, "problem", inquiry, at="parts")


def _page(request: HttpRequest, view: InquiryView, form: forms.Form) -> HttpResponse:
    missing = [(one.part, say(one.next_move, language())) for one in view.problem_missing if not one.hint]
    asked = {"what": "problem", "baseline": "how_known"}
    moves = {asked.get(part, part): words for part, words in missing}
    texts = [("problem", _("The problem")), ("for_whom", _("For whom")), ("how_known", _("How we know"))]
    inquiry = view.inquiry
    return page(
        request,
        "theory/problem.html",
        view,
        "problem",
        form=form,
        parts=[(name, label, getattr(inquiry, name), moves.get(name, "")) for name, label in texts],
        whole=not moves,
        hints=hints_on(request, f"problem:{inquiry.pk}", inquiry.problem),
        asks={one.part: say(one.next_move, language()) for one in view.problem_missing if one.hint},
        evidence=[(one, hints_on(request, f"evidence:{one.pk}", one.text)) for one in view.evidence],
        evidence_form=EvidenceForm(auto_id="new-evidence-%s"),
        voice_form=PerspectiveForm(auto_id="new-voice-%s"),
        status=422 if form.errors else 200,
    )


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
    onward = {"problem": "fishbone", "causes": "aim", "aim": "drivers"}
    return back(request, onward.get(step, "drivers"), view.inquiry)


@login_required
@require_POST
def add_evidence(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = EvidenceForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    evidence = services.add_evidence(
        by=request.user, inquiry=view.inquiry, key=key_of(request.POST), **form.cleaned_data
    )
    wrote(request, f"evidence:{evidence.pk}", evidence.text)
    return back(request, "problem", view.inquiry, at=f"evidence-{evidence.pk}")


@login_required
@require_POST
def change_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    evidence = found(request, Evidence, pk)
    form = EvidenceForm(request.POST)
    if not form.is_valid():
        return again(request, evidence.inquiry, form)
    services.change_evidence(
        by=request.user,
        evidence=evidence,
        version=version_of(request.POST),
        cause=evidence.cause,
        **form.cleaned_data,
    )
    wrote(request, f"evidence:{pk}", form.cleaned_data["text"])
    return back(request, "problem", evidence.inquiry, at=f"evidence-{pk}")


@login_required
@require_POST
def add_perspective(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = PerspectiveForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    voice = services.add_perspective(
        by=request.user, inquiry=view.inquiry, key=key_of(request.POST), **form.cleaned_data
    )
    return back(request, "problem", view.inquiry, at=f"perspective-{voice.pk}")


@login_required
@require_POST
def change_perspective(request: HttpRequest, pk: int) -> HttpResponse:
    voice = found(request, Perspective, pk)
    form = PerspectiveForm(request.POST)
    if not form.is_valid():
        return again(request, voice.inquiry, form)
    services.change_perspective(
        by=request.user, perspective=voice, version=version_of(request.POST), **form.cleaned_data
    )
    return back(request, "problem", voice.inquiry, at=f"perspective-{pk}")
