"""The problem in three checked parts, what we know about it, and who we listened to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from aimwell.contexts.theory import queries, services
from aimwell.contexts.theory.forms import (
    EvidenceForm,
    MoreForm,
    PerspectiveForm,
    SubjectForm,
    VerifyForm,
    key_of,
    version_of,
)
from aimwell.contexts.theory.models import Evidence, Inquiry, Perspective, Subject, Verification
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.views.base import again, back, found, language, opened, page
from aimwell.contexts.theory.views.checking import rests_of
from aimwell.contexts.theory.views.hints import hints_on, wrote
from aimwell.domain.words.theory import say

PARTS = ("problem", "for_whom", "how_known", "subject")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def problem(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    if request.method != "POST":
        return _page(request, view, SubjectForm(initial={part: getattr(view.inquiry, part) for part in PARTS}))
    form = SubjectForm(request.POST)
    if not form.is_valid():
        return _page(request, view, form)
    sent = {**form.cleaned_data, "subject": form.cleaned_data["subject"] if "subject" in request.POST else None}
    inquiry = services.change_problem(by=request.user, inquiry=view.inquiry, version=version_of(request.POST), **sent)
    wrote(request, f"problem:{inquiry.pk}")
    return back(request, "problem", inquiry, at="reframe" if inquiry.subject == Subject.STUDENTS else "parts")


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
        **beside_problem(request, view),
    )


def beside_problem(request: HttpRequest, view: InquiryView) -> dict[str, Any]:
    """The count it starts from, what the data say, earlier wordings, and what may stand beside it."""
    inquiry, counts = view.inquiry, queries.measured(request.user, view)
    more: dict[str, Any] = {}
    if view.may_edit:
        kept = {name: getattr(inquiry, name) for name in ("why", "scale", "assets", "principle")}
        rests_on = rests_of(view, counts)
        more = {
            "more_form": MoreForm(initial=kept, auto_id="more-%s"),
            "check_form": VerifyForm(initial=_check(inquiry), rests=rests_on, auto_id="check-%s"),
            "rests_on": rests_on,
            "area_choices": queries.area_choices(request.user, inquiry, language()),
        }
    return {
        "counts": counts,
        "wordings": queries.earlier_wordings(view),
        "areas": queries.area_words(inquiry.areas, language()),
        "unchecked": inquiry.verification == Verification.UNVERIFIED,
        **more,
    }


def _check(inquiry: Inquiry) -> dict[str, str]:
    rests_on = ""
    if inquiry.verified_evidence_id:
        rests_on = f"evidence:{inquiry.verified_evidence_id}"
    elif inquiry.verified_measure_id:
        rests_on = f"measure:{inquiry.verified_measure_id}"
    return {"verification": inquiry.verification, "because": inquiry.verified_because, "rests_on": rests_on}


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
    wrote(request, f"evidence:{evidence.pk}")
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
    wrote(request, f"evidence:{pk}")
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
