"""Read a cycle by the rubric: the team first, then somebody it asked; and agree on one version."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.cycles.models import CycleState
from aimwell.contexts.cycles.queries import CycleView, cycle_view
from aimwell.contexts.cycles.rubric import services
from aimwell.contexts.cycles.rubric.models import Review, Side
from aimwell.contexts.cycles.rubric.queries import (
    ReviewView,
    people_to_ask,
    points_to_answer,
    readings_of,
    rubric_row_for,
    rubric_said,
    typed_of,
)
from aimwell.contexts.cycles.views.base import language, opened
from aimwell.contexts.people.queries import find
from aimwell.contexts.people.services import require
from aimwell.contexts.theory.forms import key_of, number_of, version_of
from aimwell.domain.access import Permission
from aimwell.domain.errors import NotAllowed, NotFound, Refused, StaleEdit, sentence
from aimwell.domain.pdsa.rubric import Answer, Rubric
from aimwell.domain.words.rubric import say
from aimwell.ui.flash import flash

CAUTIONS = ("caution.people", "caution.documents", "caution.minimum")
Said = dict[str, tuple[tuple[str, bool, str], ...]]


@login_required
@require_safe
def review(request: HttpRequest, pk: int) -> HttpResponse:
    """What was read so far. Others than the team see what the team opened, and what they were asked for."""
    return _review(request, opened(request, pk))


def _review(request: HttpRequest, view: CycleView, *, why: str = "") -> HttpResponse:
    """`why`: what the question to a reader still needs; it comes back as it was sent."""
    found = readings_of(view)
    context = {
        "reader": number_of(request.POST, "reader"), "opens_on": request.POST.get("opens_on", ""),
        "view": view, "cycle": view.cycle, "found": found, "why": why, "cautions": _cautions(),
        "to_ask": found.to_ask if found.own and found.own.done else [],
        "readable": view.cycle.state != CycleState.DRAFT, "source": say("source", language()),
    }  # fmt: skip
    return render(request, "rubric/review.html", context, status=422 if why else 200)


def _cautions() -> list[str]:
    return [say(key, language()) for key in CAUTIONS]


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def ours(request: HttpRequest, pk: int) -> HttpResponse:
    """The team's own reading, as far as it goes."""
    view = _own(request, pk)
    found = readings_of(view)
    now = found.own
    rubric = now.rubric if now else rubric_said(rubric_row_for(view.cycle.owner_team))
    if request.method != "POST":
        if found.mine is not None:  # somebody asked reads without seeing the first
            return redirect("rubric:reading", found.mine.pk)
        if found.closed:
            return redirect("rubric:review", pk)
        return _form(request, view, rubric, "ours", typed=typed_of(now), version=now.row.version if now else None)
    try:
        services.read_ourselves(
            by=request.user, cycle=view.cycle, version=version_of(request.POST), **_sent(request, rubric)
        )
    except StaleEdit as stale:
        return _meanwhile(request, view, rubric, "ours", stale, Side.TEAM)
    except Refused as refusal:
        return _form(
            request, view, rubric, "ours", typed=request.POST.dict(), version=version_of(request.POST),
            why=sentence(refusal, language()),
        )  # fmt: skip
    flash(request, _("Your reading is kept. You can go on here any time."))
    return redirect("rubric:review", pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def reading(request: HttpRequest, pk: int) -> HttpResponse:
    """The reading that somebody was asked for. The first one stays closed until this one is finished."""
    row = find(request.user, Review, pk, also=("rubric", "reader"), side=Side.OTHER)
    view = cycle_view(request.user, row.cycle_id)
    request.team = view.cycle.owner_team  # type: ignore[attr-defined]
    if row.reader_id != request.user.pk:
        if not view.may_edit:
            raise NotFound
        if request.method == "POST":
            raise NotAllowed
        return redirect("rubric:review", view.cycle.pk)
    row = services.asked_reading(request.user, pk)
    now = ReviewView(row, language())
    if request.method != "POST":
        if now.done:
            return redirect("rubric:review", view.cycle.pk)
        return _form(request, view, now.rubric, "reading", typed=typed_of(now), version=row.version)
    try:
        services.give_reading(
            by=request.user, review=row, version=version_of(request.POST), **_sent(request, now.rubric)
        )
        if request.POST.get("do") == "done":
            services.give_reading(by=request.user, review=row, version=None, done=True, **_sent(request, now.rubric))
    except StaleEdit as stale:
        return _meanwhile(request, view, now.rubric, "reading", stale, Side.OTHER)
    except Refused as refusal:
        row.refresh_from_db()
        return _form(
            request, view, now.rubric, "reading", typed=request.POST.dict(), version=row.version,
            why=sentence(refusal, language()), asks=_open(request, view, now.rubric),
        )  # fmt: skip
    done = request.POST.get("do") == "done"
    flash(request, _("Finished. Both readings are open now.") if done else _("Kept. Go on when you have time."))
    return redirect("rubric:review" if done else "rubric:reading", view.cycle.pk if done else pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def agree(request: HttpRequest, pk: int) -> HttpResponse:
    """One version. Where both readings say the same, it is filled in; where they differ, people decide."""
    view = _own(request, pk)
    found = readings_of(view)
    own, second = found.own, next((one for one in found.seconds if one.view.done), None)
    if own is None or second is None:
        return redirect("rubric:review", pk)
    said = _said(own, second.view)
    if request.method != "POST":
        typed = typed_of(found.agreed) if found.agreed else _alike(own, second.view)
        version = found.agreed.row.version if found.agreed else None
        return _form(request, view, own.rubric, "agree", typed=typed, version=version, said=said)
    try:
        services.agree_on(
            by=request.user, cycle=view.cycle, version=version_of(request.POST), **_sent(request, own.rubric)
        )
    except StaleEdit as stale:
        return _meanwhile(request, view, own.rubric, "agree", stale, Side.AGREED)
    except Refused as refusal:
        return _form(
            request, view, own.rubric, "agree", typed=request.POST.dict(), version=version_of(request.POST), said=said,
            why=sentence(refusal, language()), asks=_open(request, view, own.rubric),
        )  # fmt: skip
    flash(request, _("The agreed version is kept. Both readings stay beside it."))
    return redirect("rubric:review", pk)


def _alike(own: ReviewView, other: ReviewView) -> dict[str, str]:
    """What both say, as the form has it; nothing where they differ."""
    ours, theirs = typed_of(own), typed_of(other)
    return {code: said for code, said in ours.items() if not code.endswith("_note") and theirs.get(code) == said}


def _said(own: ReviewView, other: ReviewView) -> Said:
    who = {_("We"): typed_of(own), str(other.row.reader or _("The other reader")): typed_of(other)}
    return {
        code: tuple(
            (name, said[code] == "yes", said.get(f"{code}_note", "")) for name, said in who.items() if code in said
        )
        for code in ("I", *own.rubric.codes)
    }


def _own(request: HttpRequest, pk: int) -> CycleView:
    """The cycle of a page that only its team has."""
    view = opened(request, pk)
    if not view.may_edit or view.cycle.ended_at is not None:
        raise NotFound
    if view.cycle.state == CycleState.DRAFT:
        raise Refused("wrong_state")
    return view


def _sent(request: HttpRequest, rubric: Rubric) -> dict[str, Any]:
    sent = request.POST
    answers = {
        code: Answer(sent[code] == "yes", sent.get(f"{code}_note", ""))
        for code in rubric.codes
        if sent.get(code) in ("yes", "no")
    }
    follows = {"yes": True, "no": False}.get(sent.get("I", ""))
    return {"answers": answers, "follows": follows, "follows_note": sent.get("I_note", "")[:1000]}


def _open(request: HttpRequest, view: CycleView, rubric: Rubric) -> tuple[str, ...]:
    """Points that were sent without an answer."""
    asked = rubric.codes if view.cycle.predecessor_id is None else ("I", *rubric.codes)
    return tuple(code for code in asked if request.POST.get(code) not in ("yes", "no"))


def _form(
    request: HttpRequest,
    view: CycleView,
    rubric: Rubric,
    kind: str,
    *,
    typed: dict[str, str],
    version: int | None,
    why: str = "",
    asks: tuple[str, ...] = (),
    said: Said | None = None,
    status: int = 422,
) -> HttpResponse:
    first = view.cycle.predecessor_id is None
    context = {
        "view": view, "cycle": view.cycle, "kind": kind, "version": version, "why": why, "cautions": _cautions(),
        "parts": points_to_answer(rubric, language(), first=first, typed=typed, asks=asks, said=said),
        "source": say("source", language()),
    }  # fmt: skip
    return render(request, "rubric/judge.html", context, status=status if why else 200)


def _meanwhile(
    request: HttpRequest, view: CycleView, rubric: Rubric, kind: str, stale: StaleEdit, side: Side
) -> HttpResponse:
    """Somebody else saved first: both stand side by side in the form, and what is sent next holds."""
    row = Review.objects.select_related("rubric").get(pk=stale.data["target_id"], side=side)
    row.cycle = view.cycle
    there = typed_of(ReviewView(row, language()))
    who = stale.data["who"] or _("Somebody else")
    said = {
        code: ((who, there[code] == "yes", there.get(f"{code}_note", "")),)
        for code in ("I", *rubric.codes)
        if code in there
    }
    why = _("%(who)s saved meanwhile. Their answers stand beside yours. What you keep now holds.") % {"who": who}
    return _form(
        request, view, rubric, kind, typed=request.POST.dict(), version=row.version, why=why, said=said, status=409
    )


@login_required
@require_POST
def ask(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    reader = next((one for one in people_to_ask(view.cycle) if one.pk == number_of(request.POST, "reader")), None)
    if reader is None or reader == request.user:
        return _review(request, view, why=_("Choose whom you ask. Nothing was sent yet."))
    try:
        opens_on = parse_date(request.POST.get("opens_on", ""))
    except ValueError:
        opens_on = None
    if opens_on is None and request.POST.get("opens_on"):
        return _review(request, view, why=_("Choose a day, such as 2027-01-29."))
    try:
        made = services.ask_to_read(
            by=request.user, cycle=view.cycle, reader=reader, opens_on=opens_on, key=key_of(request.POST)
        )
    except Refused as refusal:
        return _review(request, view, why=sentence(refusal, language()))
    words = _("%(who)s finds the question on the page of this cycle.") % {"who": reader}
    flash(request, words, undo=reverse("rubric:back", args=[made.pk]))
    return redirect(_second(view))


def _second(view: CycleView) -> str:
    return reverse("rubric:review", args=[view.cycle.pk]) + "#second"


def _found(request: HttpRequest, pk: int) -> tuple[Review, CycleView]:
    row = find(request.user, Review, pk, with_ended=True, side=Side.OTHER)
    require(by=request.user, permission=Permission.EDIT, obj=row)
    return row, cycle_view(request.user, row.cycle_id, with_ended=True)


@login_required
@require_POST
def back(request: HttpRequest, pk: int) -> HttpResponse:
    row, view = _found(request, pk)
    services.take_back_ask(by=request.user, review=row)
    flash(request, _("The question is taken back."), undo=reverse("rubric:again", args=[pk]))
    return redirect(_second(view))


@login_required
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    row, view = _found(request, pk)
    services.ask_again(by=request.user, review=row)
    return redirect(_second(view))


@login_required
@require_POST
def open_it(request: HttpRequest, pk: int) -> HttpResponse:
    """Open what came out to those who see the cycle, or close it again."""
    view = opened(request, pk)
    shared = request.POST.get("shared") == "yes"
    services.open_reading(by=request.user, cycle=view.cycle, shared=shared)
    flash(request, _("Those who see this cycle see it now.") if shared else _("It is for your team only again."))
    return redirect(reverse("rubric:review", args=[pk]) + "#open")
