"""What a coach may want to talk about: stages gone past, and ideas that rest on no supported cause (S4 R-47, R-51)."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_noop as _

from aimwell.contexts.people.queries import Reader, standing_of, visible_to
from aimwell.contexts.theory.choosing.queries.trace import Notice, notices
from aimwell.contexts.theory.models import Inquiry, Part, PartKind

MOST = 200
STAGES = {"problem": _("Problem"), "causes": _("Causes"), "aim": _("Aim"), "drivers": _("Drivers")}


@dataclass(frozen=True, slots=True)
class CoachNote:
    """One inquiry of a coached team. `skipped`: pairs of a stage's name and the team's reason."""

    inquiry: Inquiry
    skipped: tuple[tuple[str, str], ...]
    notices: tuple[Notice, ...]


def coach_notes(user: Reader) -> list[CoachNote]:
    """By the name of the team, never by number of notes. Only what each team has opened to its coach."""
    teams = standing_of(user).coached if user.is_authenticated else frozenset()
    if not teams:
        return []
    rows = visible_to(user, Inquiry).filter(owner_team__in=teams).select_related("owner_team")
    inquiries = list(rows.order_by("owner_team__name", "pk")[:MOST])
    ideas = Part.objects.filter(inquiry__in=inquiries, kind=PartKind.IDEA, ended_at=None, abandoned_because="")
    open_points: dict[int, list[Notice]] = {}
    for notice in notices(ideas).values():
        open_points.setdefault(notice.idea.inquiry_id, []).append(notice)
    found = (
        CoachNote(
            inquiry,
            tuple((STAGES[step], inquiry.skipped[step]) for step in STAGES if step in inquiry.skipped),
            tuple(open_points.get(inquiry.pk, ())),
        )
        for inquiry in inquiries
    )
    return [note for note in found if note.skipped or note.notices]
