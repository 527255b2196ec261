"""A silent round: a page to write on, and a page where all lines appear at once."""

from __future__ import annotations

import secrets
import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.theory import services
from aimwell.contexts.theory.forms import LineForm, RoundForm, key_of, number_of
from aimwell.contexts.theory.models import Bone, Round
from aimwell.contexts.theory.queries.sifting import Sifting, lines_so_far, own_lines, stamp_of_round
from aimwell.contexts.theory.services.rounds import digest
from aimwell.contexts.theory.views.base import again, back, found, opened
from aimwell.domain.errors import NotFound
from aimwell.ui.flash import flash

KEPT_FOR = 7 * 24 * 3600  # seconds that a browser keeps what makes a line its own


@login_required
@require_POST
def start(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = RoundForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    made = services.start_round(by=request.user, inquiry=view.inquiry, key=key_of(request.POST), **form.cleaned_data)
    return redirect("theory:round", made.pk)


@login_required
@require_POST
def rule(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """Turn the rule for causes on with a sentence, or off with none."""
    view = opened(request, inquiry_id)
    services.set_rule(by=request.user, inquiry=view.inquiry, sentence=request.POST.get("sentence", "")[:300])
    return back(request, "fishbone", view.inquiry, at="rule")


@login_required
@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponse:
    """While people write: an empty line, one's own lines, and how many there are in all. Then: all of them."""
    the_round = _round(request, pk)
    view = opened(request, the_round.inquiry_id)
    sifting = Sifting(view)
    secret = _secret(request, _held(request, the_round))
    context = {
        "view": view,
        "inquiry": view.inquiry,
        "round": the_round,
        "rule": sifting.rule,
        "bones": view.bones,
        "bone": number_of(request.GET, "bone"),
        "saved": request.GET.get("saved", ""),
        "stamp": stamp_of_round(the_round),
        "so_far": lines_so_far(the_round),
        "mine": own_lines(request.user, the_round, digest(secret)) if view.may_edit else [],
        "may_show": view.may_edit and services.may_show(request.user, the_round),
        "causes": list(the_round.causes.select_related("bone").order_by("pk")) if the_round.shown_at else [],
    }
    return render(request, "theory/round.html", context)


@login_required
@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Type, Enter, next."""
    the_round = _round(request, pk)
    form = LineForm(request.POST)
    if not form.is_valid():
        return again(request, the_round.inquiry, form)
    bone = found(request, Bone, number_of(request.POST, "bone") or 0)
    held = _held(request, the_round) or (secrets.token_urlsafe(24) if the_round.anonymous else "")
    services.write_line(
        by=request.user, round=the_round, bone=bone, secret=_secret(request, held), key=key_of(request.POST),
        **form.cleaned_data,
    )  # fmt: skip
    response = HttpResponseRedirect(f"{reverse('theory:round', args=[pk])}?bone={bone.pk}&saved=line")
    if the_round.anonymous:
        response.set_cookie(
            _cookie(the_round), held, max_age=KEPT_FOR, path=reverse("theory:round", args=[pk]), httponly=True,
            secure=request.is_secure(), samesite="Lax",
        )  # fmt: skip
    return response


@login_required
@require_POST
def change(request: HttpRequest, pk: int, line: uuid.UUID) -> HttpResponse:
    the_round = _round(request, pk)
    form = LineForm(request.POST)
    if not form.is_valid():
        return again(request, the_round.inquiry, form)
    text, secret = form.cleaned_data["text"], _secret(request, _held(request, the_round))
    services.change_line(by=request.user, round=the_round, line=line, text=text, secret=secret)
    return redirect(f"{reverse('theory:round', args=[pk])}?saved=mine")


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int, line: uuid.UUID) -> HttpResponse:
    the_round = _round(request, pk)
    secret = _secret(request, _held(request, the_round))
    services.withdraw_line(by=request.user, round=the_round, line=line, secret=secret)
    flash(request, _("Your line is taken away. Nobody has seen it."))
    return redirect("theory:round", pk)


@login_required
@require_POST
def show(request: HttpRequest, pk: int) -> HttpResponse:
    services.show_round(by=request.user, round=_round(request, pk))
    return redirect("theory:round", pk)


@login_required
@require_safe
def stamped(request: HttpRequest, pk: int) -> HttpResponse:
    """How many lines there are and whether they are shown, for pages that stay open."""
    response = HttpResponse(stamp_of_round(_round(request, pk)), content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response


def _round(request: HttpRequest, pk: int) -> Round:
    the_round = found(request, Round, pk)
    if the_round.ended_at is not None:
        raise NotFound
    return the_round


def _cookie(the_round: Round) -> str:
    return f"round_{the_round.pk}"


def _held(request: HttpRequest, the_round: Round) -> str:
    """What only this browser holds; it is sent for the addresses of this round alone."""
    return request.COOKIES.get(_cookie(the_round), "")[:100] if the_round.anonymous else ""


def _secret(request: HttpRequest, held: str) -> str:
    """Of browser and person, so that the next one to sign in on a shared computer does not read what was written."""
    return f"{held} {request.user.pk}" if held else ""
