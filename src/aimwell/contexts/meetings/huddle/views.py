"""The one screen of a meeting while it runs, and its summary. Views read queries and call services."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.views.base import answered, asks, explain, from_outbox, outbox_words, told_outbox
from aimwell.contexts.meetings import services as meetings
from aimwell.contexts.meetings.huddle import services
from aimwell.contexts.meetings.huddle.forms import (
    A_WEEK,
    ChooseForm,
    DecisionForm,
    EndForm,
    LineForm,
    NextTestForm,
    ThoughtForm,
)
from aimwell.contexts.meetings.huddle.models import NoteLine, NoteUse, Silence
from aimwell.contexts.meetings.huddle.queries import HuddleView, huddle_view
from aimwell.contexts.meetings.huddle.services.notes import put_line_back
from aimwell.contexts.meetings.models import AgendaItem, Purpose
from aimwell.contexts.meetings.queries import next_meeting_after
from aimwell.contexts.people.queries import find
from aimwell.domain.errors import NotFound, NotReady, Refused, sentence
from aimwell.ui.flash import flash

NAMES = {
    "plan": gettext_lazy("Plan"),
    "do": gettext_lazy("Do"),
    "study": gettext_lazy("Study"),
    "act": gettext_lazy("Act"),
}
ASKS_WHY = ("problem_unchecked", "problem_unseen", "idea_open_point", "larger_start")


def opened(request: HttpRequest, pk: int) -> HuddleView:
    view = huddle_view(request.user, pk)  # type: ignore[arg-type]
    request.team = view.meeting.owner_team  # type: ignore[attr-defined]
    return view


def page(request: HttpRequest, view: HuddleView, **again: forms.Form) -> HttpResponse:
    """The page of the meeting while it runs. A form in `again` asks for something and answers 422."""
    outbox = {**outbox_words(request, 0), "show": view.url}
    context = {"view": view, "meeting": view.meeting, "outbox": outbox, **_forms(view), **again}
    return render(request, "huddle/huddle.html", context, status=422 if again else 200)


def _forms(view: HuddleView) -> dict[str, forms.Form]:
    """The forms that the part asks for."""
    if view.item is None:
        return {}
    made: dict[str, forms.Form] = {"line_form": LineForm(auto_id="line_%s")}
    if view.silent:
        mine = view.mine
        made["thought_form"] = ThoughtForm(auto_id="thought_%s", initial={"text": mine.text if mine else ""})
    if view.item.purpose == Purpose.DECIDE and view.can_choose and view.cycle:
        made["choose_form"] = _choose_form(view)
    if view.item.purpose == Purpose.NEXT_TEST and view.next_cycle is not None:
        initial = NextTestForm.initial_of(view.next_cycle, timezone.localdate())
        made["next_form"] = NextTestForm(auto_id="next_%s", initial=initial)
    if view.item.purpose == Purpose.WHO_DOES:
        made["decision_form"] = _decision_form(view)
    return made


def _choose_form(view: HuddleView, data: Any = None) -> ChooseForm:
    assert view.cycle is not None
    initial = {**ChooseForm.initial_of(view.cycle.cycle), **view.cycle.suggested}
    return ChooseForm(data, auto_id="choose_%s", cycle=view.cycle.cycle, initial=initial)


def _decision_form(view: HuddleView, data: Any = None) -> DecisionForm:
    initial = {"due_on": timezone.localdate() + A_WEEK}
    return DecisionForm(data, auto_id="decision_%s", people=view.people, initial=initial)


@login_required
@require_safe
def huddle(request: HttpRequest, pk: int) -> HttpResponse:
    return page(request, opened(request, pk))


@login_required
@require_safe
def now(request: HttpRequest, pk: int) -> JsonResponse:
    """What every screen of the meeting needs to say the same; no word that anybody wrote."""
    view = opened(request, pk)
    reading, standing = view.reading, view.standing
    told = {
        "stamp": view.stamp,
        "left": reading.left if reading else 0,
        "leftAll": reading.left_all if reading else 0,
        "resting": view.resting,
        "silenceLeft": view.silence_left if view.silent else None,
        "written": _written(view) if standing else "",
    }
    return JsonResponse(told)


def _written(view: HuddleView) -> str:
    standing = view.standing
    assert standing is not None
    return _("%(n)s of %(all)s have written.") % {"n": standing.written, "all": standing.of}


@login_required
@require_POST
def begin(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    services.begin(by=request.user, meeting=view.meeting)
    return redirect(view.url)


@login_required
@require_POST
def clock(request: HttpRequest, pk: int) -> HttpResponse:
    """Go to a part (`to`), pause or go on (`rest`)."""
    view = opened(request, pk)
    asked = request.POST.get("to", "")
    if asked.isascii() and asked.isdigit() and len(asked) < 19:
        services.go_to(by=request.user, meeting=view.meeting, item=_item(view, int(asked)))
    elif "rest" in request.POST:
        services.rest(by=request.user, meeting=view.meeting, resting=request.POST["rest"] == "1")
    return redirect(view.url)


def _item(view: HuddleView, pk: int) -> AgendaItem:
    found = next((item for item in view.items if item.pk == pk), None)
    if found is None:
        raise NotFound
    return found


@login_required
@require_POST
def silence(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask everyone to write first, in the part that runs."""
    view = opened(request, pk)
    services.open_silence(by=request.user, meeting=view.meeting)
    return redirect(view.url)


