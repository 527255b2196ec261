"""The team's page of layers, and the page of whoever was asked."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from aimwell.contexts.people.queries import find
from aimwell.contexts.theory.forms import key_of, number_of, version_of
from aimwell.contexts.theory.layers import services
from aimwell.contexts.theory.layers.drawing import both_layers
from aimwell.contexts.theory.layers.forms import AskForm, LayerCauseForm, LayerCommentForm
from aimwell.contexts.theory.layers.models import LayerAsk, LayerLine
from aimwell.contexts.theory.layers.queries import Layers, asked_of, find_ask, find_line, people_to_ask
from aimwell.contexts.theory.models import Bone, Cause, EntryRule
from aimwell.contexts.theory.queries import InquiryView, inquiry_view
from aimwell.contexts.theory.views.base import asked_again, language, opened, page
from aimwell.domain.errors import NotFound
from aimwell.ui.flash import flash


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def both(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """Both layers, whom the team asked, and the form to ask somebody."""
    view = opened(request, inquiry_id)
    if not view.may_edit:
        raise NotFound
    people = people_to_ask(view.inquiry)
    form = AskForm(request.POST or None, people=people)
    if request.method == "POST" and form.is_valid():
        said = dict(form.cleaned_data)
        whom = next(one.user for one in people if one.user.pk == said.pop("whom"))
        services.ask_for_layer(by=request.user, inquiry=view.inquiry, whom=whom, key=key_of(request.POST), **said)
        told = _("%(name)s is asked, and finds it under “Your teams”. No mail goes out, so tell them too.")
        flash(request, told % {"name": str(whom)})
        return redirect("layers:both", inquiry_id)
    layers = Layers(view)
    return page(
        request, "layers/both.html", view, "causes", form=form, people=people, layers=layers, rows=_rows(layers),
        drawing=both_layers(layers) if view.bones else "", status=422 if form.errors else 200,
        taken=[(line, layers.taken[line.pk]) for line in layers.lines if line.pk in layers.taken],
        rule=EntryRule.objects.filter(inquiry=view.inquiry, ended_at=None).first(),
    )  # fmt: skip


def _rows(layers: Layers) -> list[tuple[Bone | None, list[tuple[Cause, object]], list[LayerLine]]]:
    """By bone: the causes of the team, each with who said it, then the lines that wait; at the end those without."""
    found: list[tuple[Bone | None, list[tuple[Cause, object]], list[LayerLine]]] = []
    for bone in layers.view.bones:
        causes = [(one, layers.said_by(one)) for one in layers.view.causes if one.bone_id == bone.pk]
        found.append((bone, causes, layers.on(bone)))
    nowhere = layers.on(None)
    return [*found, (None, [], nowhere)] if nowhere else found


@login_required
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    ask = services.close_ask(by=request.user, ask=_own_ask(request, pk))
    told = _("“%(what)s” is closed. What was said there stays.") % {"what": ask.label}
    flash(request, told, undo=reverse("layers:open", args=[pk]))
    return redirect("layers:both", ask.inquiry_id)


@login_required
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    ask = services.open_ask(by=request.user, ask=_own_ask(request, pk))
    return redirect("layers:both", ask.inquiry_id)


def _own_ask(request: HttpRequest, pk: int) -> LayerAsk:
    ask = find_ask(request.user, pk)
    request.team = ask.inquiry.owner_team  # type: ignore[attr-defined]
    return ask


@login_required
@require_POST
def take(request: HttpRequest, pk: int) -> HttpResponse:
    line = find_line(request.user, pk)
    bone = number_of(request.POST, "bone")
    cause = services.take_over(
        by=request.user, line=line, bone=find(request.user, Bone, bone) if bone else None,
        system_part=request.POST.get("system_part", "")[:200], key=key_of(request.POST),
    )  # fmt: skip
    return _taken(request, line, cause, _("It is on the fishbone now, first said by %(who)s."))


@login_required
@require_POST
def merge(request: HttpRequest, pk: int) -> HttpResponse:
    line = find_line(request.user, pk)
    cause = find(request.user, Cause, number_of(request.POST, "cause") or 0)
    services.merge_into(by=request.user, line=line, cause=cause)
    return _taken(request, line, cause, _("It is one cause now. That %(who)s said it too stays with it."))


def _taken(request: HttpRequest, line: LayerLine, cause: Cause, words: str) -> HttpResponse:
    flash(request, words % {"who": line.ask.label}, undo=reverse("layers:back", args=[line.pk]))
    return redirect(f"{reverse('layers:both', args=[line.ask.inquiry_id])}#c-{cause.pk}")


@login_required
@require_POST
def back_beside(request: HttpRequest, pk: int) -> HttpResponse:
    """The line stands beside the fishbone again."""
    line = services.take_back(by=request.user, line=find_line(request.user, pk))
    return redirect(f"{reverse('layers:both', args=[line.ask.inquiry_id])}#c-line-{pk}")


@login_required
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """What teams asked of the reader."""
    return render(request, "layers/mine.html", {"asks": asked_of(request.user)})


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def asked(request: HttpRequest, pk: int) -> HttpResponse:
    """The sketch as it stands, and one's own layer to add to."""
    ask = find_ask(request.user, pk)
    view = inquiry_view(request.user, ask.inquiry_id, lang=language())
    request.team = view.inquiry.owner_team  # type: ignore[attr-defined]
    comment = request.POST.get("kind") == "comment"
    cause_form = LayerCauseForm(None if comment else request.POST or None, bones=view.bones)
    comment_form = LayerCommentForm(
        request.POST if comment else None, causes=view.causes, prefix=None, auto_id="comment-%s"
    )
    sent = comment_form if comment else cause_form
    if request.method == "POST" and sent.is_valid():
        said = _places(view, sent)
        line = services.add_line(by=request.user, ask=ask, comment=comment, key=key_of(request.POST), **said)
        flash(request, _("It is in your layer. The team sees it."), undo=reverse("layers:withdraw", args=[line.pk]))
        return _to_asked(ask, line)
    layers = Layers(view, only=ask)
    context = {
        "ask": ask, "view": view, "inquiry": view.inquiry, "layers": layers, "rows": _rows(layers),
        "drawing": both_layers(layers) if view.bones else "", "cause_form": cause_form, "comment_form": comment_form,
        "mine": ask.whom_id == request.user.pk, "own": _own_lines(request, layers),
    }  # fmt: skip
    return render(request, "layers/asked.html", context, status=422 if sent.errors else 200)


