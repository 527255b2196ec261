"""Who was heard, what they said, and what it speaks to."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.people.queries import find
from aimwell.contexts.theory.forms import key_of, number_of, version_of
from aimwell.contexts.theory.models import Cause
from aimwell.contexts.theory.views.base import found, opened, page
from aimwell.contexts.theory.voices import services
from aimwell.contexts.theory.voices.forms import GroupingForm, InterviewForm, PointsForm, QuoteForm, ThemeForm
from aimwell.contexts.theory.voices.models import Category, Interview, Quote, Theme
from aimwell.contexts.theory.voices.queries.interviews import VoicesView, own_interview, quotes_of
from aimwell.contexts.theory.voices.queries.points import four_points, in_lines
from aimwell.contexts.theory.voices.views.base import NAMES, ask_again, keeps_names, ours, said, to
from aimwell.domain.errors import Refused
from aimwell.ui.flash import flash

FIELDS = tuple(InterviewForm.base_fields)


@login_required
@require_safe
def voices(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """The check of who was heard, the interviews, the themes and the boards."""
    view = opened(request, inquiry_id)
    held = four_points(view)
    first = {name: getattr(held, name, "") for name in PointsForm.base_fields}
    return page(
        request, "voices/voices.html", view, "problem", told=VoicesView(view), grouping_form=GroupingForm(),
        today=localdate(), points=in_lines(held), points_form=PointsForm(initial=first, auto_id="points-%s"),
        points_version=held.version if held else 0,
    )  # fmt: skip


@login_required
@require_POST
def points(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """Who took part at the four points."""
    view = opened(request, inquiry_id)
    form = PointsForm(request.POST)
    if form.is_valid():
        try:
            services.say_who_took_part(
                by=request.user, inquiry=view.inquiry, version=version_of(request.POST),
                keep_names=keeps_names(request), **form.cleaned_data,
            )  # fmt: skip
            return to("voices", inquiry_id, at="points")
        except Refused as error:
            return ask_again(request, view.inquiry, form, error)
    return ask_again(request, view.inquiry, form)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def add_interview(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = ours(request, inquiry_id)
    if request.method != "POST":
        form = InterviewForm(initial={"held_on": localdate(), "group": request.GET.get("group", "")})
        return page(request, "voices/interview_new.html", view, "problem", form=form)
    form, refused = InterviewForm(request.POST), None
    if form.is_valid():
        try:
            interview = services.add_interview(
                by=request.user, inquiry=view.inquiry, key=key_of(request.POST), keep_names=keeps_names(request),
                **form.cleaned_data,
            )  # fmt: skip
            flash(request, _("It is kept. Now note what came up, theme by theme."))
            return to("interview", interview.pk)
        except Refused as error:
            refused = _on(form, error)
    return page(request, "voices/interview_new.html", view, "problem", form=form, names=refused, status=422)


def _on(form: forms.Form, error: Refused) -> bool:
    """Say a refusal on the form. Whether it is about names, which one click may keep."""
    form.add_error("consent_why" if error.code == "consent_why_needed" else None, said(error))
    return error.code == NAMES


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def interview(request: HttpRequest, pk: int) -> HttpResponse:
    if request.method == "POST":
        return _change_interview(request, found(request, Interview, pk))
    one = own_interview(request.user, pk)
    return _interview(request, one, InterviewForm(initial={name: getattr(one, name) for name in FIELDS}))


def _change_interview(request: HttpRequest, one: Interview) -> HttpResponse:
    form, names = InterviewForm(request.POST), False
    if form.is_valid():
        try:
            services.change_interview(
                by=request.user, interview=one, version=version_of(request.POST), keep_names=keeps_names(request),
                **form.cleaned_data,
            )  # fmt: skip
            return to("interview", one.pk, at="record")
        except Refused as error:
            names = _on(form, error)
    return _interview(request, one, form, names=names, status=422)


def _interview(request: HttpRequest, one: Interview, form: forms.Form, **context: Any) -> HttpResponse:
    themes = Theme.objects.filter(inquiry=one.inquiry, ended_at=None)
    return page(
        request, "voices/interview.html", opened(request, one.inquiry_id), "problem", interview=one, form=form,
        quotes=quotes_of(one), quote_form=QuoteForm(themes=themes), themes=themes, **context,
    )  # fmt: skip


@login_required
@require_POST
def add_quote(request: HttpRequest, pk: int) -> HttpResponse:
    one = found(request, Interview, pk)
    form = QuoteForm(request.POST, themes=Theme.objects.filter(inquiry=one.inquiry, ended_at=None))
    if not form.is_valid():
        return ask_again(request, one.inquiry, form)
    try:
        quote = services.add_quote(
            by=request.user, interview=one, key=key_of(request.POST), keep_names=keeps_names(request),
            **form.cleaned_data,
        )  # fmt: skip
    except Refused as error:
        return ask_again(request, one.inquiry, form, error)
    return to("interview", pk, at=f"quote-{quote.pk}")


@login_required
@require_POST
def change_quote(request: HttpRequest, pk: int) -> HttpResponse:
    quote = found(request, Quote, pk)
    inquiry = quote.interview.inquiry
    form = QuoteForm(request.POST, themes=Theme.objects.filter(inquiry=inquiry, ended_at=None))
    if not form.is_valid():
        return ask_again(request, inquiry, form)
    try:
        services.change_quote(
            by=request.user, quote=quote, version=version_of(request.POST), keep_names=keeps_names(request),
            theme=form.cleaned_data["theme"] or quote.theme, text=form.cleaned_data["text"],
        )  # fmt: skip
    except Refused as error:
        return ask_again(request, inquiry, form, error)
    return to("interview", quote.interview_id, at=f"quote-{pk}")


@login_required
@require_POST
def rename_theme(request: HttpRequest, pk: int) -> HttpResponse:
    theme = found(request, Theme, pk)
    form = ThemeForm(request.POST)
    if not form.is_valid():
        return ask_again(request, theme.inquiry, form)
    try:
        services.rename_theme(
            by=request.user, theme=theme, version=version_of(request.POST), text=form.cleaned_data["text"],
            keep_names=keeps_names(request),
        )  # fmt: skip
    except Refused as error:
        return ask_again(request, theme.inquiry, form, error)
    return to("voices", theme.inquiry_id, at=f"theme-{pk}")


@login_required
@require_POST
def link_theme(request: HttpRequest, pk: int) -> HttpResponse:
    theme = found(request, Theme, pk)
    cause = _cause(request)
    services.link_theme(by=request.user, theme=theme, cause=cause, key=key_of(request.POST))
    flash(request, _("It stands as evidence on “%(cause)s”.") % {"cause": cause})
    return to("voices", theme.inquiry_id, at=f"theme-{pk}")


@login_required
@require_POST
def link_category(request: HttpRequest, pk: int) -> HttpResponse:
    category = found(request, Category, pk)
    cause = _cause(request)
    services.link_category(by=request.user, category=category, cause=cause, key=key_of(request.POST))
    flash(request, _("It stands as evidence on “%(cause)s”.") % {"cause": cause})
    return to("grouping", category.grouping_id, at=f"group-{pk}")


def _cause(request: HttpRequest) -> Cause:
    return find(request.user, Cause, number_of(request.POST, "cause") or 0)