def _silence(request: HttpRequest, pk: int) -> tuple[Silence, HuddleView]:
    found = find(request.user, Silence, pk)
    return found, opened(request, found.meeting_id)


@login_required
@require_POST
@told_outbox
def write(request: HttpRequest, pk: int) -> HttpResponse:
    found, view = _silence(request, pk)
    form = ThoughtForm(request.POST, auto_id="thought_%s")
    if not form.is_valid():
        return asks(form) if from_outbox(request) else page(request, view, thought_form=form)
    services.write_thought(by=request.user, silence=found, key=form.cleaned_data["key"], **form.answers())
    return answered(request, view.url, _("Kept. Only you see it until all is shown."))


@login_required
@require_POST
def show(request: HttpRequest, pk: int) -> HttpResponse:
    found, view = _silence(request, pk)
    services.show_thoughts(by=request.user, silence=found)
    return redirect(view.url)


@login_required
@require_POST
@told_outbox
def line(request: HttpRequest, pk: int) -> HttpResponse:
    """One more line of the notes."""
    view = opened(request, pk)
    form = LineForm(request.POST, auto_id="line_%s")
    if not form.is_valid():
        return asks(form) if from_outbox(request) else page(request, view, line_form=form)
    typed = form.cleaned_data
    item = _asked_item(request, view)
    made = services.add_line(by=request.user, meeting=view.meeting, text=typed["text"], item=item, key=typed["key"])
    undo = reverse("huddle:line_back", args=[made.pk])
    return answered(request, view.url, _("It is in the notes."), undo=undo)


def _asked_item(request: HttpRequest, view: HuddleView) -> AgendaItem | None:
    """The part it was written in: a phone that sends later still says which."""
    asked = request.POST.get("item", "")
    return next((item for item in view.items if str(item.pk) == asked), None)


@login_required
@require_POST
def line_back(request: HttpRequest, pk: int) -> HttpResponse:
    found = find(request.user, NoteLine, pk, with_ended=True)
    view = opened(request, found.meeting_id)
    services.take_line_back(by=request.user, line=found)
    undo = reverse("huddle:line_again", args=[pk])
    return answered(request, _place(view), _("The line is out of the notes."), undo=undo)


@login_required
@require_POST
def line_again(request: HttpRequest, pk: int) -> HttpResponse:
    found = find(request.user, NoteLine, pk, with_ended=True)
    view = opened(request, found.meeting_id)
    put_line_back(by=request.user, line=found)
    return answered(request, _place(view), _("The line is back in the notes."))


def _place(view: HuddleView) -> str:
    """The page that the meeting is on: its screen while it runs, then its summary."""
    return reverse("huddle:summary", args=[view.meeting.pk]) if view.ended or view.clock is None else view.url


@login_required
@require_POST
@told_outbox
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Who does what, by when."""
    view = opened(request, pk)
    form = _decision_form(view, request.POST)
    if not form.is_valid():
        return asks(form) if from_outbox(request) else page(request, view, decision_form=form)
    typed = {**form.answers(), "item": _asked_item(request, view), "key": form.cleaned_data["key"]}
    meetings.decide(by=request.user, meeting=view.meeting, cycle=view.meeting.cycle, **typed)
    return answered(request, view.url, _("Decided."))


@login_required
@require_POST
def choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep, change or drop."""
    view = opened(request, pk)
    if view.cycle is None or not (view.can_choose or view.cycle.cycle.state == CycleState.DONE):
        raise Refused("no_cycle_here")
    form = _choose_form(view, request.POST)
    if form.is_valid():
        typed = {"version": form.cleaned_data["version"], "key": form.cleaned_data["key"], **form.answers()}
        try:
            done = services.choose(by=request.user, meeting=view.meeting, cycle=_cycle(view), item=view.item, **typed)
            return answered(request, _next_part(request, view, done.successor), _told(done.cycle, done.successor))
        except (NotReady, Refused) as error:
            explain(form, error)
    return page(request, view, choose_form=form)


