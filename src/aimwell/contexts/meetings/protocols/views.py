"""The library, one protocol, and a talk that is led by one; for members of the team."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.meetings.forms import DecisionForm
from aimwell.contexts.meetings.models import Meeting
from aimwell.contexts.meetings.protocols import queries, services
from aimwell.contexts.meetings.protocols.forms import OwnForm, RunForm, SaidForm, StepForm
from aimwell.contexts.meetings.protocols.models import ProtocolRun, ProtocolStep, TeamProtocol
from aimwell.contexts.meetings.views.base import answered, asks, language
from aimwell.contexts.orgs.models import Team
from aimwell.contexts.people.queries import members_of
from aimwell.contexts.people.views import own_team
from aimwell.contexts.theory.forms import key_of, number_of, version_of
from aimwell.contexts.theory.views.base import found, found_kind, tell_aside
from aimwell.domain.errors import NotFound, Refused
from aimwell.domain.rhythm.protocols import Protocol

KINDS = {"protocol": TeamProtocol, "step": ProtocolStep, "run": ProtocolRun}
PER_PAGE = 20


# The library


@login_required
@require_safe
def library(request: HttpRequest, team_id: int) -> HttpResponse:
    team, lang = own_team(request, team_id), language()
    runs = queries.runs_of(request.user, team)
    kept = Paginator(runs.exclude(finished_at=None), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "team": team,
        "meeting": _asked_meeting(request, team),
        "seeded": queries.all_seeded(lang),
        "own": [queries.own_look(one, lang) for one in queries.own_protocols(request.user, team)],
        "open_runs": queries.rows(runs.filter(finished_at=None), lang),
        "kept": kept,
        "kept_runs": queries.rows(kept, lang),
    }
    return render(request, "protocols/library.html", context)


def _asked_meeting(request: HttpRequest, team: Team) -> Meeting | None:
    """The meeting from whose page somebody came."""
    asked = number_of(request.GET, "meeting")
    if asked is None:
        return None
    return next((one for one in queries.meetings_to_choose(request.user, team) if one.pk == asked), None)


@login_required
@require_safe
def protocol(request: HttpRequest, team_id: int, key: str) -> HttpResponse:
    team = own_team(request, team_id)
    look = queries.seeded_look(key, language())
    return _protocol_page(request, team, look)


@login_required
@require_safe
def own(request: HttpRequest, pk: int) -> HttpResponse:
    one = _own(request, pk)
    return _protocol_page(request, one.owner_team, queries.own_look(one, language()))


def _protocol_page(request: HttpRequest, team: Team, look: queries.Look) -> HttpResponse:
    context = {"team": team, "look": look, "meeting": _asked_meeting(request, team)}
    return render(request, "protocols/protocol.html", context)


def _own(request: HttpRequest, pk: int) -> TeamProtocol:
    one = queries.find_own(request.user, pk)
    request.team = one.owner_team  # type: ignore[attr-defined]
    return one


# A protocol of one's own


@login_required
@require_POST
def copy(request: HttpRequest, team_id: int, key: str) -> HttpResponse:
    team = own_team(request, team_id)
    made = services.make_own(by=request.user, team=team, seed=key, lang=language(), key=key_of(request.POST))
    undo = reverse("protocols:aside", args=["protocol", made.pk])
    return answered(request, _change_page(made), _("This copy is your own. Change what you like."), undo=undo)


def _change_page(one: TeamProtocol, at: str = "") -> str:
    return reverse("protocols:change", args=[one.pk]) + (f"#{at}" if at else "")


@login_required
def change(request: HttpRequest, pk: int) -> HttpResponse:
    one = _own(request, pk)
    if request.method != "POST":
        return _editor(request, one, {})
    form = OwnForm(request.POST, auto_id="own_%s")
    if not form.is_valid():
        return _editor(request, one, {"form": form})
    services.change_own(by=request.user, protocol=one, version=version_of(request.POST), **form.answers())
    return _changed(request, one, "protocol", one.pk)


def _changed(request: HttpRequest, one: TeamProtocol, kind: str, pk: int, at: str = "") -> HttpResponse:
    undo = reverse("protocols:take_back", args=[kind, pk])
    return answered(request, _change_page(one, at), _("The change is kept."), undo=undo)


def _editor(request: HttpRequest, one: TeamProtocol, more: dict[str, Any], step: int | None = None) -> HttpResponse:
    """`step`: the step whose form in `more` asks again."""
    look = queries.own_look(one, language())
    asked = more.pop("step_form", None)
    context = {
        "team": one.owner_team,
        "look": look,
        "form": OwnForm(initial=OwnForm.of(one), auto_id="own_%s"),
        "add_form": StepForm(initial={"minutes": 5}, auto_id="add_%s"),
        "rows": [(line, asked if asked and line.step.pk == step else _step_form(line.step)) for line in look.steps],
        **more,
    }
    return render(request, "protocols/change.html", context, status=422 if more or asked else 200)


def _step_form(step: Any, data: Any = None) -> StepForm:
    return StepForm(data, initial=StepForm.of(step), auto_id=f"step{step.pk}_%s")


@login_required
@require_POST
def add_step(request: HttpRequest, pk: int) -> HttpResponse:
    one, form = _own(request, pk), StepForm(request.POST, auto_id="add_%s")
    if not form.is_valid():
        return _editor(request, one, {"add_form": form})
    made = services.add_step(by=request.user, protocol=one, key=key_of(request.POST), **form.answers())
    return redirect(_change_page(one, f"step-{made.pk}"))


def _step(request: HttpRequest, pk: int) -> tuple[ProtocolStep, TeamProtocol]:
    row = found(request, ProtocolStep, pk)
    return row, _own(request, row.protocol_id)


@login_required
@require_POST
def step(request: HttpRequest, pk: int) -> HttpResponse:
    row, one = _step(request, pk)
    form = _step_form(row, request.POST)
    if not form.is_valid():
        return _editor(request, one, {"step_form": form}, step=pk)
    services.change_step(by=request.user, step=row, version=version_of(request.POST), **form.answers())
    return _changed(request, one, "step", pk, f"step-{pk}")


@login_required
@require_POST
def move_step(request: HttpRequest, pk: int) -> HttpResponse:
    row, one = _step(request, pk)
    services.move_step(by=request.user, step=row, up=request.POST.get("to") == "up")
    return redirect(_change_page(one, f"step-{pk}"))


# A talk


@login_required
def lead(request: HttpRequest, team_id: int, key: str) -> HttpResponse:
    team = own_team(request, team_id)
    return _lead(request, team, queries.seeded(key), queries.seeded_look(key, language()))


@login_required
def lead_own(request: HttpRequest, pk: int) -> HttpResponse:
    one = _own(request, pk)
    return _lead(request, one.owner_team, one, queries.own_look(one, language()))


def _lead(request: HttpRequest, team: Team, source: Protocol | TeamProtocol, look: queries.Look) -> HttpResponse:
    """Which meeting, who does what; then the first step."""
    choices = queries.meetings_to_choose(request.user, team)
    about = {"team": team, "meetings": choices, "presents": look.presents, "lang": language()}
    if request.method == "POST":
        form = RunForm(request.POST, **about)
        if form.is_valid():
            key = form.cleaned_data["key"]
            run = services.start_run(
                by=request.user, team=team, source=source, lang=language(), key=key, **form.answers()
            )
            return redirect("protocols:run", run.pk)
    else:
        meeting = _asked_meeting(request, team) or queries.todays(choices)
        form = RunForm(initial=RunForm.mine(list(members_of(team)), meeting, request.user.pk or 0), **about)
    context = {"team": team, "look": look, "form": form}
    return render(request, "protocols/lead.html", context, status=422 if form.errors else 200)


def _opened(request: HttpRequest, pk: int) -> queries.RunView:
    view = queries.run_view(request.user, pk, language())
    request.team = view.team  # type: ignore[attr-defined]
    return view


@login_required
@require_safe
def run(request: HttpRequest, pk: int) -> HttpResponse:
    return _run_page(request, _opened(request, pk), {})


def _run_page(request: HttpRequest, view: queries.RunView, more: dict[str, Any]) -> HttpResponse:
    """A form in `more` asks again; `line` is the step whose words were too many."""
    context: dict[str, Any] = {"view": view, "run": view.run, "team": view.team, "line": view.here, **more}
    if view.finished and view.meeting and "decision_form" not in more:
        context["decision_form"] = DecisionForm(team=view.team, auto_id="decision_%s")
    template = "record" if view.finished and "line" not in more else "run"
    return render(request, f"protocols/{template}.html", context, status=422 if more else 200)


@login_required
@require_safe
def now(request: HttpRequest, pk: int) -> JsonResponse:
    """What every screen of the talk needs to say the same; no word that anybody wrote."""
    view = _opened(request, pk)
    return JsonResponse({"stamp": view.stamp, "left": view.left})


@login_required
@require_POST
def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep what was said in one step, then stay, go on or back (`to`: a step), or end (`to`: "end")."""
    row = queries.find_run_step(request.user, pk)
    view, form = _opened(request, row.run_id), SaidForm(request.POST)
    if not form.is_valid():
        return _run_page(request, view, {"form": form, "line": next(one for one in view.steps if one.step == row)})
    if form.typed():
        services.write(by=request.user, step=row, version=version_of(request.POST), said=form.cleaned_data["said"])
    return _go(request, view)


