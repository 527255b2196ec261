"""Our theory: the driver map, its outline, and a panel for the part that is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.staticfiles import finders
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from aimwell.adapters.pdf import html_to_pdf
from aimwell.contexts.measures.models import Measure
from aimwell.contexts.people.queries import visible_to
from aimwell.contexts.theory import models
from aimwell.contexts.theory.queries import AIM, InquiryView
from aimwell.contexts.theory.queries.changes import changes_since, stamp_of
from aimwell.contexts.theory.queries.graph import causes_of
from aimwell.contexts.theory.views.acts import stacks
from aimwell.contexts.theory.views.base import opened, page, shown
from aimwell.contexts.theory.views.files import file, picture_file
from aimwell.domain.errors import NotFound
from aimwell.domain.render.drivers import DriverMap, drivers_svg
from aimwell.domain.theory.findings import Loose
from aimwell.domain.theory.graph import MAY_HOLD, Part, PartKind, may_link, only_held_by, paths_to_aim
from aimwell.domain.theory.outline import outline
from aimwell.domain.words.theory import say

PAPERS = ("letter", "a4")
CIRCLES = ("untried", "one-test", "held-one", "held-two", "held-three")


@dataclass(frozen=True)
class Row:
    """One part in the outline. `note` says its measure or state; `loose` a loose end in three words."""

    part: Part
    level: int
    mark: str
    state: str
    note: str
    also: str
    loose: str


@dataclass(frozen=True)
class Panel:
    """The chosen part with what can be done about it. `row` is None for the aim."""

    view: InquiryView
    part: Part
    row: models.Part | None

    @cached_property
    def kind(self) -> str:
        return say(f"one.{self.part.kind}", self.view.lang)

    @cached_property
    def circle(self) -> str:
        return CIRCLES[self.view.quarters.get(self.part.id, 0)]

    @cached_property
    def evidence(self) -> str:
        return say(f"strength.{self.view.quarters.get(self.part.id, 0)}", self.view.lang)

    @cached_property
    def tests(self) -> str:
        count = self.row.tests if self.row else 0
        return ngettext("%(n)s test so far", "%(n)s tests so far", count) % {"n": count} if count else ""

    @cached_property
    def parents(self) -> list[Part]:
        return [self.view.theory.by_id[one] for one in self.view.theory.parents(self.part.id)]

    @cached_property
    def serves(self) -> list[Part]:
        """Every part it serves; the aim also where it is not written yet."""
        above = self.parents
        linked_to_aim = any(link.parent_id is None and str(link.child_id) == self.part.id for link in self.view.links)
        if linked_to_aim and AIM not in {part.id for part in above}:
            return [Part(AIM, PartKind.AIM, _("the aim")), *above]
        return above

    @cached_property
    def could_serve(self) -> list[Part]:
        """What else it could serve, so that only lines that stand are offered."""
        theory = self.view.theory
        return [one for one in theory.parts if not one.abandoned and may_link(theory, one.id, self.part.id)]

    @cached_property
    def below(self) -> list[tuple[str, str]]:
        """Kinds that may be added below, as (kind, words)."""
        kinds = [kind for kind in PartKind if kind in MAY_HOLD[self.part.kind]]
        return [(str(kind), say(f"one.{kind}", self.view.lang)) for kind in kinds]

    @cached_property
    def ways(self) -> list[list[Part]]:
        """Each way up to the aim, the part itself left out (S4 R-21)."""
        if self.row is None or not self.parents:
            return []
        known = self.view.theory.by_id
        return [[known[one] for one in way[1:]] for way in paths_to_aim(self.view.theory, self.part.id)]

    @property
    def reaches(self) -> bool:
        """Whether one of the ways ends where the theory begins."""
        return not any(end.part == self.part.id and end.kind is Loose.ORPHAN for end in self.view.loose_ends)

    @cached_property
    def rests(self) -> list[tuple[Part, list[models.Cause]]]:
        """The causes below it, its own first and then those of each part on its way up."""
        if self.row is None:
            return []
        way = [self.part.id, *(one.id for steps in self.ways for one in steps if one.id != AIM)]
        found, told, rests = causes_of(way), set[int](), []
        for one in dict.fromkeys(way):
            causes = [cause for cause in found.get(one, ()) if cause.pk not in told]
            told |= {cause.pk for cause in causes}
            if causes:
                rests.append((self.view.theory.by_id[one], causes))
        return rests

    @property
    def causes(self) -> list[models.Cause]:
        return next((causes for part, causes in self.rests if part is self.part), [])

    @property
    def through(self) -> list[tuple[Part, list[models.Cause]]]:
        return [(part, causes) for part, causes in self.rests if part is not self.part]

    @property
    def untested(self) -> bool:
        return any(end.part == self.part.id and end.kind is Loose.UNTESTED for end in self.view.loose_ends)

    @cached_property
    def would_hang(self) -> list[Part]:
        """What would hang loose, were it set aside."""
        return [self.view.theory.by_id[one] for one in only_held_by(self.view.theory, self.part.id)]


@login_required
@require_safe
def drivers(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    view = opened(request, inquiry_id)
    which = shown(request)
    chosen = view.theory.by_id.get(request.GET.get("part", ""))
    panel = Panel(view, chosen, _row(view, chosen)) if chosen else None
    drawing = None if which == "outline" or not view.theory.parts else draw(view, chosen.id if chosen else None)
    return page(
        request,
        "theory/drivers.html",
        view,
        "drivers",
        shown=which,
        drawing=drawing,
        rows=[] if which == "drawing" else _rows(view),
        panel=panel,
        loose=_loose(view),
        circles=[(mark, say(f"strength.{full}", view.lang)) for full, mark in enumerate(CIRCLES)],
        wide_map=True,
        stamp=stamp_of(view.inquiry),
        **stacks(request, inquiry_id),
        set_aside=[part for part in view.all_parts if part.ended_at],
        **_choices(request, view, panel),
    )


def _row(view: InquiryView, chosen: Part) -> models.Part | None:
    return next((part for part in view.parts if str(part.pk) == chosen.id), None)


def _choices(request: HttpRequest, view: InquiryView, panel: Panel | None) -> dict[str, Any]:
    """What the panel's forms choose from, read only where a form shows it."""
    if panel is None or panel.row is None or not view.may_edit:
        return {}
    own = visible_to(request.user, Measure, team=view.inquiry.owner_team)
    return {"measures": own, "causes": view.causes, "connected": {cause.pk for cause in panel.causes}}


