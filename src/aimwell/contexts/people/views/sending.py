"""What the pages of organisations share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.forms import Form
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import get_language

from aimwell.contexts.orgs.models import Org
from aimwell.contexts.people.offices import find_org
from aimwell.domain.access.roles import Power
from aimwell.domain.errors import Refused, sentence
from aimwell.ui.stepup import step_up

A_PAGE = 40


def kept_org(request: HttpRequest, org_id: int, power: Power) -> Org:
    """For those with the power, who show again that it is them. To others it is not there."""
    org = find_org(request.user, org_id, power)
    step_up(request)
    return org


def way(org: Org, *below: tuple[str, str]) -> list[tuple[str, str]]:
    """Crumbs from the organisation down; the last one has no address."""
    return [(org.name, reverse("people:org", args=[org.pk])), *below]


def done(form: Form, act: Callable[..., Any]) -> bool:
    """Whether a form fits and `act` took what it says; else the form says why not."""
    if not form.is_valid():
        return False
    try:
        act(**form.cleaned_data)
    except Refused as refusal:
        form.add_error(None, sentence(refusal, get_language() or "en"))
        return False
    return True


def page_of(request: HttpRequest, rows: QuerySet[Any], name: str = "page") -> Page[Any]:
    return Paginator(rows, A_PAGE).get_page(request.GET.get(name))
