"""The outcome aim and the improvement capability goals, each with its own notes on progress."""

from __future__ import annotations

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from aimwell.contexts.networks import queries, services
from aimwell.contexts.networks.forms import GoalForm, NewGoalForm, NoteForm, initial
from aimwell.contexts.networks.models import Goal, GoalKind
from aimwell.contexts.networks.views.base import again, back, language, opened, page, taken
from aimwell.contexts.theory.forms import key_of, version_of
from aimwell.domain.networks import PARTS

NOTES = 20


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def goals(request: HttpRequest, network_id: int) -> HttpResponse:
    look = opened(request, network_id, hub=True)
    found = queries.goals_of(look.network)
    kind = GoalKind.CAPABILITY if found[GoalKind.OUTCOME] else GoalKind.OUTCOME
    form = NewGoalForm(request.POST or None, auto_id="new-goal-%s", initial={"kind": kind.value})
    act = partial(services.add_goal, by=request.user, network=look.network, key=key_of(request.POST))
    if request.method == "POST" and taken(form, act):
        return back("goals", network_id, at="goals")
    strands = [(name, [_line(look, one) for one in goals]) for name, goals in found.items()]
    written = any(found.values())
    context = {"strands": strands, "new_form": form, "outcome": GoalKind.OUTCOME.value, "written": written}
    return page(request, "goals", look, "goals", **context, status=422 if form.errors else 200)


def _line(look: queries.Look, one: queries.GoalView) -> dict[str, object]:
    """A goal with its newest notes and, for the hub, its forms."""
    goal = one.goal
    form = GoalForm(initial=initial(goal, PARTS), auto_id=f"goal-{goal.pk}-%s") if look.is_hub else None
    return {
        "goal": goal,
        "missing": one.missing_words(language()),
        "notes": one.notes[:NOTES],
        "form": form,
        "note_form": NoteForm(auto_id=f"note-{goal.pk}-%s") if look.is_hub else None,
    }


@login_required
@require_POST
def goal(request: HttpRequest, network_id: int, pk: int) -> HttpResponse:
    look = opened(request, network_id, hub=True)
    found = queries.find_thing(Goal, pk, network=look.network)
    form = GoalForm(request.POST)
    if not taken(form, partial(services.change_goal, by=request.user, goal=found, version=version_of(request.POST))):
        return again(request, form)
    return back("goals", network_id, at=f"goal-{pk}")


@login_required
@require_POST
def note(request: HttpRequest, network_id: int, pk: int) -> HttpResponse:
    look = opened(request, network_id, hub=True)
    found = queries.find_thing(Goal, pk, network=look.network)
    form = NoteForm(request.POST)
    if not taken(form, partial(services.add_note, by=request.user, goal=found, key=key_of(request.POST))):
        return again(request, form)
    return back("goals", network_id, at=f"goal-{pk}")
