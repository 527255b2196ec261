"""The fishbone: a drawing and an outline of the same causes, on the page and as files."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from django.contrib.auth.decorators import login_required
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from aimwell.adapters.pdf import html_to_pdf
from aimwell.contexts.theory import models, services
from aimwell.contexts.theory.forms import FactsForm, number_of
from aimwell.contexts.theory.models import Bone, Cause, CauseSource, CauseStatus
from aimwell.contexts.theory.queries import InquiryView, fishbone_of
from aimwell.contexts.theory.queries.causes import bones_before
from aimwell.contexts.theory.queries.escalations import Above, places_above
from aimwell.contexts.theory.queries.sifting import Sifting, stamp
from aimwell.contexts.theory.views.base import language, opened, page, shown
from aimwell.contexts.theory.views.files import file, picture_file
from aimwell.contexts.theory.views.hints import Shown, hints_on
from aimwell.core.history.models import Event
from aimwell.domain.render.fishbone import Fishbone, fishbone_svg
from aimwell.domain.theory.causes import cause_outline
from aimwell.domain.theory.filters import LEVELS, Look, suggested_reason
from aimwell.domain.theory.five_whys import Why
from aimwell.domain.words.sifting import say

SOURCES = dict(CauseSource.choices)


@dataclass(frozen=True)
class Row:
    """One cause in the outline. `was` is its last wording before this one."""

    cause: Cause
    level: int
    was: str
    hints: list[Shown]
    evidence: list[models.Evidence]
    note: str
    sent: models.Escalation | None
    mark_of: models.SiftMark | None
    judged: Event | None
    new: Cause | None
    """What it was said again as."""
    grown: Cause | None
    """The cause of its own that was made of it."""
    checked: bool

    @property
    def mark(self) -> str:
        if self.cause.ended_at:
            return "aside"
        return "sent_up" if self.sent is not None and self.sent.state != "declined" else str(self.cause.status)

    @property
    def struck(self) -> bool:
        return self.cause.ended_at is not None or self.cause.status == CauseStatus.CONTRADICTED

    @property
    def sources(self) -> str:
        """What stands behind it, in words."""
        told = [str(SOURCES[one]) for one in self.cause.behind if one in SOURCES]
        told += [str(one.get_kind_display()) for one in self.evidence]
        return ", ".join(dict.fromkeys(told))

    @property
    def facts(self) -> list[str]:
        """Those that somebody said, in a line."""
        names = ("kind", "locus", "level", "control", "resources", "effect")
        told = [str(getattr(self.cause, f"get_{name}_display")()) for name in names if getattr(self.cause, name)]
        return told + [one for one in (self.cause.tenet, self.cause.system_part) if one]


@dataclass(frozen=True)
class Opened:
    """What only the cause that is open needs."""

    chain: tuple[Why, ...]
    form: FactsForm
    suggested: str
    above: Above


def look_of(request: HttpRequest) -> Look:
    asked = request.GET.get("look", "")
    return next((look for look in Look if look == asked), Look.ALL)


@login_required
@require_safe
def fishbone(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    sifting = Sifting(view, look_of(request))
    groups = [(bone, _rows(request, sifting, bone)) for bone in view.bones]
    rows = {row.cause.pk: row for _bone, under in groups for row in under}
    which = shown(request)
    chosen = rows.get(number_of(request.GET, "cause") or 0) if which else None
    return page(
        request,
        "theory/fishbone.html",
        view,
        "causes",
        groups=groups,
        shown=which,
        sifting=sifting,
        stamp=stamp(view.inquiry),
        drawing=None if which == "outline" or not groups else _drawing(sifting, linked=True),
        chosen=chosen,
        opened=_opened(sifting, chosen) if chosen is not None and view.may_edit else None,
        counted=_counted(sifting),
        looks=_looks(sifting.look),
        levels=[(level, Look(level).value, str(models.Level(level.value).label)) for level in LEVELS],
        kept=f"&look={sifting.look}" if sifting.look is not Look.ALL else "",
        places=[(bone, [one for one in view.causes if one.bone_id == bone.pk]) for bone in view.bones],
        statuses=CauseStatus.choices,
        sets=_sets(view) if view.may_edit and not groups else (),
        bones_aside=[bone for bone in view.all_bones if bone.ended_at],
    )


def _sets(view: InquiryView) -> list[tuple[str, list[str]]]:
    """Names to begin with; those of the team come first, unless they are one of the sets anyway."""
    offered = [(key, [_(name) for name in names]) for key, names in services.BONE_SETS.items()]
    own = bones_before(view.inquiry)
    return [(services.OWN_BONES, own), *offered] if own and own not in [names for _k, names in offered] else offered


def _looks(now: Look) -> list[tuple[Look, str, bool]]:
    words = ((Look.ALL, _("All")), (Look.OURS, _("Ours to change")), (Look.SYSTEM, _("System only")))
    return [(look, name, look is now) for look, name in words]


def _rows(request: HttpRequest, sifting: Sifting, bone: Bone) -> list[Row]:
    """The causes of one bone in the order of the outline, each "why" under what it answers."""
    view = sifting.view
    known = {str(one.pk): one for one in view.all_causes if one.bone_id == bone.pk and sifting.shows(one)}
    [drawn] = fishbone_of([bone], known.values())
    make = partial(_row, request, sifting)
    return [make(known[row.cause.id], row.level) for row in cause_outline(drawn.causes)]


def _row(request: HttpRequest, sifting: Sifting, cause: Cause, level: int) -> Row:
    view = sifting.view
    return Row(
        cause=cause,
        level=level,
        was=view.earlier_wordings.get(cause.pk, ""),
        hints=hints_on(request, f"cause:{cause.pk}", cause.text),
        evidence=[one for one in view.evidence if one.cause_id == cause.pk],
        note=sifting.note(cause),
        sent=sifting.sent.get(cause.pk),
        mark_of=sifting.marks.get(cause.pk),
        judged=sifting.judged.get(cause.pk),
        new=sifting.reframed.get(cause.pk),
        grown=sifting.promoted.get(cause.pk),
        checked=sifting.checked(cause),
    )


def _opened(sifting: Sifting, row: Row) -> Opened:
    cause = row.cause
    return Opened(
        chain=sifting.chain(cause),
        form=FactsForm(initial={name: getattr(cause, name) for name in FactsForm.base_fields}, auto_id="fact-%s"),
        suggested=suggested_reason(cause.control, cause.resources, cause.effect, sifting.view.lang),
        above=places_above(sifting.inquiry.owner_team),
    )


def _counted(sifting: Sifting) -> dict[str, int]:
    view = sifting.view
    everything = len(sifting.on_bones)
    seen = sum(sifting.shows(cause) for cause in sifting.on_bones)
    return {
        "all": len(view.causes),
        "supported": sum(cause.status == CauseStatus.SUPPORTED for cause in view.causes),
        "aside": len(sifting.aside),
        "everything": everything,
        "seen": seen,
        "left_out": everything - seen,
    }


def _drawing(sifting: Sifting, *, linked: bool) -> SafeString:
    inquiry = sifting.inquiry
    keep = f"&look={sifting.look}" if sifting.look is not Look.ALL else ""
    drawn = Fishbone(
        problem=inquiry.problem or _("The problem is not written yet"),
        bones=sifting.drawn(),
        fact=inquiry.how_known,
        href=f"?view=drawing&cause={{id}}{keep}#panel" if linked else "",
    )
    return mark_safe(fishbone_svg(drawn, lang=language(), links=linked))  # noqa: S308  (the writer escapes all text)


@login_required
@require_safe
def picture(request: HttpRequest, inquiry_id: int, kind: str) -> HttpResponse:
    """The drawing as a file, SVG or PNG."""
    return picture_file(_drawing(Sifting(opened(request, inquiry_id)), linked=False), kind, _("causes"))


@login_required
@require_safe
def words(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """The same causes as the drawing, as plain text (S3 R-22)."""
    text = outline_text(Sifting(opened(request, inquiry_id)))
    return file(HttpResponse(text, content_type="text/plain; charset=utf-8"), f"{_('causes')}.txt")


def outline_text(sifting: Sifting) -> str:
    """Bones, causes and whys by indent; what was set aside stands under its own heading with its reason (S4 R-11)."""
    lang, problem = sifting.view.lang, sifting.inquiry.problem
    lines = [say("outline.problem", lang, problem=problem) if problem else say("outline.none", lang)]
    known = {str(cause.pk): cause for cause in sifting.view.all_causes}
    for bone in sifting.drawn(sifting.view.causes):
        lines += ["", bone.name]
        for row in cause_outline(bone.causes):
            text = row.cause.text if not row.level else say("outline.why", lang, text=row.cause.text)
            lines.append(f"{'  ' * (row.level + 1)}- {text} [{_state(sifting, known[row.cause.id])}]")
    if sifting.aside:
        lines += ["", say("outline.aside", lang)]
        lines += [f"  - {cause.text} [{cause.ended_reason}]" for cause in sifting.aside]
    return "\n".join(lines) + "\n"


def _state(sifting: Sifting, cause: Cause) -> str:
    lang = sifting.view.lang
    told = [str(cause.get_status_display())] if sifting.checked(cause) else [say("outline.assumed", lang)]
    if cause.how_known:
        told.append(say("outline.known", lang, how=cause.how_known))
    if cause.behind:
        sources = ", ".join(str(SOURCES[one]) for one in cause.behind if one in SOURCES)
        told.append(say("outline.behind", lang, sources=sources))
    return "; ".join([*told, *filter(None, [sifting.note(cause)])])


@login_required
@require_safe
def paper(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """Drawing and outline on paper, as PDF."""
    sifting = Sifting(opened(request, inquiry_id))
    context = {
        "inquiry": sifting.inquiry,
        "drawing": _drawing(sifting, linked=False),
        "groups": [(bone, _rows(request, sifting, bone)) for bone in sifting.view.bones],
        "sifting": sifting,
        "lang": language(),
    }
    pdf = html_to_pdf(render_to_string("theory/fishbone_pdf.html", context, request), find=finders.find)
    return file(HttpResponse(pdf, content_type="application/pdf"), f"{_('causes')}.pdf")


@login_required
@require_safe
def stamped(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """One word that changes when the causes do: what an open page asks for every few seconds."""
    response = HttpResponse(stamp(opened(request, inquiry_id).inquiry), content_type="text/plain; charset=utf-8")
    response["Cache-Control"] = "no-store"
    return response
