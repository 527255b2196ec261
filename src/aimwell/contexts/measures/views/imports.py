from __future__ import annotations

import datetime
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from aimwell.contexts.measures import queries, services
from aimwell.contexts.measures.models import DataImport, ImportState, Missing, Period, Unit
from aimwell.contexts.measures.views.exports import csv_response
from aimwell.contexts.measures.views.helpers import require_team, said, show
from aimwell.contexts.people.queries import find
from aimwell.domain.errors import Refused
from aimwell.ui.flash import flash

ROLE_WORDS = {
    "date": gettext_lazy("Date"),
    "series": gettext_lazy("Room, school or group"),
    "value": gettext_lazy("Value"),
    "share": gettext_lazy("Value, as a part of one"),
    "numerator": gettext_lazy("Count"),
    "denominator": gettext_lazy("Out of"),
    "out": gettext_lazy("Leave out"),
}
WAITING = (ImportState.READING, ImportState.APPLYING)
DONE = (ImportState.APPLIED, ImportState.UNDONE)
AGAIN_SECONDS = 3


@login_required
@require_safe
def import_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A file that is being read, looked at, or in."""
    found = _find(request, pk)
    measure = found.measure
    page = reverse("measures:measure", args=[measure.pk])
    crumbs = [
        (_("Data"), reverse("measures:list", args=[found.owner_team_id])),
        (measure.name, page),
        (_("From a file") if found.file_name else _("Pasted"), ""),
    ]
    context: dict[str, Any] = {"data_import": found, "measure": measure, "crumbs": crumbs}
    if found.state in WAITING or found.state == ImportState.REFUSED:
        answer = show(request, "import_wait", found.owner_team, **context)
        if found.state in WAITING:
            answer["Refresh"] = str(AGAIN_SECONDS)
        return answer
    context["view"] = queries.import_view(found)
    problem = found.preview.get("report", {}).get("problem")
    context["problem"] = said(Refused(problem)) if problem else ""
    if found.state == ImportState.APPLIED:
        context["done"] = found.preview["done"]
        return show(request, "import_done", found.owner_team, **context)
    return show(request, "import", found.owner_team, **context, **_options(found))


def _options(found: DataImport) -> dict[str, Any]:
    shares = found.measure.unit == Unit.PERCENT
    return {
        "roles": [(role, label) for role, label in ROLE_WORDS.items() if shares or role != "share"],
        "reasons": [(code, label) for code, label in Missing.choices if code],
        "steps": Period.choices,
        "duplicates": [
            {"value": "out", "label": _("Leave all of them out")},
            {"value": "first", "label": _("Keep the first")},
            {"value": "last", "label": _("Keep the last")},
            {"value": "add", "label": _("Add them together")},
        ],
        "swaps": [{"value": "no", "label": _("Leave out")}, {"value": "yes", "label": _("Swap them")}],
    }


@login_required
@require_POST
def import_choose(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep the choices; then look again, or put the rows in when nothing about them has changed."""
    found = _find(request, pk)
    if found.state in (ImportState.APPLIED, ImportState.APPLYING):
        return redirect("measures:import", pk)
    before = found.preview.get("report")
    try:
        looked = services.choose_columns(by=request.user, data_import=found, mapping=_mapping(request, found))
        if request.POST.get("do") != "put_in":
            flash(request, _("Looked again. Nothing is saved yet."))
            return redirect("measures:import", pk)
        if _changed(before, looked.preview["report"]):
            flash(request, _("Your choices change what goes in. Look once more, then put it in."), look=True)
            return redirect("measures:import", pk)
        services.apply_import(by=request.user, data_import=looked)
    except Refused as refusal:
        flash(request, said(refusal), look=True)
    return redirect("measures:import", pk)


def _changed(before: dict[str, Any] | None, after: dict[str, Any]) -> bool:
    keys = ("ready", "new", "same", "replaced", "left_out", "first_on", "last_on", "series", "missing")
    return before is None or any(before[key] != after[key] for key in keys)


def _mapping(request: HttpRequest, found: DataImport) -> dict[str, Any]:
    """The choices of the form; what it does not hold stays as it was."""
    post, stored = request.POST, found.mapping
    roles = [post.get(f"column-{index}", role) for index, role in enumerate(stored["roles"])]
    words = list(found.preview.get("report", {}).get("words", {}))
    allowed = set(Missing.values)
    missing = {word: post[f"word-{index}"] for index, word in enumerate(words) if post.get(f"word-{index}") in allowed}
    sheet = post.get("sheet", "")
    return {
        "sheet": int(sheet) if sheet.isdecimal() else stored["sheet"],
        "roles": roles,
        "missing": {**stored["missing"], **missing},
        "duplicates": post.get("duplicates", stored["duplicates"]),
        "swap": post.get("swap", "yes" if stored["swap"] else "no") == "yes",
        "starts": _day(post.get("starts", "")) or stored["starts"],
        "step": post["step"] if post.get("step") in Period.values else stored["step"],
    }


def _day(text: str) -> str | None:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        return None


@login_required
@require_POST
def import_undo(request: HttpRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    services.undo_import(by=request.user, data_import=found)
    flash(request, _("The file is taken back. The chart is as it was."))
    return redirect("measures:measure", found.measure_id)


@login_required
@require_POST
def import_discard(request: HttpRequest, pk: int) -> HttpResponse:
    found = _find(request, pk)
    pasted = not found.file_name
    services.discard_import(by=request.user, data_import=found)
    flash(request, _("Nothing went in. Choose again."))
    return redirect("measures:paste" if pasted else "measures:upload", found.measure_id)


@login_required
@require_safe
def import_left_out(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    found = _find(request, pk)
    name = slugify(found.file_name.rsplit(".", 1)[0]) or "pasted"
    return csv_response(queries.rejected_csv(found), f"{name}-left-out")


def _find(request: HttpRequest, pk: int) -> DataImport:
    found = find(request.user, DataImport, pk)
    require_team(request, found.owner_team)
    return found
