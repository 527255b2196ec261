"""A board: answers come in, two people group them apart, and what came of it."""

from __future__ import annotations

import uuid

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.theory.forms import key_of, number_of, version_of
from aimwell.contexts.theory.queries import InquiryView
from aimwell.contexts.theory.views.base import found, language, opened, page
from aimwell.contexts.theory.voices import services
from aimwell.contexts.theory.voices.forms import LARGEST_FILE, CategoryForm, GroupingForm, PasteForm
from aimwell.contexts.theory.voices.models import Category, Grouping, Response
from aimwell.contexts.theory.voices.queries.files import board_csv
from aimwell.contexts.theory.voices.queries.groupings import GroupingView, grouping_view, own_grouping
from aimwell.contexts.theory.voices.queries.names import named
from aimwell.contexts.theory.voices.views.base import ask_again, keeps_names, said, to
from aimwell.domain.errors import Refused
from aimwell.domain.tables.encoding import encoding_of
from aimwell.domain.theory.grouping import Pasted, read_pasted
from aimwell.ui.flash import flash


@login_required
@require_POST
def add_grouping(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = GroupingForm(request.POST)
    if not form.is_valid():
        return ask_again(request, view.inquiry, form)
    grouping = services.start_grouping(
        by=request.user, inquiry=view.inquiry, question=form.cleaned_data["question"], key=key_of(request.POST)
    )
    return to("grouping", grouping.pk)


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def grouping(request: HttpRequest, pk: int) -> HttpResponse:
    """The board; POST changes its question."""
    if request.method == "POST":
        board = found(request, Grouping, pk)
        form = GroupingForm(request.POST)
        if not form.is_valid():
            return ask_again(request, board.inquiry, form)
        services.change_grouping(
            by=request.user, grouping=board, version=version_of(request.POST), question=form.cleaned_data["question"]
        )
        return to("grouping", pk, at="board")
    told = grouping_view(request.user, pk, lang=language())
    view = opened(request, told.grouping.inquiry_id)
    if told.own and told.mine and not told.is_open:
        return _sorting(request, told, view)
    template = "voices/opened.html" if told.is_open else "voices/grouping.html"
    return page(
        request, template, view, "problem", told=told, board=told.grouping, paste_form=PasteForm(),
        category_form=CategoryForm(),
    )  # fmt: skip


def _sorting(request: HttpRequest, told: GroupingView, view: InquiryView) -> HttpResponse:
    """One answer at a time, or the whole board. The first answer that lies nowhere comes first."""
    places = told.my_places
    at = number_of(request.GET, "at") or 0
    numbers = [one.pk for one in told.responses]
    waiting = next((place for place, pk in enumerate(numbers, start=1) if pk not in places), 0)
    here = at if 1 <= at <= len(numbers) else waiting
    shown = "board" if request.GET.get("view") == "board" else ""
    one = told.responses[here - 1] if here else None
    context = {
        "told": told, "board": told.grouping, "shown": shown, "chosen": places.get(one.pk) if one else None, "at": here,
        "one": one, "next": here + 1 if 0 < here < len(numbers) else 0,
        "before": here - 1, "placed": len(places), "total": len(numbers), "category_form": CategoryForm(),
        "columns": _columns(told) if shown else [],
    }  # fmt: skip
    return page(request, "voices/sorting.html", view, "problem", **context)


def _columns(told: GroupingView) -> list[tuple[Category | None, list[Response]]]:
    """The answers that lie nowhere, then those of each group."""
    under: dict[int | None, list[Response]] = {}
    for one in told.responses:
        under.setdefault(told.my_places.get(one.pk), []).append(one)
    return [(None, under.get(None, [])), *((group, under.get(group.pk, [])) for group in told.categories)]


@login_required
@require_POST
def add_category(request: HttpRequest, pk: int) -> HttpResponse:
    board = found(request, Grouping, pk)
    form = CategoryForm(request.POST)
    if not form.is_valid():
        return ask_again(request, board.inquiry, form)
    category = services.add_category(by=request.user, grouping=board, key=key_of(request.POST), **form.cleaned_data)
    return _back(request, pk, at=f"group-{category.pk}")


@login_required
@require_POST
def change_category(request: HttpRequest, pk: int) -> HttpResponse:
    category = found(request, Category, pk)
    form = CategoryForm(request.POST)
    if not form.is_valid():
        return ask_again(request, category.grouping.inquiry, form)
    services.change_category(by=request.user, category=category, version=version_of(request.POST), **form.cleaned_data)
    return _back(request, category.grouping_id, at=f"group-{pk}")


def _back(request: HttpRequest, pk: int, *, at: str = "") -> HttpResponse:
    """To the board, in the view the reader had."""
    return to("grouping", pk, at=at, view="board" if request.POST.get("view") == "board" else "")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def put_in(request: HttpRequest, pk: int) -> HttpResponse:
    """Answers are looked at first; then all of them go in, or none."""
    if request.method != "POST":
        told = own_grouping(request.user, pk)
        talks = request.GET.get("from") == "interviews"
        return _paste(request, told.grouping, PasteForm(initial={"text": "\n".join(told.said)} if talks else None))
    board = found(request, Grouping, pk)
    form = PasteForm(request.POST, request.FILES)
    if not form.is_valid():
        return _paste(request, board, form, status=422)
    try:
        text = _text(form)
        pasted = read_pasted(text, form.cleaned_data["column"])
        if request.POST.get("do") == "put_in":
            return _put_in(request, board, pasted)
    except Refused as error:
        form.add_error(None, said(error))
        return _paste(request, board, form, status=422)
    names = named(board.inquiry.owner_team, pasted.answers)
    context = {"board": board, "pasted": pasted, "text": text, "names": names}
    return page(request, "voices/look.html", opened(request, board.inquiry_id), "problem", **context)


def _paste(request: HttpRequest, board: Grouping, form: PasteForm, *, status: int = 200) -> HttpResponse:
    view = opened(request, board.inquiry_id)
    return page(request, "voices/paste.html", view, "problem", board=board, form=form, status=status)


def _text(form: PasteForm) -> str:
    """What was pasted, or what stands in the file."""
    file = form.cleaned_data["file"]
    if file is None:
        return str(form.cleaned_data["text"])
    if file.size > LARGEST_FILE:
        raise Refused("file_too_large_for_board")
    content = file.read()
    return content.decode(encoding_of([content]).name, errors="replace")


def _put_in(request: HttpRequest, board: Grouping, pasted: Pasted) -> HttpResponse:
    batch = services.put_in_responses(
        by=request.user, grouping=board, texts=pasted.answers, key=key_of(request.POST),
        keep_names=keeps_names(request),
    )  # fmt: skip
    number = len(pasted.answers)
    undo = reverse("voices:take_back", args=[board.pk, batch])
    flash(request, ngettext("%(n)s answer is in.", "%(n)s answers are in.", number) % {"n": number}, undo=undo)
    return to("grouping", board.pk)


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int, batch: uuid.UUID) -> HttpResponse:
    board = found(request, Grouping, pk)
    number = services.take_back_responses(by=request.user, grouping=board, batch=batch)
    flash(request, ngettext("%(n)s answer is taken back.", "%(n)s answers are taken back.", number) % {"n": number})
    return to("grouping", pk)


@login_required
@require_safe
def csv_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Every answer with its group; before the board is open, only the reader's own way."""
    told = own_grouping(request.user, pk, lang=language())
    answer = HttpResponse(board_csv(told), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="board-{pk}.csv"'
    return answer


@login_required
@require_safe
def replay(request: HttpRequest, pk: int) -> HttpResponse:
    """How the groups came to be, step by step. `step` is a number; without one the last."""
    told = own_grouping(request.user, pk, lang=language())
    steps = told.steps
    asked = number_of(request.GET, "step")
    here = min(max(len(steps) if asked is None else asked, 0), len(steps))
    context = {
        "told": told, "board": told.grouping, "at": here, "last": len(steps), "before": here - 1, "after": here + 1,
        "step": steps[here - 1] if here else None, "columns": told.after(here),
    }  # fmt: skip
    return page(request, "voices/replay.html", opened(request, told.grouping.inquiry_id), "problem", **context)
