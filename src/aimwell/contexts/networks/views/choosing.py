"""Which problem the network takes on together (S3 R-24)."""

from __future__ import annotations

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from aimwell.contexts.networks import queries, services
from aimwell.contexts.networks.forms import ChoiceForm, DecideForm, OptionForm, PositionForm, initial
from aimwell.contexts.networks.models import Choice, Option
from aimwell.contexts.networks.queries import Look
from aimwell.contexts.networks.views.base import again, back, opened, page, taken
from aimwell.contexts.networks.views.purposes import voice
from aimwell.contexts.theory.forms import key_of, version_of

TOLD = ("name", "data", "urgency", "measures")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def choices(request: HttpRequest, network_id: int) -> HttpResponse:
    look = opened(request, network_id, hub=True)
    form = ChoiceForm(request.POST or None)
    act = partial(services.start_choice, by=request.user, network=look.network, key=key_of(request.POST))
    if request.method == "POST" and (started := taken(form, act)):
        return back("choice", network_id, started.pk)
    context = {"choices": queries.choices_of(look), "form": form}
    return page(request, "choices", look, "choices", **context, status=422 if form.errors else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def choice(request: HttpRequest, network_id: int, pk: int) -> HttpResponse:
    """One choice with its options. What is sent adds an option."""
    look = opened(request, network_id, hub=True)
    found = queries.find_thing(Choice, pk, network=look.network)
    form = OptionForm(request.POST or None, auto_id="new-option-%s")
    act = partial(services.add_option, by=request.user, choice=found, key=key_of(request.POST))
    if request.method == "POST" and taken(form, act):
        return back("choice", network_id, pk, at="options")
    context = {
        "choice": found,
        "lines": [(line, *_forms(look, line)) for line in queries.options_of(look, found)],
        "form": form,
        "decide_form": DecideForm(choice=found, initial=_decided(found)),
    }
    return page(request, "choice", look, "choices", **context, status=422 if form.errors else 200)


def _decided(choice: Choice) -> dict[str, object]:
    return {"decided": choice.decided_id, "decided_on": choice.decided_on, "reasons": choice.reasons}


def _forms(look: Look, line: queries.OptionLine) -> tuple[OptionForm | None, list[tuple[object, ...]]]:
    """The hub's form for the option, and one for each member that the reader speaks for."""
    option, said = line.option, {org.pk: one for org, one in line.positions}
    own = OptionForm(initial=initial(option, TOLD), auto_id=f"option-{option.pk}-%s") if look.is_hub else None
    positions: list[tuple[object, ...]] = []
    for org in look.voices:
        one = said.get(org.pk)
        start = initial(one, ("position", "text")) if one else None
        positions.append((org, one, PositionForm(initial=start, auto_id=f"position-{option.pk}-{org.pk}-%s")))
    return own, positions


@login_required
@require_POST
def option(request: HttpRequest, network_id: int, pk: int) -> HttpResponse:
    look = opened(request, network_id, hub=True)
    found = queries.find_thing(Option, pk, choice__network=look.network)
    form = OptionForm(request.POST)
    act = partial(services.change_option, by=request.user, option=found, version=version_of(request.POST))
    if not taken(form, act):
        return again(request, form)
    return back("choice", network_id, found.choice_id, at=f"option-{pk}")


@login_required
@require_POST
def position(request: HttpRequest, network_id: int, pk: int, org_id: int) -> HttpResponse:
    look = opened(request, network_id)
    found = queries.find_thing(Option, pk, choice__network=look.network)
    org, form = voice(look, org_id), PositionForm(request.POST)
    version = version_of(request.POST)
    if not taken(form, partial(services.take_position, by=request.user, option=found, org=org, version=version)):
        return again(request, form)
    return back("choice", network_id, found.choice_id, at=f"option-{pk}")


@login_required
@require_POST
def decide(request: HttpRequest, network_id: int, pk: int) -> HttpResponse:
    look = opened(request, network_id, hub=True)
    found = queries.find_thing(Choice, pk, network=look.network)
    form = DecideForm(request.POST, choice=found)
    act = partial(services.decide, by=request.user, choice=found, version=version_of(request.POST))
    if not taken(form, act):
        return again(request, form)
    return back("choice", network_id, pk, at="decision")
