"""The drivers of a network, year by year."""

from __future__ import annotations

from functools import partial

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_POST

from aimwell.contexts.networks import queries, services
from aimwell.contexts.networks.forms import DriverForm, ParentForm, YearForm
from aimwell.contexts.networks.models import NetworkDriver, NetworkYear
from aimwell.contexts.networks.views.base import again, back, opened, page, taken
from aimwell.contexts.theory.forms import key_of, number_of, version_of
from aimwell.domain.errors import Refused


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def drivers(request: HttpRequest, network_id: int) -> HttpResponse:
    """The drivers of one year. What is sent adds one to it."""
    look = opened(request, network_id, hub=True)
    year = queries.year_of(look, number_of(request.GET, "year"))
    if request.method == "POST":
        return _add(request, look, year)
    return _page(request, look, year)


def _add(request: HttpRequest, look: queries.Look, year: NetworkYear | None) -> HttpResponse:
    if year is None:
        raise Refused("network_driver_elsewhere")
    form = DriverForm(request.POST, year=year, auto_id="new-driver-%s")
    if not taken(form, partial(services.add_driver, by=request.user, year=year, key=key_of(request.POST))):
        return _page(request, look, year, form)
    return back("drivers", look.network.pk, at="drivers", year=year.pk)


def _page(
    request: HttpRequest, look: queries.Look, year: NetworkYear | None, form: DriverForm | None = None
) -> HttpResponse:
    context = {
        "year": year,
        "tree": queries.driver_tree(year),
        "form": form or (DriverForm(year=year, auto_id="new-driver-%s") if year and look.is_hub else None),
        "year_form": YearForm(auto_id="new-year-%s") if look.is_hub else None,
    }
    return page(request, "drivers", look, "drivers", **context, status=422 if form else 200)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def driver(request: HttpRequest, network_id: int, pk: int) -> HttpResponse:
    """One driver: its words in each year it stood in, and for the hub a form for this one."""
    look = opened(request, network_id, hub=True)
    found = queries.find_thing(NetworkDriver, pk, year__network=look.network)
    start = {"name": found.name, "parent": found.parent_id}
    form = ParentForm(request.POST or None, year=found.year, initial=start)
    act = partial(services.change_driver, by=request.user, driver=found, version=version_of(request.POST))
    if request.method == "POST" and taken(form, act):
        return back("drivers", network_id, at="drivers", year=found.year_id)
    context = {"driver": found, "form": form, "earlier": queries.earlier_of(found)}
    return page(request, "driver", look, "drivers", **context, status=422 if form.errors else 200)


@login_required
@require_POST
def start_year(request: HttpRequest, network_id: int) -> HttpResponse:
    look = opened(request, network_id, hub=True)
    form = YearForm(request.POST)
    act = partial(services.start_year, by=request.user, network=look.network, key=key_of(request.POST))
    if (year := taken(form, act)) is None:
        return again(request, form)
    return back("drivers", network_id, at="drivers", year=year.pk)
