"""What the pages of a cycle share: opening one, asking again, answering a phone that was offline."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from aimwell.contexts.cycles.forms import AmendForm, EntryForm, LearningForm, StudyForm
from aimwell.contexts.cycles.models import CycleState
from aimwell.contexts.cycles.queries import CycleView, cycle_view
from aimwell.domain.errors import DomainError, NotAllowed, NotFound, NotReady, StaleEdit, sentence
from aimwell.domain.words.pdsa import say
from aimwell.ui.flash import flash

View = Callable[..., HttpResponse]
FIELD_OF = {
    "what": "try_what", "prediction": "kind", "learning": "learned", "reason": "decision_reason",
    "change": "what_changes", "evidence": "scale_evidence",
}  # fmt: skip
STATUS: dict[type[DomainError], int] = {NotAllowed: 403, NotFound: 404, StaleEdit: 409}


def language() -> str:
    return get_language() or "en"


def opened(request: HttpRequest, pk: int) -> CycleView:
    """The cycle of this page; the header learns its team. One set aside is shown to its team only."""
    view = cycle_view(request.user, pk, with_ended=True)
    if view.cycle.ended_at is not None and not view.may_edit:
        raise NotFound
    if request.method == "POST" and not view.may_edit:
        raise NotAllowed  # before any form asks a reader for more
    request.team = view.cycle.owner_team  # type: ignore[attr-defined]
    return view


def page(request: HttpRequest, view: CycleView, **again: forms.Form) -> HttpResponse:
    """The page of a cycle. A form in `again` asks for something and answers 422."""
    made = {} if not view.may_edit or view.cycle.ended_at else _forms(view)
    context = {"view": view, "cycle": view.cycle, "outbox": outbox_words(request, view.cycle.pk), **made, **again}
    return render(request, "cycles/cycle.html", context, status=422 if again else 200)


def _forms(view: CycleView) -> dict[str, forms.Form]:
    """The forms that the state of the cycle asks for."""
    cycle = view.cycle
    if cycle.state == CycleState.DRAFT:
        return {}
    if cycle.state == CycleState.DONE:
        return {"learning_form": LearningForm(initial={"learned": cycle.learned, "version": cycle.version})}
    made: dict[str, forms.Form] = {"entry_form": EntryForm(auto_id="entry_%s", initial=EntryForm.initial_of(cycle))}
    made["amend_form"] = AmendForm(auto_id="amend_%s", initial=AmendForm.filled(cycle))
    if cycle.state == CycleState.STUDYING:
        made["study_form"] = StudyForm(cycle=cycle, initial={**StudyForm.initial_of(cycle), **view.suggested})
    return made


def explain(form: forms.Form, error: DomainError) -> forms.Form:
    """Say beside the fields what the rules ask for."""
    if isinstance(error, NotReady):
        for name in error.missing:
            _ask(form, FIELD_OF.get(name, name), _missing(name))
    elif error.code == "bad_prediction" and error.data.get("problems"):
        for key in error.data["problems"]:
            _ask(form, "kind", say(key, language()))
    else:
        form.add_error(None, sentence(error, language()))
    return form


def _missing(name: str) -> str:
    if name in ("text", "count"):
        return _("Write what happened, or how many.")
    return _("Still missing: %(what)s.") % {"what": say(f"missing.{name}", language())}


def _ask(form: forms.Form, field: str, words: str) -> None:
    form.add_error(field if field in form.fields else None, words)


def to_cycle(pk: int, at: str = "") -> str:
    address = reverse("cycles:cycle", args=[pk])
    return f"{address}#{at}" if at else address


def answered(request: HttpRequest, url: str, words: str, *, undo: str = "") -> HttpResponse:
    """After an act: say so on the next page; a phone that kept the post hears where to go."""
    if from_outbox(request):
        return JsonResponse({"next": url})
    flash(request, words, undo=undo)
    return redirect(url)


def from_outbox(request: HttpRequest) -> bool:
    return "X-Outbox" in request.headers


def told_outbox(view: View) -> View:
    """A phone that sends what it kept gets every refusal in words it can show, instead of a page."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not from_outbox(request):
            return view(request, *args, **kwargs)
        try:
            return view(request, *args, **kwargs)
        except DomainError as error:
            return JsonResponse({"words": sentence(error, language())}, status=STATUS.get(type(error), 422))

    return wrapped


def asks(form: forms.Form) -> JsonResponse:
    """What a form asks for, to a phone."""
    words = [message for messages in form.errors.values() for message in messages]
    return JsonResponse({"words": " ".join(words)}, status=422)


def outbox_words(request: HttpRequest, pk: int) -> dict[str, Any]:
    """What the phone says while posts wait on it (mockup 16, part 6)."""
    words = {
        "gone": _("No connection since {time}."),
        "safe": _("Keep going: {what} are safe on this phone. They go out by themselves, once each."),
        "safeOne": _("Keep going: {what} is safe on this phone. It goes out by itself, once."),
        "goOn": _("Keep going: what you add is kept on this phone."),
        "back": _("Back online."),
        "arrived": _("{what} have arrived. Nothing was counted twice."),
        "arrivedOne": _("{what} has arrived. Nothing was counted twice."),
        "show": _("Show them"),
        "signIn": _("Sign in again, and what you kept goes out."),
        "notTaken": _("One note did not fit."),
        "refused": _("It is kept on this phone."),
        "drop": _("Let it go"),
        "tap": _("1 tap"),
        "taps": ngettext("{n} tap", "{n} taps", 2),
        "note": _("1 note"),
        "notes": ngettext("{n} note", "{n} notes", 2),
        "and": _("and"),
    }
    return {"person": str(request.user.pk or ""), "words": words, "show": to_cycle(pk, "do")}
