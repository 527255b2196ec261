"""Pages of old forms: the files, a look at what was found, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.cycles.oldforms import queries, services
from aimwell.contexts.cycles.oldforms.forms import FilesForm, choices_in
from aimwell.contexts.cycles.oldforms.models import FormImport, FormState
from aimwell.contexts.cycles.queries.homes import homes_of
from aimwell.contexts.people.queries import find, may_edit_team
from aimwell.contexts.people.views import own_team
from aimwell.contexts.theory.forms import key_of, number_of
from aimwell.domain.errors import NotAllowed, NotFound, Refused, sentence
from aimwell.domain.pdsa.oldform_choices import Draft
from aimwell.domain.words.oldforms import say
from aimwell.ui.flash import flash

NAMES = "names_inside"


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def start(request: HttpRequest, team_id: int) -> HttpResponse:
    """The files to bring in, and what was brought in before."""
    team = own_team(request, team_id)
    homes = homes_of(request.user, team)
    form = FilesForm(request.POST or None, request.FILES or None, inquiries=homes, initial={"inquiry": homes.first()})
    if request.method == "POST" and form.is_valid():
        try:
            made = services.start_import(
                by=request.user, team=team, uploads=form.cleaned_data["files"],
                inquiry=form.cleaned_data["inquiry"], key=key_of(request.POST),
            )  # fmt: skip
            return redirect("oldforms:look", made.pk)
        except Refused as refused:
            form.add_error("files", sentence(refused, queries.language()))
    context = {"team": team, "form": form, "imports": queries.imports_of(request.user, team)}
    context["example"] = say("example", queries.language())
    return render(request, "oldforms/start.html", context, status=422 if form.errors else 200)


@login_required
@require_safe
def example(request: HttpRequest) -> HttpResponse:
    """A form that is read whole, to try it out."""
    response = HttpResponse(say("example", queries.language()), content_type="text/plain; charset=utf-8")
    name = quote(_("old form, an example"))
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{name}.txt"
    return response


def _own(request: HttpRequest, pk: int) -> FormImport:
    source = find(request.user, FormImport, pk)
    if not may_edit_team(request.user, source.owner_team):
        raise NotAllowed if request.method == "POST" else NotFound
    request.team = source.owner_team  # type: ignore[attr-defined]
    return source


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def look(request: HttpRequest, pk: int) -> HttpResponse:
    """Before: each form with its choices. After: the cycles that came of it."""
    source = _own(request, pk)
    if request.method == "POST":
        return _chosen(request, source)
    if source.state == FormState.LOOKED:
        return _looked(request, source)
    context = {"source": source, "rows": queries.brought(request.user, source), "texts": queries.kept_texts(source)}
    return render(request, "oldforms/done.html", context)


def _looked(
    request: HttpRequest, source: FormImport, refused: Refused | None = None, drafts: Sequence[Draft] | None = None
) -> HttpResponse:
    shown = queries.look_at(source, drafts)
    context = {
        "source": source, "look": shown, "homes": homes_of(request.user, source.owner_team),
        "home": number_of(request.POST, "inquiry") if drafts is not None else source.inquiry_id,
        "said": sentence(refused, queries.language()) if refused else "",
        "keeps": refused is not None and refused.code == NAMES,
    }  # fmt: skip
    return render(request, "oldforms/look.html", context, status=422 if refused else 200)


def _chosen(request: HttpRequest, source: FormImport) -> HttpResponse:
    """Keep the choices; then bring the forms in, if that was asked for. What is refused loses no choice."""
    if source.state == FormState.BACK:
        services.bring_in(by=request.user, source=source)
        flash(request, _("The cycles are back."))
        return redirect("oldforms:look", source.pk)
    if source.state == FormState.IN:
        return redirect("oldforms:look", source.pk)
    chosen = choices_in(request.POST, source)
    homes = homes_of(request.user, source.owner_team)
    home = homes.filter(pk=number_of(request.POST, "inquiry") or 0).first()
    try:
        version = number_of(request.POST, "version")
        source = services.choose(by=request.user, source=source, version=version, forms=chosen, inquiry=home)
    except Refused as refused:
        return _looked(request, source, refused, services.with_choices(source, chosen))
    if request.POST.get("do") != "bring":
        flash(request, _("Your choices are kept. Nothing is brought in yet."))
        return redirect("oldforms:look", source.pk)
    return _bring(request, source)


def _bring(request: HttpRequest, source: FormImport) -> HttpResponse:
    keep = request.POST.get("keep_names") == "1"
    try:
        services.bring_in(by=request.user, source=source, lang=queries.language(), keep_names=keep)
    except Refused as refused:
        return _looked(request, source, refused)
    count = source.brought.count()
    words = ngettext("%(n)s cycle is here now.", "%(n)s cycles are here now.", count) % {"n": count}
    flash(request, words, undo=reverse("oldforms:take_back", args=[source.pk]))
    return redirect("oldforms:look", source.pk)


@login_required
@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    source = _own(request, pk)
    undone = services.take_back(by=request.user, source=source)
    if undone.stay:
        names = ", ".join(str(cycle.number) for cycle in undone.stay)
        words = _("Somebody has worked on these cycles since, so they stay: %(names)s.") % {"names": names}
        flash(request, words, look=True)
    else:
        flash(request, _("The cycles are taken back. The text is kept, and they can come in again."))
    return redirect("oldforms:look", pk)


@login_required
@require_POST
def let_go(request: HttpRequest, pk: int) -> HttpResponse:
    source = _own(request, pk)
    services.let_go(by=request.user, source=source)
    flash(request, _("Nothing came in. The text of the files is removed."))
    return redirect("oldforms:start", source.owner_team_id)
