"""What the pages of collecting share: a cycle for the team's own eyes, and asking again."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db.models import Model
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from aimwell.contexts.cycles.models import Cycle, CycleState
from aimwell.contexts.cycles.queries import CycleRow
from aimwell.contexts.cycles.views.base import explain, language
from aimwell.contexts.people.queries import find, may_edit_team, owner_of
from aimwell.domain.errors import DomainError, NotAllowed, NotFound, NotReady, Refused

__all__ = ["ASKING", "asks", "language", "own", "page", "to"]
M = TypeVar("M", bound=Model)


def own(request: HttpRequest, model: type[M], pk: int) -> M:
    """One thing, for members of its team; the header learns the team. To others it is not there."""
    thing = find(request.user, model, pk, with_ended=True)
    team = owner_of(thing)[0]
    if not may_edit_team(request.user, team):
        raise NotAllowed if request.method == "POST" else NotFound
    request.team = team  # type: ignore[attr-defined]
    return thing


def page(
    request: HttpRequest, name: str, cycle: Cycle, *forms: Form, aside: bool = False, **context: Any
) -> HttpResponse:
    """A form that asks for something answers 422. `running`: whether Do can still be written, as far as this page goes:
    not on that of something set aside.
    """
    there = cycle.ended_at is None and not aside
    told = {
        "cycle": cycle, "back": CycleRow(cycle, language()).name,
        "running": there and cycle.state in (CycleState.DOING, CycleState.STUDYING),
        "may_change": there and cycle.state != CycleState.DONE, **context,
    }  # fmt: skip
    status = 422 if any(form.errors for form in forms) else 200
    return render(request, f"collecting/{name}.html", told, status=status)


def asks(form: Form, error: DomainError) -> None:
    """Say beside the fields what the rules ask for. A step that does not fit where the cycle stands has a page."""
    if isinstance(error, Refused) and error.code == "wrong_state":
        raise error
    explain(form, error)


def to(name: str, pk: int, at: str = "") -> HttpResponseRedirect:
    address = reverse(f"collecting:{name}", args=[pk])
    return HttpResponseRedirect(f"{address}#{at}" if at else address)


ASKING = (NotReady, Refused)