def _go(request: HttpRequest, view: queries.RunView) -> HttpResponse:
    here, to = reverse("protocols:run", args=[view.run.pk]), request.POST.get("to", "")
    if to == "end":
        services.finish(by=request.user, run=view.run)
        return answered(request, here, _("This talk is kept."), undo=reverse("protocols:reopen", args=[view.run.pk]))
    asked = next((line.step for line in view.steps if str(line.step.pk) == to), None)
    if to and asked is None:
        raise NotFound
    if asked is None:
        return answered(request, here, _("Kept."))
    services.go_to(by=request.user, run=view.run, step=asked)
    return redirect(f"{here}#now")


@login_required
def change_run(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting and the roles, also afterwards."""
    view = _opened(request, pk)
    choices = queries.meetings_to_choose(request.user, view.team)
    if view.run.meeting and view.run.meeting not in choices:
        choices.append(view.run.meeting)
    form = RunForm(
        request.POST or None, initial=RunForm.of(view.run), team=view.team, meetings=choices,
        presents=view.run.presents, lang=language(),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        services.change_run(by=request.user, run=view.run, version=version_of(request.POST), **form.answers())
        return answered(request, reverse("protocols:run", args=[pk]), _("The change is kept."))
    context = {"team": view.team, "view": view, "run": view.run, "form": form}
    return render(request, "protocols/change_run.html", context, status=422 if form.errors else 200)


@login_required
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    services.begin_again(by=request.user, run=_opened(request, pk).run)
    return redirect("protocols:run", pk)


@login_required
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    services.reopen(by=request.user, run=_opened(request, pk).run)
    return redirect("protocols:run", pk)


@login_required
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """What came out of it stands with the meeting (S2 R-58)."""
    view = _opened(request, pk)
    form = DecisionForm(request.POST, team=view.team, auto_id="decision_%s")
    if form.is_valid():
        try:
            made = services.decide(by=request.user, run=view.run, key=form.cleaned_data["key"], **form.answers())
        except Refused as error:
            asks(form, error, "text")
        else:
            undo = reverse("meetings:part_aside", args=["decision", made.pk])
            here = reverse("protocols:run", args=[pk])
            return answered(request, here, _("The decision stands with the meeting."), undo=undo)
    return _run_page(request, view, {"decision_form": form})


# Undo


@login_required
@require_POST
def take_back(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """The words and minutes as they were before."""
    thing = found_kind(request, {name: KINDS[name] for name in ("protocol", "step")}, kind, pk)
    services.take_back(by=request.user, thing=thing)
    one = thing if isinstance(thing, TeamProtocol) else thing.protocol
    return redirect(_change_page(one))


def _place_of(thing: Any) -> str:
    if isinstance(thing, ProtocolStep):
        return _change_page(thing.protocol)
    name = "run" if isinstance(thing, ProtocolRun) else "own"
    return reverse(f"protocols:{name}", args=[thing.pk])


@login_required
@require_POST
def aside(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = found_kind(request, KINDS, kind, pk)
    services.set_aside(by=request.user, thing=thing)
    tell_aside(request, thing, reverse("protocols:restore", args=[kind, pk]))
    if isinstance(thing, ProtocolStep):
        return redirect(_change_page(thing.protocol))
    return redirect("protocols:library", thing.owner_team_id)


@login_required
@require_POST
def restore(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = found_kind(request, KINDS, kind, pk)
    services.restore(by=request.user, thing=thing)
    return redirect(_place_of(thing))
