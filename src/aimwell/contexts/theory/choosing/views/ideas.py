"""The list of change ideas, and one idea with all that is known of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.models import Membership
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory.choosing import services
from aimwell.contexts.theory.choosing.forms import (
    FACTS,
    CommitmentForm,
    GoOnForm,
    NewIdeaForm,
    ParkForm,
    ScaleForm,
    WhyNotYetForm,
)
from aimwell.contexts.theory.choosing.models import Commitment, IdeaFacts
from aimwell.contexts.theory.choosing.queries import Board, board_of, scale_history
from aimwell.contexts.theory.choosing.services.facts import facts_or_none
from aimwell.contexts.theory.choosing.views.base import board, drivers_of, found_idea, page, places_of, refused, to
from aimwell.contexts.theory.forms import key_of, version_of
from aimwell.contexts.theory.models import Part
from aimwell.contexts.theory.queries import inquiry_view
from aimwell.contexts.theory.views.base import again, language, opened
from aimwell.domain.errors import NotFound, Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ideas(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    shown = board(request, inquiry_id)
    form = NewIdeaForm(request.POST or None, drivers=drivers_of(shown.view))
    if request.method == "POST" and form.is_valid():
        idea = services.offer_idea(
            by=request.user, inquiry=shown.view.inquiry, key=key_of(request.POST), **form.cleaned_data
        )
        return to("idea", idea.pk, at="idea")
    return page(request, "ideas", shown, form=form, status=422 if form.errors else 200)


@login_required
@require_POST
def why_not_yet(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """Once for an effort, before a solution is chosen; an answer may stay away."""
    view = opened(request, inquiry_id)
    form = WhyNotYetForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    services.say_why_not_yet(
        by=request.user, inquiry=view.inquiry, version=version_of(request.POST), **form.cleaned_data
    )
    return to("choose" if request.POST.get("from") == "choose" else "ideas", inquiry_id, at="why-not-yet")


@login_required
@require_safe
def idea(request: HttpRequest, pk: int) -> HttpResponse:
    found = found_idea(request, pk)
    view = inquiry_view(request.user, found.inquiry_id, lang=language())
    if found.ended_at is not None and not view.may_edit:
        raise NotFound
    request.team = view.inquiry.owner_team  # type: ignore[attr-defined]
    shown = board_of(view)
    row = shown.row(found)
    context: dict[str, Any] = {"row": row, "work": _work(shown, found)}
    if view.may_edit:
        context |= _forms(request, shown, row.facts)
    return page(request, "idea", shown, **context)


def _work(shown: Board, idea: Part) -> list[tuple[Commitment, CommitmentForm | None]]:
    """Actions and milestones, each with the form that changes it. People are named to those who may know them."""
    if not shown.sees_people:
        return []
    rows = shown.commitments(idea)
    if not shown.view.may_edit:
        return [(row, None) for row in rows]
    places = list(places_of(shown.view)) if rows else []
    choices = [("", CommitmentForm.base_fields["owner"].empty_label), *((one.pk, one.name) for one in places)]
    return [(row, _change_form(row, choices)) for row in rows]


def _change_form(row: Commitment, choices: list[tuple[Any, Any]]) -> CommitmentForm:
    known = {"what": row.what, "owner": row.owner_id, "by_when": row.by_when, "kind": row.kind}
    form = CommitmentForm(initial=known, places=Membership.objects.none(), auto_id=f"c{row.pk}_%s")
    form.fields["owner"].choices = choices  # type: ignore[attr-defined]
    return form


def _forms(request: HttpRequest, shown: Board, facts: Any) -> dict[str, Any]:
    measures = visible_to(request.user, Measure, team=shown.view.inquiry.owner_team)
    made: dict[str, forms.Form] = {
        f"{name}_form": form(facts=facts, **({"measures": measures} if name == "large" else {}))
        for name, form in FACTS.items()
    }
    made["scale_form"] = ScaleForm(initial={"scale": facts.scale}, auto_id="scale_%s")
    made["work_form"] = CommitmentForm(places=places_of(shown.view), auto_id="work_%s")
    made["park_form"] = ParkForm(auto_id="park_%s")
    return {**made, "history": scale_history(facts)}


@login_required
@require_POST
def facts(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """One part of what is known: option, who, kids or large."""
    idea = found_idea(request, pk)
    if part not in FACTS:
        raise NotFound
    own = visible_to(request.user, Measure, team=idea.inquiry.owner_team)
    known = facts_or_none(idea)
    more = {"measures": own} if part == "large" else {}
    form = FACTS[part](request.POST, facts=known or IdeaFacts(idea=idea), **more)
    if not form.is_valid():
        return again(request, idea.inquiry, form)
    services.change_facts(by=request.user, idea=idea, version=version_of(request.POST), **form.cleaned_data)
    return to("idea", pk, at=part)


@login_required
@require_POST
def scale(request: HttpRequest, pk: int) -> HttpResponse:
    idea = found_idea(request, pk)
    form = ScaleForm(request.POST)
    if form.is_valid():
        try:
            services.set_scale(by=request.user, idea=idea, version=version_of(request.POST), **form.cleaned_data)
            return to("idea", pk, at="scale")
        except Refused as error:
            refused(form, "evidence", error)
    return again(request, idea.inquiry, form)


@login_required
@require_POST
def go_on(request: HttpRequest, pk: int) -> HttpResponse:
    """One sentence on why the team goes on, where something is open between the idea and its causes."""
    idea = found_idea(request, pk)
    form = GoOnForm(request.POST)
    if not form.is_valid():
        return again(request, idea.inquiry, form)
    services.go_on(by=request.user, idea=idea, **form.cleaned_data)
    return to("idea", pk, at="notice")
