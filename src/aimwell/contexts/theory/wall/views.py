"""Photos of chart paper: a page of all, one with the words on it, and the way from its lines to causes."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.adapters.photos import bytes_of
from aimwell.contexts.theory.forms import key_of, version_of
from aimwell.contexts.theory.models import EntryRule
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.views.base import again, found, language, opened, page, tell_aside, to
from aimwell.contexts.theory.views.things import onward
from aimwell.contexts.theory.wall import services
from aimwell.contexts.theory.wall.forms import BesideForm, LinesForm, PhotoForm, WordsForm
from aimwell.contexts.theory.wall.models import LineCause, WallPhoto
from aimwell.contexts.theory.wall.queries import (
    PhotoLines,
    aside_of,
    made_before,
    own_photo,
    photo_of_batch,
    photos_of,
    places_in,
    seen_photo,
)
from aimwell.domain.errors import Refused, sentence
from aimwell.ui.flash import flash


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def wall(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """All photos of one work, and a form for one more."""
    view = opened(request, inquiry_id)
    form = _photo_form(request, view) if view.may_edit else None
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            return HttpResponseRedirect(_added(request, view, form).get_absolute_url())
        except Refused as error:
            form.add_error(None, sentence(error, language()))
    return page(
        request, "wall/wall.html", view, "causes", status=422 if form is not None and form.errors else 200, form=form,
        photos=photos_of(view), gone=aside_of(view),
    )  # fmt: skip


def _photo_form(request: HttpRequest, view: InquiryView) -> PhotoForm:
    places = places_in(view.inquiry)
    if request.method == "POST":
        return PhotoForm(request.POST, request.FILES, places=places)
    return PhotoForm(places=places, initial={"beside": request.GET.get("beside", "fishbone")})


def _added(request: HttpRequest, view: InquiryView, form: PhotoForm) -> WallPhoto:
    sent = dict(form.cleaned_data)
    photo = services.add_photo(
        by=request.user, inquiry=view.inquiry, upload=sent.pop("file"), key=key_of(request.POST), **sent
    )
    flash(request, _("The photo is here. Type the words on it beside it."), undo=reverse("wall:aside", args=[photo.pk]))
    return photo


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def photo(request: HttpRequest, pk: int) -> HttpResponse:
    """The photo and the words on it, side by side."""
    if request.method == "POST":
        return _change(request, found(request, WallPhoto, pk))
    one = seen_photo(request.user, pk, with_ended=True)
    form = WordsForm(initial={"transcription": one.transcription, "alt": one.alt})
    return _photo(request, one, form)


def _change(request: HttpRequest, one: WallPhoto) -> HttpResponse:
    form = WordsForm(request.POST)
    if not form.is_valid():
        return again(request, one.inquiry, form)
    services.change_photo(by=request.user, photo=one, version=version_of(request.POST), **form.cleaned_data)
    return to(one.get_absolute_url(), at="written")


def _photo(request: HttpRequest, one: WallPhoto, form: forms.Form) -> HttpResponse:
    view, told = opened(request, one.inquiry_id), PhotoLines(one)
    more: dict[str, Any] = {}
    if view.may_edit and one.ended_at is None:
        here = f"{one.place}-{one.beside.pk}" if one.beside else one.place
        more = {"beside": BesideForm(places=places_in(one.inquiry), initial={"beside": here}), "form": form}
    return page(request, "wall/photo.html", view, "causes", photo=one, told=told, **more)


@login_required
@require_safe
def image(request: HttpRequest, pk: int) -> HttpResponse:
    """The picture, as large as it is kept; in nobody's cache but the reader's own."""
    answer = HttpResponse(bytes_of(seen_photo(request.user, pk).stored_as), content_type="image/jpeg")
    answer["Cache-Control"] = "private, max-age=3600"
    return answer


@login_required
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    one = found(request, WallPhoto, pk)
    form = BesideForm(request.POST, places=places_in(one.inquiry))
    if not form.is_valid():
        return again(request, one.inquiry, form)
    services.move_photo(by=request.user, photo=one, **form.cleaned_data)
    return to(one.get_absolute_url(), at="place")


@login_required
@require_POST
def check(request: HttpRequest, pk: int) -> HttpResponse:
    one = found(request, WallPhoto, pk)
    services.check_photo(by=request.user, photo=one, checked=request.POST.get("checked") == "1")
    return to(one.get_absolute_url(), at="place")


@login_required
@require_POST
def aside(request: HttpRequest, pk: int) -> HttpResponse:
    one = found(request, WallPhoto, pk)
    services.set_aside(by=request.user, thing=one, reason=request.POST.get("reason", "")[:300])
    tell_aside(request, one, reverse("wall:restore", args=[pk]))
    return HttpResponseRedirect(reverse("wall:wall", args=[one.inquiry_id]))


@login_required
@require_POST
def back(request: HttpRequest, pk: int) -> HttpResponse:
    """Also the way back for the history page, which says with `next` where the reader was."""
    one = services.restore(by=request.user, thing=found(request, WallPhoto, pk))
    return onward(request) or HttpResponseRedirect(one.get_absolute_url())


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def causes(request: HttpRequest, pk: int) -> HttpResponse:
    """Choose lines and their bones, look at what becomes what, then put them on the fishbone in one go."""
    if request.method == "POST":
        found(request, WallPhoto, pk)
    one = own_photo(request.user, pk)
    rule = EntryRule.objects.filter(inquiry=one.inquiry, ended_at=None).exists()
    form = LinesForm(request.POST if request.method == "POST" else None, told=PhotoLines(one), rule=rule)
    if request.method != "POST":
        return _choose(request, one, form)
    if version_of(request.POST) != one.version:
        fresh = LinesForm(told=PhotoLines(one), rule=rule)
        return _choose(request, one, fresh, note=_("Somebody changed the words meanwhile. Look at the lines again."))
    asked = request.POST.get("do", "")
    if asked == "put" and (made := made_before(one, key_of(request.POST))):
        return _told(request, one, made)
    if asked == "choose":
        return _choose(request, one, form)
    if not form.is_valid():
        return _choose(request, one, form, status=422)
    if asked == "put":
        try:
            return _put(request, one, form)
        except Refused as error:
            form.add_error(None, sentence(error, language()))
            return _choose(request, one, form, status=422)
    return _choose(request, one, form, preview=form.preview(), count=len(form.cleaned_data["lines"]))


def _choose(request: HttpRequest, one: WallPhoto, form: LinesForm, **more: Any) -> HttpResponse:
    view = opened(request, one.inquiry_id)
    return page(request, "wall/causes.html", view, "causes", photo=one, form=form, **more)


def _put(request: HttpRequest, one: WallPhoto, form: LinesForm) -> HttpResponse:
    sent = form.cleaned_data
    made = services.put_on_fishbone(
        by=request.user, photo=one, lines=[(text, int(bone)) for text, bone in sent["lines"]],
        system_part=sent.get("system_part", ""), key=key_of(request.POST),
    )  # fmt: skip
    return _told(request, one, made)


def _told(request: HttpRequest, one: WallPhoto, made: list[LineCause]) -> HttpResponse:
    words = ngettext("%(n)s line is a cause now.", "%(n)s lines are causes now.", len(made)) % {"n": len(made)}
    flash(request, words, undo=reverse("wall:take_back", args=[made[-1].batch]))
    return HttpResponseRedirect(reverse("theory:fishbone", args=[one.inquiry_id]))


@login_required
@require_POST
def take_back(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
    one = _of_batch(request, batch)
    made = services.take_back(by=request.user, photo=one, batch=batch)
    flash(request, _taken(made), undo=reverse("wall:again", args=[batch]))
    return HttpResponseRedirect(reverse("theory:fishbone", args=[one.inquiry_id]))


@login_required
@require_POST
def bring_again(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
    one = _of_batch(request, batch)
    services.bring_again(by=request.user, photo=one, batch=batch)
    flash(request, _("The causes are back."), undo=reverse("wall:take_back", args=[batch]))
    return HttpResponseRedirect(reverse("theory:fishbone", args=[one.inquiry_id]))


def _of_batch(request: HttpRequest, batch: uuid.UUID) -> WallPhoto:
    return found(request, WallPhoto, photo_of_batch(request.user, batch).pk)


def _taken(made: list[LineCause]) -> str:
    return ngettext(
        "%(n)s cause is taken back. The line beside the photo is still there.",
        "%(n)s causes are taken back. The lines beside the photo are still there.",
        len(made),
    ) % {"n": len(made)}