def _own_lines(request: HttpRequest, layers: Layers) -> list[tuple[LayerLine, object, Form | None]]:
    """Each line of the layer, where it went, and the form to change it while it may be changed."""
    may_change = layers.only is not None and layers.only.closed_at is None and layers.only.whom_id == request.user.pk
    free = {one.pk for one in layers.lines if may_change and one.pk not in layers.taken}
    return [
        (one, layers.taken.get(one.pk), _form_of(layers.view, one) if one.pk in free else None) for one in layers.lines
    ]


def _form_of(view: InquiryView, line: LayerLine, data: object = None) -> Form:
    at = f"line{line.pk}-%s"
    if line.comment:
        told = {"text": line.text, "about": line.about_id}
        return LayerCommentForm(data, causes=view.causes, initial=told, auto_id=at)
    told = {"text": line.text, "bone": line.bone_id, "how_known": line.how_known}
    return LayerCauseForm(data, bones=view.bones, initial=told, auto_id=at)


def _places(view: InquiryView, form: Form) -> dict[str, object]:
    """What was sent, with the things that its numbers stand for; each of them is of this fishbone."""
    said = dict(form.cleaned_data)
    if "bone" in said:
        said["bone"] = next((one for one in view.bones if one.pk == said["bone"]), None)
    if "about" in said:
        said["about"] = next((one for one in view.causes if one.pk == said["about"]), None)
    return said


@login_required
@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    line = find_line(request.user, pk)
    view = inquiry_view(request.user, line.ask.inquiry_id, lang=language())
    request.team = view.inquiry.owner_team  # type: ignore[attr-defined]
    form = _form_of(view, line, request.POST)
    if not form.is_valid():
        return asked_again(request, form)
    said = _places(view, form)
    services.change_line(by=request.user, line=line, version=version_of(request.POST), **said)
    return _to_asked(line.ask, line)


@login_required
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    line = services.withdraw_line(by=request.user, line=find_line(request.user, pk))
    told = _("“%(what)s” is taken out of your layer.") % {"what": str(line)}
    flash(request, told, undo=reverse("layers:put_back", args=[pk]))
    return _to_asked(line.ask)


@login_required
@require_POST
def put_back(request: HttpRequest, pk: int) -> HttpResponse:
    line = services.put_line_back(by=request.user, line=find_line(request.user, pk))
    return _to_asked(line.ask, line)


def _to_asked(ask: LayerAsk, line: LayerLine | None = None) -> HttpResponseRedirect:
    return HttpResponseRedirect(reverse("layers:asked", args=[ask.pk]) + (f"#line-{line.pk}" if line else ""))
