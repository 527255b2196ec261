"""The process map: a list of steps and a drawing of the same, with counts of where it goes otherwise."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.people.services import restore, set_aside
from aimwell.contexts.theory.forms import key_of, number_of, version_of
from aimwell.contexts.theory.models import Bone
from aimwell.contexts.theory.processes import services
from aimwell.contexts.theory.processes.forms import LookForm, ProcessForm, StepForm, WholeStepForm
from aimwell.contexts.theory.processes.models import Look, Process, Step, StepKind
from aimwell.contexts.theory.processes.queries import ProcessView, processes_aside, processes_of
from aimwell.contexts.theory.views.base import again, found, found_kind, language, opened, page, tell_aside, to
from aimwell.contexts.theory.views.files import picture_file
from aimwell.domain.errors import NotFound
from aimwell.domain.render.pareto_svg import pareto_svg
from aimwell.domain.render.process import process_svg
from aimwell.domain.words.processes import process_text
from aimwell.ui.flash import flash


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def processes(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = ProcessForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        made = services.start_process(
            by=request.user, inquiry=view.inquiry, key=key_of(request.POST), **form.cleaned_data
        )
        return HttpResponseRedirect(made.get_absolute_url())
    shown = {"processes": processes_of(view), "gone": processes_aside(view), "form": form}
    return page(request, "processes/processes.html", view, "causes", status=422 if form.errors else 200, **shown)


def _opened(request: HttpRequest, pk: int) -> ProcessView:
    one = found(request, Process, pk)
    return ProcessView(one, opened(request, one.inquiry_id))


@login_required
@require_safe
def process(request: HttpRequest, pk: int) -> HttpResponse:
    shown = _opened(request, pk)
    return page(
        request,
        "processes/process.html",
        shown.view,
        "causes",
        shown=shown,
        process=shown.process,
        rows=shown.rows,
        drawing=_drawing(shown, linked=True) if shown.steps else None,
        pareto=_pareto(shown),
        lines=[(line, mark_safe(line.svg)) for line in shown.lines],  # noqa: S308  (the writer escapes all text)
        kinds=StepKind.choices,
        today=localdate().isoformat(),
        form=StepForm(auto_id="new-step-%s", initial={"kind": "step" if shown.steps else "start"}),
    )


def _drawing(shown: ProcessView, *, linked: bool) -> SafeString:
    drawn = process_svg(
        shown.nodes, name=shown.process.name, lang=language(), notes=shown.notes, href="#step-{id}" if linked else ""
    )
    return mark_safe(drawn)  # noqa: S308  (the writer escapes all text)


def _pareto(shown: ProcessView) -> dict[str, SafeString]:
    if shown.pareto is None:
        return {}
    sizes: tuple[Any, Any] = ("desktop", "phone")
    return {
        size: mark_safe(pareto_svg(shown.pareto, lang=language(), size=size, id_prefix=f"pareto-{size}"))  # noqa: S308
        for size in sizes
    }


@login_required
@require_safe
def picture(request: HttpRequest, pk: int, kind: str) -> HttpResponse:
    """The map as a file: SVG, PNG or plain text."""
    shown = _opened(request, pk)
    if kind == "txt":
        words = process_text(shown.nodes, shown.notes, name=shown.process.name, lang=language())
        answer = HttpResponse(words, content_type="text/plain; charset=utf-8")
        answer["Content-Disposition"] = 'attachment; filename="process.txt"'
        return answer
    return picture_file(_drawing(shown, linked=False), kind, _("process"))


@login_required
@require_POST
def rename(request: HttpRequest, pk: int) -> HttpResponse:
    one = found(request, Process, pk)
    form = ProcessForm(request.POST)
    if not form.is_valid():
        return again(request, one.inquiry, form)
    services.rename_process(by=request.user, process=one, version=version_of(request.POST), **form.cleaned_data)
    return _at(one, "map")


@login_required
@require_POST
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """A step at the end, or right after the step `after`."""
    one = found(request, Process, pk)
    form = StepForm(request.POST)
    if not form.is_valid():
        return again(request, one.inquiry, form)
    asked = request.POST.get("after", "")
    made = services.add_step(
        by=request.user, process=one, after=_step(request, asked) if asked != "first" else None,
        first=asked == "first", key=key_of(request.POST), **form.cleaned_data,
    )  # fmt: skip
    return _at(one, f"step-{made.pk}")


@login_required
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    step = found(request, Step, pk)
    form = WholeStepForm(request.POST)
    if not form.is_valid():
        return again(request, step.process.inquiry, form)
    services.change_step(
        by=request.user, step=step, version=version_of(request.POST),
        goes_to=_step(request, request.POST.get("goes_to", "")),
        else_to=_step(request, request.POST.get("else_to", "")),
        **form.cleaned_data,
    )  # fmt: skip
    return _at(step.process, f"step-{pk}")


@login_required
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    step = found(request, Step, pk)
    services.move_step(by=request.user, step=step, by_places=1 if request.POST.get("step") == "later" else -1)
    return _at(step.process, f"step-{pk}")


@login_required
@require_POST
def look(request: HttpRequest, pk: int) -> HttpResponse:
    step = found(request, Step, pk)
    form = LookForm(request.POST)
    if not form.is_valid():
        return again(request, step.process.inquiry, form)
    services.add_look(by=request.user, step=step, key=key_of(request.POST), **form.cleaned_data)
    return _at(step.process, f"step-{pk}")


@login_required
@require_POST
def cause(request: HttpRequest, pk: int) -> HttpResponse:
    step = found(request, Step, pk)
    bone = found(request, Bone, number_of(request.POST, "bone") or 0)
    services.make_cause_of_step(by=request.user, step=step, bone=bone, text=request.POST.get("text", "")[:300])
    flash(request, _("It is a cause now, with the counts as its evidence."))
    return _at(step.process, f"step-{pk}")


KINDS: dict[str, Any] = {"process": Process, "step": Step, "look": Look}


@login_required
@require_POST
def aside(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    thing = found_kind(request, KINDS, kind, pk)
    set_aside(by=request.user, obj=thing)
    tell_aside(request, thing, reverse("processes:restore", args=[kind, pk]))
    if kind == "process":
        return HttpResponseRedirect(reverse("processes:processes", args=[thing.inquiry_id]))
    return _at(thing.step.process if kind == "look" else thing.process, "map")


@login_required
@require_POST
def back(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    return HttpResponseRedirect(restore(by=request.user, obj=found_kind(request, KINDS, kind, pk)).get_absolute_url())


def _step(request: HttpRequest, value: str) -> Step | None:
    """A step that was chosen; None for the next one in the list."""
    if not value:
        return None
    if not value.isascii() or not value.isdigit() or len(value) > 18:
        raise NotFound
    return found(request, Step, int(value))


def _at(one: Process, place: str) -> HttpResponseRedirect:
    return to(reverse("processes:process", args=[one.pk]), at=place)
