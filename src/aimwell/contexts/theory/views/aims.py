"""The aim builder: the sentence puts itself together from its parts, and the cards below ask what follows from it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.queries import find, visible_to
from aimwell.contexts.theory import services
from aimwell.contexts.theory.forms import (
    AimForm,
    EquityForm,
    OutsideForm,
    ReformForm,
    StatusForm,
    key_of,
    number_of,
    version_of,
)
from aimwell.contexts.theory.models import Aim, Cause
from aimwell.contexts.theory.queries import InquiryView, aim_look, aim_of, aim_sentence
from aimwell.contexts.theory.views.base import back, language, opened, page
from aimwell.domain.errors import Refused
from aimwell.domain.errors import sentence as refusal_words
from aimwell.domain.theory.aims import check_aim, missing_parts, tightness
from aimwell.domain.words.theory import say

NAMES = tuple(AimForm.base_fields)
CARDS: dict[str, tuple[type[forms.Form], Any]] = {
    "outside": (OutsideForm, services.answer_outside),
    "equity": (EquityForm, services.choose_equity),
    "status": (StatusForm, services.say_status),
}


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def aim(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    if request.method != "POST":
        return _page(request, view, _form(view)(initial=_initial(view)))
    form = _form(view)(request.POST)
    if not form.is_valid() or _wants_reason(view, form):
        return _page(request, view, form)
    services.set_aim(
        by=request.user,
        inquiry=view.inquiry,
        version=version_of(request.POST),
        key=key_of(request.POST),
        measure=view.aim.measure if view.aim else None,
        **form.cleaned_data,
    )
    return back(request, "aim", view.inquiry, at="sentence")


def _form(view: InquiryView) -> type[AimForm]:
    stood = view.aim is not None and (view.aim.target is not None or view.aim.by_when is not None)
    return ReformForm if stood else AimForm


def _wants_reason(view: InquiryView, form: forms.Form) -> bool:
    """A new version of an aim says why it is made. What was typed stays in the form."""
    if form.cleaned_data.get("reason") or not services.begins_edition(view.aim, form.cleaned_data):
        return False
    form.add_error("reason", _("The target or its date changes. One sentence on why, and both versions are kept."))
    return True


def _initial(view: InquiryView) -> dict[str, Any]:
    """The stored aim; before there is one, the group that the problem names."""
    if view.aim is None:
        return {"for_whom": view.inquiry.for_whom[:200]}
    return {name: _short(getattr(view.aim, name)) for name in NAMES}


def _short(value: Any) -> Any:
    """65 rather than 65.0 in a field."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _page(request: HttpRequest, view: InquiryView, form: forms.Form, **asked: Any) -> HttpResponse:
    """`asked`: a form of a card that needs something more, by the name of the card."""
    measures = visible_to(request.user, Measure, team=view.inquiry.owner_team) if view.may_edit else []
    forms_of_cards = {
        f"{name}_form": asked.get(name) or kind(initial=_stored(view, kind)) for name, (kind, _) in CARDS.items()
    }
    return page(
        request,
        "theory/aim.html",
        view,
        "aim",
        form=form,
        version=view.aim.version if view.aim else 0,
        measures=measures,
        look=aim_look(request.user, view),
        causes=_causes(view),
        status=422 if form.errors or asked else 200,
        **forms_of_cards,
        **_words(view.aim or Aim()),
    )


def _stored(view: InquiryView, kind: type[forms.Form]) -> dict[str, Any]:
    return {name: getattr(view.aim, name) for name in kind.base_fields} if view.aim else {}


def _causes(view: InquiryView) -> list[tuple[Cause, bool]]:
    """Those in force that can be chosen, and whether the aim answers to each; for readers only the chosen ones."""
    chosen = set(view.aim.causes.values_list("pk", flat=True)) if view.aim else set()
    return [(cause, cause.pk in chosen) for cause in view.causes if view.may_edit or cause.pk in chosen]


def _words(aim: Aim) -> dict[str, Any]:
    """The sentence as runs, the questions still open, and what does not fit together."""
    known, lang = aim_of(aim), language()
    return {
        "runs": aim_sentence(aim, lang),
        "gaps": [(part, say(f"aim.{part}", lang)) for part in missing_parts(known)],
        "tight": tightness(known, lang),
        "misfits": [say(key, lang) for key in check_aim(known)],
    }


@login_required
@require_safe
def sentence(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """The sentence for what is typed so far; nothing is stored."""
    opened(request, inquiry_id)
    form = AimForm(request.GET)
    form.is_valid()
    return render(request, "theory/aim_sentence.html", _words(Aim(**form.cleaned_data)))


@login_required
@require_POST
def measure(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    asked = number_of(request.POST, "measure")
    chosen = find(request.user, Measure, asked) if asked else None
    reason = request.POST.get("reason", "")[:5000]
    services.attach_measure(by=request.user, inquiry=view.inquiry, measure=chosen, reason=reason)
    return back(request, "aim", view.inquiry, at="measure")


@login_required
@require_POST
def causes(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """The root causes that the aim answers to."""
    view = opened(request, inquiry_id)
    asked = set(request.POST.getlist("cause"))
    chosen = [cause for cause in view.causes if str(cause.pk) in asked]
    services.connect_aim_causes(by=request.user, inquiry=view.inquiry, causes=chosen)
    return back(request, "aim", view.inquiry, at="roots")


@login_required
@require_POST
def outside(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """ "And what about them?" """
    return _card(request, inquiry_id, "outside")


@login_required
@require_POST
def equity(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    return _card(request, inquiry_id, "equity")


@login_required
@require_POST
def status(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """What the team says, beside what its numbers say."""
    return _card(request, inquiry_id, "status")


def _card(request: HttpRequest, inquiry_id: int, name: str) -> HttpResponse:
    """Keep what one card asks for; where it needs more, the page says what, with all that was typed."""
    view = opened(request, inquiry_id)
    kind, write = CARDS[name]
    form = kind(request.POST)
    if form.is_valid():
        try:
            write(by=request.user, inquiry=view.inquiry, version=version_of(request.POST), **form.cleaned_data)
            return back(request, "aim", view.inquiry, at=name)
        except Refused as refusal:
            form.add_error(None, refusal_words(refusal, language()))
    return _page(request, view, _form(view)(initial=_initial(view)), **{name: form})
