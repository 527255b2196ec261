"""What the pages of choosing share."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from aimwell.contexts.people.models import Membership
from aimwell.contexts.people.queries import members_of
from aimwell.contexts.theory.choosing.queries import Board, board_of
from aimwell.contexts.theory.models import Part, PartKind
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.views import base as theory
from aimwell.contexts.theory.views.base import found, language, opened
from aimwell.domain.errors import NotFound, Refused, sentence

HERE = "drivers"


def board(request: HttpRequest, inquiry_id: int) -> Board:
    return board_of(opened(request, inquiry_id))


def members_board(request: HttpRequest, inquiry_id: int) -> Board:
    """For members only: to others the page is not there."""
    found_board = board(request, inquiry_id)
    if not found_board.view.may_edit:
        raise NotFound
    return found_board


def page(request: HttpRequest, name: str, board: Board, **context: Any) -> HttpResponse:
    return theory.page(request, f"choosing/{name}.html", board.view, HERE, board=board, **context)


def found_idea(request: HttpRequest, pk: int) -> Part:
    """A change idea that the reader may see; drivers have no page here."""
    idea = found(request, Part, pk)
    if idea.kind != PartKind.IDEA:
        raise NotFound
    return idea


def to(name: str, pk: int, *, at: str = "") -> HttpResponseRedirect:
    """To a page of choosing, at the place that says "Saved" for itself."""
    return theory.to(reverse(f"choosing:{name}", args=[pk]), at=at)


def drivers_of(view: InquiryView) -> QuerySet[Part]:
    rows = Part.objects.filter(inquiry=view.inquiry, ended_at=None, abandoned_because="")
    return rows.exclude(kind=PartKind.IDEA)


def places_of(view: InquiryView) -> QuerySet[Membership]:
    """Everybody with a place in the team, with or without a login."""
    return members_of(view.inquiry.owner_team).order_by("name", "pk")


def refused(form: forms.Form, field: str | None, error: Refused) -> None:
    """Say beside the field what the rule asks for."""
    form.add_error(field, sentence(error, language()))