def _cycle(view: HuddleView) -> Cycle:
    assert view.cycle is not None
    return view.cycle.cycle


def _told(cycle: Cycle, successor: Cycle | None) -> str:
    if successor is None:
        return _("Cycle %(number)s is finished. Its learning is kept.") % {"number": cycle.number}
    numbers = {"number": cycle.number, "next": successor.number}
    return _("Cycle %(number)s is finished. Cycle %(next)s is drafted from it.") % numbers


def _next_part(request: HttpRequest, view: HuddleView, successor: Cycle | None) -> str:
    """What was decided leads on: where a next cycle is drafted, to the part that plans it."""
    if successor is not None and view.after is not None and view.after.purpose == Purpose.NEXT_TEST:
        services.go_to(by=request.user, meeting=view.meeting, item=view.after)  # type: ignore[arg-type]
    return view.url


@login_required
@require_POST
def start_next(request: HttpRequest, pk: int) -> HttpResponse:
    """The smallest next test: what we predict, when we look, and Do begins."""
    view = opened(request, pk)
    if view.next_cycle is None:
        raise Refused("no_cycle_here")
    form = NextTestForm(request.POST, auto_id="next_%s")
    if form.is_valid():
        typed = {"version": form.cleaned_data["version"], "key": form.cleaned_data["key"], **form.plan()}
        try:
            done = services.start_next(
                by=request.user, meeting=view.meeting, cycle=view.next_cycle, item=view.item, **typed
            )  # fmt: skip
            words = _("Cycle %(number)s has started, and its prediction is locked.") % {"number": done.number}
            return answered(request, view.url, words)
        except Refused as error:
            if error.code in ASKS_WHY:
                form.add_error("reason", sentence(error, view.lang))
            else:
                explain(form, error)
        except NotReady as error:
            explain(form, error)
    return page(request, view, next_form=form)


@login_required
@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """Sentences of the notes become parts of the cycle."""
    view = opened(request, pk)
    chosen, place = request.POST.getlist("sentence"), request.POST.get("place", "")
    known = (
        view.meeting.cycle,
        *(item.cycle for item in view.items),
    )  # the page names one: a meeting goes on meanwhile
    cycle = next((one for one in known if one and str(one.pk) == request.POST.get("cycle", "")), None)
    made = services.send(by=request.user, meeting=view.meeting, chosen=chosen, place=place, cycle=cycle)
    undo = reverse("huddle:undo", args=[made[-1].pk]) if len(made) == 1 else ""
    told = {"place": NAMES[place], "number": made[-1].cycle.number}
    return answered(request, f"{_place(view)}#sentences", _("Sent to %(place)s of cycle %(number)s.") % told, undo=undo)


@login_required
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    found = find(request.user, NoteUse, pk, with_ended=True)
    view = opened(request, found.meeting_id)
    services.undo_use(by=request.user, use=found)
    return answered(request, f"{_place(view)}#sentences", _("The sentence is out of the cycle. It stays in the notes."))


@login_required
@require_safe
def summary(request: HttpRequest, pk: int) -> HttpResponse:
    return _summary(request, opened(request, pk))


def _summary(request: HttpRequest, view: HuddleView, form: EndForm | None = None) -> HttpResponse:
    following = next_meeting_after(view.meeting)
    usual = following.on if following else max(view.meeting.on, timezone.localdate()) + A_WEEK
    initial = {"next_on": usual, "version": view.meeting.version}
    shown = form or EndForm(auto_id="end_%s", initial=initial)
    context = {"view": view, "meeting": view.meeting, "form": shown, "following": following}
    return render(request, "huddle/summary.html", context, status=422 if form else 200)


@login_required
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    view = opened(request, pk)
    form = EndForm(request.POST, auto_id="end_%s")
    if not form.is_valid():
        return _summary(request, view, form)
    try:
        services.end_meeting(by=request.user, meeting=view.meeting, **_given(form))
    except Refused as error:
        form.add_error("next_on", sentence(error, view.lang))
        return _summary(request, view, form)
    flash(request, _("The meeting is over. Its notes are on Today."))
    return redirect("huddle:summary", pk)


def _given(form: EndForm) -> dict[str, Any]:
    return {"version": form.cleaned_data["version"], **form.answers()}
