"""The fishbone: a drawing and an outline of the same causes."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from aimwell.adapters.png import svg_to_png
from aimwell.contexts.theory import models, services
from aimwell.contexts.theory.forms import (
    BoneForm,
    CauseForm,
    EvidenceForm,
    NewCauseForm,
    key_of,
    number_of,
    version_of,
)
from aimwell.contexts.theory.models import Bone, Cause, CauseStatus
from aimwell.contexts.theory.queries import InquiryView, fishbone_of
from aimwell.contexts.theory.views.base import again, back, found, language, opened, page, shown
from aimwell.contexts.theory.views.hints import Shown, hints_on, wrote
from aimwell.domain.errors import NotFound
from aimwell.domain.render.fishbone import Fishbone, fishbone_svg
from aimwell.domain.theory.causes import cause_outline

WIDE = 2240
FACT = 34  # letters of "how we know" that fit beside the drawing


@dataclass(frozen=True)
class Row:
    """One cause in the outline. `was` is its last wording before this one."""

    cause: Cause
    level: int
    was: str
    hints: list[Shown]
    evidence: list[models.Evidence]

    @property
    def mark(self) -> str:
        return "aside" if self.cause.ended_at else str(self.cause.status)

    @property
    def struck(self) -> bool:
        return self.cause.ended_at is not None or self.cause.status == CauseStatus.CONTRADICTED


@login_required
@require_safe
def fishbone(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    groups = [(bone, _rows(request, view, bone)) for bone in view.bones]
    rows = {row.cause.pk: row for _bone, under in groups for row in under}
    asked = number_of(request.GET, "cause") or 0
    which = shown(request)
    return page(
        request,
        "theory/fishbone.html",
        view,
        "causes",
        groups=groups,
        shown=which,
        drawing=None if which == "outline" or not groups else _drawing(view, linked=True),
        chosen=rows.get(asked) if which else None,
        counted=_counted(view),
        places=[(bone, [row.cause for row in under if not row.cause.ended_at]) for bone, under in groups],
        statuses=CauseStatus.choices,
        offered=services.BONES_OFFERED,
        bones_aside=[bone for bone in view.all_bones if bone.ended_at],
    )


def _rows(request: HttpRequest, view: InquiryView, bone: Bone) -> list[Row]:
    """The causes of one bone in the order of the outline, each "why" under what it answers."""
    known = {str(cause.pk): cause for cause in view.all_causes if cause.bone_id == bone.pk}
    [drawn] = fishbone_of([bone], known.values())
    return [
        Row(
            cause=(cause := known[row.cause.id]),
            level=row.level,
            was=view.earlier_wordings.get(cause.pk, ""),
            hints=hints_on(request, f"cause:{cause.pk}", cause.text),
            evidence=[one for one in view.evidence if one.cause_id == cause.pk],
        )
        for row in cause_outline(drawn.causes)
    ]


def _counted(view: InquiryView) -> dict[str, int]:
    return {
        "all": len(view.causes),
        "supported": sum(cause.status == CauseStatus.SUPPORTED for cause in view.causes),
        "aside": sum(cause.ended_at is not None for cause in view.all_causes),
    }


def _drawing(view: InquiryView, *, linked: bool) -> SafeString:
    inquiry = view.inquiry
    drawn = Fishbone(
        problem=inquiry.problem or _("The problem is not written yet"),
        bones=fishbone_of(view.bones, view.all_causes),
        fact=Truncator(inquiry.how_known).chars(FACT),
        href="?view=drawing&cause={id}#panel" if linked else "",
    )
    return mark_safe(fishbone_svg(drawn, lang=language(), links=linked))  # noqa: S308  (the writer escapes all text)


@login_required
@require_safe
def picture(request: HttpRequest, inquiry_id: int, kind: str) -> HttpResponse:
    """The drawing as a file, SVG or PNG."""
    return picture_file(_drawing(opened(request, inquiry_id), linked=False), kind, _("causes"))


def picture_file(svg: str, kind: str, name: str) -> HttpResponse:
    """A drawing to keep: its name is safe in every language."""
    if kind == "png":
        response = HttpResponse(svg_to_png(svg, width=WIDE), content_type="image/png")
    else:
        response = HttpResponse(svg, content_type="image/svg+xml; charset=utf-8")
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(f'{name}.{kind}')}"
    return response


@login_required
@require_POST
def offer_bones(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    services.offer_bones(by=request.user, inquiry=view.inquiry)
    return back(request, "fishbone", view.inquiry, at="causes")


@login_required
@require_POST
def add_bone(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    form = BoneForm(request.POST)
    if not form.is_valid():
        return again(request, view.inquiry, form)
    bone = services.add_bone(by=request.user, inquiry=view.inquiry, key=key_of(request.POST), **form.cleaned_data)
    return back(request, "fishbone", view.inquiry, at=f"bone-{bone.pk}")


@login_required
@require_POST
def rename_bone(request: HttpRequest, pk: int) -> HttpResponse:
    bone = found(request, Bone, pk)
    form = BoneForm(request.POST)
    if not form.is_valid():
        return again(request, bone.inquiry, form)
    services.rename_bone(by=request.user, bone=bone, version=version_of(request.POST), **form.cleaned_data)
    return back(request, "fishbone", bone.inquiry, at=f"bone-{pk}")


@login_required
@require_POST
def add_cause(request: HttpRequest, pk: int) -> HttpResponse:
    """A cause under the bone `pk`, or with `parent` the answer to "why?" under one of its causes."""
    bone = found(request, Bone, pk)
    form = NewCauseForm(request.POST)
    if not form.is_valid():
        return again(request, bone.inquiry, form)
    asked = number_of(request.POST, "parent")
    parent = found(request, Cause, asked) if asked else None
    cause = services.add_cause(by=request.user, bone=bone, parent=parent, key=key_of(request.POST), **form.cleaned_data)
    return _at(request, cause)


@login_required
@require_POST
def change_cause(request: HttpRequest, pk: int) -> HttpResponse:
    cause = found(request, Cause, pk)
    form = CauseForm(request.POST)
    if not form.is_valid():
        return again(request, cause.bone.inquiry, form)
    return _at(
        request,
        services.change_cause(by=request.user, cause=cause, version=version_of(request.POST), **form.cleaned_data),
    )


@login_required
@require_POST
def move_cause(request: HttpRequest, pk: int) -> HttpResponse:
    """To `to`: "bone-3", or "cause-12" to stand under that cause as its why."""
    cause = found(request, Cause, pk)
    kind, _dash, number = request.POST.get("to", "").partition("-")
    if not number.isdigit() or kind not in ("bone", "cause"):
        raise NotFound
    parent = found(request, Cause, int(number)) if kind == "cause" else None
    bone = parent.bone if parent else found(request, Bone, int(number))
    return _at(request, services.move_cause(by=request.user, cause=cause, bone=bone, parent=parent))


@login_required
@require_POST
def add_cause_evidence(request: HttpRequest, pk: int) -> HttpResponse:
    cause = found(request, Cause, pk)
    form = EvidenceForm(request.POST)
    if not form.is_valid():
        return again(request, cause.bone.inquiry, form)
    services.add_evidence(
        by=request.user, inquiry=cause.bone.inquiry, cause=cause, key=key_of(request.POST), **form.cleaned_data
    )
    return _at(request, cause)


def _at(request: HttpRequest, cause: Cause) -> HttpResponse:
    """Back to the cause: its row in the outline, its panel beside the drawing."""
    wrote(request, f"cause:{cause.pk}", cause.text)
    view = shown(request) or "outline"
    place = "panel" if view == "drawing" else f"cause-{cause.pk}"
    return back(request, "fishbone", cause.bone.inquiry, at=place, view=view, cause=cause.pk)
