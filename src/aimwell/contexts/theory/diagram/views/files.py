"""The theory as a file, out and in again: looked at first, taken in whole, taken back whole."""

from __future__ import annotations

from urllib.parse import quote

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.theory.diagram import services
from aimwell.contexts.theory.diagram.forms import FileForm
from aimwell.contexts.theory.diagram.models import TheoryFile
from aimwell.contexts.theory.diagram.queries import lines_in, plan_for, stamp_of
from aimwell.contexts.theory.forms import key_of
from aimwell.contexts.theory.queries import InquiryView, aim_sentence, needs_problem
from aimwell.contexts.theory.views.base import found, opened, page
from aimwell.domain.errors import NotAllowed, Refused, sentence
from aimwell.domain.tables.encoding import encoding_of
from aimwell.domain.theory.exchange import to_csv, to_outline
from aimwell.domain.theory.graph import PartKind
from aimwell.domain.words.theory_files import told_plan
from aimwell.ui.flash import flash


@login_required
@require_safe
def file_csv(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    return _sent(to_csv(lines_in(opened(request, inquiry_id))), "csv", "text/csv; charset=utf-8")


@login_required
@require_safe
def file_txt(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    aim = "".join(run.text for run in aim_sentence(view.aim, view.lang, with_year=True))
    return _sent(to_outline(lines_in(view), aim=aim), "txt", "text/plain; charset=utf-8")


def _sent(text: str, kind: str, content: str) -> HttpResponse:
    response = HttpResponse(("\ufeff" if kind == "csv" else "") + text, content_type=content)
    name = quote(_("our theory"))
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}.{kind}"
    return response


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """First what a file would change; then, with `take`, the change itself."""
    view = opened(request, inquiry_id)
    if not view.may_edit:
        raise NotAllowed
    form = FileForm(request.POST or None, request.FILES or None)
    if request.method != "POST" or not form.is_valid():
        return _asks(request, view, form, status=422 if request.method == "POST" else 200)
    try:
        text, name = _read(form)
        if request.POST.get("take"):
            return _taken(request, view, text, name)
        return _looked(request, view, text, name)
    except Refused as refused:
        form.add_error("text", sentence(refused, view.lang))
        return _asks(request, view, form, status=422)


def _read(form: FileForm) -> tuple[str, str]:
    """The text and the name of what was sent. Raises Refused("theory_not_text")."""
    upload = form.cleaned_data["file"]
    if upload is None:
        return form.cleaned_data["text"], _("pasted text")
    data = upload.read()
    if b"\x00" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Refused("theory_not_text")
    return data.decode(encoding_of([data]).name, errors="replace"), upload.name


def _asks(request: HttpRequest, view: InquiryView, form: FileForm, *, status: int) -> HttpResponse:
    files = list(TheoryFile.objects.filter(inquiry=view.inquiry, ended_at=None)[:5])
    return page(request, "diagram/bring.html", view, "drivers", form=form, files=files, status=status)


def _looked(request: HttpRequest, view: InquiryView, text: str, name: str) -> HttpResponse:
    now = lines_in(view)
    plan = plan_for(now, text)
    texts = {line.key: line.text for line in now}
    return page(
        request, "diagram/look.html", view, "drivers", plan=plan, told=told_plan(plan, texts, view.lang),
        missing=[texts[key] for key in plan.missing], text=text, name=name, stamp=stamp_of(now),
        asks_why=needs_problem(view.inquiry, PartKind.IDEA) and any(line.kind is PartKind.IDEA for line in plan.added),
    )  # fmt: skip


def _taken(request: HttpRequest, view: InquiryView, text: str, name: str) -> HttpResponseRedirect:
    file = services.take_file_in(
        by=request.user, inquiry=view.inquiry, text=text, name=request.POST.get("name") or name,
        stamp=request.POST.get("stamp", ""), drop=bool(request.POST.get("drop")),
        reason=request.POST.get("reason", ""), key=key_of(request.POST),
    )  # fmt: skip
    undo = reverse("diagram:take_back", args=[file.pk])
    flash(request, _("The file is in your theory."), undo=undo)
    return redirect("theory:drivers", view.inquiry.pk)


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    file = found(request, TheoryFile, pk)
    services.take_back_file(by=request.user, file=file)
    flash(request, _("The theory is as it was before “%(name)s”.") % {"name": file.name})
    return redirect("theory:drivers", file.inquiry_id)