def draw(view: InquiryView, chosen: str | None = None, *, linked: bool = True) -> SafeString:
    shown_map = DriverMap(
        theory=view.theory,
        quarters=view.quarters,
        notes=notes_of(view),
        selected=chosen,
        href="?view=drawing&part={id}#panel" if linked else "",
    )
    return mark_safe(drivers_svg(shown_map, lang=view.lang, links=linked))  # noqa: S308  (the writer escapes all text)


def notes_of(view: InquiryView) -> dict[str, str]:
    """A few words under each shelf: the measure of a driver, the state of an idea."""
    found = {str(part.pk): _note(view, part) for part in view.parts}
    if view.aim and view.aim.measure:
        found[AIM] = view.aim.measure.name
    return {part: words for part, words in found.items() if words}


def _note(view: InquiryView, part: models.Part) -> str:
    if part.abandoned_because:
        return _("abandoned: %(reason)s") % {"reason": part.abandoned_because}
    if part.kind == models.PartKind.IDEA:
        return say(f"strength.{view.quarters.get(str(part.pk), 0)}", view.lang)
    return part.measure.name if part.measure else ""


def _rows(view: InquiryView) -> list[Row]:
    notes = notes_of(view)
    loose: dict[str, list[str]] = {}
    for end in view.loose_ends:
        if end.part:
            loose.setdefault(end.part, []).append(say(f"flag.{end.kind}", view.lang))
    return [
        Row(
            part=row.part,
            level=row.level,
            mark="contradicted" if row.part.abandoned else CIRCLES[view.quarters.get(row.part.id, 0)],
            state=say(f"one.{row.part.kind}", view.lang),
            note=notes.get(row.part.id, ""),
            also=", ".join(f"“{view.theory.by_id[one].label}”" for one in row.also),
            loose=", ".join(loose.get(row.part.id, [])),
        )
        for row in outline(view.theory)
    ]


def _loose(view: InquiryView) -> list[tuple[str, str]]:
    """Each loose end as (part to open, sentence)."""
    labels = view.theory.by_id
    return [
        (end.part, say(f"finding.{end.kind}", view.lang, label=labels[end.part].label if end.part else ""))
        for end in view.loose_ends
        if end.part or end.kind is Loose.NO_AIM
    ]


@login_required
@require_safe
def changes(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """What somebody else did since the page was made; asked every few seconds while it is looked at. 204: nothing."""
    view = opened(request, inquiry_id)
    asked = request.GET.get("since", "")
    found = changes_since(view, int(asked) if asked.isdecimal() else 0, reader=request.user.pk or 0)
    return JsonResponse({"stamp": found.stamp, "said": found.said}) if found else HttpResponse(status=204)


@login_required
@require_safe
def pdf(request: HttpRequest, inquiry_id: int) -> HttpResponse:
    """The map on one sheet in black and white, the outline on the next."""
    view = opened(request, inquiry_id)
    paper = request.GET.get("paper", PAPERS[0])
    if paper not in PAPERS:
        raise NotFound
    context = {
        "view": view,
        "drawing": draw(view, linked=False),
        "rows": _rows(view),
        "loose": _loose(view),
        "paper": paper,
        "today": timezone.localdate(),
    }
    made = html_to_pdf(render_to_string("theory/drivers_pdf.html", context, request), find=finders.find)
    return file(HttpResponse(made, content_type="application/pdf"), f"{_('our theory')}.pdf")


@login_required
@require_safe
def picture(request: HttpRequest, inquiry_id: int, kind: str) -> HttpResponse:
    """The map as a file, SVG or PNG."""
    return picture_file(draw(opened(request, inquiry_id), linked=False), kind, _("our theory"))
